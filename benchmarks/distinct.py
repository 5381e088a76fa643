"""N distinct inputs from the real ones: each report under another department's name with figures of its own."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parent.parent
_FIRST = "东西南北中城湖山海江"
_TRADE = ("教育", "民政", "司法", "财政", "水务", "农业", "文化", "卫生", "审计", "统计", "体育", "林业", "信访", "档案", "商务", "科技")
_AMOUNT = re.compile(r"(?m)^(  (?:budget|income|executed): )[\d.]+")
_NAME = re.compile(r"(?m)^  (name|short_name|self): .*$")


def write(folder: Path, count: int, sources: list[Path] | None = None) -> list[Path]:
    """Put `count` inputs into `folder`, the same ones in every run."""
    texts = [source.read_text("utf-8") for source in sources or sorted((ROOT / "inputs").glob("*.yaml"))]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"dept-{number + 1:05}.yaml"
        path.write_text(_another(texts[number % len(texts)], number), "utf-8")
        paths.append(path)
    return paths


def _another(text: str, number: int) -> str:
    source = random.Random(number)
    trade = _TRADE[number % len(_TRADE)]
    short = f"{source.choice(_FIRST)}{source.choice(_FIRST)}区{trade}局"
    names = {"name": f"某市{short}第{number + 1}分局", "short_name": f"{short}{number + 1}分局", "self": f"区{trade}局"}
    amount = Decimal(source.randint(10_000, 9_999_999)) / 100
    text = _NAME.sub(lambda match: f"  {match[1]}: {names[match[1]]}", text)
    return _AMOUNT.sub(lambda match: f"{match[1]}{amount}", text)

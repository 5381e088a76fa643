"""However an input is laid out, what it becomes can be read, keeps what stays and lacks the facts of its year."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen import inputs
from reportgen.drafting import rolled
from reportgen.packs import sample
from reportgen.workshop import Workshop

PACK = Workshop([Path(__file__).parents[2] / "templates"]).pack("baoan")
SCHEMA = PACK.schema("department-report", "project-form")
KINDS = ["department-report", "project-form"]


class Text(str):
    """A text that is written in the style under test."""


def written(value: Any) -> Any:
    """Made-up data as an author might write it, long texts over several lines."""
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    if isinstance(value, list):
        return [written(item) for item in value]
    if isinstance(value, str):
        return Text(value + "，再说一句很长的话。" * 5 if "示例文字" in value else value)
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("width", [40, 10_000])
@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@pytest.mark.parametrize("flow", [None, True, False])
def test_any_layout_rolls_forward(flow: bool | None, style: str | None, width: int) -> None:
    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style))
    data = {**written(sample(SCHEMA.root, year=2024)), "pack": "baoan", "kind": KINDS, "year": 2024}
    text = yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
    tree = inputs.read(text.encode(), "x.yaml")
    assert tree.findings == ()
    made = inputs.read(rolled(tree, SCHEMA).encode(), "y.yaml")
    assert [str(finding) for finding in made.findings] == []
    assert made.value["year"] == 2025
    assert made.value["department"]["name"] == tree.value["department"]["name"]
    assert made.value["department"]["duties"] == [text if "{{" not in text else None for text in tree.value["department"]["duties"]]
    assert made.value["finance"]["three_public"]["last_year"] == tree.value["finance"]["three_public"]["executed"]
    assert made.value["finance"]["budget"] is None
    assert made.value["evaluation"]["summary"] is None

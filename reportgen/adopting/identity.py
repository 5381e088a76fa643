"""Whose report a file is and of which year: what must not stay in a template that others fill in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.adopting.outline import Grid, Piece, Section

_YEAR = re.compile(r"(20\d\d)\s*年")
_DATED = re.compile(r"20\d\d\s*年度?")
_KIND = re.compile(r"(?:部门)?整体(?:支出)?|部门(?=支出|绩效|预算)|绩效|自评|项目支出|预算支出")
_ENDS = r"(?:联合会|委员会|办公室|管理局|研究院|事务所|局|委|办|会|院|厅|部|所|站|中心|街道|镇|校|妇联|馆|处|队|署|台|社|园|公司|集团|基金)"
_ORGANISATION = re.compile(rf"[\u4e00-\u9fff]{{2,8}}[省市区县州][\u4e00-\u9fff]{{0,16}}?{_ENDS}")
_NAMED = re.compile(rf"(?:部门|单位)名称[（(]?[^：:]{{0,6}}[：:]\s*([\u4e00-\u9fff]{{3,30}}{_ENDS})")
_WHOLE = re.compile(rf"[\u4e00-\u9fff]{{2,30}}{_ENDS}")


@dataclass(frozen=True, slots=True)
class Identity:
    """The year of a file (0: it names none), and the names of its department ("": none is found)."""

    year: int = 0
    name: str = ""
    short_name: str = ""


def identity(root: Section) -> Identity:
    """Read off a file's title, then its text."""
    opening = list(_texts(root.pieces))
    below = [text for section in root.walk() for text in _texts(section.pieces)]
    years = [year for text in opening for year in _YEAR.findall(text)] or [year for text in below for year in _YEAR.findall(text)]
    usual = Counter(years).most_common(1)
    return Identity(int(usual[0][0]) if usual else 0, *_names(opening, [*opening, *below]))


def _names(opening: Iterable[str], texts: list[str]) -> tuple[str, str]:
    """The department's full and short name: the title says one of them, the text may say the other."""
    titled = next(filter(None, map(_titled, opening)), "")
    named = next((match[1] for text in texts if (match := _NAMED.search(text))), "")
    longer = (
        name for text in texts for name in _ORGANISATION.findall(text) if titled and titled not in name and _abbreviates(titled, name)
    )
    known = Counter(longer)
    full = named or max(known, key=lambda name: (known[name], len(name)), default="") or titled
    return full, titled if titled != full else ""


def _titled(text: str) -> str:
    """The department in a line of a title."""
    head = re.sub(r"\s", "", _KIND.split(_DATED.sub("", text))[0])
    return head if _WHOLE.fullmatch(head) else ""


def _abbreviates(short: str, full: str) -> bool:
    """Whether a name is another's short form: its characters stand there in their order (番禺区妇联 for 广州市番禺区妇女联合会)."""
    rest = iter(full)
    return all(character in rest for character in short)


def _texts(pieces: Iterable[Piece]) -> Iterator[str]:
    return (part.block.text for piece in pieces for part in (piece.parts if isinstance(piece, Grid) else (piece,)))

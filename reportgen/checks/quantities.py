"""Numbers with their units as a text states them, each with the words that say what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.regexes import regex
from reportgen.values import dataclass

_NUMBER = regex(
    r"(?P<n>\d(?<![\d.,A-Za-z〔]\d)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d{0,11}(?:\.\d{1,8})?))(?![\d.])\s*(?P<more>余|多)?"
    r"(?P<unit>[%％]|(?:万|亿)?(?:元|人次|平方米|[人件份宗起分个名幅户次场项篇期条家所支只辆台套间处])|万)?"
)
_BREAKS = regex(r"[，。；：、！？,;:（）()\n]")
_SENTENCE = regex(r"[。；;！？\n]")
_HEDGES = regex(r"(?:约|近|逾|超过|超|至少|不少于|不低于|大于等于|不超过|小于等于)\s*$")
_BEHIND = regex(r"\s*(?:以上|以下|左右|上下|～|~|—|-|至\d)")
_YEAR = regex(r"\s*(?:年|月|日|号|时|届|周|度|期)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text."""

    value: Decimal
    written: str
    unit: str
    """As written, % for ％; "" where none of the known units follows."""
    label: str
    """The words of its clause that stand before it."""
    start: int
    end: int
    vague: bool
    """Whether it is hedged (约, 余, 以上) or the end of a range."""

    @property
    def decimals(self) -> int:
        return len(self.written.partition(".")[2])

    @property
    def shown(self) -> str:
        return self.written + self.unit


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The numbers of a text, or of what begins in a stretch of it, that count or measure something, in reading order; no dates."""
    for match in _NUMBER.finditer(text, start):
        if end is not None and match.start() >= end:
            return
        unit = (match["unit"] or "").replace("％", "%")
        if not unit and _YEAR.match(text, match.end("n")):
            continue
        clause = _clause_start(text, match.start())
        label = text[clause : match.start()].strip()
        vague = bool(match["more"] or _HEDGES.search(label) or _BEHIND.match(text, match.end()))
        yield Quantity(Decimal(match["n"].replace(",", "")), match["n"], unit, label, match.start(), match.end(), vague)


def _clause_start(text: str, at: int) -> int:
    start = 0
    for found in _BREAKS.finditer(text, max(0, at - 60), at):
        start = found.end()
    return start if start or at <= 60 else at - 60


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences and the clauses between ； begin and end."""
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def percentage(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """`part` of `whole` in per cent, rounded half up."""
    return (part / whole * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)

"""Plain values as authors write them (`1,528.34`, `672.37万元`, `是`) read as what the schema wants."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Any

from reportgen.chinese import UNITS, convert, plain
from reportgen.findings import Fault
from reportgen.packs import faults
from reportgen.regexes import regex
from reportgen.values import dataclass

_HALFWIDTH = str.maketrans("０１２３４５６７８９．，－−％", "0123456789.,--%")
_WRITTEN = regex(r"(?P<sign>-?)(?P<whole>[0-9][0-9,]*)(?P<part>\.[0-9]+)?(?P<suffix>[^0-9.,].{0,7})?")
_GROUPED = regex(r"[1-9][0-9]{0,2}(,[0-9]{3})+")
_WHOLE = regex(r"0|[1-9][0-9]*")
_MULTIPLES = ("万", "亿", "千", "百", "百万", "千万")
_LONGEST = 64
_YES = frozenset({"是", "yes", "on", "y", "true"})
_NO = frozenset({"否", "no", "off", "n", "false"})


@dataclass(frozen=True)
class Reading:
    """A number read from text, or the fault that forbids it; `values` fill the fault's wording."""

    number: int | Decimal | None
    fault: Fault | None = None
    values: dict[str, Any] = field(default_factory=dict)


def read_number(text: str, unit: str) -> Reading:
    """The number that `text` says, in `unit` ("": a plain number).

    Findings: D201 D202 D203 D204 by way of `Reading.fault`; D205 where it was understood.
    """
    tidy = "".join(text.split()).translate(_HALFWIDTH)
    match = _WRITTEN.fullmatch(tidy) if len(tidy) <= _LONGEST else None
    if match is None:
        return Reading(None, faults.NOT_A_NUMBER)
    whole = match["whole"]
    if "," in whole and not _GROUPED.fullmatch(whole):
        return Reading(None, faults.BROKEN_GROUPING)
    whole = whole.replace(",", "")
    if not _WHOLE.fullmatch(whole):
        return Reading(None, faults.NOT_A_NUMBER)
    digits = match["sign"] + whole + (match["part"] or "")
    number = Decimal(digits) if match["part"] else int(digits)
    suffix = match["suffix"] or ""
    if suffix in ("", unit):
        return Reading(number, faults.NUMBER_AS_TEXT, {"number": digits})
    return _refused(number, digits, suffix, unit)


def _refused(number: int | Decimal, digits: str, suffix: str, unit: str) -> Reading:
    """Why a number with this suffix cannot be taken."""
    if suffix in _MULTIPLES:
        zh = f"这里的单位是{unit}：换算后只写数字" if unit else "写出完整的数字"
        en = f"The unit here is {unit}: convert, and write the number alone" if unit else "Write the number in full"
        if unit.startswith(suffix):
            zh, en = f"如果是 {digits} {unit}，写 {digits}", f"If {digits} {unit} is meant, write {digits}"
        return Reading(None, faults.BARE_MULTIPLE, {"suffix": suffix, "advice_zh": zh, "advice_en": en})
    if suffix in UNITS and unit in UNITS:
        other = plain(convert(number, suffix, unit))
        other = other.rstrip("0").rstrip(".") if "." in other else other
        values = {"advice_zh": f"换算成{unit}：{other}", "advice_en": f"In {unit} it is {other}"}
    else:
        values = {"advice_zh": "只写数字", "advice_en": "Write the number alone"}
    if not (suffix in UNITS or suffix == "%" or unit):
        return Reading(None, faults.NOT_A_NUMBER)
    values |= {"given": suffix, "unit_zh": f"要的是{unit}" if unit else "不带单位"}
    return Reading(None, faults.OTHER_UNIT, values | {"unit_en": f"{unit} is wanted" if unit else "a plain number is wanted"})


def read_yes_or_no(text: str) -> bool | None:
    """Whether `text` says yes (是, yes) or no (否, no); None where it says neither."""
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


def as_written(value: int | Decimal | bool) -> str:
    """A plain value back as the text that it was written as."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)

"""Rates of adjustment that a text states, compared with what was adjusted and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.document import Document
from reportgen.checks.quantities import Quantity, percentage
from reportgen.checks.rule import Hit, hit, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_RATE = regex("调整率$|调整率为|调整率是|调整率达")
_CHANGE = regex(r"调(?P<less>减|低)|调(?:增|整|高)|追加")
_AFTER = regex("调整后")
_MOST_BETWEEN = 60
"""Characters on either side of the rate in which its amounts stand."""


@rule(
    "C217",
    "adjustment-rate-on-other-base",
    Severity.NOTICE,
    zh="调整率写的是 {given}，按 {part}÷年初预算 {whole} 应为 {right}%",
    en="the rate of adjustment is given as {given}; {part} of the initial budget {whole} is {right}%",
    hint_zh="调整率以年初预算为基数；按调整后的预算算的，改过来或者说明",
    hint_en="the initial budget is its base; where it was worked out on the adjusted one, correct it or say so",
)
def adjustment_rate_on_other_base(document: Document) -> Iterator[Hit]:
    """A rate of adjustment beside the amount adjusted and the adjusted budget, from which the initial one follows, that is not theirs.

    规则: 预算调整率＝调整的金额÷年初预算。
    原因: 常有人拿调整后的预算作基数，算出来偏小。
    Why: dividing by the adjusted budget makes the rate too small, and reviewers of the initial budget get another.
    Bad: 调增预算123.1万元，调整率为4.92%，调整后预算为2,500.65万元。
    Good: 调增预算123.1万元，调整率为5.18%，调整后预算为2,500.65万元。
    Good: 年初预算2,377.55万元，调整率为5.18%。
    Source: arithmetic, half up; 财预〔2013〕53号.
    """
    for paragraph in document.paragraphs:
        if "调整率" not in paragraph.text:
            continue
        found = paragraph.quantities
        for rate in found:
            if rate.unit == "%" and not rate.vague and _RATE.search(rate.label) and (base := _base(rate, found)) is not None:
                change, whole = base
                right = percentage(change.value, whole, max(rate.decimals, 1))
                if rate.value != right and paragraph.typed(rate.start, rate.end):
                    values = {"given": rate.shown, "part": change.shown, "whole": whole, "right": right}
                    yield hit(paragraph, (rate.start, rate.end), None, (paragraph.span(change.start, change.end),), **values)


def _base(rate: Quantity, found: tuple[Quantity, ...]) -> tuple[Quantity, Decimal] | None:
    """What was adjusted, and the initial budget that follows from it and the adjusted one."""
    near = [one for one in found if one.unit.endswith("元") and abs(one.start - rate.start) <= _MOST_BETWEEN]
    after = next((one for one in near if _AFTER.search(one.label)), None)
    change = next((one for one in near if one is not after and _CHANGE.search(one.label)), None)
    if after is None or change is None or after.unit != change.unit:
        return None
    match = _CHANGE.search(change.label)
    whole = after.value + change.value if match and match["less"] else after.value - change.value
    return (change, whole) if whole > 0 else None

"""Filters over numbers: rounding, sums, amounts of money, percentages, dates and marks, with English and Chinese names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2 import pass_context, pass_environment
from jinja2.environment import Environment
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context
from jinja2.utils import missing

from reportgen import chinese
from reportgen.expressions.arithmetic import Exact, integer, nearest, number_of, total, whole
from reportgen.expressions.budget import current_budget
from reportgen.expressions.printing import Paragraphs, text_of

_CLOSING = "。，、；：！？.,;:!? \t\u3000"


def round_number(value: Exact, precision: int = 0, method: str = "common") -> Decimal:
    """`value` with `precision` decimals, halves away from zero; methods `ceil` and `floor` go one way."""
    if method == "common":
        return nearest(value, precision)
    if method not in ("ceil", "floor"):
        raise ValueError("common, ceil, floor")
    scale = Decimal(1).scaleb(precision)
    return nearest(whole(value * scale, method) / scale, precision)


def absolute(value: Exact) -> Exact:
    """`value` without its sign."""
    return abs(value) if isinstance(value, int) else value.copy_abs()


def to_integer(value: Any, default: Any = 0, base: int = 10) -> Any:
    """The whole number in a number or text, cut towards zero; `default` where there is none."""
    number = _read(value) if base == 10 else int(str(value)[:60], base)
    return default if number is None else integer(number)


def to_decimal(value: Any, default: Any = Decimal("0.0")) -> Any:
    """The number in a number or text; `default` where there is none."""
    number = _read(value)
    return default if number is None else Decimal(number)


def _read(value: Any) -> Any:
    if not isinstance(value, str):
        return number_of(value)
    try:
        return chinese.number(value.strip())
    except ValueError:
        return None


@pass_environment
def sum_of(environment: Environment, values: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    """The sum of numbers, or of an attribute of objects."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    return total(list(values), start)


def fixed(value: Exact, decimals: int = 2) -> str:
    """`value` with exactly `decimals` decimals."""
    return chinese.amount(value, decimals)


def grouped(value: Exact, decimals: int | None = None) -> str:
    """`value` with its thousands parted by commas."""
    return chinese.amount(value, decimals, grouping=True)


@pass_context
def converted(context: Context, value: Exact, to_unit: str, from_unit: str | None = None) -> Decimal:
    """`value` in another unit of money, from the input's unit (`unit` of the context, else 万元), without needless zeros."""
    source = from_unit or _unit_of(context)
    moved = chinese.convert(value, source, to_unit)
    if source == to_unit:
        return moved
    if moved == (whole := moved.to_integral_value()):
        return whole
    return Decimal(f"{moved:f}".rstrip("0"))


def _of(context: Context, name: str) -> Any:
    """A name's value, None where it has none; Jinja's own `get` raises and catches an error then."""
    value = context.resolve_or_missing(name)
    return None if value is missing else value


def _unit_of(context: Context) -> str:
    """The input's unit of money."""
    return text_of(_of(context, "unit") or "万元")


def money_in(unit: str) -> Callable[..., str]:
    """The filter that prints an amount in `unit` with the unit's name: 672.37万元; grouped as told, else as the pack's settings say."""

    @pass_context
    def money(context: Context, value: Exact, decimals: int | None = None, grouping: bool | None = None) -> str:
        if grouping is None:
            grouping = bool((_of(context, "settings") or {}).get("digit_grouping"))
        moved = value if _unit_of(context) == unit else converted(context, value, unit)
        return chinese.amount(moved, decimals, grouping) + unit

    return money


@pass_context
def in_capitals(context: Context, value: Exact, from_unit: str | None = None) -> str:
    """An amount in capitals, as on a cheque."""
    return chinese.capital_amount(converted(context, value, "元", from_unit))


def in_numerals(value: Any) -> str:
    """A whole number in Chinese numerals; 12 is 十二."""
    if value != integer(value):
        raise ValueError("整数 / whole numbers")
    return chinese.numeral(integer(value))


@pass_context
def band(context: Context, value: Exact, bands: str | list[dict[str, Any]]) -> str:
    """The word of the band that `value` reaches; `bands` ({from, word} from the highest down) or their name in the pack.

    Raises:
        KeyError: no such bands, or `value` is below the lowest.
    """
    steps = (_of(context, "bands") or {})[bands] if isinstance(bands, str) else bands
    for step in steps:
        if value >= step["from"]:
            return text_of(step["word"])
    raise KeyError(f"{value}")


def enumerated(items: Iterable[Any], form: str = "一是", mode: str = "连写") -> Any:
    """Items each with its mark (一是 1. （1） ① …), but for those that bear one: one text (连写), or a paragraph each (分段)."""
    if mode not in ("连写", "分段", "joined", "apart"):
        raise ValueError("连写, 分段")
    texts = [text_of(item) for item in items]
    current_budget().write(sum(map(len, texts)) + 20 * len(texts))
    made = chinese.enumerate_items(texts, form, mode in ("连写", "joined"))
    return made if isinstance(made, str) else Paragraphs(made)


def ordinal_mark(number: int, form: str, text: Any = "") -> str:
    """The mark of a number in a form, to stand before `text`; nothing where the text bears a mark already."""
    return "" if text and chinese.leading_ordinal(text if isinstance(text, str) else text_of(text)) else chinese.ordinal(number, form)


def sentence(value: Any) -> Any:
    """A text that ends as a sentence does, with 。 where it has no mark at its end."""
    text = value if isinstance(value, str) else text_of(value)
    made = chinese.ended(text) if text and not text.isspace() else text
    return value if made == text else made


def without_closing(value: Any) -> str:
    """A text without the punctuation at its end."""
    return text_of(value).rstrip(_CLOSING)

"""All filters, tests and global names of our environment, under their English and Chinese names."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2 import filters as stock
from jinja2 import tests as stock_tests
from jinja2.utils import Cycler, Joiner, Namespace

from reportgen import chinese
from reportgen.expressions import numbers, official, texts
from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import integer, number_of
from reportgen.expressions.budget import current_budget
from reportgen.expressions.charts import chart
from reportgen.expressions.limits import ANY, DATE, LIST, NUMBER, TEXT, Needs, bounded, tested
from reportgen.expressions.operators import OPERATORS, Operation
from reportgen.expressions.printing import text_of
from reportgen.expressions.scoring import quantity, scored
from reportgen.expressions.subtotals import misweighed, subtotals


def _default(value: Any, default: Any = "", boolean: bool = False) -> Any:
    """`value`, or `default` where it is absent (with `boolean` also where it is empty)."""
    return default if value is None or isinstance(value, Absent) or (boolean and not value) else value


def _unchanged(value: Any) -> Any:
    """What `e` and `escape` do here: everything that is printed is escaped anyway, and data never becomes markup."""
    return value if isinstance(value, str) else text_of(value)


def _join_with(separator: str) -> Operation:
    def joined(environment: Any, values: Any, attribute: Any = None) -> str:
        return texts.join_text(environment, values, separator, attribute)

    joined.jinja_pass_arg = texts.join_text.jinja_pass_arg  # type: ignore[attr-defined]
    return joined


# English name, Chinese names, the filter, what it takes.
_NUMBERS: list[tuple[str, tuple[str, ...], Operation]] = [
    ("round", ("四舍五入",), numbers.round_number),
    ("abs", ("绝对值",), numbers.absolute),
    ("fixed", ("保留",), numbers.fixed),
    ("grouped", ("千分位",), numbers.grouped),
    ("convert", ("换算",), numbers.converted),
    ("wan", ("万元",), numbers.money_in("万元")),
    ("yuan", ("元",), numbers.money_in("元")),
    ("yi", ("亿元",), numbers.money_in("亿元")),
    ("percent", ("百分比",), chinese.percent),
    ("capital", ("大写",), numbers.in_capitals),
    ("numeral", ("汉字",), numbers.in_numerals),
    ("ordinal", ("序号",), numbers.ordinal_mark),
    ("band", ("分档",), numbers.band),
    ("scored", ("计分",), scored),
]
_DATES: list[tuple[str, tuple[str, ...], Operation]] = [
    ("long_date", ("日期",), chinese.long_date),
    ("chinese_date", ("汉字日期",), chinese.chinese_date),
    ("month_day", ("月日",), chinese.month_day),
]
_TEXTS: list[tuple[str, tuple[str, ...], Operation]] = [
    ("without_closing", ("去标点",), numbers.without_closing),
    ("sentence", ("成句",), numbers.sentence),
    ("replace", ("替换",), texts.replace_text),
    ("indent", (), texts.indent_text),
    ("wordwrap", (), texts.wrap_words),
    ("truncate", ("截取",), texts.truncate_text),
    ("format", (), texts.format_text),
    ("upper", (), stock.do_upper),
    ("lower", (), stock.do_lower),
    ("capitalize", (), stock.do_capitalize),
    ("title", (), stock.do_title),
    ("trim", ("去空白",), stock.do_trim),
    ("center", (), stock.do_center),
    ("striptags", (), stock.do_striptags),
    ("wordcount", (), stock.do_wordcount),
    ("string", ("文字",), text_of),
    ("caption", ("题注",), official.captioned),
    ("reference", ("引用",), official.referred),
    ("footnote", ("脚注",), official.noted),
    ("escape", ("e", "forceescape"), _unchanged),
]
_SEQUENCE_FILTERS: list[tuple[str, tuple[str, ...], Operation]] = [
    ("length", ("count", "个数"), len),
    ("list", (), list),
    ("join", ("连接",), texts.join_text),
    ("join_list", ("顿号",), _join_with("、")),
    ("enumerate_items", ("列举",), numbers.enumerated),
    ("first", ("首个",), stock.sync_do_first),
    ("last", ("末个",), stock.do_last),
    ("map", ("取",), stock.sync_do_map),
    ("select", (), stock.sync_do_select),
    ("reject", (), stock.sync_do_reject),
    ("selectattr", ("筛选",), stock.sync_do_selectattr),
    ("rejectattr", ("排除",), stock.sync_do_rejectattr),
    ("sort", ("排序",), stock.do_sort),
    ("unique", ("去重",), stock.do_unique),
    ("reverse", ("倒序",), stock.do_reverse),
    ("batch", (), stock.do_batch),
    ("slice", (), stock.sync_do_slice),
    ("groupby", ("分组",), stock.sync_do_groupby),
    ("subtotals", ("小计",), subtotals),
    ("misweighed", ("分值不符",), misweighed),
    ("dictsort", (), stock.do_dictsort),
    ("items", (), stock.do_items),
]
# An absent list has no sum, no least and no greatest member: 0 would be printed as a fact.
_AGGREGATES: list[tuple[str, tuple[str, ...], Operation]] = [
    ("sum", ("total", "合计"), numbers.sum_of),
    ("min", ("最小",), stock.do_min),
    ("max", ("最大",), stock.do_max),
]
_OTHERS: list[tuple[str, tuple[str, ...], Operation]] = [
    ("int", ("整数",), numbers.to_integer),
    ("float", ("decimal", "小数"), numbers.to_decimal),
    ("quantity", ("数值",), quantity),
]
_CHOICES: list[tuple[str, tuple[str, ...], Operation]] = [("ticked", ("勾选",), texts.ticked)]

_GROUPS: list[tuple[list[tuple[str, tuple[str, ...], Operation]], Needs, bool]] = [
    (_NUMBERS, NUMBER, False),
    (_DATES, DATE, False),
    (_TEXTS, TEXT, False),
    (_SEQUENCE_FILTERS, LIST, True),
    (_AGGREGATES, LIST, False),
    (_OTHERS, ANY, False),
    (_CHOICES, ANY, True),
]


def _filters() -> dict[str, Operation]:
    table = OPERATORS | dict.fromkeys(("default", "d", "默认"), _default)
    for group, needs, takes_absent in _GROUPS:
        for english, others, function in group:
            for name in (english, *others):
                table[name] = bounded(name, function, needs, growth=english, takes_absent=takes_absent)
    return table


def _none(value: Any) -> bool:
    """Whether nothing is given: a blank field is the same as a missing one."""
    return value is None or isinstance(value, Absent)


def _number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


_STOCK_TESTS: dict[str, Any] = dict(stock_tests.TESTS)
_TESTS_KEPT = [
    "odd",
    "even",
    "divisibleby",
    "defined",
    "undefined",
    "filter",
    "test",
    "boolean",
    "false",
    "true",
    "integer",
    "lower",
    "upper",
    "string",
    "mapping",
    "iterable",
    "sequence",
    "sameas",
    "==",
    "eq",
    "equalto",
    "!=",
    "ne",
    ">",
    "gt",
    "greaterthan",
    "ge",
    ">=",
    "<",
    "lt",
    "lessthan",
    "<=",
    "le",
    "in",
]

_CANNOT_FAIL = frozenset({"defined", "undefined", "boolean", "false", "true", "integer", "string", "mapping"})


def _tests() -> dict[str, Operation]:
    table = {name: _STOCK_TESTS[name] if name in _CANNOT_FAIL else tested(name, _STOCK_TESTS[name]) for name in _TESTS_KEPT}
    return table | {"none": _none, "number": _number, "decimal": _number, "float": _number}


def bounded_range(*bounds: Any) -> range:
    """Whole numbers as Python's range gives them; Decimals without a fraction are taken too.

    Raises:
        BudgetExceeded: more numbers than steps are left.
    """
    numbers_given = [number_of(bound) for bound in bounds]
    if any(not isinstance(number, int | Decimal) or number != integer(number) for number in numbers_given):
        raise TypeError("整数 / whole numbers")
    numbers_wanted = range(*(integer(number) for number in numbers_given))
    current_budget().step(len(numbers_wanted) // 16)
    return numbers_wanted


FILTERS: dict[str, Operation] = _filters()
TESTS: dict[str, Operation] = _tests()
_OFFICIAL: list[tuple[str, str, Any]] = [
    ("chart", "图表", chart),
    ("contents", "目录", official.contents),
    ("section", "分节", official.section),
    ("renumber", "重新编号", official.renumber),
]
GLOBALS: dict[str, Any] = {
    "range": bounded_range,
    "dict": dict,
    "cycler": Cycler,
    "joiner": Joiner,
    "namespace": Namespace,
    **{name: function for english, other, function in _OFFICIAL for name in (english, other)},
}
FILTER_NAMES: dict[str, tuple[str, ...]] = {
    "default": ("d", "默认"),
    **{english: others for group, _, _ in _GROUPS for english, others, _ in group},
}
"""Every filter with its other names."""
FUNCTION_NAMES: dict[str, tuple[str, ...]] = dict.fromkeys(("range", "dict", "cycler", "joiner", "namespace"), ()) | {
    english: (other,) for english, other, _ in _OFFICIAL
}
"""Every function with its other name."""

"""Single expressions: what they read, what they give, and where they are at fault."""

from __future__ import annotations

from decimal import Decimal
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.expressions import (
    AbsentError,
    Budget,
    BudgetExceeded,
    Environment,
    ExpressionError,
    ExpressionSyntaxError,
    Forbidden,
    Names,
    Record,
    compile_expression,
    variables,
)

ENVIRONMENT = Environment()
FINANCE = Record(
    {"budget": Decimal("672.37"), "executed": Decimal("660.10")},
    Names({"预算数": "budget", "调整额": "adjustment"}, {"budget": "预算数", "executed": "执行数", "adjustment": "调整额"}),
    "finance",
)
ROOT = Record(
    {
        "finance": FINANCE,
        "rows": [{"score": Decimal("1.5"), "name": "甲"}, {"score": Decimal("2.50"), "name": "乙"}],
        "text": "abc",
        "n": 3,
        "blank": None,
        "split": {"basic": Decimal(1), "project": Decimal("2.5")},
        "items": ["甲", "乙"],
    },
    Names({"收支": "finance"}, {"finance": "收支"}),
)


def value(source, **more):
    return compile_expression(source, ENVIRONMENT).evaluate({**variables(ROOT), **more})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("finance.budget", Decimal("672.37")),
        ("收支.预算数", Decimal("672.37")),
        ("finance['预算数']", Decimal("672.37")),
        ("rows[0].name", "甲"),
        ("rows[1.0].name", "乙"),
        ("items", ["甲", "乙"]),
        ("rows｜length", 2),
        ("“甲”～n", "甲3"),
        ("n ＞ 2 and （n ＜ 4）", True),
        ("text.upper()", "ABC"),
        ("text[1:]", "bc"),
        ("'有' if nothing", ""),
        ("nothing is defined", False),
        ("blank is none", True),
        ("nothing.at.all|default('无')", "无"),
        ("split + 1", Decimal("4.5")),
        ("n.total", 3),
        ("1 < n <= 3", True),
        ("range(3)|list", [0, 1, 2]),
    ],
)
def test_an_expression_gives_its_value(source, expected):
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("finance.budget / finance.executed + finance.budget", ("finance.budget", "finance.executed")),
        ("rows|sum('score') ~ total.x", ("rows[].score", "total.x")),
        ("rows|selectattr('kind', 'eq', wanted)|map(attribute='score')|sum", ("rows[].kind", "rows[].score", "wanted")),
        ("finance['budget']|保留(places)", ("finance.budget", "places")),
        ("range(n)|list", ("n",)),
        ("1 + 2", ()),
    ],
)
def test_an_expression_tells_the_names_it_reads(source, names):
    assert compile_expression(source, ENVIRONMENT).names == names


@pytest.mark.parametrize(
    ("source", "offset", "zh"),
    [
        ("1 +", 3, "表达式写法有误：没有写完"),
        ("1 ! 2", 2, "表达式写法有误：不认识的字符 '!'"),
        ("(n", 2, "表达式写法有误：没有写完"),
        ("n n", 2, "表达式写法有误：多余的“n”"),
        ("n|万园", 2, "没有名为“万园”的过滤器，是不是“万元”？"),
        ("n is odb", 2, "没有名为“odb”的判断（is odb），是不是“odd”？"),
        ("9" * 41, 0, "表达式写法有误：数字太长"),
        ("1 + 1e999", 4, "表达式写法有误：数字太长"),
        ("(" * 300 + "1" + ")" * 300, 0, "表达式写法有误：嵌套太深"),
        ("1" * 20_000, 0, "表达式写法有误：太长"),
        ("", 0, "表达式写法有误：没有写完"),
    ],
)
def test_a_faulty_source_tells_its_place_and_what_is_wrong(source, offset, zh):
    with pytest.raises(ExpressionSyntaxError) as caught:
        compile_expression(source, ENVIRONMENT)
    assert (caught.value.offset, caught.value.wording("zh")) == (offset, zh)


@pytest.mark.parametrize("source", ["f(1)", "text.upper()", "n|default(range(3))"])
def test_narrative_text_holds_no_calls(source):
    with pytest.raises(ExpressionSyntaxError, match="names and filters only"):
        compile_expression(source, ENVIRONMENT, narrative=True)


def test_a_sum_of_many_terms_is_no_nesting():
    assert value(" + ".join(["1"] * 500)) == 500


def test_a_name_looked_up_by_an_absent_value_is_told_by_its_path():
    with pytest.raises(AbsentError) as caught:
        compile_expression("-n[nothing]", ENVIRONMENT).evaluate({"n": {}})
    assert "nothing" in caught.value.wording("en")


@pytest.mark.parametrize(
    ("source", "zh"),
    [
        ("finance.adjustment + 1", "“调整额”（finance.adjustment）没有填写"),
        ("finance.bugdet + 1", "“finance.bugdet”没有填写，是不是“budget”？"),
        ("finance.利用 + 1", "“利用”没有填写"),
        ("nothing.at.all * 2", "“nothing.at.all”没有填写"),
        ("nothing ~ ''", "“nothing”没有填写"),
        ("nothing < 1", "“nothing”没有填写"),
        ("nothing()", "“nothing”没有填写"),
        ("nothing|sum", "“nothing”没有填写"),
        ("root.blank + 1", "“root.blank”没有填写"),
    ],
)
def test_an_absent_value_may_not_be_reckoned_with(source, zh):
    with pytest.raises(AbsentError) as caught:
        value(source, root=Record(ROOT, ROOT.names, "root"))
    assert caught.value.wording("zh") == zh


@pytest.mark.parametrize(
    ("source", "en"),
    [
        ("text + 1", "cannot work out “abc” + 1"),
        ("1 + text", "cannot work out 1 + “abc”"),
        ("text % 3", "cannot work out “abc” % 3"),
        ("n < text", "cannot work out 3 < “abc”"),
        ("n in n", "cannot work out 3 in 3"),
        ("-text", "cannot work out 0 - “abc”"),
        ("1 / 0", "division by zero: 1 / 0"),
        ("1 % 0", "division by zero: 1 % 0"),
        ("dict(1)", "dict cannot be used like this: 'int' object is not iterable"),
        ("n[1:2]", "the expression cannot be evaluated: 'int' object is not subscriptable"),
    ],
)
def test_values_that_do_not_fit_are_named(source, en):
    with pytest.raises(ExpressionError) as caught:
        value(source)
    assert caught.value.wording("en") == en


@pytest.mark.parametrize(
    "source",
    [
        "''.__class__.__mro__",
        "text.__init__.__globals__",
        "''['__class__']",
        "n.__class__",
        "rows.__class__",
        "range.__self__",
        "namespace.__init__",
        "cycler(1).__init__",
        "text.format(1)",
        "'{0}'.format_map(rows)",
        "text.encode()",
        "['a']|map(attribute='__class__')|list",
        "['a']|sort(attribute='__class__')",
    ],
)
def test_nothing_but_data_can_be_reached(source):
    with pytest.raises(Forbidden):
        value(source)


@pytest.mark.parametrize("name", ["safe", "attr", "xmlattr", "pprint", "tojson", "urlize", "random", "filesizeformat"])
def test_filters_that_make_markup_or_walk_attributes_are_not_there(name):
    with pytest.raises(ExpressionSyntaxError, match="no filter named"):
        compile_expression(f"n|{name}", ENVIRONMENT)


def test_evaluations_share_a_budget_where_one_is_given():
    expression = compile_expression("'甲' * 60", ENVIRONMENT)
    budget = Budget(characters=100)
    expression.evaluate({}, budget)
    with pytest.raises(BudgetExceeded):
        expression.evaluate({}, budget)


def test_threads_do_not_share_a_budget():
    expression = compile_expression("'甲' * 10_000_000", ENVIRONMENT)
    lengths = []
    threads = [Thread(target=lambda: lengths.append(len(expression.evaluate({})))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lengths == [10_000_000] * 3


_LEAVES = st.sampled_from(
    [
        "n",
        "text",
        "rows",
        "finance",
        "finance.budget",
        "nothing",
        "blank",
        "split",
        "items",
        "1",
        "0",
        "2.50",
        "'甲'",
        "[]",
        "true",
        "none",
        "{}",
        "range",
        "'%s'",
        "[[1]]",
        "{'a':1}",
        "(0/0)",
        "99999999999999999999",
    ]
)
_BINARY = st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "~", "<", "<=", ">", ">=", "==", "!=", "in", "and", "or"])
_FILTERS = st.sampled_from(
    [
        "万元",
        "元",
        "百分比",
        "大写",
        "日期",
        "汉字",
        "千分位",
        "保留",
        "列举",
        "默认",
        "合计",
        "顿号",
        "去标点",
        "成句",
        "round",
        "abs",
        "sum",
        "min",
        "max",
        "join",
        "sort",
        "unique",
        "batch(3)",
        "slice(2)",
        "center(5)",
        "indent(3)",
        "replace('a','b')",
        "format(1)",
        "truncate(2)",
        "wordwrap(2)",
        "int",
        "float",
        "string",
        "length",
        "first",
        "last",
        "list",
        "map('upper')",
        "groupby('a')",
        "selectattr('a')",
        "reverse",
        "title",
        "dictsort",
        "items",
        "分档('x')",
        "换算('元')",
        "round(-1)",
        "round(99)",
        "保留(n)",
        "e",
        "batch(0)",
        "slice(0)",
        "wordwrap(0)",
        "ordinal('一、')",
        "sum('score')",
    ]
)
_EXPRESSIONS = st.recursive(
    _LEAVES,
    lambda inner: (
        st.tuples(inner, _BINARY, inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})")
        | st.tuples(inner, _FILTERS).map(lambda parts: f"({parts[0]}|{parts[1]})")
        | inner.map(lambda part: f"(-{part})")
        | inner.map(lambda part: f"(not {part})")
        | inner.map(lambda part: f"{part}.total")
        | inner.map(lambda part: f"({part})()")
        | inner.map(lambda part: f"{part}[1:2]")
        | st.tuples(inner, inner).map(lambda parts: f"{parts[0]}[{parts[1]}]")
        | st.tuples(inner, inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[2]})")
        | st.tuples(inner, st.sampled_from(["odd", "divisibleby(0)", "in(3)", "number", "defined", "mapping"])).map(
            lambda parts: f"({parts[0]} is {parts[1]})"
        )
        | st.tuples(inner, inner).map(lambda parts: f"{{{parts[0]}: {parts[1]}}}")
        | st.tuples(inner, inner).map(lambda parts: f"range(*{parts[0]}, **{parts[1]})")
    ),
    max_leaves=8,
)


@given(_EXPRESSIONS)
def test_whatever_is_written_gives_a_value_or_one_of_our_errors(source):
    error = None
    try:
        value(source)
    except (ExpressionError, ExpressionSyntaxError) as raised:
        error = raised
    assert error is None or (error.wording("zh") and error.wording("en"))


@given(st.text(alphabet="n12.+-*/%|(){}[]'\"\\ 甲“”｜if is not", max_size=25))
def test_any_source_compiles_or_tells_a_place_within_itself(source):
    offset = 0
    try:
        value(source)
    except ExpressionSyntaxError as error:
        offset = error.offset
    except ExpressionError:
        offset = 0
    assert 0 <= offset <= len(source)

"""Templates in the environment: what they find, what they print, and what stops them."""

from __future__ import annotations

import time
from decimal import Decimal

import jinja2
import pytest

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
    rewrite,
    spending,
)

ENVIRONMENT = Environment()
HOSTILE = {
    "nested ranges": "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
    "nested loops": "{% for a in range(900) %}{% for b in range(900) %}{% for c in range(90) %}{{ 1 }}{% endfor %}{% endfor %}{% endfor %}",
    "repetition": "{{ 'a' * 10**10 }}",
    "list repetition": "{{ ([1] * 10**10)|length }}",
    "padding": "{{ 'a'|center(10**9) }}",
    "padding method": "{{ 'a'.ljust(10**10) }}",
    "formatting": "{{ '%10000000000d'|format(1) }}",
    "indenting": "{{ 'a\nb'|indent(10**8) }}",
    "batching": "{{ [1]|batch(10**9, 'x')|length }}",
    "slicing": "{{ [1]|slice(10**9)|length }}",
    "replacing": "{{ ('a' * 10000)|replace('a', 'b' * 10000) }}",
    "replacing method": "{{ ('a' * 10000).replace('a', 'b' * 10000) }}",
    "joining": "{{ range(100000)|join('a' * 1000) }}",
    "joining method": "{{ ('a' * 10000).join(('b' * 10000)|list) }}",
    "wrapping": "{{ ('a' * 100000)|wordwrap(1, True, 'b' * 1000) }}",
    "mapped padding": "{{ ['a']|map('center', 10**9)|list }}",
    "doubling": "{% set ns = namespace(t='a') %}{% for i in range(100) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
    "doubling by +": "{% set ns = namespace(t='a') %}{% for i in range(100) %}{% set ns.t = ns.t + ns.t %}{% endfor %}",
    "doubling lists": "{% set ns = namespace(t=[1]) %}{% for i in range(100) %}{% set ns.t = ns.t + ns.t %}{% endfor %}",
    "doubling blocks": "{% set ns = namespace(t='a') %}{% for i in range(100) %}{% set ns.t %}{{ ns.t }}{{ ns.t }}{% endset %}{% endfor %}",
    "squaring": "{% set ns = namespace(t=3) %}{% for i in range(100) %}{% set ns.t = ns.t * ns.t %}{% endfor %}",
    "macro recursion": "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "macro tree": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(45) }}",
    "block recursion": "{% block a %}{{ self.a() }}{% endblock %}",
    "loop recursion": "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
    "static text": "{% for i in range(100000) %}" + "z" * 100_000 + "{% endfor %}",
    "static text in a macro": "{% macro m() %}" + "z" * 100_000 + "{% endmacro %}{% for i in range(100000) %}{{ m() }}{% endfor %}",
    "filter block": "{% filter replace('a', 'b' * 10000) %}{% for i in range(100000) %}aaaaaaaaaaaaa{% endfor %}{% endfilter %}",
    "searching": "{% set l = range(100000)|list %}{% for i in range(100000) %}{% if -1 in l %}{% endif %}{% endfor %}",
    "sorting": "{% set l = range(50000)|list %}{% for i in range(100000) %}{% set x = l|sort %}{% endfor %}",
    "splitting": "{% set l = 'a,' * 1000000 %}{% for i in range(10000) %}{% set x = l.split(',') %}{% endfor %}",
    "copying": "{% set l = 'a,' * 1000000 %}{% for i in range(10000) %}{% set x = l[1:] %}{% endfor %}",
    "caller": "{% macro m() %}{% for i in range(9**7) %}{{ caller() }}{% endfor %}{% endmacro %}{% call m() %}{{ 'a' * 100 }}{% endcall %}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_stopped_soon(name):
    start = time.process_time()
    with pytest.raises(BudgetExceeded):
        ENVIRONMENT.from_string(HOSTILE[name]).render()
    assert time.process_time() - start < 4, "about a second on a quiet machine"


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ self.__class__ }}",
        "{{ self._TemplateReference__context }}",
        "{% for i in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
        "{{ namespace(a=1).__class__ }}",
        "{{ rows.append(1) }}{{ rows.sort() }}",
    ],
)
def test_nothing_of_the_program_can_be_reached(source):
    with pytest.raises((Forbidden, AbsentError)):
        ENVIRONMENT.from_string(source).render(rows=[3, 1])


@pytest.mark.parametrize(
    ("source", "zh"),
    [
        ("{% autoescape false %}x{% endautoescape %}", "表达式写法有误：不允许使用 autoescape"),
        ("{% for a in b %}" * 18 + "{% endfor %}" * 18, "表达式写法有误：嵌套太深"),
        ("{% if a %}" * 100 + "{% endif %}" * 100, "表达式写法有误：嵌套太深"),
        ("\n\n{{ a|nothing_like_it }}", "没有名为“nothing_like_it”的过滤器"),
    ],
)
def test_a_template_that_may_not_be_is_refused_when_it_is_compiled(source, zh):
    with pytest.raises(ExpressionSyntaxError) as caught:
        ENVIRONMENT.from_string(source)
    assert caught.value.wording("zh") == zh
    assert caught.value.lineno == 1 + source.count("\n")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ 2.50 }}|{{ a }}|{{ b }}", "2.50|1.10|是"),
        ("{{ '<b>' }}{{ markup|e }}", "&lt;b&gt;&lt;i&gt;"),
        ("{{ '<b>' ~ 1.50 }}", "&lt;b&gt;1.50"),
        ("{% for x in items %}{{ loop.index }}{{ x }}{% endfor %}", "1甲2乙"),
        ("{% for x in nothing %}{{ x }}{% else %}无{% endfor %}", "无"),
        ("{% for k, v in pair.items() %}{{ k }}{{ v }}{% endfor %}", "x1"),
        ("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}", "aba"),
        ("{% set ns = namespace(t=0) %}{% for x in [1, 2.5] %}{% set ns.t = ns.t + x %}{% endfor %}{{ ns.t }}", "3.5"),
        ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(1.10) }}", "[1.10]"),
        ("{% for x in [[1, [2, []]]] recursive %}{{ x[0] }}{{ loop([x[1]]) if x[1] }}{% endfor %}", "12"),
        ("{% set x %}a{{ a }}{% endset %}{{ x }}", "a1.10"),
        ("{{ none_at_all is defined }}{{ 'x' if nothing }}", "否"),
    ],
)
def test_a_template_prints_what_it_should(source, printed):
    context = {"a": Decimal("1.10"), "b": True, "markup": "<i>", "items": ["甲", "乙"], "pair": {"x": 1}}
    assert ENVIRONMENT.from_string(source).render(context) == printed


def test_a_key_comes_before_a_method_and_a_method_before_nothing():
    template = ENVIRONMENT.from_string("{{ a['items'] }}{{ a.items }}{{ b.items()|length }}")
    assert template.render(a={"items": "字段"}, b={"x": 1}) == "字段字段1"


@pytest.mark.parametrize("value", [[1], {"a": 1}, (1,), {1}, range(3), {"a": 1}.items(), iter([1]), len, Decimal])
def test_a_value_without_a_wording_is_not_printed(value):
    with pytest.raises(ExpressionError) as caught:
        ENVIRONMENT.from_string("{{ value }}").render(value=value)
    assert caught.value.fault.code == "E105"


@pytest.mark.parametrize("value", [Decimal("NaN"), 10**70, Decimal("1E+99")])
def test_a_number_that_no_report_holds_is_not_printed(value):
    with pytest.raises(ExpressionError):
        ENVIRONMENT.from_string("{{ value }}").render(value=value)


def test_a_callers_own_objects_are_seen_through_the_sandbox():
    class Office:
        name = "妇联"
        _secret = "x"

        def __str__(self):
            return "区妇联"

    assert ENVIRONMENT.from_string("{{ o }}{{ o.name }}{{ o.phone is defined }}").render(o=Office()) == "区妇联妇联否"
    with pytest.raises(Forbidden):
        ENVIRONMENT.from_string("{{ o._secret }}").render(o=Office())


def test_a_draft_prints_blanks_to_fill_in_instead_of_stopping():
    finance = Record({}, Names({"预算数": "budget"}, {"budget": "预算数"}), "finance")
    template = Environment(draft=True).from_string("{{ finance.budget }}，{{ finance.budget * 2 }}，{{ finance.budget|万元 }}，{{ issue }}")
    assert template.render(finance=finance) == "【待填：预算数】，【待填：预算数】，【待填：预算数】，【待填：issue】"


def test_a_stream_of_pieces_has_one_budget():
    pieces = ENVIRONMENT.from_string(
        "{% for i in range(100) %}{% for j in range(1000) %}{{ 'a' * 1000 }}{% endfor %}{% endfor %}"
    ).generate()
    with pytest.raises(BudgetExceeded):
        list(pieces)


@pytest.mark.parametrize(
    "name", ["nested loops", "repetition", "doubling", "doubling blocks", "padding", "replacing", "squaring", "static text"]
)
def test_templates_of_another_environment_are_bounded_too(name):
    environment = jinja2.Environment()
    code = environment.compile(rewrite(environment.parse(HOSTILE[name]), environment))
    template = jinja2.Template.from_code(environment, code, environment.make_globals(None))
    with spending(Budget()), pytest.raises(BudgetExceeded):
        template.render()


def test_another_environment_keeps_its_own_arithmetic():
    environment = jinja2.Environment()
    code = environment.compile(
        rewrite(environment.parse("{{ 1 / 4 }} {{ 'a' ~ 1 }} {{ [1] + [2] }} {{ 3|round }} {{ 'ab'|upper }}"), environment)
    )
    assert jinja2.Template.from_code(environment, code, environment.make_globals(None)).render() == "0.25 a1 [1, 2] 3 AB"


def test_line_numbers_of_runtime_errors_stay():
    with pytest.raises(ExpressionError) as caught:
        ENVIRONMENT.from_string("a\nb\n{{ 1 / nothing }}").render()
    assert any(entry.lineno + 1 == 3 and "template" in str(entry.path) for entry in caught.traceback)

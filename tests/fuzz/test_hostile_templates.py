"""Templates and narrative that want the machine's time, memory or secrets: stopped in under a second each."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from reportgen.errors import FindingsError
from reportgen.expressions import Environment, Record
from reportgen.findings import Span
from reportgen.narrative import evaluator, read
from reportgen.render import Template
from tests.documents import docx

CONTEXT = {
    "text": "甲" * 1000,
    "n": 12,
    "amount": Decimal("672.37"),
    "items": list(range(1000)),
    "rows": [{"name": "甲"}] * 1000,
    "record": {"name": "妇联"},
    "none": None,
    "huge": Decimal("1e999999999"),
}
LISTS = (
    "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(60) %}{% set ns.a = [ns.a, ns.a] %}{% set ns.b = [ns.b, ns.b] %}{% endfor %}"
    "{% set a, b = ns.a, ns.b %}"
)
"""Two equal lists of lists, each of which holds the one within it twice: few objects, and 2^60 members."""
HUGE = (
    "huge|int",
    "range(huge)",
    "items[huge]",
    "huge|numeral",
    "'%d'|format(huge)",
    "'a'|center(huge)",
    "huge|round",
    "huge|fixed(2)",
    "huge|wan",
)
TUPLES = LISTS.replace("[", "(").replace("]", ",)")
COSTLY = {
    "a text times a number": "{{ 'a' * 10**10 }}",
    "a list times a number": "{{ [1] * 10**9 }}",
    "a tuple times a number": "{{ (1,) * 10**9 }}",
    "a power": "{{ 9**9**9 }}",
    "a power of amounts": "{{ amount ** 99999999 }}",
    "a tower of powers": "{{ 10**100000 * 10**100000 }}",
    "a loop": "{% for i in range(10**9) %}{{ i }}{% endfor %}",
    "an empty loop": "{% for i in range(10**9) %}{% endfor %}",
    "loops in loops": "{% for i in range(10**9) %}{% for j in range(10**9) %}甲{% endfor %}{% endfor %}",
    "many short loops": "{% for a in items %}{% for b in items %}{% for c in items %}{{ c }}{% endfor %}{% endfor %}{% endfor %}",
    "a list of a range": "{{ range(10**9)|list|length }}",
    "a sum of a range": "{{ range(10**9)|sum }}",
    "a filtered loop": "{% for i in range(10**9) if i < 0 %}{% endfor %}",
    "center": "{{ 'a'|center(10**10) }}",
    "center by a method": "{{ 'a'.center(10**10) }}",
    "ljust": "{{ 'a'.ljust(10**10) }}",
    "zfill": "{{ 'a'.zfill(10**10) }}",
    "indent": "{{ text|indent(10**10) }}",
    "a format": "{{ '%9999999999d' % 1 }}",
    "a format filter": "{{ '%9999999999s'|format('a') }}",
    "a starred format": "{{ '%*d' % (10**9, 1) }}",
    "str.format": "{{ '{:>9999999999}'.format('a') }}",
    "str.format_map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "doubling": "{% set x = 'ab' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "doubling by a namespace": "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
    "doubling by plus": "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x }}",
    "doubling lists": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}",
    "doubling by blocks": "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}"
    "{% set ns.x = y %}{% endfor %}{{ ns.x }}",
    "a long text over and over": "{% set x = 'a' * 9000000 %}{% for i in range(300) %}{{ x }}{% endfor %}",
    "a long text in one paragraph": "{% set x = 'a' * 9000000 %}" + "{{ x }}" * 300,
    "a long text without escaping": "{% set x = 'a' * 9000000 %}{% for i in range(300) %}{{ x|safe }}{% endfor %}",
    "a long block over and over": "{% set x %}{{ 'a' * 9000000 }}{% endset %}{% for i in range(300) %}{{ x }}{% endfor %}",
    "a text of line ends": "{{ '\\n' * 9000000 }}",
    "replace": "{{ text|replace('甲', text)|replace('甲', text)|replace('甲', text) }}",
    "replace by a method": "{{ text.replace('甲', text).replace('甲', text).replace('甲', text) }}",
    "join": "{{ items|join(text)|list|join(text)|list|join(text) }}",
    "join by a method": "{{ text.join(text).join(text) }}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a recursive loop": "{% for i in [[1]] recursive %}{{ loop(loop.nextitem or [i]) }}{{ loop([i]) }}{% endfor %}",
    "branching recursion": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}甲{% endmacro %}{{ m(40) }}",
    "blocks of calls": "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}" + "{% call m() %}" * 18 + "甲" + "{% endcall %}" * 18,
    "a text in capitals over and over": "{% for i in range(100000) %}{{ text|title }}{% endfor %}",
    "a sum over and over": "{% for i in range(100000) %}{{ items|sum }}{% endfor %}",
    "lipsum": "{{ lipsum(n=10**6) }}",
    "batch": "{{ [1]|batch(10**9, 0)|list|length }}",
    "slice": "{{ [1]|slice(10**9)|list|length }}",
    "round": "{{ n|round(10**9) }}",
    "wordwrap": "{{ text|wordwrap(1, wrapstring=text)|wordwrap(1, wrapstring=text) }}",
    "urlize": "{{ ('www.a.cn ' * 100000)|urlize|length }}",
    "a pretty print": "{{ range(10**8)|pprint|length }}",
    "a string of a range": "{{ range(10**8)|list|string|length }}",
    "shared lists equal": LISTS + "{{ a == b }}",
    "shared lists in order": LISTS + "{{ a < b }}",
    "shared lists within": LISTS + "{{ a in [b] }}",
    "a shared list not within": LISTS + "{{ a not in [b] }}",
    "an index of shared lists": LISTS + "{{ [b].index(a) }}",
    "a count of shared lists": LISTS + "{{ [b].count(a) }}",
    "the greatest of shared lists": LISTS + "{{ [a, b]|max|length }}",
    "shared lists sorted": LISTS + "{{ [a, b]|sort|length }}",
    "shared lists sorted by an attribute": LISTS + "{{ [{'x': a}, {'x': b}]|sort(attribute='x')|length }}",
    "shared lists tested": LISTS + "{{ a is eq b }}",
    "shared lists selected": LISTS + "{{ [a]|select('eq', b)|list|length }}",
    "shared lists tested within": LISTS + "{{ a is in [b] }}",
    "shared lists ticked": LISTS + "{{ a|ticked(b) }}",
    "shared tuples unique": TUPLES + "{{ [a, b]|unique|list|length }}",
    "a shared tuple as a key": TUPLES + "{{ {a: 1}|length }}",
    "a shared tuple looked up": TUPLES + "{{ {'x': 1}[a] }}",
    "a shared tuple got": TUPLES + "{{ {'x': 1}.get(a) }}",
    "shared lists printed": LISTS + "{{ a }}",
    "shared lists added to a number": LISTS + "{{ a + 1 }}",
    "a shared tuple as a key, printed": TUPLES + "{{ {a: 1} }}",
    "a format of many values": "{{ ('%s' * 100000)|format(*[1] * 100000)|length }}",
    "a long dotted name": "{{ rows|map(attribute='name.' * 20000 ~ 'a')|list|length }}",
    "a sum of a long dotted name": "{{ rows|sum('name.' * 20000 ~ 'a') }}",
    "a dotted name of one row": "{{ rows[:1]|map(attribute='name.' * 20000 ~ 'a')|list }}",
    **{f"a huge number, {use}": f"{{{{ {use} }}}}" for use in HUGE},
    "cycles": "{% set c = cycler(*range(10**9)) %}{{ c.next() }}",
    "an unpacked range": "{{ dict(*[range(10**9)]) }}",
    "in a range": "{{ 10**20 in range(10**30) }}",
    "a dictionary of itself": "{% set d = {} %}{% set x = d.update({'a': d}) %}{{ d }}",
}
FORBIDDEN = {
    "a class": "{{ ''.__class__ }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "by attr": "{{ ''|attr('__class__') }}",
    "by map": "{{ ['']|map(attribute='__class__')|list }}",
    "by an item": "{{ ''['__class__'] }}",
    "globals of a function": "{{ range.__globals__ }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func }}",
    "the environment": "{{ self.__init__.__globals__ }}",
    "the undefined": "{{ nothing.__class__ }}",
    "the cycler": "{{ cycler.__init__.__globals__ }}",
    "the namespace": "{{ namespace.__init__.__globals__.os }}",
    "the loop": "{% for i in items %}{{ loop.__class__ }}{% endfor %}",
    "a sum of attributes": "{{ ['']|sum(attribute='__class__', start=0) }}",
    "a grouping": "{{ ['']|groupby('__class__') }}",
    "a changed list": "{{ items.append(1) }}",
    "an emptied list": "{{ items.clear() }}",
    "a changed record": "{{ record.update({'name': 'x'}) }}",
    "a format with attributes": "{{ '{0.__class__}'.format(1) }}",
    "a generator's frame": "{{ (rows|map('upper')).gi_frame }}",
    "a file": "{% include '/etc/passwd' %}",
    "an import": "{% import 'os' as os %}{{ os }}",
}


RUNAWAY = 4
"""Processor seconds that nothing bounded takes, however busy the machine is; on a quiet one each case takes less than one."""


def _render(source: str) -> tuple[str, float]:
    """What a template makes, or the codes of its findings; and the processor seconds spent."""
    began = time.process_time()
    try:
        data = Template.open(docx(source)).render(CONTEXT)
        said = f"document of {len(data)} bytes"
    except FindingsError as error:
        said = " ".join(finding.code for finding in error.findings)
    return said, time.process_time() - began


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_template_is_stopped_or_cheap(name: str) -> None:
    said, seconds = _render(COSTLY[name])
    assert seconds < RUNAWAY, f"{said} after {seconds:.1f} s"


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_template_does_not_leave_its_data(name: str) -> None:
    before = (list(CONTEXT["items"]), dict(CONTEXT["record"]))  # type: ignore[call-overload]  # a list and a dict
    said, seconds = _render(FORBIDDEN[name])
    assert not said.startswith("document"), said
    assert seconds < RUNAWAY
    assert (CONTEXT["items"], CONTEXT["record"]) == before


@pytest.mark.parametrize("name", [*COSTLY, *FORBIDDEN])
def test_narrative_does_no_more_than_a_template(name: str) -> None:
    began = time.process_time()
    source = {**COSTLY, **FORBIDDEN}[name]
    text, findings = read(f"正文{source}。", lambda offset, _: Span("x.yaml", 1, offset + 1), evaluator(Environment(), Record(CONTEXT)))
    assert findings or len(text) < 10_000_000
    assert "class '" not in text
    assert time.process_time() - began < RUNAWAY

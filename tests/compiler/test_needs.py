"""What a template takes from its context."""

from __future__ import annotations

import time

import pytest
from jinja2 import Environment

from reportgen.compiler.needs import Use, ends, needs


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ a }}{{ b.c }}{{ b['d'] }}", {"a", "b.c", "b.d"}),
        ("{{ a }}{{ a.b }}", {"a.b"}),
        ("{% for t in tasks %}{{ t.title }}{{ loop.index }}{% endfor %}", {"tasks[].title"}),
        ("{% for t in tasks %}{% for p in t.parts %}{{ p }}{% endfor %}{% endfor %}", {"tasks[].parts[]"}),
        ("{% for k, v in d.items() %}{{ k }}{{ v.x }}{% endfor %}", {"d.items"}),
        ("{% set x = a.b %}{{ x.c }}{{ x }}", {"a.b.c"}),
        ("{% set x = 1 %}{{ x }}", set()),
        ("{% macro m(q) %}{{ q }}{{ z }}{% endmacro %}{{ m(y) }}", {"z", "y"}),
        ("{% with q = a %}{{ q.b }}{% endwith %}{{ q }}", {"a.b", "q"}),
        ("{% if a and b.c == 1 %}{% elif d %}{% endif %}", {"a", "b.c", "d"}),
        ("{{ a|default(b) }}{{ range(n) }}", {"a", "b", "n"}),
        ("{{ a[i].x }}{{ a[0].y }}", {"a[].x", "a[].y", "i"}),
        ("{% set x %}{{ y }}{% endset %}{{ x }}", {"y"}),
        ("{% for x in l if x.ok %}{% else %}{{ e }}{% endfor %}", {"l[].ok", "e"}),
        ("{% for x in l %}{% endfor %}", {"l[]"}),
        ("{% for x in l|selectattr('a')|sort(attribute='b') %}{{ x.c }}{% endfor %}", {"l[].a", "l[].b", "l[].c"}),
        ("{% for x in l|小计 %}{{ x.name }}{% endfor %}", {"l[].level1", "l[].level2"}),
        ("{% for x in l|subtotals('部分') %}{{ x.name }}{% endfor %}", {"l[].部分"}),
        ("{% set s = l|rejectattr('a')|list %}{{ s[0].b }}{{ s[1:]|length }}", {"l[].a", "l[].b"}),
        ("{{ (l|first).a }}{{ l|sum('b') }}{{ l|map(attribute='c')|join }}", {"l[].a", "l[].b", "l[].c"}),
        ("{{ l[n:].x }}", {"l.x", "n"}),
    ],
)
def test_names_are_followed_to_the_context(source: str, expected: set[str]) -> None:
    environment = Environment()
    assert needs(environment.parse(source), frozenset(environment.globals)) == expected


def test_the_ends_of_many_names_are_found_in_a_blink() -> None:
    found = [Use(f"a.b{number}{rest}", number) for number in range(20_000) for rest in ("", "[]", "[].c")]
    began = time.perf_counter()
    assert ends([*found, Use("a", 0)]) == {f"a.b{number}[].c" for number in range(20_000)}
    assert time.perf_counter() - began < 2

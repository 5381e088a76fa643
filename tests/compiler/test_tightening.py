"""The smaller syntax tree prints what the whole one does."""

from __future__ import annotations

import pytest
from jinja2 import Environment as JinjaEnvironment
from jinja2 import nodes

from reportgen.compiler.tightening import tightened
from reportgen.expressions import Environment
from reportgen.render import Template
from tests.documents import docx, text_of

CONTEXT = {"x": "外", "l": ["甲", "乙"], "m": [["丙", "丁"], ["戊"]], "e": []}
SOURCES = [
    "{% for a in l %}{{ loop.index }}{{ a }}{% endfor %}",
    "{% for a in l %}{% if loop.index > 1 %}、{% endif %}{{ a }}{% else %}无{% endfor %}",
    "{% for a in e %}{{ loop.index }}{% else %}无{% endfor %}",
    "{% for a, b in ['甲乙', '丙丁'] %}{{ loop.index }}{{ b }}{{ a }}{% endfor %}",
    "{% for a in m %}{{ loop.index }}{% for b in a %}{{ loop.index }}{{ b }}{% endfor %}{{ loop.index }}{% endfor %}",
    "{% for a in m %}{% for b in l[:loop.index] %}{{ b }}{{ loop.last }}{% endfor %}{% endfor %}",
    "{% for a in m %}{% for b in e %}{% else %}{{ loop.index }}{% endfor %}{% endfor %}",
    "{% for a in l %}{% set n = loop.index %}{{ n }}{% endfor %}",
    "{% for a in l if a != '甲' %}{{ loop.index }}{{ a }}{% endfor %}",
    "{% for a in m recursive %}{{ loop.index }}{% if a is not string %}{{ loop(a) }}{% endif %}{% endfor %}",
    "{% for a in l %}{% macro n() %}{{ x }}{% endmacro %}{{ n() }}{{ loop.index }}{% endfor %}",
    "{% for a in l %}{{ loop.index }}/{{ loop.length }}{% endfor %}",
    "{% for a in l %}{% filter upper %}{{ loop.index }}a{% endfilter %}{% endfor %}",
    "{% with %}{{ x }}{% endwith %}{{ x }}",
    "{% with %}{% set x = '内' %}{{ x }}{% endwith %}{{ x }}",
    "{% with x = '内' %}{% with %}{{ x }}{% endwith %}{% endwith %}{{ x }}",
    "{% with %}{% with %}{% for x in l %}{{ x }}{% endfor %}{% endwith %}{% endwith %}{{ x }}",
    "{% for x in l %}{% with %}{{ x }}{% endwith %}{% endfor %}{{ x }}",
    "{% set x = '新' %}{% with %}{{ x }}{% if x %}有{% endif %}{% endwith %}",
    "{% if x %}" * 30 + "{{ x }}" + "{% else %}无{% endif %}" * 30,
    "{% if y %}甲{% elif x %}{{ x }}{% if l %}{{ l[0] }}{% endif %}{% else %}乙{% endif %}",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_template_prints_what_jinja_prints(source: str) -> None:
    expected = JinjaEnvironment().from_string(source).render(CONTEXT).replace("True", "是").replace("False", "否")
    assert text_of(Template.open(docx(source)).render(CONTEXT)) == [expected]


def test_scopes_that_bind_nothing_go() -> None:
    environment = Environment()
    kept = tightened(environment.parse("{% with %}{{ x }}{% with a = 1 %}{{ a }}{% endwith %}{% endwith %}"), environment)
    (scope,) = kept.find_all(nodes.With)
    assert scope.targets


def test_a_loop_of_an_environment_that_does_not_know_how_to_count_stays_as_it_is() -> None:
    environment = JinjaEnvironment()
    tree = tightened(environment.parse("{% for a in l %}{{ loop.index }}{% endfor %}"), environment)
    assert [name.name for name in tree.find_all(nodes.Name)] == ["a", "l", "loop"]

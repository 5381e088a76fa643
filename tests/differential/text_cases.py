"""Tags in running text: values, statements, comments, joined paragraphs, escapes, blanks and quotes."""

from __future__ import annotations

from jinja2 import Environment, StrictUndefined

from tests.differential.cases import Case
from tests.documents import docx, p, r

_ITEMS = {"items": ["甲", "乙", "丙"], "yes": True, "no": False, "n": 3, "name": "妇联", "price": 12.5}


def _filters() -> Environment:
    environment = Environment()
    environment.filters["times"] = lambda value, by: value * by
    environment.tests["big"] = lambda value: value > 2
    environment.globals["today"] = lambda: "今日"
    return environment


def _extended() -> Environment:
    return Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], finalize=lambda value: "—" if value is None else value)


TEXT_CASES = [
    Case("no tags", docx("一、基本情况", p(r("粗", bold=True), r("常"))), {}),
    Case("a value", docx(p("甲{{ name }}乙")), _ITEMS),
    Case("a value without blanks", docx(p("甲{{name}}乙{%if yes%}丙{%endif%}")), _ITEMS),
    Case(
        "a value keeps its run's format",
        docx(p(r("{{ name }}", bold=True), r(" 常 "), r("{{ n }}", properties='<w:sz w:val="32"/>'))),
        _ITEMS,
    ),
    Case("an undefined value is blank", docx(p("甲{{ nothing }}乙{{ nothing|default('缺') }}")), {}),
    Case(
        "attributes and items",
        docx(p("{{ a.b }} {{ a['b'] }} {{ l[0] }} {{ l[-1] }} {{ a.c.d }}")),
        {"a": {"b": 1, "c": {"d": "深"}}, "l": [1, 2]},
    ),
    Case(
        "expressions and filters",
        docx(p("{{ n + 1 }} {{ n / 2 }} {{ name|upper }} {{ items|join('、') }} {{ 'x' if n > 2 else 'y' }} {{ n ~ name }}")),
        _ITEMS,
    ),
    Case(
        "comparisons in a tag",
        docx(p("{% if n &lt; 2 %}少{% elif n &gt;= 3 %}多{% else %}中{% endif %}".replace("&lt;", "<").replace("&gt;", ">"))),
        _ITEMS,
    ),
    Case("if and else in one run", docx(p("我{% if yes %}住{{ name }}{% else %}不住{% endif %}。{% if no %}无{% endif %}")), _ITEMS),
    Case(
        "a loop in one run",
        docx(p("{% for i in items %}{{ loop.index }}.{{ i }}{% if not loop.last %}；{% endif %}{% endfor %}。")),
        _ITEMS,
    ),
    Case("a loop's else", docx(p("{% for i in empty %}{{ i }}{% else %}空{% endfor %}")), {"empty": []}),
    Case("a loop over runs", docx(p("{% for i in items %}", r("{{ i }}", bold=True), r("、"), "{% endfor %}", r("完"))), _ITEMS),
    Case("a condition over runs, true", docx(p("甲{% if yes %}", r("乙", bold=True), "{% endif %}丙")), _ITEMS),
    Case(
        "set, with, macro and call",
        docx(
            p("{% set x = n * 2 %}{{ x }}"),
            p("{% with y = 5 %}{{ y }}{% endwith %}"),
            p("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(1) }}{{ m('二') }}"),
        ),
        _ITEMS,
    ),
    Case("filter block and raw", docx(p("{% filter upper %}abc{{ 'd' }}{% endfilter %}{% raw %}文{% endraw %}")), _ITEMS),
    Case("namespace", docx(p("{% set ns = namespace(t=0) %}{% for i in items %}{% set ns.t = ns.t + 1 %}{% endfor %}{{ ns.t }}")), _ITEMS),
    Case("a paragraph loop", docx("前", "{%p for i in items %}", p(r("{{ i }}", bold=True), r("号")), "{%p endfor %}", "后"), _ITEMS),
    Case(
        "a paragraph condition",
        docx(
            "{%p if yes %}",
            "有",
            "{%p else %}",
            "无",
            "{%p endif %}",
            "{%p if no %}",
            "有",
            "{%p elif n == 3 %}",
            "三",
            "{%p endif %}",
            "末",
        ),
        _ITEMS,
    ),
    Case(
        "nested paragraph loops",
        docx(
            "{%p for a in rows %}",
            "{{ a.name }}",
            "{%p for b in a.list %}",
            "{{ loop.index }} {{ b }} {{ a.name }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        {"rows": [{"name": "甲", "list": [1, 2]}, {"name": "乙", "list": []}, {"name": "丙", "list": [3]}]},
    ),
    Case(
        "a paragraph loop keeps styles",
        docx("{%p for i in items %}", p("{{ i }}", style="Heading1"), p("文", properties='<w:jc w:val="center"/>'), "{%p endfor %}"),
        _ITEMS,
    ),
    Case("set in a paragraph of its own", docx("{%p set x = 5 %}", "{{ x }}"), {}),
    Case(
        "runs as statements",
        docx(p(r("甲"), r("{%r if yes %}"), r("乙", bold=True), r("{%r endif %}"), r("丙"), r("{%r if no %}"), r("丁"), r("{%r endif %}"))),
        _ITEMS,
    ),
    Case("a run loop", docx(p(r("{%r for i in items %}"), r("{{ i }}", bold=True), r("，"), r("{%r endfor %}"), r("完"))), _ITEMS),
    Case("comments", docx(p("甲{# 注 #}乙"), "{#p 整段 #}", p("末{# {{ name }} #}")), _ITEMS),
    Case(
        "joined paragraphs", docx("我家在", "{%- if yes -%}", "城里", "{%- else -%}", "乡下", "{%- endif -%}", "很好。", "下一段"), _ITEMS
    ),
    Case("joined paragraphs, false", docx("我家在", "{%- if no -%}", "城里", "{%- else -%}", "乡下", "{%- endif -%}", "很好。"), _ITEMS),
    Case("joined lines", docx(p(r("甲\n{%- if yes -%}\n乙\n{%- endif -%}\n丙"))), _ITEMS),
    Case("joined by a loop", docx("有", "{%- for i in items -%}", "{{ i }}，", "{%- endfor -%}", "共三个"), _ITEMS),
    Case("escaped delimiters", docx(p("{_{ name }_} {_% if %_} {{ name }}")), _ITEMS),
    Case("smart quotes", docx(p("{{ a[‘k’] }}{{ a[“k”] }}{% if name == “妇联” %}是{% endif %}“文”")), _ITEMS | {"a": {"k": "值"}}),
    Case(
        "blanks around tags",
        docx(p(r(" {{ name }} "), r(" 二 ", bold=True), r("  {{ n }}")), p("{{ s }}|{{ t }}")),
        _ITEMS | {"s": "  两格  ", "t": " a  b "},
    ),
    Case("breaks within strings", docx(p(r("前{{ s }}后", bold=True), properties='<w:jc w:val="center"/>')), {"s": "一\n二\t三\a四\f五"}),
    Case("a paragraph break beside other runs", docx(p(r("甲", bold=True), r("{{ s }}"), r("乙"))), {"s": "一\a二"}),
    Case("breaks in the template's own text", docx(p(r("a\tb\nc{{ n }}"))), _ITEMS),
    Case(
        "numbers and None",
        docx(p("{{ a }} {{ b }} {{ c }} {{ d }} {{ e }}")),
        {"a": 2.50, "b": None, "c": True, "d": 10**20, "e": [1, "x"]},
    ),
    Case("data that looks like a tag", docx(p("{{ s }}")), {"s": "{{ 7*7 }} {% if %} {# x #}"}),
    Case("data that holds the escapes", docx(p("甲{{ s }}")), {"s": "文 }} {% 文"}),
    Case("autoescape", docx(p("{{ s }}")), {"s": "<b>&amp; & \"'</b>"}, autoescape=True),
    Case("the filter e", docx(p("{{ s|e }}")), {"s": "<b> & </b>"}),
    Case("custom filters, tests and globals", docx(p("{{ price|times(2) }} {{ n is big }} {{ today() }}")), _ITEMS, environment=_filters),
    Case(
        "extensions and finalize",
        docx(
            p(
                "{% for i in items %}{% if loop.index == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}",
                "{% do items.append('丁') %}{{ items|length }}{{ x }}",
            )
        ),
        lambda *_: {"items": ["甲", "乙", "丙"], "x": None},
        environment=_extended,
    ),
    Case("an undefined class", docx(p("{{ name }}")), _ITEMS, environment=lambda: Environment(undefined=StrictUndefined)),
    Case("percent and braces in inline tags", docx(p("{{ '%d%%' % n }} {{ {'a': 1}['a'] }} {{ {'a': {'b': 2}}.a.b }}")), _ITEMS),
    Case("a tag over several runs of one look", docx(p("甲 {{ na", "me }} 乙 {", "{ n }", "} {% i", "f yes %}丙{% end", "if %}")), _ITEMS),
]

"""Random templates over the whole dialect, built from pieces on whose meaning docxtpl and reportgen agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.differential.cases import Case
from tests.documents import docx, p, r, table, tc, tr

_WIDTH = '<w:tcW w:w="1000" w:type="dxa"/>'
_CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='控'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_STRONG = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'

_words = st.text("甲乙丙丁，。“”ab1 &<>'\"%", min_size=1, max_size=8)
_values = st.sampled_from(
    [
        *("{{ name }}", "{{n}}", "{{ a.b }}", "{{ rows[0].x }}", "{{ nothing }}", "{{ text }}", "{{ list }}", "{{ name|upper }}"),
        *("{{ items|join('、') }}", "{{ 'x' if n > 2 else 'y' }}", "{{ n * 2 }}", "{# 注 #}", "{_{ x }_}", "{% set v = n %}{{ v }}"),
    ]
)
_pieces = st.one_of(_words, _values)
_formats = st.sampled_from(["", "<w:b/>", '<w:sz w:val="32"/>', '<w:i/><w:color w:val="FF0000"/>', '<w:rStyle w:val="Strong"/>'])
_looks = st.sampled_from(["", '<w:jc w:val="center"/>', '<w:ind w:firstLine="640"/>', '<w:pStyle w:val="Heading1"/>'])


def _written(pieces: list[str]) -> str:
    """Pieces side by side; a blank keeps signs from growing together into marks of a tag."""
    return " ".join(pieces)


def _wrapped(inner: SearchStrategy[str]) -> SearchStrategy[str]:
    """Text under a condition or in a loop."""
    heads = st.sampled_from(
        [
            *(("{% if yes %}", "{% endif %}"), ("{% if no %}", "{% endif %}"), ("{% if n < 3 %}甲{% else %}", "{% endif %}")),
            *(("{% for i in items %}{{ i }}", "{% endfor %}"), ("{% for i in empty %}{{ i }}", "{% else %}无{% endfor %}")),
        ]
    )
    return st.builds(lambda head, text: head[0] + text + head[1], heads, inner)


_plain_text = st.lists(_pieces, min_size=1, max_size=3).map(_written)
_text = st.recursive(
    _plain_text, lambda inner: st.one_of(_wrapped(inner), st.lists(inner, min_size=2, max_size=2).map(_written)), max_leaves=3
)
_runs = st.one_of(st.builds(lambda text, look: r(text, properties=look), _text, _formats), st.just(r("{{r rich }}")))
_paragraphs = st.builds(lambda runs, look: p(*runs, properties=look), st.lists(_runs, min_size=1, max_size=3), _looks)


def _in_order(parts: list[str]) -> str:
    return "".join(parts)


def _between(opening: str, inner: str, closing: str) -> str:
    return p(opening) + inner + p(closing)


def _rows(columns: int) -> SearchStrategy[str]:
    """Rows of a table: plain, looped, conditional; with merged and shaded cells."""
    cell = st.one_of(
        st.builds(lambda text: tc(p(r(text)), properties=_WIDTH), _text),
        st.builds(lambda text: tc(p(r("{% cellbg 'AABBCC' %}" + text)), properties=_WIDTH), _plain_text),
        st.builds(lambda block: tc(block, properties=_WIDTH), _paragraphs),
        st.just(tc(p("{%p for i in items %}"), p("{{ i }}"), p("{%p endfor %}"), properties=_WIDTH)),
    )
    plain = st.lists(cell, min_size=columns, max_size=columns).map(lambda cells: tr(*cells))
    merged = st.builds(
        lambda text, rest: tr(tc(p("{% vm %}" + text), properties=_WIDTH), *rest),
        st.sampled_from(["合", "{{ row.x }}", "{{ name }}"]),
        st.lists(cell, min_size=columns - 1, max_size=columns - 1),
    )
    spanning = st.just(tr(tc(p("{% colspan " + str(columns) + " %}宽{{ n }}"), properties=_WIDTH)))

    def framed(opening: str, row: str, closing: str) -> str:
        blank = [""] * (columns - 1)
        return tr(opening, *blank) + row + tr(closing, *blank)

    looped = st.builds(lambda row: framed("{%tr for row in rows %}", row, "{%tr endfor %}"), st.one_of(plain, merged))
    conditional = st.builds(lambda name, row: framed(f"{{%tr if {name} %}}", row, "{%tr endif %}"), st.sampled_from(["yes", "no"]), plain)
    comment = st.just(tr("{#tr 说明 #}", *[""] * (columns - 1)))
    return st.builds(
        lambda head, rows: head + "".join(rows), plain, st.lists(st.one_of(plain, looped, conditional, spanning, comment), max_size=3)
    )


def _tables() -> SearchStrategy[str]:
    fixed = st.integers(2, 3).flatmap(lambda columns: _rows(columns).map(lambda rows: table([rows], columns=columns)))
    columns = st.builds(
        lambda text, body: table(
            [
                tr("{%tc for c in items %}", tc(p(text), properties=_WIDTH), "{%tc endfor %}"),
                tr("{%tc for c in items %}", tc(p(body), properties=_WIDTH), "{%tc endfor %}"),
            ],
            columns=3,
        ),
        st.sampled_from(["{{ c }}", "{% hm %}合", "{% cellbg '00FF00' %}{{ c }}"]),
        st.sampled_from(["{{ loop.index }}", "文", "{{ name }}"]),
    )
    return st.one_of(fixed, columns).map(lambda grid: grid + p("表后"))


_leaves = st.one_of(
    *(_paragraphs, _paragraphs, _tables(), st.just(p("{{p paragraphs }}")), st.just(p("{#p 注 #}"))),
    st.builds(lambda block: _CONTROL.format(block), _paragraphs),
    st.builds(lambda text: p("首") + p("{%- if yes -%}") + p(text) + p("{%- endif -%}") + p("尾"), st.sampled_from(["甲", "{{ name }}"])),
    st.just(p(r("{%r if yes %}"), r("乙", bold=True), r("{%r else %}"), r("丙"), r("{%r endif %}"))),
)
_HEADS = [
    *(("{%p if yes %}", "{%p endif %}"), ("{%p if no %}", "{%p endif %}"), ("{%p for row in rows %}", "{%p endfor %}")),
    *(("{%p with v = n %}", "{%p endwith %}"), ("{%p for i in empty %}", "{%p endfor %}")),
]
_blocks = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(_in_order),
        st.builds(lambda head, block: _between(head[0], block, head[1]), st.sampled_from(_HEADS), inner),
    ),
    max_leaves=6,
)


def _data(api: Any, _: Any) -> Mapping[str, Any]:
    rich = api.RichText("粗", bold=True)
    rich.add("红\n行", color="FF0000")
    paragraphs = api.RichTextParagraph("一段")
    paragraphs.add(api.RichText("二段", italic=True), parastyle="Heading1")
    return {
        "name": "妇联会",
        "n": 3,
        "yes": True,
        "no": False,
        "empty": [],
        "items": ["甲", "乙", "丙"],
        "a": {"b": "深"},
        "rows": [{"x": "一"}, {"x": "二"}],
        "text": "行\n二\t三\a段",
        "list": api.Listing("列 <&>\n表"),
        "rich": rich,
        "paragraphs": paragraphs,
    }


def cases() -> SearchStrategy[Case]:
    """A template with a body, and often with a header, a footer and a footnote."""
    sides = st.one_of(st.just(()), _paragraphs.map(lambda block: (block,)))

    def case(blocks: list[str], header: tuple[str, ...], footer: tuple[str, ...], notes: tuple[str, ...]) -> Case:
        marked = [p("注", '<w:r><w:footnoteReference w:id="1"/></w:r>')] if notes else []
        return Case("random", docx(*blocks, *marked, header=header, footer=footer, footnotes=notes, styles=_STRONG), _data)

    return st.builds(case, st.lists(_blocks, min_size=1, max_size=4), sides, sides, sides)

"""Tags in any order at any place: findings, or a sound document; never another exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reportgen.errors import FindingsError
from reportgen.render import Template
from tests.documents import docx, p, r, table, tables_of, tc, tr
from tests.fuzz.shattering import shattered
from tests.invariants import faults_of

_CONTEXT = {"a": "甲\n<&>\a乙", "n": 3, "yes": True, "no": False, "items": ["一", "二"], "rows": [{"x": 1}, {"x": "<w:p/>"}], "none": []}
_LEVELS = ["", "", "p ", "tr ", "tc ", "r "]
_STATEMENTS = [
    *("if yes", "if no", "elif n", "else", "endif", "for i in items", "for i in none", "endfor", "set v = n", "set b", "endset"),
    *("macro m(x)", "endmacro", "call m()", "endcall", "filter upper", "endfilter", "with n = 1", "endwith", "raw", "endraw"),
    *("block b", "endblock", "cellbg 'FF0000'", "colspan n", "colspan 'x'", "hm", "vm", "nonsense", "if", "for x", "", "include 'x'"),
]
_VALUES = ["a", "n", "items", "rows[1].x", "nothing", "a|upper", "a|nofilter", "loop.index", "m(1)", "'}}'", "(", "caller()", "super()", ""]


def _tags() -> SearchStrategy[str]:
    statement = st.builds(
        lambda left, level, words, right: f"{{%{left}{level}{' ' if not level else ''}{words} {right}%}}",
        *(st.sampled_from(["", "", "", "-"]), st.sampled_from(_LEVELS), st.sampled_from(_STATEMENTS), st.sampled_from(["", "", "", "-"])),
    )
    value = st.builds(lambda level, words: f"{{{{{level} {words} }}}}", st.sampled_from(_LEVELS), st.sampled_from(_VALUES))
    other = st.sampled_from(["文", "{# c #}", "{#p c #}", "{#tr c #}", "{{", "}}", "{%", "%}", "{#", "{_{", "“", "\t", "\n", "{%p", "<"])
    return st.one_of(statement, statement, value, other)


_text = st.lists(_tags(), max_size=3).map("".join)
_runs = st.builds(lambda text, bold: r(text, bold=bold), _text, st.booleans())
_paragraphs = st.lists(_runs, max_size=3).map(lambda runs: p(*runs))
_cells = st.lists(_paragraphs, min_size=1, max_size=2).map(lambda blocks: tc(*blocks))
_tables = st.lists(st.lists(_cells, min_size=2, max_size=2).map(lambda cells: tr(*cells)), min_size=1, max_size=4).map(
    lambda rows: table(rows, columns=2)
)
_nested = st.builds(lambda inner: table([tr(tc(inner, p("尾")), "格")], columns=2), _tables)
_soup = st.lists(st.one_of(_paragraphs, _paragraphs, _tables, _nested), min_size=1, max_size=5)


_PAIRS = [
    *(("if yes", "endif"), ("if no", "endif"), ("for i in items", "endfor"), ("for i in none", "endfor"), ("with q = 1", "endwith")),
    *(("macro m(x)", "endmacro"), ("set b", "endset"), ("filter upper", "endfilter"), ("for r in rows", "else %}空{% endfor")),
]
_words = st.sampled_from(["文", "{{ a }}", "{{ n }}", "{{ b }}", " ", "", "{{ m(1) }}", "{{p a }}", "{{r a }}", "\t", "{{ loop.index }}"])
_plain = st.builds(lambda text, bold: p(r(text, bold=bold)), _words, st.booleans())


def _around(level: str, pair: tuple[str, str], before: str, inner: str, after: str) -> str:
    """Content between two tags, each in a paragraph with a text of its own."""
    opening, closing = (f"{{%{level} {words} %}}" for words in pair)
    return p(r(before), r(opening, bold=True)) + inner + p(closing, after)


def _rows_around(level: str, pair: tuple[str, str], inner: str) -> str:
    """Rows, or cells, between two tags."""
    opening, closing = (f"{{%{level} {words} %}}" for words in pair)
    if level == "tr":
        return table([tr(opening, ""), tr(tc(inner, p("尾")), "{{ n }}"), tr(closing, "")], columns=2)
    return table([tr(opening, tc(inner, p("尾")), closing), tr("甲", "乙")], columns=2)


_balanced = st.recursive(
    st.one_of(_plain, st.lists(_plain, min_size=2, max_size=2).map("".join)),
    lambda inner: st.one_of(
        st.builds(
            _around, st.sampled_from(["p", ""]), st.sampled_from(_PAIRS), st.sampled_from(["", "前"]), inner, st.sampled_from(["", "后"])
        ),
        st.builds(_rows_around, st.sampled_from(["tr", "tc"]), st.sampled_from(_PAIRS[:5]), inner),
        st.lists(inner, min_size=2, max_size=3).map("".join),
    ),
    max_leaves=5,
)


@given(st.lists(_balanced, min_size=1, max_size=3), st.one_of(st.just(()), _balanced.map(lambda block: (block,))))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_tags_that_match_give_findings_or_a_sound_document(blocks: list[str], header: tuple[str, ...]) -> None:
    try:
        document = Template.open(docx(*blocks, header=header)).render(_CONTEXT)
    except FindingsError as error:
        codes = [finding.code for finding in error.findings]
    else:
        codes = []
        assert [fault for fault in faults_of(document, leftovers=True) if "wide, the grid" not in fault] == []
    assert all(codes)


@given(_soup, st.lists(_paragraphs, max_size=2), st.integers(0, 99))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_any_tags_give_findings_or_a_sound_document(blocks: list[str], header: list[str], seed: int) -> None:
    source = docx(*blocks, header=header)
    for data in (source, shattered(source, seed)):
        try:
            document = Template.open(data).render(_CONTEXT)
        except FindingsError as error:
            codes = [finding.code for finding in error.findings]
        else:
            codes = []
            # A row that soup makes wider than its neighbours is no fault of the engine.
            assert [fault for fault in faults_of(document, leftovers=True) if "wide, the grid" not in fault] == []
        assert all(codes)


def test_a_vertical_merge_outside_of_a_loop_merges_nothing() -> None:
    document = Template.open(docx(table([tr("{% vm %}甲", "乙")]))).render({})
    assert tables_of(document) == [[["甲", "乙"]]]
    assert faults_of(document) == []

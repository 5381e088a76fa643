"""Templates from bytes to bytes."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from reportgen.errors import FindingsError
from reportgen.render import Template
from tests.documents import archive, docx, p, parts_of, r, side_text_of, table, tables_of, tc, text_of
from tests.invariants import check_document


def rendered(*blocks: str, context: dict[str, Any] | None = None, environment: Environment | None = None, **parts: Any) -> bytes:
    """A checked document of a template of these blocks."""
    data = Template.open(docx(*blocks, **parts), environment).render(context or {})
    check_document(data)
    return data


def texts(*blocks: str, environment: Environment | None = None, **context: Any) -> list[str]:
    return text_of(rendered(*blocks, context=context, environment=environment))


def test_a_template_without_tags_comes_out_part_by_part_as_it_is() -> None:
    source = docx(p("一、基本情况", style="Heading1"), table([["a", "b"]]), header="页眉", footnotes=["注"])
    assert parts_of(Template.open(source).render({})) == parts_of(source)


def test_parts_without_tags_stay_as_they_are() -> None:
    source = docx("{{ x }}", header="页眉")
    before, after = parts_of(source), parts_of(Template.open(source).render({"x": 1}))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_every_story_and_the_properties_are_rendered() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ x }}报告</dc:title></cp:coreProperties>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = (
        f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{package}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    parts = {"docProps/core.xml": core.encode(), "_rels/.rels": rels.encode()}
    data = rendered(
        "{{ x }}", context={"x": "年<"}, header="头{{ x }}", footer="脚{{ x }}", footnotes=["注{{ x }}"], endnotes=["尾{{ x }}"],
        comments=["批{{ x }}"], parts=parts,
    )  # fmt: skip
    assert side_text_of(data) == ["头年<"]
    assert side_text_of(data, "footer") == ["脚年<"]
    for name, text in {"footnotes": "注", "endnotes": "尾", "comments": "批"}.items():
        assert f"{text}年&lt;".encode() in parts_of(data)[f"word/{name}.xml"]
    assert "年&lt;报告".encode() in parts_of(data)["docProps/core.xml"]


def test_data_is_never_run_as_template_code() -> None:
    data = Template.open(docx("{{ x }}", footnotes=["{{ x }}"], header="{{ x }}")).render({"x": "{{ 7*7 }}{% if %}{_{"})
    check_document(data, leftovers=True)
    assert text_of(data) == side_text_of(data) == ["{{ 7*7 }}{% if %}{_{"]
    assert b"49" not in parts_of(data)["word/footnotes.xml"]


def test_the_same_input_gives_the_same_bytes() -> None:
    source = docx("{%p for x in l %}", "{{ x }}", "{%p endfor %}", header="{{ l|length }}")
    assert Template.open(source).render({"l": [1, 2]}) == Template.open(source).render({"l": [1, 2]})


def test_threads_share_a_template() -> None:
    template = Template.open(docx(*["{%p for x in l %}", p("{{ x }}", style="Heading1"), "{%p endfor %}"]), numbering={1: "一、"})
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: text_of(template.render({"l": [f"甲{n}"] * 3})), range(40)))
    assert found == [[f"一、甲{n}", f"二、甲{n}", f"三、甲{n}"] for n in range(40)]


def test_a_context_is_not_changed() -> None:
    context: dict[str, Any] = {"l": [1]}
    Template.open(docx("{% set l = 2 %}{{ l }}")).render(context)
    assert context == {"l": [1]}


def test_nothing_is_written_when_a_tag_fails() -> None:
    sink = io.BytesIO()
    with pytest.raises(FindingsError):
        Template.open(docx("a", "{{ 1 / x }}")).render_to({"x": "a"}, sink)
    assert sink.getvalue() == b""


@pytest.mark.parametrize(
    ("tag", "environment", "code"),
    [
        ("{{ 1 / 0 }}", Environment(), "T022"),
        ("{{ x }}", Environment(undefined=StrictUndefined), "T021"),
        ("{{ 1 + 'a' }}", Environment(), "T020"),
        ("{{ x.y.z }}", Environment(), "T021"),
        ("{{ x.y }}", None, "E101"),
    ],
)
def test_a_failing_tag_is_named_with_its_place(tag: str, environment: Environment | None, code: str) -> None:
    template = Template.open(docx("前", "{%p for i in [1] %}", f"甲{{{{ i }}}}{tag}乙", "{%p endfor %}"), environment)
    with pytest.raises(FindingsError) as caught:
        template.render({})
    (finding,) = caught.value.findings
    assert (finding.code, finding.span.place and finding.span.place.tag) == (code, tag)


def test_the_sandbox_is_on_by_default() -> None:
    with pytest.raises(FindingsError):
        Template.open(docx("{{ ''.__class__.__mro__ }}")).render({})
    with pytest.raises(FindingsError):
        Template.open(docx("{{ x.__class__.__mro__ }}"), SandboxedEnvironment()).render({"x": object()})


def test_endless_work_is_refused() -> None:
    with pytest.raises(FindingsError):
        Template.open(docx("{% for a in range(10000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}")).render({})


def test_text_beside_paragraph_tags_is_kept() -> None:
    assert texts("前{%p if x %}中{%p endif %}后", x=True) == ["前", "中", "后"]
    assert texts("前{%p if x %}中{%p endif %}后", x=False) == ["前", "后"]


def test_a_loop_in_a_row_with_its_content() -> None:
    data = rendered(table([["{%tr for x in l %}{{ x }}", "b{%tr endfor %}"]]), context={"l": [1, 2]})
    assert tables_of(data) == [[["1", "b"], ["2", "b"]]]


def test_condition_and_loop_in_a_cell() -> None:
    assert texts(table([["{% if x %}是{% endif %}{% for y in l %}{{ y }}、{% endfor %}"]]), x=True, l=[1, 2]) == ["是1、2、"]


def test_macros_give_what_they_gather_unescaped() -> None:
    assert texts("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('a&b') }}{{ m(m(1)) }}") == ["<a&b><<1>>"]


def test_a_macro_may_hold_paragraphs() -> None:
    blocks = ("{%p macro m(x) %}", p("甲{{ x }}", style="Heading1"), "{%p endmacro %}", "{{p m(1) }}", "前{{ m(2) }}后")
    assert texts(*blocks) == ["甲1", "前", "甲2", "后"]


def test_set_blocks_and_call_blocks_capture() -> None:
    assert texts("{% set x %}a{{ 1 }}<{% endset %}{{ x }}{{ x|length }}") == ["a1<6"]
    assert texts("{% macro m() %}[{{ caller(2) }}]{% endmacro %}{% call(n) m() %}{{ n }}&{% endcall %}") == ["[2&]"]


def test_filter_blocks_leave_markup_alone() -> None:
    assert texts(p("{% filter upper %}ab", r("c{{ x }}", bold=True), "d{% endfilter %}"), x="x&y") == ["ABCX&YD"]


def test_a_template_may_print_its_own_blocks() -> None:
    assert texts("{% block a %}甲{{ x }}{% endblock %}{{ self.a() }}", x=1, environment=Environment()) == ["甲1甲1"]


def test_included_phrases_are_text() -> None:
    environment = Environment(loader=DictLoader({"a.jinja": "R&D {{ x }}\n二", "m.jinja": "{% macro m(y) %}{{ y }}<{% endmacro %}"}))
    assert texts("{% include 'a.jinja' %}", environment=environment, x=1) == ["R&D 1\n二"]
    assert texts("{% include 'none.jinja' ignore missing %}x", environment=environment) == ["x"]
    assert texts("{% from 'm.jinja' import m %}{{ m('甲') }}", environment=environment) == ["甲<"]


def test_custom_delimiters_filters_and_finalize() -> None:
    environment = Environment(variable_start_string="<<", variable_end_string=">>", finalize=lambda value: "—" if value is None else value)
    environment.filters["twice"] = lambda value: value * 2
    assert texts("= << x|twice >> << none >>", environment=environment, x="ab") == ["= abab —"]


def test_custom_autoescape_is_left_to_the_caller() -> None:
    environment = Environment(autoescape=False)
    Template.open(docx("{{ x }}"), environment, autoescape=True)
    assert environment.autoescape is False


def test_autoescape_blocks_are_honoured() -> None:
    blocks = "{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}"
    assert texts(blocks, environment=Environment(), x="a&lt;b") == ["a<ba&lt;b"]


def test_full_width_tags_and_chinese_names() -> None:
    assert texts("｛｛ 收支．预算 ｝｝万元｛％ if 有 ％｝，是｛％ endif ％｝", 收支={"预算": 3}, 有=True) == ["3万元，是"]


def test_word_2010s_second_styles_part_goes() -> None:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
    rels = f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{kind}" Target="stylesWithEffects.xml"/></Relationships>'
    parts = {"word/stylesWithEffects.xml": b"<x/>", "word/_rels/document.xml.rels": rels.encode()}
    data = Template.open(docx("{{ x }}", parts=parts)).render({"x": 1})
    assert "word/stylesWithEffects.xml" not in parts_of(data)


def test_what_a_template_needs_is_known_over_all_parts() -> None:
    template = Template.open(docx("{%p for t in tasks %}", "{{ t.title }}", "{%p endfor %}", header="{{ department.name }}"))
    assert template.undeclared() == {"tasks[].title", "department.name"}


@given(st.text(max_size=40), st.text(max_size=10))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_the_document_whole(value: str, other: str) -> None:
    blocks = (p("a{{ x }}b", properties='<w:jc w:val="both"/>'), "{{p x }}", "{{r x }}", table([[tc("{{ x }}"), "{{ y }}"]]))
    for autoescape in (True, False):
        data = Template.open(docx(*blocks, header="{{ x }}"), Environment(), autoescape=autoescape).render({"x": value, "y": other})
        check_document(data, leftovers=True)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{% include '/etc/passwd' %}", "T042"),
        ("{% include '../a.jinja' %}", "T042"),
        ("{% include x %}", "T041"),
        ("{% include 'a' %}", "T043"),
        ("{% from 'a.jinja' import b %}", "T043"),
    ],
)
def test_a_template_that_stands_alone_names_no_other_files(tag: str, code: str) -> None:
    with pytest.raises(FindingsError) as caught:
        Template.open(docx(tag))
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_file_that_names_a_part_it_does_not_hold_is_refused_with_its_name() -> None:
    rels = "word/_rels/document.xml.rels"
    arrow = b'<Relationship Id="rId99" Type="x/image" Target="media/no.png"/></Relationships>'
    parts = {**parts_of(docx("{{ x }}"))}
    parts[rels] = parts[rels].replace(b"</Relationships>", arrow)
    with pytest.raises(FindingsError) as caught:
        Template.open(archive(parts))
    assert [one.message("en") for one in caught.value.findings] == [
        "part word/document.xml draws on content (image) that the file does not hold: word/media/no.png"
    ]


def test_content_from_outside_the_file_is_noted() -> None:
    rels = "word/_rels/document.xml.rels"
    arrow = b'<Relationship Id="rId99" Type="x/image" Target="https://a.cn/a.png" TargetMode="External"/></Relationships>'
    parts = {**parts_of(docx("{{ x }}"))}
    parts[rels] = parts[rels].replace(b"</Relationships>", arrow)
    assert [finding.code for finding in Template.open(archive(parts)).findings] == ["P015"]

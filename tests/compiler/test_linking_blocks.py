"""Blocks of child files stand in their parents' places."""

import pytest

from reportgen.compiler.linking import link
from reportgen.ooxml import Package, Relationship, open_package
from reportgen.ooxml.namespaces import relationship_type
from reportgen.ooxml.relationships import write_relationships
from tests.audit import audit
from tests.compiler.linking import codes, flat, linked
from tests.documents import docx, outline_of, p, side_text_of, table, tables_of, text_of, tr
from tests.invariants import check_document

BASE = docx(
    "一、基本情况",
    "{%p block finance %}",
    "收入{{ income }}万元",
    "{%p endblock %}",
    "二、存在问题",
    "{%p block problems %}无{%p endblock %}",
)
EXTENDS = '{%p extends "base.docx" %}'


def text(files: dict[str, bytes], name: str = "child.docx") -> list[str]:
    result = linked(files, name)
    assert result.findings == []
    data = flat(result)
    check_document(data)
    return text_of(data)


def found(*blocks: str, base: bytes = BASE, **options: object) -> list[str]:
    return codes(linked({"base.docx": base, "child.docx": docx(*blocks, **options)}))  # type: ignore[arg-type]


def message(*blocks: str, base: bytes = BASE) -> tuple[str, str]:
    (finding,) = linked({"base.docx": base, "child.docx": docx(*blocks)}).findings
    return finding.message("zh"), finding.hint("zh")


def test_a_file_on_its_own_keeps_its_blocks_content():
    assert text({"child.docx": BASE}) == ["一、基本情况", "收入«income»万元", "二、存在问题", "无"]


def test_a_child_replaces_the_blocks_that_it_holds():
    child = docx(EXTENDS, "{%p block finance %}", "支出{{ spent }}", p("另行说明", style="Heading1"), "{%p endblock %}")
    assert text({"base.docx": BASE, "child.docx": child}) == ["一、基本情况", "支出«spent»", "另行说明", "二、存在问题", "无"]


@pytest.mark.parametrize("tag", ["{{ super() }}", "{{p super() }}", "{%p super() %}", "{{p super( ) }}"])
def test_super_stands_for_the_parents_content(tag):
    child = docx(EXTENDS, "{%p block finance %}", "前", tag, "后", "{%p endblock %}")
    assert text({"base.docx": BASE, "child.docx": child})[1:4] == ["前", "收入«income»万元", "后"]


def test_super_reaches_through_three_levels():
    middle = docx(EXTENDS, "{%p block finance %}", "中", "{{ super() }}", "{%p endblock %}")
    child = docx('{%p extends "middle.docx" %}', "{%p block finance %}", "{{ super() }}", "下", "{{ super() }}", "{%p endblock %}")
    got = text({"base.docx": BASE, "middle.docx": middle, "child.docx": child})
    assert got == ["一、基本情况", "中", "收入«income»万元", "下", "中", "收入«income»万元", "二、存在问题", "无"]


def test_a_block_that_the_middle_skips_comes_from_the_child():
    middle = docx(EXTENDS, "{%p block problems %}中{%p endblock %}")
    child = docx('{%p extends "middle.docx" %}', "{%p block finance %}下{%p endblock %}")
    assert text({"base.docx": BASE, "middle.docx": middle, "child.docx": child}) == ["一、基本情况", "下", "二、存在问题", "中"]


def test_blocks_in_blocks_are_replaced_inside_inherited_content():
    base = docx("{%p block all %}", "甲", "{%p block inner %}乙{%p endblock %}", "丙", "{%p endblock all %}")
    inner = docx(EXTENDS, "{%p block inner %}新{%p endblock inner %}")
    assert text({"base.docx": base, "child.docx": inner}) == ["甲", "新", "丙"]
    both = docx(EXTENDS, "{%p block all %}", "外", "{{ super() }}", "{%p endblock %}", "{%p block inner %}新{%p endblock %}")
    assert text({"base.docx": base, "child.docx": both}) == ["外", "甲", "新", "丙"]


def test_a_new_block_within_a_block_can_be_replaced_further_down():
    middle = docx(EXTENDS, "{%p block finance %}", "甲", "{%p block extra %}乙{%p endblock %}", "{%p endblock %}")
    child = docx('{%p extends "middle.docx" %}', "{%p block extra %}", "{{ super() }}", "丙", "{%p endblock %}")
    assert text({"base.docx": BASE, "middle.docx": middle, "child.docx": child})[1:4] == ["甲", "乙", "丙"]


def test_rows_and_runs_are_blocks_too():
    base = docx(
        p("关于{% block title %}部门{% endblock %}的报告"),
        table([["项目", "金额"], tr("{%tr block rows %}", ""), ["合计", "1"], tr("{%tr endblock %}", "")]),
    )
    child = docx(
        EXTENDS,
        p("{% block title %}番禺区", "{{ super() }}{% endblock %}"),
        table([tr("{%tr block rows %}", ""), ["分项", "2"], tr("{%tr super() %}", ""), tr("{%tr endblock %}", "")], columns=2),
    )
    result = linked({"base.docx": base, "child.docx": child})
    assert result.findings == []
    data = flat(result)
    check_document(data)
    assert text_of(data)[0] == "关于番禺区部门的报告"
    assert tables_of(data) == [[["项目", "金额"], ["分项", "2"], ["合计", "1"]]]


def test_headers_share_the_names_of_the_body():
    base = docx("正文", header=p("{% block head %}市{% endblock %}财政局"), footer="{%p block foot %}脚{%p endblock %}")
    child = docx(EXTENDS, p("{% block head %}{{ name }}区{% endblock %}"), "{%p block foot %}", "新脚", "{%p endblock %}")
    result = linked({"base.docx": base, "child.docx": child})
    assert result.findings == []
    data = flat(result)
    check_document(data)
    assert side_text_of(data) == ["«name»区财政局"]
    assert side_text_of(data, "footer") == ["新脚"]


def test_a_blocks_settings_stay_inside_it():
    words = [tag.word for _, tag in linked({"child.docx": BASE}).parts["word/document.xml"].elements()]
    assert words == ["with", "income", "endwith", "with", "endwith"]


def test_imports_and_macros_of_a_child_reach_its_blocks():
    child = docx(
        EXTENDS, '{%p import "a.jinja" as t %}', "{%p macro m() %}", "宏", "{%p endmacro %}", "{%p block finance %}{{ m() }}{%p endblock %}"
    )
    result = linked({"base.docx": BASE, "child.docx": child})
    assert result.findings == []
    assert [tag.word for _, tag in result.parts["word/document.xml"].elements()][:7] == [
        "with",
        "import",
        "macro",
        "endmacro",
        "m",
        "endwith",
        "with",
    ]


def test_a_block_whose_tags_are_split_over_runs_is_one():
    child = docx(p("{%p ext", "ends “base.docx” %}"), p("{%p blo", "ck finance", " %}"), "支出", p("{%p endb", "lock %}"))
    assert text({"base.docx": BASE, "child.docx": child})[1] == "支出"


# What is wrong is said, all at once.


def test_text_outside_of_blocks_is_pointed_out():
    result = linked({"base.docx": BASE, "child.docx": docx(EXTENDS, "漏在外面的一段话", "", "{%p block finance %}x{%p endblock %}")})
    (finding,) = result.findings
    assert finding.code == "T046"
    assert finding.message("zh") == "“漏在外面的一段话”写在所有 block 之外，不会出现在文件里"
    assert (finding.span.file, finding.span.place.paragraph) == ("child.docx", 2)


def test_a_table_and_a_value_outside_of_blocks_are_pointed_out():
    assert found(EXTENDS, table([["a"]])) == ["T046"]
    assert found(EXTENDS, "{{p x }}") == ["T046"]
    assert found(EXTENDS, p("a{% block finance2 %}b{% endblock %}")) == ["T046", "T049"]


def test_a_childs_header_text_is_only_a_warning():
    result = linked({"base.docx": BASE, "child.docx": docx(EXTENDS, header="眉")})
    assert codes(result) == ["T047"]
    assert not result.findings[0].blocks


def test_a_block_under_a_condition_is_refused():
    assert found(EXTENDS, "{%p if x %}", "{%p block finance %}a{%p endblock %}", "{%p endif %}") == ["T048"]
    assert found(EXTENDS, "{%p block finance %}", "{%p if x %}", "a", "{%p endif %}", "{%p endblock %}") == []


def test_an_unknown_block_is_named_with_those_that_are():
    assert message(EXTENDS, "{%p block finanse %}a{%p endblock %}") == (
        "上级模板“base.docx”里没有名为“finanse”的 block",
        "上级模板有的 block：finance、problems",
    )
    (finding,) = linked({"base.docx": BASE, "child.docx": docx(EXTENDS, "{%p block finanse %}a{%p endblock %}")}).findings
    assert finding.suggestion == "{%p block finance %}"


def test_one_name_twice_is_refused():
    assert found(EXTENDS, "{%p block finance %}a{%p endblock %}", "{%p block finance %}b{%p endblock %}") == ["T050"]


def test_another_shape_is_refused():
    assert message(EXTENDS, p("{% block finance %}a{% endblock %}")) == (
        "block“finance”在这里是段内文字，在上级模板里是整段",
        "改成与上级模板相同的写法：{%p block finance %}",
    )


@pytest.mark.parametrize(
    ("blocks", "codes"),
    [
        (["{%p block finance %}", "a"], ["T004"]),
        (["a{% endblock %}"], ["T005"]),
        (["{%p block %}a{%p endblock %}"], ["T053"]),
        (["{%p block finance %}a{%p endblock problems %}"], ["T054"]),
        (["{% block finance %}", "{% endblock %}"], ["T052"]),
        (["{%p block finance %}", "{%p for a in b %}", "{%p endblock %}", "{%p endfor %}"], ["T006"]),
        (["{%p block finance %}", "前{{ super() }}后", "{%p endblock %}"], ["T055"]),
        (["{%p block finance %}", "{{ super()|upper }}", "{%p endblock %}"], ["T055"]),
        (["{%p block finance %}", "{%p block new %}", "{{ super() }}", "{%p endblock %}", "{%p endblock %}"], ["T056"]),
        (["{{ super() }}"], ["T055"]),
        (["{%p block finance %}", p("a", properties="<w:sectPr/>"), "{%p endblock %}"], ["T058"]),
    ],
)
def test_blocks_that_are_wrong_are_refused(blocks, codes):
    assert found(EXTENDS, *blocks) == codes


def test_an_override_that_its_parent_lost_is_pointed_out():
    base = docx("{%p block all %}", "甲", "{%p block inner %}乙{%p endblock %}", "{%p endblock %}")
    child = docx(EXTENDS, "{%p block all %}新{%p endblock %}", "{%p block inner %}x{%p endblock %}")
    assert codes(linked({"base.docx": base, "child.docx": child})) == ["T057"]


def test_a_required_block_must_be_given():
    base = docx("{%p block a required %}", "{%p endblock %}")
    assert codes(linked({"child.docx": base})) == ["T059"]
    assert found(EXTENDS, "{%p block a %}x{%p endblock %}", base=base) == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{%p extends base %}", "T041"),
        ('{%p extends "a" ~ "b" %}', "T041"),
        ('{%p extends "../base.docx" %}', "T042"),
        ('{%p extends "/etc/base.docx" %}', "T042"),
        ('{%p extends "C:/base.docx" %}', "T042"),
        ('{%p extends "nothing.docx" %}', "T043"),
        ('{%p extends "child.docx" %}', "T044"),
        ('{%p extends "broken.docx" %}', "P002"),
    ],
)
def test_a_parent_that_cannot_be_had_is_named(tag, code):
    result = linked({"child.docx": docx(tag, "a"), "broken.docx": b"?"})
    assert codes(result) == [code]


def test_extends_comes_first_and_once():
    assert found("{%p set a = 1 %}", EXTENDS) == ["T040"]
    assert found(EXTENDS, EXTENDS) == ["T040"]


def test_a_circle_of_files_is_told_step_by_step():
    files = {
        "a.docx": docx('{%p extends "b.docx" %}'),
        "b.docx": docx('{%p extends "c.docx" %}'),
        "c.docx": docx('{%p extends "b.docx" %}'),
    }
    (finding,) = linked(files, "a.docx").findings
    assert finding.message("zh") == "文件互相引用成环：b.docx → c.docx → b.docx"


def test_levels_are_bounded():
    files = {f"{n}.docx": docx(f'{{%p extends "{n + 1}.docx" %}}') for n in range(40)}
    assert codes(linked(files, "0.docx")) == ["T045"]


def test_content_that_doubles_at_each_level_is_stopped():
    files = {"0.docx": docx("{%p block a %}", *["x"] * 50, "{%p endblock %}")}
    for n in range(1, 15):
        files[f"{n}.docx"] = docx(f'{{%p extends "{n - 1}.docx" %}}', "{%p block a %}", *["{{ super() }}"] * 4, "{%p endblock %}")
    assert "T060" in codes(linked(files, "14.docx"))


def test_super_in_the_topmost_file_stands_for_nothing():
    assert codes(linked({"child.docx": docx("{%p block a %}", "{{ super() }}", "{%p endblock %}")})) == ["T056"]


def test_what_was_complained_of_is_not_left_for_others_to_complain_of():
    result = linked({"child.docx": docx("{%p block a %}", "{{ super() }}", "a{%p endblock b %}", "{%p block c %}")})
    assert codes(result) == ["T054", "T004"]
    assert {tag.kind for _, tag in result.parts["word/document.xml"].elements() if tag.word != "super"} == {"comment"}


def test_parts_without_tags_are_not_among_the_parts_to_render():
    base = docx("{%p block a %}x{%p endblock %}", header="眉", footer="{{ foot }}")
    assert set(linked({"child.docx": base}).parts) == {"word/document.xml", "word/footer.xml"}


def test_the_topmost_file_alone_is_dressed():
    dressed = []

    def dress(package: Package) -> Package:
        dressed.append(package.file)
        return package.with_parts({"word/styles.xml": package["word/styles.xml"].replace(b"Normal Table", b"Worn Table")})

    files = {
        "base.docx": BASE,
        "child.docx": docx(EXTENDS, '{%p block finance %}{%p include "x.docx" %}{%p endblock %}'),
        "x.docx": docx("x"),
    }
    result = link(open_package(files["child.docx"], "child.docx"), files.get, name="child.docx", dress=dress)
    assert dressed == ["base.docx"]
    assert b"Worn Table" in result.package["word/styles.xml"]


def test_content_from_outside_the_file_is_pointed_out():
    rels = write_relationships([Relationship("rId1", relationship_type("image"), "http://a.cn/x.png", True)], "word/header.xml")
    assert codes(linked({"child.docx": docx("a", header="x", parts={"word/_rels/header.xml.rels": rels})})) == ["P015"]


def test_headings_that_a_child_brings_are_in_the_outline():
    child = docx(EXTENDS, "{%p block finance %}", p("另行说明", style="Heading2"), "{%p endblock %}")
    assert outline_of(flat(linked({"base.docx": BASE, "child.docx": child}))) == [(2, "另行说明")]


def test_the_result_passes_an_outside_validator():
    child = docx(EXTENDS, "{%p block finance %}", "a", "{{ super() }}", "{%p endblock %}")
    assert audit(flat(linked({"base.docx": BASE, "child.docx": child}))) == []

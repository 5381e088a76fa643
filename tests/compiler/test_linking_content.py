"""Content of one Word file carried into another is still whole: its styles, lists, pictures, links, notes and bookmarks."""

import re

import pytest

from tests.audit import audit
from tests.compiler.linking import codes, flat, linked
from tests.documents import docx, p, parts_of, picture, png, r, table, text_of
from tests.invariants import check_document

EXTENDS = '{%p extends "base.docx" %}'
BLOCK, END = "{%p block a %}", "{%p endblock %}"
BASE = docx("前", BLOCK, "旧", END, "后")
MAIN = "word/document.xml"


def style(style_id: str, name: str, more: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}</w:style>'


def numbering(text: str, abstract: int = 0, number: int = 1, more: str = "") -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    definition = f'<w:abstractNum w:abstractNumId="{abstract}"><w:nsid w:val="11111111"/>{level}</w:abstractNum>'
    return f'{definition}<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'


def item(text: str, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def together(child: bytes, base: bytes = BASE, **files: bytes) -> bytes:
    """The child linked over the base, checked from within and from outside."""
    result = linked({"base.docx": base, "child.docx": child, **{f"{name}.docx": data for name, data in files.items()}})
    assert result.findings == []
    data = flat(result)
    check_document(data)
    assert audit(data) == []
    return data


def in_block(*blocks: str, **options: object) -> bytes:
    return docx(EXTENDS, BLOCK, *blocks, END, **options)  # type: ignore[arg-type]


def part(data: bytes, name: str = MAIN) -> str:
    return parts_of(data)[name].decode()


def values(tag: str, xml: str) -> list[str]:
    return re.findall(rf'<w:{tag} w:val="([^"]*)"', xml)


def test_a_style_of_the_same_name_is_the_templates_own():
    base = docx(BLOCK, END, styles=style("a1", "正文缩进", "<w:pPr><w:jc w:val='left'/></w:pPr>"))
    child = in_block(p("x", style="b9"), styles=style("b9", "正文缩进", "<w:pPr><w:jc w:val='right'/></w:pPr>"))
    data = together(child, base)
    assert values("pStyle", part(data)) == ["a1"]
    assert "right" not in part(data, "word/styles.xml")


def test_a_style_that_the_template_lacks_comes_with_what_it_builds_on():
    base = docx(BLOCK, END, styles=style("b1", "别的样式"))
    made = (
        style("b1", "子", '<w:basedOn w:val="b2"/><w:next w:val="b3"/><w:link w:val="c1"/>')
        + style("b2", "父", '<w:basedOn w:val="Normal"/>')
        + style("b3", "后", '<w:next w:val="b1"/>')
        + style("c1", "子 字符", '<w:link w:val="b1"/>', "character")
        + style("unused", "没用到")
    )
    data = together(in_block(p("x", style="b1"), p(r("y", style="c1")), styles=made), base)
    styles = part(data, "word/styles.xml")
    assert values("pStyle", part(data)) == ["b12"]
    assert '<w:name w:val="子"/><w:basedOn w:val="b2"/><w:next w:val="b3"/><w:link w:val="c1"/>' in styles
    assert '<w:name w:val="后"/><w:next w:val="b12"/>' in styles
    assert "没用到" not in styles


def test_styles_of_three_files_stay_three():
    middle = in_block("{{ super() }}", p("中", style="x"), styles=style("x", "中间样式"))
    child = docx('{%p extends "middle.docx" %}', BLOCK, "{{ super() }}", p("下", style="x"), END, styles=style("x", "下级样式"))
    base = docx(BLOCK, p("上", style="x"), END, styles=style("x", "上级样式"))
    data = together(child, base, middle=middle)
    assert text_of(data) == ["上", "中", "下"]
    assert values("pStyle", part(data)) == ["x", "x2", "x3"]


def test_a_style_that_its_own_file_lacks_is_not_named():
    assert values("pStyle", part(together(in_block(p("x", style="nobody"))))) == []


def test_table_styles_are_carried():
    data = together(in_block(table([["a"]], style="t"), styles=style("t", "我的表格", kind="table")))
    assert values("tblStyle", part(data)) == ["t"]


def test_lists_of_two_files_stay_apart_and_start_anew():
    base = docx(item("上"), BLOCK, item("旧"), END, numbering=numbering("%1."))
    child = in_block("{{ super() }}", item("下"), item("又"), numbering=numbering("（%1）"))
    data = together(child, base)
    assert values("numId", part(data)) == ["1", "1", "2", "2"]
    lists = part(data, "word/numbering.xml")
    assert values("lvlText", lists) == ["%1.", "（%1）"]
    assert len(set(values("nsid", lists))) == 2
    assert lists.rindex("<w:abstractNum ") < lists.index("<w:num ")


def test_a_list_comes_to_a_template_without_any():
    assert "word/numbering.xml" in parts_of(together(in_block(item("下", 9), numbering=numbering("%1.", 7, 9))))


def test_a_list_that_its_own_file_lacks_is_not_named():
    base = docx(BLOCK, END, numbering=numbering("%1."))
    data = together(in_block(item("x", 44), p("y", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')), base)
    assert values("numId", part(data)) == ["0"]


def test_a_list_in_a_style_comes_with_the_style():
    made = style("l", "列表样式", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    base = docx(BLOCK, END, numbering=numbering("%1."))
    data = together(in_block(p("x", style="l"), styles=made, numbering=numbering("%1、", 5, 3)), base)
    assert values("numId", part(data, "word/styles.xml")) == ["2"]


def test_a_list_of_a_style_that_the_template_has_too_is_a_list_apart():
    def made(indent: int) -> str:
        look = f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="{indent}"/></w:pPr>'
        return style("l", "列表样式", look)

    base = docx(p("上", style="l"), BLOCK, END, styles=made(100), numbering=numbering("%1."))
    child = in_block(p("下", style="l"), p("又", style="l"), styles=made(200), numbering=numbering("（%1）"))
    data = together(child, base)
    assert values("numId", part(data)) == ["2", "2"]
    assert values("lvlText", part(data, "word/numbering.xml")) == ["%1.", "（%1）"]
    assert part(data).count('<w:ind w:left="100"/>') == 2


def test_lists_of_two_children_by_a_style_of_one_name_are_two():
    made = style("l", "列表样式", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    middle = in_block("{{ super() }}", p("中", style="l"), styles=made, numbering=numbering("%1."))
    below = ("{{ super() }}", p("下", style="l"))
    child = docx('{%p extends "middle.docx" %}', BLOCK, *below, END, styles=made, numbering=numbering("%1."))
    data = together(child, docx(BLOCK, END), middle=middle)
    assert values("numId", part(data)) == ["1", "2"]


def test_a_list_by_way_of_a_list_style_keeps_its_levels():
    linked_list = '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="ls"/></w:abstractNum>'
    number = '<w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>'
    made = style("ls", "列表", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    definition, first = numbering("第%1").split("<w:num ")
    data = together(in_block(item("x", 8), styles=made, numbering=f"{definition}{linked_list}<w:num {first}{number}"))
    assert values("lvlText", part(data, "word/numbering.xml")) == ["第%1"]


def test_pictures_of_the_same_name_stay_two():
    base = docx(p(picture("rId50")), BLOCK, END, images={"rId50": png(1)})
    data = together(in_block(p(picture("rId50")), p(picture("rId50", 2)), images={"rId50": png(2)}), base)
    media = {name: content for name, content in parts_of(data).items() if "media" in name}
    assert sorted(media.values()) == sorted([png(1), png(2)])
    assert re.findall(r'docPr id="(\d+)"', part(data)) == ["1", "3", "2"]


def test_links_are_carried_and_shared():
    def link(words: str) -> str:
        return p(f'<w:hyperlink r:id="rId50">{r(words)}</w:hyperlink>')

    base = docx(link("甲"), BLOCK, END, links={"rId50": "https://a.cn"})
    data = together(in_block(link("乙"), link("丙"), links={"rId50": "https://b.cn/?x=1&y=2"}), base)
    assert text_of(data) == ["甲", "乙", "丙"]
    targets = re.findall(r'Target="(https[^"]*)"', part(data, "word/_rels/document.xml.rels"))
    assert targets == ["https://a.cn", "https://b.cn/?x=1&amp;y=2"]


def test_a_picture_goes_to_the_part_that_its_block_stands_in():
    base = docx("x", header=[BLOCK, "旧", END])
    data = together(in_block(p(picture("rId50")), images={"rId50": png()}), base)
    assert "media" in part(data, "word/_rels/header.xml.rels")
    assert "media" not in part(data, "word/_rels/document.xml.rels")


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


@pytest.mark.parametrize("own", [["上注"], []])
def test_footnotes_are_carried_with_their_tags(own):
    base = docx(p("上", note(1) if own else ""), BLOCK, END, footnotes=own)
    data = together(in_block(p("下", note(2)), p("又", note(2)), footnotes=["没用到", "见{{ law }}"]), base)
    notes = part(data, "word/footnotes.xml")
    assert "见«law»" in notes
    assert "没用到" not in notes
    assert ("上注" in notes) == bool(own)


def bookmark(name: str, number: int, words: str) -> str:
    return p(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', r(words), f'<w:bookmarkEnd w:id="{number}"/>')


def field(code: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return p(kinds[0], f"<w:r><w:instrText>{code}</w:instrText></w:r>", kinds[1], r("1"), kinds[2])


def test_bookmarks_of_one_name_get_two_and_their_fields_follow():
    base = docx(bookmark("表一", 0, "甲"), field(" REF 表一 \\h "), BLOCK, END)
    data = together(
        in_block(bookmark("表一", 0, "乙"), field(" REF 表一 \\h "), p('<w:hyperlink w:anchor="表一">' + r("z") + "</w:hyperlink>")), base
    )
    assert re.findall(r'w:name="(表[^"]*)"', part(data)) == ["表一", "表一_2"]
    assert re.findall(r"REF (\S+)", part(data)) == ["表一", "表一_2"]
    assert 'w:anchor="表一_2"' in part(data)


def test_what_super_repeats_is_not_named_twice():
    base = docx(BLOCK, bookmark("b", 0, "甲"), p(picture("rId50")), END, images={"rId50": png()})
    data = together(in_block("{{ super() }}", "{{ super() }}"), base)
    assert text_of(data) == ["甲", "", "甲", ""]


def test_comments_and_paragraph_ids_stay_behind():
    commented = p('<w:commentRangeStart w:id="1"/>', r("x"), '<w:commentRangeEnd w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>')
    identified = '<w:p w14:paraId="00000001">' + r("y") + "</w:p>"
    base = docx(identified, BLOCK, END)
    data = together(in_block(commented, identified, comments=["批注"]), base)
    assert "comment" not in part(data)
    assert part(data).count("paraId") == 1


def test_namespaces_that_may_be_skipped_are_declared():
    xml = parts_of(in_block("x"))[MAIN].decode()
    declared = xml.replace('mc:Ignorable="w14"', 'xmlns:w99="urn:new" mc:Ignorable="w14 w99"').replace(
        "<w:p><w:r><w:t", '<w:p w99:a="1"><w:r><w:t'
    )
    child = in_block("x", parts={MAIN: declared.encode()})
    result = linked({"base.docx": BASE, "child.docx": child})
    assert result.findings == []
    data = flat(result)
    check_document(data)
    assert 'mc:Ignorable="w14 w99"' in part(data)


def test_the_page_set_up_is_the_templates():
    data = together(in_block("x", section='<w:pgSz w:w="1000" w:h="1000"/>', footer=""))
    assert 'w:w="1000" w:h="1000"' not in part(data)


def test_tags_in_alternative_text_are_carried():
    shown = picture("rId50").replace('name="Picture 1"', 'name="P" descr="{{ chart.title }}"')
    data = together(in_block(p(shown), p("{{ later }}"), images={"rId50": png()}))
    assert 'descr="«chart.title»"' in part(data)
    assert text_of(data)[2] == "«later»"


def test_damaged_numbers_do_no_harm():
    odd = note(1).replace('w:id="1"', 'w:id="x"')
    base = docx(p("上"), BLOCK, END, footnotes=["甲"], parts={})
    child = in_block(p("下", odd), item("z", 1).replace('w:numId w:val="1"', 'w:numId w:val="y"'), footnotes=["乙"])
    result = linked({"base.docx": base, "child.docx": child})
    assert result.findings == []
    check_document(flat(result))


@pytest.mark.parametrize("name", ["word/numbering.xml", "word/styles.xml", "word/document.xml"])
def test_a_damaged_parent_is_a_finding_at_the_tag(name):
    base = docx(BLOCK, END, numbering=numbering("%1."), parts={name: b"<w:x>"})
    (finding,) = linked({"base.docx": base, "child.docx": in_block("x")}).findings
    assert (finding.code, finding.span.file) == ("P013", "base.docx")
    assert finding.related[0].file == "child.docx"


def test_a_page_background_does_not_hide_the_body():
    coloured = {MAIN: parts_of(docx("甲"))[MAIN].replace(b"<w:body>", b'<w:background w:color="FFFFFF"/><w:body>')}
    files = {"child.docx": docx('{%p include "x.docx" %}'), "x.docx": docx("甲", parts=coloured)}
    assert text_of(flat(linked(files))) == ["甲"]


# Included files.


def test_an_included_file_stands_where_it_is_named():
    included = docx(
        p("一", style="n"), item("二"), p(picture("rId50")), styles=style("n", "新"), numbering=numbering("%1."), images={"rId50": png()}
    )
    files = {"child.docx": docx("前", '{%p include "parts/x.docx" %}', "后", '{% include "parts/x.docx" %}'), "parts/x.docx": included}
    result = linked(files)
    assert result.findings == []
    data = flat(result)
    check_document(data)
    assert audit(data) == []
    assert text_of(data) == ["前", "一", "二", "", "后", "一", "二", ""]


def test_an_included_file_may_extend_and_include_others():
    files = {
        "child.docx": docx('{%p include "x.docx" %}'),
        "x.docx": docx('{%p extends "y.docx" %}', "{%p block a %}甲{%p endblock %}"),
        "y.docx": docx("始", "{%p block a %}{%p endblock %}", '{%p include "z.docx" %}'),
        "z.docx": docx("终"),
    }
    assert text_of(flat(linked(files))) == ["始", "甲", "终"]


def test_an_include_within_a_childs_block_is_put_in():
    files = {"base.docx": BASE, "child.docx": in_block('{%p include "x.docx" %}'), "x.docx": docx("甲")}
    assert text_of(flat(linked(files))) == ["前", "甲", "后"]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ('{%p include "x.docx" %}', ["T043"]),
        ('{%p include "x.docx" ignore missing %}', []),
        ('{%p include "child.docx" %}', ["T044"]),
        ('{%p include ["a.docx", b] %}', ["T041"]),
        ('前{% include "y.docx" %}', ["T061"]),
        ('{%p include "s.docx" %}', ["T058"]),
    ],
)
def test_an_include_that_cannot_be_had_is_named(block, code):
    files = {"child.docx": docx(block), "y.docx": docx("y"), "s.docx": docx(p("x", properties="<w:sectPr/>"), "y")}
    assert codes(linked(files)) == code


def test_macros_of_a_word_file_are_brought_in_by_name():
    library = docx(
        "{%p macro row(x) %}", p("行{{ x }}", style="m"), "{%p endmacro %}", "没用到", "{%p macro other() %}", "他", "{%p endmacro %}",
        styles=style("m", "宏样式"),
    )  # fmt: skip
    files = {"child.docx": docx('{%p from "lib/m.docx" import row as line %}', "{{p line(1) }}"), "lib/m.docx": library}
    result = linked(files)
    assert result.findings == []
    assert [tag.source for _, tag in result.parts[MAIN].elements() if tag.kind != "comment"] == [
        "macro line(x)",
        "x",
        "endmacro",
        "line(1)",
    ]
    data = flat(result)
    check_document(data)
    assert "宏样式" in part(data, "word/styles.xml")
    assert "没用到" not in part(data)


def test_macros_that_a_word_file_lacks_are_named():
    files = {"child.docx": docx('{%p from "m.docx" import a, b %}'), "m.docx": docx("{%p macro b() %}", "x", "{%p endmacro %}")}
    (finding,) = linked(files).findings
    assert finding.message("zh") == "文件“m.docx”里没有名为“a”、单独成段的宏"
    assert finding.hint("zh") == "该文件里有的宏：b"
    assert codes(linked({**files, "child.docx": docx('{%p import "m.docx" as m %}')})) == ["T064"]


def test_phrases_in_other_files_are_left_to_the_compiler():
    result = linked({"child.docx": docx('{%p import "t.jinja" as t %}', '{%p include "u.jinja" %}')})
    assert result.findings == []
    assert [tag.word for _, tag in result.parts[MAIN].elements()] == ["import", "include"]

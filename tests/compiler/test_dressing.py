"""A Word file in the page format of its pack."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt

from reportgen.compiler.dressing import dress
from reportgen.ooxml import Package, open_package, write_archive
from reportgen.ooxml.namespaces import W, qn
from reportgen.ooxml.styles import read_styles
from reportgen.packs import read_profile
from reportgen.packs.layers import Nowhere

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

BARE = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>'
    ),
}


def package(document: Document) -> Package:
    file = io.BytesIO()
    document.save(file)
    opened = open_package(file.getvalue(), "x.docx")
    return opened.without([name for name in opened if name.endswith("stylesWithEffects.xml")])


def bare() -> Package:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in BARE.items():
            archive.writestr(name, text)
    return open_package(file.getvalue())


def dressed(document: Package | None = None, words: Mapping[str, object] | None = None) -> Package:
    profile, findings = read_profile(words or {}, Nowhere())
    assert not findings
    return dress(document or package(docx.Document()), profile)


def style(result: Package, name: str, kind: str = "paragraph") -> _Element:
    root = result.root(result.part("styles"))
    found = read_styles(root).named(name, kind)
    assert found
    return next(element for element in root.iterchildren(qn("w:style")) if element.get(qn("w:styleId")) == found.id)


def values(element: _Element, path: str) -> dict[str, str]:
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    assert found is not None
    return {str(name).rpartition("}")[2]: str(value) for name, value in found.attrib.items()}


def sections(result: Package) -> list[_Element]:
    return list(result.root(result.main).iter(qn("w:sectPr")))


def text(root: _Element) -> str:
    return "".join(str(element.text) for element in root.iter(qn("w:t"), qn("w:instrText")))


def test_body_text_is_set_as_the_standard_says():
    body = style(dressed(), "Body Text")
    assert values(body, "rPr/rFonts") == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "仿宋_GB2312")
    assert values(body, "rPr/sz") == {"val": "32"}
    assert values(body, "rPr/spacing") == {"val": "-5"}
    assert values(body, "pPr/ind")["firstLine"] == "640"
    assert values(body, "pPr/ind")["firstLineChars"] == "200"
    assert (values(body, "pPr/spacing")["line"], values(body, "pPr/spacing")["lineRule"]) == ("579", "exact")
    assert values(body, "pPr/jc") == {"val": "both"}


def test_headings_are_word_s_own_with_levels_and_a_character_style_each():
    result = dressed()
    for level, face in enumerate(("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312", "仿宋_GB2312"), 1):
        heading = style(result, f"heading {level}")
        assert values(heading, "pPr/outlineLvl") == {"val": str(level - 1)}
        assert values(heading, "rPr/rFonts")["eastAsia"] == face
        assert values(heading, "rPr/b") == {"val": "0"}
        linked = next(one for one in read_styles(result.root(result.part("styles"))).all if one.id == values(heading, "link")["val"])
        assert (linked.kind, linked.link) == ("character", heading.get(qn("w:styleId")))
        assert values(style(result, linked.name, "character"), "rPr/rFonts")["eastAsia"] == face


def test_a_signature_is_not_parted_from_its_date():
    result = dressed()
    assert values(style(result, "Signature"), "pPr/keepNext") == {"val": "1"}
    assert style(result, "Date").find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None


def test_text_in_tables_is_not_cut_off_by_the_body_s_pitch():
    result = dressed()
    for name in ("Normal", "Table Text", "Table Heading"):
        assert values(style(result, name), "pPr/spacing")["lineRule"] == "auto"
    assert values(style(result, "Table Text"), "rPr/sz") == {"val": "21"}


def test_no_theme_face_and_no_automatic_number_is_left():
    document = docx.Document()
    heading = document.styles["Heading 1"].element
    heading.get_or_add_pPr().append(parse_xml(f'<w:numPr xmlns:w="{W}"><w:numId w:val="1"/></w:numPr>'))
    result = dressed(package(document))
    styles = result[result.part("styles")].decode()
    assert "Theme=" not in styles.replace("themeFontLang", "")
    assert "cstheme" not in styles
    assert "<w:numPr>" not in styles.partition('w:styleId="Heading1"')[2].partition("</w:style>")[0]


def test_word_s_lists_let_go_of_headings():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = next(iter(numbering.iter(qn("w:lvl"))))
    level.insert(2, parse_xml(f'<w:pStyle xmlns:w="{W}" w:val="Heading1"/>'))
    result = dressed(package(document))
    assert b'w:val="Heading1"' not in result[result.part("numbering")]


def test_page_and_margins_are_those_of_the_profile_and_the_grid_goes():
    (section,) = sections(dressed())
    assert values(section, "pgSz") == {"w": "11906", "h": "16838"}
    margins = values(section, "pgMar")
    assert [margins[side] for side in ("top", "right", "bottom", "left")] == ["2098", "1474", "1984", "1587"]
    assert section.find(qn("w:docGrid")) is None


def test_the_dash_stands_seven_millimetres_below_the_type_area():
    margins = values(sections(dressed())[0], "pgMar")
    middle_of_line = int(margins["footer"]) + 28 * 10 // 2
    assert int(margins["bottom"]) - middle_of_line == 397


def test_a_section_that_lies_across_stays_so():
    document = docx.Document()
    across = document.add_section()
    across.orientation, across.page_width, across.page_height = WD_ORIENT.LANDSCAPE, across.page_height, across.page_width
    upright, turned = sections(dressed(package(document)))
    assert "orient" not in values(upright, "pgSz")
    assert values(turned, "pgSz") == {"w": "16838", "h": "11906", "orient": "landscape"}
    assert (values(turned, "pgMar")["top"], values(turned, "pgMar")["left"]) == ("1587", "1984")


def test_page_numbers_stand_on_the_outer_side():
    result = dressed()
    footers = [result.root(part) for part in result.parts("footer")]
    assert [text(footer) for footer in footers] == ["—  PAGE 1 —"] * 2
    assert [values(footer, "p/pPr/jc")["val"] for footer in footers] == ["right", "left"]
    assert values(footers[0], "p/pPr/ind") == {"rightChars": "100", "right": "280"}
    (section,) = sections(result)
    assert [one.get(qn("w:type")) for one in section.iter(qn("w:footerReference"))] == ["default", "even"]
    assert result.root(result.part("settings")).find(qn("w:evenAndOddHeaders")) is not None
    assert values(style(result, "footer"), "rPr/rFonts")["eastAsia"] == "宋体"


def test_page_numbers_in_the_middle_need_one_footer():
    result = dressed(words={"page_number": {"position": "center", "form": "第1页"}})
    (part,) = result.parts("footer")
    assert text(result.root(part)) == "第 PAGE 1页"
    assert result.root(result.part("settings")).find(qn("w:evenAndOddHeaders")) is None


def test_no_page_number_where_none_is_wanted():
    assert dressed(words={"page_number": {"position": "none"}}).parts("footer") == ()


def test_a_footer_that_holds_something_stays_and_an_empty_one_goes_unused():
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    kept = dressed(package(document))
    assert [text(kept.root(part)) for part in kept.parts("footer")] == ["内部资料"]
    document.sections[0].footer.paragraphs[0].text = ""
    assert "—  PAGE 1 —" in [text(result.root(part)) for result in [dressed(package(document))] for part in result.parts("footer")]


def test_a_header_shows_on_even_pages_too():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    (section,) = sections(dressed(package(document)))
    headers = list(section.iter(qn("w:headerReference")))
    assert {header.get(qn("w:type")) for header in headers} == {"default", "even"}
    assert len({header.get(qn("r:id")) for header in headers}) == 1


def test_what_was_set_by_hand_stays():
    document = docx.Document()
    document.add_paragraph().add_run("大字").font.size = Pt(30)
    result = dressed(package(document))
    assert 'w:sz w:val="60"' in result[result.main].decode()


def test_a_pack_may_let_the_word_file_s_styles_win():
    document = docx.Document()
    document.styles["Title"].font.size = Pt(36)
    result = dressed(package(document), {"styles": "word"})
    assert values(style(result, "Title"), "rPr/sz") == {"val": "72"}
    assert values(style(result, "Table Text"), "rPr/sz") == {"val": "21"}
    assert values(sections(result)[0], "pgMar")["top"] == "2098"


def test_styles_are_known_by_name_whatever_their_id():
    document = docx.Document()
    body = document.styles["Body Text"].element
    body.set(qn("w:styleId"), "a3")
    document.styles.add_style("TableText", WD_STYLE_TYPE.CHARACTER)
    result = dressed(package(document))
    assert style(result, "Body Text").get(qn("w:styleId")) == "a3"
    assert values(style(result, "Title"), "next") == {"val": "a3"}
    ids = [one.id for one in read_styles(result.root(result.part("styles"))).all]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("words", [{}, {"styles": "word"}, {"page_number": {"position": "center"}}, {"orientation": "landscape"}])
@pytest.mark.parametrize("make", [bare, lambda: package(docx.Document())])
def test_dressing_twice_is_dressing_once(words: Mapping[str, object], make: Callable[[], Package]):
    once = dressed(make(), words)
    twice = dressed(once, words)
    assert list(once) == list(twice)
    assert all(once[name] == twice[name] for name in once)


def test_a_file_without_styles_and_settings_gets_them():
    result = dressed(bare())
    assert result.part("styles")
    assert result.part("settings")
    assert values(style(result, "Normal"), "rPr/rFonts")["eastAsia"] == "仿宋_GB2312"
    assert style(result, "Normal").get(qn("w:default")) == "1"


def test_word_opens_the_result_without_complaint(tmp_path: Path):
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "x.docx"
    file.write_bytes(write_archive(dressed()))
    assert list(OpenXmlValidator().validate(file).errors) == []

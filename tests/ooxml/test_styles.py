"""Styles are found by id and by the name that Word shows."""

from reportgen.ooxml import open_package
from reportgen.ooxml.styles import Style, Styles, read_styles
from tests.documents import docx

MADE = (
    '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="我的标题"/><w:basedOn w:val="Heading2"/><w:link w:val="a8"/></w:style>'
    '<w:style w:type="character" w:styleId="a8"><w:name w:val="我的标题 字符"/><w:link w:val="a7"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x1"><w:name w:val="x1"/><w:basedOn w:val="x2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x2"><w:name w:val="x2"/><w:basedOn w:val="x1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="body"/><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
)


def styles() -> Styles:
    return read_styles(open_package(docx("a", styles=MADE)).root("word/styles.xml"))


def test_a_style_is_found_by_its_name_whatever_the_case():
    found = styles().named("Heading 1")
    assert found is not None
    assert (found.id, found.outline_level, found.next) == ("Heading1", 0, "Normal")
    assert styles().named("我的标题 字符", "character") == styles().by_id["a8"]
    assert styles().named("我的标题 字符") is None


def test_the_outline_level_is_inherited():
    assert styles().outline_level("a7") == 1
    assert styles().outline_level("b") is None
    assert styles().outline_level("Normal") is None
    assert styles().outline_level("nobody") is None


def test_styles_based_on_each_other_come_to_an_end():
    assert styles().outline_level("x1") is None


def test_the_default_style_is_known():
    found = styles().default()
    assert found is not None
    assert found.id == "Normal"


def test_a_style_that_builds_on_thousands_is_told_by_the_nearest() -> None:
    styles = Styles(tuple(Style(f"S{n}", f"S{n}", "paragraph", based_on=f"S{n - 1}") for n in range(3000)))
    assert [style.id for style in styles.lineage("S2999")][:3] == ["S2999", "S2998", "S2997"]
    assert len(list(styles.lineage("S2999"))) < 100

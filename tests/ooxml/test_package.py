"""A package is immutable; changes give new packages whose relationships and content types hold."""

import pytest

from reportgen.errors import NotADocx
from reportgen.ooxml import Draft, Relationship, open_package, write_archive
from reportgen.ooxml.namespaces import part_type
from reportgen.ooxml.relationships import read_relationships, rels_name, source_name, write_relationships
from tests.documents import archive, docx, parts_of, picture, png, side_text_of, text_of
from tests.invariants import check_document

MAIN = "word/document.xml"


def test_other_bytes_give_another_package():
    package = open_package(docx("a"))
    changed = package.with_parts({MAIN: package[MAIN].replace(b">a<", b">b<")})
    assert text_of(write_archive(changed)) == ["b"]
    assert text_of(write_archive(package)) == ["a"]


def test_a_part_taken_out_takes_its_traces_with_it():
    package = open_package(docx("a", numbering="", footnotes=["注"]))
    data = write_archive(package.without(["word/footnotes.xml"]))
    assert "word/footnotes.xml" not in parts_of(data)
    check_document(data)
    assert package.without(["word/nothing.xml"]) is package


def test_a_picture_added_by_a_draft_is_shown():
    package = open_package(docx("a"))
    draft = Draft(package)
    name = draft.add("word/media/image1.png", png(), "image/png")
    rid = draft.relate(MAIN, "image", name)
    draft.put(MAIN, draft[MAIN].replace(b"<w:sectPr>", b"<w:p>" + picture(rid).encode() + b"</w:p><w:sectPr>"))
    check_document(write_archive(draft.package()))
    assert set(draft.changes()) == {"word/media/image1.png", MAIN, "word/_rels/document.xml.rels"}


def test_a_draft_finds_free_names_and_ids():
    draft = Draft(open_package(docx("a")))
    assert [draft.add("word/media/image1.png", png(n), "image/png") for n in range(3)] == [
        "word/media/image1.png",
        "word/media/image2.png",
        "word/media/image3.png",
    ]
    first = draft.relate(MAIN, "hyperlink", "https://a.cn", external=True)
    assert draft.relate(MAIN, "hyperlink", "https://a.cn", external=True) == first
    assert draft.relate(MAIN, "hyperlink", "https://b.cn", external=True) != first


def test_a_part_of_a_new_type_is_declared():
    draft = Draft(open_package(docx("a")))
    xml = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:hdr>'
    name = draft.add("word/header9.xml", xml, part_type("header"))
    rid = draft.relate(MAIN, "header", name)
    reference = f'<w:sectPr><w:headerReference w:type="default" r:id="{rid}"/>'.encode()
    draft.put(MAIN, draft[MAIN].replace(b"<w:sectPr>", reference))
    data = write_archive(draft.package())
    check_document(data)
    assert side_text_of(data) == ["x"]


def test_nothing_added_is_nothing_changed():
    package = open_package(docx("a"))
    assert Draft(package).package() is package


def test_targets_are_found_whatever_their_case_and_from_wherever_they_are_told():
    parts = parts_of(docx("a", header="眉"))
    rels = parts["word/_rels/document.xml.rels"].replace(b'Target="header.xml"', b'Target="/WORD/./media/../Header.xml"')
    package = open_package(archive({**parts, "word/_rels/document.xml.rels": rels}))
    assert package.parts("header") == ("word/header.xml",)


def test_a_main_part_of_another_name_is_found():
    moved = {name.replace("document.xml", "document2.xml"): data for name, data in parts_of(docx("a")).items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = moved[name].replace(b"document.xml", b"document2.xml")
    assert open_package(archive(moved)).main == "word/document2.xml"


def test_parts_are_parsed_for_the_caller_to_change():
    package = open_package(docx("a"))
    package.root(MAIN).clear()
    assert b">a<" in package[MAIN]
    with pytest.raises(NotADocx):
        package.with_parts({MAIN: b"<w:p>"}).root(MAIN)


@pytest.mark.parametrize("source", ["", "word/document.xml", "word/glossary/document.xml", "root.xml"])
def test_relationships_read_as_they_were_written(source):
    arrows = (
        Relationship("rId1", "t/image", "word/media/图 1&.png"),
        Relationship("rId2", "t/hyperlink", 'https://a.cn/?a=1&b="2"', external=True),
        Relationship("rId3", "t/x", "customXml/item1.xml"),
    )
    assert read_relationships(write_relationships(arrows, source), source) == arrows
    assert source_name(rels_name(source)) == source


def test_an_adopted_part_comes_once_with_all_that_it_draws_on():
    def arrows(source: str, *targets: str) -> tuple[str, bytes]:
        relationships = [Relationship(f"rId{n}", "http://t/x", target, ":" in target) for n, target in enumerate(targets, 1)]
        return rels_name(source), write_relationships(relationships, source)

    chart = "word/charts/chart1.xml"
    parts = dict([arrows(chart, "word/charts/book1.xml", "https://a.cn", "word/gone.xml"), arrows("word/charts/book1.xml", chart)])
    source = {**parts_of(docx("a")), chart: b"<c/>", "word/charts/book1.xml": b"<b/>", **parts}
    other = open_package(archive(source))
    draft = Draft(open_package(docx("a", parts={chart: b"<own/>"})))
    name = draft.adopt(other, chart)
    assert draft.adopt(other, chart) == name == "word/charts/chart2.xml"
    draft.relate(MAIN, "chart", name)
    package = draft.package()
    assert [one.target for one in package.relationships(name)] == ["word/charts/book1.xml", "https://a.cn"]
    assert [one.target for one in package.relationships("word/charts/book1.xml")] == [name]
    check_document(write_archive(package))


def test_a_part_that_is_pointed_at_and_not_there_is_a_finding():
    assert open_package(docx("a")).findings == []
    parts = {**parts_of(docx("a"))}
    rels = rels_name(MAIN)
    parts[rels] = parts[rels].replace(
        b"</Relationships>", b'<Relationship Id="rId99" Type="x/image" Target="media/no.png"/></Relationships>'
    )
    (finding,) = open_package(archive(parts)).findings
    assert finding.code == "P016"
    assert finding.message("zh") == "部件 word/document.xml 引用的内容（image）不在文件里：word/media/no.png"


def test_relationships_outside_their_folder_are_none():
    package = open_package(archive({**parts_of(docx("a")), "word/other/document.xml.rels": b"<x/>"}))
    assert package.relationships("word/document.xml")
    assert not package.relationships("document.xml")

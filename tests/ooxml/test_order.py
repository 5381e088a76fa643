"""Properties are put where the schema wants them."""

import itertools

import pytest
from lxml import etree

from reportgen.ooxml.namespaces import W, qn
from reportgen.ooxml.order import insert_in_order, put_in_order


def names(parent: etree._Element) -> str:
    return " ".join(str(etree.QName(child).localname) for child in parent)


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        ("w:pPr", "pStyle keepNext numPr spacing ind jc outlineLvl rPr sectPr"),
        ("w:rPr", "rStyle rFonts b color sz szCs u"),
        ("w:tcPr", "tcW gridSpan vMerge shd vAlign"),
        ("w:sectPr", "headerReference footerReference pgSz pgMar pgNumType cols titlePg docGrid"),
        ("w:numbering", "abstractNum num"),
    ],
)
def test_the_order_of_insertion_does_not_matter(parent, children):
    for shuffled in itertools.islice(itertools.permutations(children.split()), 0, None, 97):
        root = etree.Element(qn(parent))
        for name in shuffled:
            insert_in_order(root, etree.SubElement(etree.Element("x"), qn(f"w:{name}")))
        assert names(root) == children


def test_what_the_sequence_does_not_name_goes_to_the_end_and_stays_there():
    root = etree.fromstring(f'<w:rPr xmlns:w="{W}"><w:b/><x/></w:rPr>')
    insert_in_order(root, etree.Element(qn("w:sz")))
    insert_in_order(root, etree.Element("y"))
    assert names(root) == "b sz x y"


def test_a_property_is_replaced_and_a_list_grows():
    root = etree.Element(qn("w:sectPr"))
    for width in "12":
        put_in_order(root, etree.Element(qn("w:pgSz"), {"w": width}))
        insert_in_order(root, etree.Element(qn("w:headerReference"), {"w": width}))
    assert [child.get("w") for child in root] == ["1", "2", "2"]
    assert names(root) == "headerReference headerReference pgSz"

"""Rare characters of values stand in runs of their own, in faces that have them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportgen.compiler.dressing import dress
from reportgen.expressions.environment import Environment
from reportgen.findings import Span
from reportgen.narrative import Prose, evaluator, read
from reportgen.ooxml import open_package
from reportgen.packs import read_profile
from reportgen.render import Template
from tests.documents import docx, p, parts_of, r, text_of
from tests.invariants import check_document


class Nowhere:
    def span(self, *_: Any, **__: Any) -> Span:
        return Span()


def rendered(*blocks: str, family: str = "GB2312", **context: Any) -> bytes:
    profile, _ = read_profile({"family": family}, Nowhere())
    data = Template.of(dress(open_package(docx(*blocks), ""), profile)).render(context)
    check_document(data)
    return data


def runs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each run."""
    xml = parts_of(data)["word/document.xml"].decode()
    found = re.findall(r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>', xml)
    return [(re.sub(r'.*<w:rStyle w:val="(.*?)"/>.*', r"\1", look) if "rStyle" in look else "", text) for look, text in found if text]


def narrative(text: str) -> Prose:
    return read(text, lambda *_: Span(), evaluator(Environment(), {}))[0]


@pytest.mark.parametrize("placeholder", ["{{ x }}", "{{p x }}", "{{r x }}", p(r("{{ x }}", bold=True))])
def test_a_name_is_split_where_its_face_has_no_letter(placeholder: str) -> None:
    data = rendered(placeholder, x="张䶮和𠮷田")
    assert text_of(data) == ["张䶮和𠮷田"]
    assert runs(data) == [("", "张"), ("RareCharacters", "䶮"), ("", "和"), ("RareCharactersB", "𠮷"), ("", "田")]


def test_narrative_is_split_too_and_keeps_its_look() -> None:
    data = rendered("{{p x }}", x=narrative("甲䶮。\n**乙𠮷**丙"))
    assert text_of(data) == ["甲䶮。", "乙𠮷丙"]
    assert [style for style, _ in runs(data)] == ["", "RareCharacters", "", "", "RareCharactersB", ""]
    assert parts_of(data)["word/document.xml"].decode().count('<w:rStyle w:val="RareCharactersB"/><w:b/>') == 1


@pytest.mark.parametrize(("family", "faces"), [("GB2312", ("宋体", "SimSun-ExtB")), ("open", ("Noto Serif CJK SC", "Noto Serif CJK SC"))])
def test_the_family_says_which_faces_they_are(family: str, faces: tuple[str, str]) -> None:
    styles = parts_of(rendered("{{ x }}", family=family, x="𠮷"))["word/styles.xml"].decode()
    for name, face in zip(("RareCharacters", "RareCharactersB"), faces, strict=True):
        (style,) = re.findall(f'<w:style [^>]*w:styleId="{name}".*?</w:style>', styles)
        assert f'w:eastAsia="{face}"' in style


def test_signs_beside_rare_characters_are_escaped() -> None:
    assert text_of(rendered("{{ x }}", x="<𠮷 & 䶮>\n下")) == ["<𠮷 & 䶮>\n下"]


def test_in_an_attribute_they_are_text() -> None:
    link = '<w:hyperlink w:anchor="a" w:tooltip="{{ x }}"><w:r><w:t>文</w:t></w:r></w:hyperlink>'
    assert 'w:tooltip="𠮷"' in parts_of(rendered(p(link), x="𠮷"))["word/document.xml"].decode()


def test_a_file_without_those_styles_stays_as_it_is() -> None:
    assert runs(Template.open(docx("{{ x }}")).render({"x": "𠮷"})) == [("", "𠮷")]

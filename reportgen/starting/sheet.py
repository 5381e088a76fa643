"""A Word file for a template, written paragraph by paragraph with the styles of another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportgen.ooxml import Package, parse, serialize, write_archive
from reportgen.ooxml.namespaces import W, qn
from reportgen.ooxml.styles import Styles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

TAG_STYLE = "模板标签"
_KEPT = frozenset({"styles", "settings", "fontTable", "theme", "numbering", "image", "hyperlink"})
_TAG_STYLE = (
    f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="TemplateTag"><w:name w:val="{TAG_STYLE}"/>'
    '<w:uiPriority w:val="40"/><w:qFormat/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="宋体" w:cs="Consolas"/><w:color w:val="2E74B5"/><w:sz w:val="18"/>'
    '<w:szCs w:val="18"/></w:rPr></w:style>'
)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Sheet:
    """The body of a Word file being written; styles are given by the names that Word shows."""

    def __init__(self, package: Package) -> None:
        self._package = _with_tag_style(package)
        self._root = package.root(package.main)
        part = self._package.part("styles")
        self._styles = read_styles(self._package.root(part)) if part else Styles(())
        self._blocks: list[_Element] = []

    def paragraph(self, text: str, style: str, *, lead: str = "", lead_style: str = "") -> None:
        """Add a paragraph of one text; a `lead` before it has a character style of its own."""
        self._blocks.append(self.made(text, style, lead=lead, lead_style=lead_style))

    def tag(self, text: str) -> None:
        """Add a paragraph for a tag or a note, in the style of tags."""
        self.paragraph(text, TAG_STYLE)

    def note(self, text: str) -> None:
        """Add a paragraph that no document prints."""
        self.tag(f"{{#p {text.replace('#}', '# }')} #}}")

    def add(self, elements: Iterable[_Element]) -> None:
        """Add paragraphs and tables as they are."""
        self._blocks.extend(elements)

    def made(self, text: str, style: str, *, lead: str = "", lead_style: str = "") -> _Element:
        """A paragraph of one text, of several lines where it has several."""
        make = self._root.makeelement
        paragraph = make(qn("w:p"))
        if known := self._styles.named(style):
            properties = make(qn("w:pPr"))
            properties.append(make(qn("w:pStyle"), {qn("w:val"): known.id}))
            paragraph.append(properties)
        if lead:
            paragraph.append(self._run(lead, lead_style))
        paragraph.append(self._run(text, ""))
        return paragraph

    def style_id(self, name: str) -> str:
        """The id of a paragraph style; "" where the file has none of this name."""
        known = self._styles.named(name)
        return known.id if known else ""

    def _run(self, text: str, style: str) -> _Element:
        make = self._root.makeelement
        run = make(qn("w:r"))
        if known := self._styles.named(style, "character"):
            properties = make(qn("w:rPr"))
            properties.append(make(qn("w:rStyle"), {qn("w:val"): known.id}))
            run.append(properties)
        for number, line in enumerate(text.split("\n")):
            run.extend([make(qn("w:br"))] if number else [])
            words = make(qn("w:t"), {_XML_SPACE: "preserve"})
            words.text = line
            run.append(words)
        return run

    def file(self) -> bytes:
        """The .docx file: this body, the styles and the page of the file that it started from, nothing around the pages."""
        body = self._root.find(qn("w:body"))
        if body is None:
            body = self._root.makeelement(qn("w:body"))
            self._root.append(body)
        section = next(body.iterchildren(qn("w:sectPr")), None)
        body[:] = [*self._blocks, *([_bare(section)] if section is not None else [])]
        package = self._package.with_parts({self._package.main: serialize(self._root)})
        sides = [one.target for one in package.relationships(package.main) if one.kind not in _KEPT and not one.external]
        return write_archive(package.without(sides), reproducible=True)


def _with_tag_style(package: Package) -> Package:
    """The package with a style for paragraphs that only hold a tag: small and blue, so that the text stands out."""
    part = package.part("styles")
    root = package.root(part) if part else None
    if root is None or read_styles(root).named(TAG_STYLE):
        return package
    root.append(parse(_TAG_STYLE.encode(), part))
    return package.with_parts({part: serialize(root)})


def _bare(section: _Element) -> _Element:
    """A section's page without its headers and footers, which are the parent's."""
    for side in [child for child in section if child.tag in (qn("w:headerReference"), qn("w:footerReference"))]:
        section.remove(side)
    return section

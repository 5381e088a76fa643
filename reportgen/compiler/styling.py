"""The styles of a Word file, made what a profile says they are.

Source: ECMA-376 Part 1, 17.7.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.compiler.names import RARE_STYLES
from reportgen.compiler.properties import SLOTS, TYPOGRAPHY, dotted_to, letter_properties, paragraph_properties, property_of, put
from reportgen.ooxml import Draft, Package, serialize
from reportgen.ooxml.namespaces import W, part_type, qn
from reportgen.ooxml.order import insert_in_order, put_in_order
from reportgen.ooxml.styles import read_styles
from reportgen.packs import Paragraph, Profile
from reportgen.packs.measures import Length, Pitch
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY = f'<w:styles xmlns:w="{W}"/>'.encode()
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_CHAR = " Char"
_NOTE_SIZE = 18
"""小五, in half-points."""
_NOTE_MARK = "footnote reference"


@dataclass(frozen=True)
class Role:
    """A style by the name that Word gives it, and how it looks."""

    name: str
    look: Paragraph
    level: int | None = None
    """Outline level, from 0, of a heading."""
    next: str = ""
    """Name of the style of the paragraph that follows; "": the same."""
    page_at: int = 0
    """Where a page number behind dots ends, in twips from the left margin; 0: there is none."""
    kept: bool = False
    """Whether it stays on the page of what follows; headings do anyway."""

    @property
    def id(self) -> str:
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def dress_styles(package: Package, draft: Draft, profile: Profile) -> str:
    """Writes the styles into `draft`; the id of the footers' style comes back."""
    part = package.part("styles") or draft.add("word/styles.xml", _EMPTY, part_type("styles"))
    draft.relate(package.main, "styles", part)
    root = package.root(part) if part in package else etree.fromstring(_EMPTY)
    wardrobe = _Wardrobe(root, keep=profile.word_styles_win)
    if not profile.word_styles_win:
        _drop_themes(root)
        _defaults(root, profile)
    wardrobe.look(wardrobe.normal, _plain(profile.body), typography=True)
    ids = {}
    for role in roles(profile):
        wardrobe.wear(role)
        ids[role.name] = wardrobe.id_of(role)
    wardrobe.character(_NOTE_MARK, property_of("vertAlign", val="superscript"))
    for name, font in zip(RARE_STYLES, profile.rare_faces, strict=True):
        wardrobe.character(name, property_of("rFonts", **dict.fromkeys(SLOTS, font), hint="eastAsia"))
    draft.put(part, serialize(root))
    _unnumber(package, draft, {ids[f"heading {level}"] for level in range(1, len(profile.headings) + 1)})
    return ids["footer"]


def roles(profile: Profile) -> tuple[Role, ...]:
    """Every style that a profile sets, other than the default one."""
    small = replace(_plain(profile.body), letters=replace(profile.page_number.letters))
    footer = replace(small, pitch=Pitch(profile.page_number.letters.size * 10, "exact"))
    body = "Body Text"
    return (
        Role(body, profile.body),
        Role("Title", profile.title, next=body),
        Role("Subtitle", profile.subtitle, next=body),
        *(Role(f"heading {n}", look, n - 1, body) for n, look in enumerate(profile.headings, 1)),
        Role("Table Text", profile.table),
        Role("Table Heading", profile.table_heading),
        Role("caption", profile.caption, next=body),
        Role("Salutation", profile.addressee, next=body),
        Role("Attachment", profile.attachment, next="Title"),
        Role("Signature", profile.signature, kept=True),
        Role("Date", profile.date),
        Role("附件说明", profile.attachment_note),
        Role("TOC Heading", replace(profile.title, first_line=Length()), next="toc 1"),
        *(_contents(profile, level) for level in range(1, len(profile.headings) + 1)),
        Role("footnote text", _footnote(profile.body)),
        Role("header", small),
        Role("footer", footer),
    )


def _contents(profile: Profile, level: int) -> Role:
    """A line of the table of contents, moved in by a character a level."""
    body, page = profile.body, profile.page
    left = Length((level - 1) * body.letters.size * 10, (level - 1) * 100)
    look = replace(body, align="left", first_line=Length(), left=left)
    return Role(f"toc {level}", look, page_at=page.width - page.left - page.right)


def _footnote(body: Paragraph) -> Paragraph:
    """A note at the foot of a page, in small letters."""
    small = _plain(body)
    return replace(small, letters=replace(small.letters, size=_NOTE_SIZE))


def _plain(body: Paragraph) -> Paragraph:
    """The body's letters without its indents and pitch, so that text in cells is not cut off."""
    none = Length()
    letters = replace(body.letters, spacing=0)
    return replace(body, letters=letters, pitch=Pitch(), first_line=none, left=none, right=none, before=none, after=none)


class _Wardrobe:
    """The styles part being changed; with `keep`, styles that are there stay as they are."""

    def __init__(self, root: _Element, *, keep: bool) -> None:
        self._root = root
        self._keep = keep
        self._found = read_styles(root)
        self._known = {style.id for style in self._found.all}
        self._ids = {(style.kind, style.name.casefold()): style.id for style in reversed(self._found.all)}
        self._elements: dict[str, _Element] = {e.get(qn("w:styleId"), ""): e for e in root.iterchildren(qn("w:style"))}
        self.normal = self._default("paragraph", "Normal", "Normal")
        self._letters = self._default("character", "DefaultParagraphFont", "Default Paragraph Font")

    def _default(self, kind: str, id_: str, name: str) -> str:
        """Id of the style of text that names none."""
        style = self._found.default(kind)
        id_ = style.id if style else self._named(id_, name, kind)
        self._elements[id_].set(qn("w:default"), "1")
        return id_

    def id_of(self, role: Role) -> str:
        """Id of a role's style."""
        return self._ids["paragraph", role.name.casefold()]

    def wear(self, role: Role) -> None:
        """Make a role's style, or make it over."""
        id_ = self._named(role.id, role.name, "paragraph")
        if self._keep and id_ in self._known:
            return
        element = self._elements[id_]
        following = self._named(role.next.replace(" ", ""), role.next, "paragraph") if role.next else id_
        put(element, "basedOn", val=self.normal)
        put(element, "next", val=following)
        _visible(element)
        self.look(id_, role.look, level=role.level)
        properties = self._elements[id_].find(qn("w:pPr"))
        if role.page_at and properties is not None:
            put_in_order(properties, dotted_to(role.page_at))
        if role.kept and properties is not None:
            put_in_order(properties, property_of("keepNext", val="1"))
        if role.level is not None:
            self._link(id_, role)

    def look(self, id_: str, look: Paragraph, *, level: int | None = None, typography: bool = False) -> None:
        """Give a paragraph style its properties, in place of all that it had."""
        if self._keep and id_ in self._known:
            return
        put_in_order(self._elements[id_], paragraph_properties(look, level, TYPOGRAPHY if typography else {}))
        put_in_order(self._elements[id_], letter_properties(look.letters))

    def _link(self, id_: str, role: Role) -> None:
        """The character style of a heading that runs on into its text."""
        known = next((style for style in self._found.all if style.link == id_ and style.kind == "character"), None)
        char = known.id if known else self._named(role.id + "Char", role.name + _CHAR, "character")
        element = self._elements[char]
        put(element, "basedOn", val=self._letters)
        put(element, "link", val=id_)
        put(self._elements[id_], "link", val=char)
        put_in_order(element, letter_properties(role.look.letters))

    def character(self, name: str, look: _Element) -> None:
        """Make a character style that has one property."""
        id_ = self._named("".join(word.capitalize() for word in name.split()), name, "character")
        if not (self._keep and id_ in self._known):
            put(self._elements[id_], "basedOn", val=self._letters)
            properties = etree.Element(qn("w:rPr"))
            properties.append(look)
            put_in_order(self._elements[id_], properties)

    def _named(self, id_: str, name: str, kind: str) -> str:
        return self._ids.get((kind, name.casefold())) or self._made(id_, name, kind)

    def _made(self, id_: str, name: str, kind: str) -> str:
        while id_ in self._elements:
            id_ += "0"
        element = etree.SubElement(self._root, qn("w:style"), {qn("w:type"): kind, qn("w:styleId"): id_})
        put(element, "name", val=name)
        self._elements[id_] = element
        self._ids[kind, name.casefold()] = id_
        return id_


def _defaults(root: _Element, profile: Profile) -> None:
    """What text looks like that no style speaks of: tables and notes among them."""
    defaults = etree.Element(qn("w:docDefaults"))
    run = etree.SubElement(defaults, qn("w:rPrDefault"))
    letters = letter_properties(replace(profile.body.letters, spacing=0))
    put(letters, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run.append(letters)
    paragraph = etree.SubElement(defaults, qn("w:pPrDefault"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    for name, value in TYPOGRAPHY.items():
        put(properties, name, val=value)
    put_in_order(root, defaults)


def _drop_themes(root: _Element) -> None:
    """Theme faces stand above named ones, so they go."""
    for fonts in root.iter(qn("w:rFonts")):
        for name in [qn(f"w:{theme}") for theme in _THEMES]:
            if name in fonts.attrib:
                del fonts.attrib[name]


def _unnumber(package: Package, draft: Draft, headings: set[str]) -> None:
    """Cut headings loose from Word's automatic numbers: ours are text."""
    part = package.part("numbering")
    if not part:
        return
    root = package.root(part)
    tied = [style for style in root.iter(qn("w:pStyle")) if style.get(qn("w:val")) in headings]
    for style in tied:
        parent = style.getparent()
        if parent is not None:
            parent.remove(style)
    if tied:
        draft.put(part, serialize(root))


def _visible(element: _Element) -> None:
    for name in ("semiHidden", "unhideWhenUsed", "hidden"):
        for child in element.findall(qn(f"w:{name}")):
            element.remove(child)
    if element.find(qn("w:qFormat")) is None:
        insert_in_order(element, etree.Element(qn("w:qFormat")))

"""A district's own Word file made a pack: its outline and sentences the template, its marks and looks the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.adopting import faults
from reportgen.adopting.account import Account
from reportgen.adopting.answers import Answers
from reportgen.adopting.blanks import blanks
from reportgen.adopting.composing import Composer
from reportgen.adopting.extras import Extras, required_of
from reportgen.adopting.identity import identity
from reportgen.adopting.lines import Line
from reportgen.adopting.looks import look_of
from reportgen.adopting.matching import Matcher, Standing, standings
from reportgen.adopting.outline import DEEPEST, Grid, Piece, Section, numbering, outline, parts_of
from reportgen.adopting.places import Scope
from reportgen.adopting.tables import listings
from reportgen.adopting.vocabulary import NEAR, Vocabulary, likeness
from reportgen.compiler.dressing import dress
from reportgen.expressions import Environment
from reportgen.findings import Span
from reportgen.formatting import Manuscript, Part, read_manuscript
from reportgen.inspection import fields_of
from reportgen.ooxml import Package, open_package
from reportgen.ooxml.namespaces import qn
from reportgen.packs import Field, Kind, Pack, with_item
from reportgen.packs.layers import Path
from reportgen.packs.pack import COMMON
from reportgen.packs.whereabouts import place_of, referred
from reportgen.starting.child import field_lines
from reportgen.starting.settings import pack_yaml
from reportgen.starting.sheet import Sheet
from reportgen.unfolding import unfold
from reportgen.workshop import definitions_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = ("header", "footer", "comments", "footnotes", "endnotes", "glossaryDocument", "customXml")
_SEAL = re.compile(r"部门名称[（(]公章[）)][:：].*")
_NUMBERED = re.compile(r"[\s\d—–\-·第页共/]")
_CLOSING = re.compile(
    r"(?:填报|编制|报告|评价|主管)?(?:单位|部门|人)[^。]{0,12}章|(?:填报|填表|编制|经办|负责|联系|审核)人|联系电话|(?:单位)?负责人"
)
_PROJECTS = "projects"
_OPENING = ("title", "subtitle", "addressee", "attachment")
_BODY = "body"
_FIELDS = "可以用的字段："


@dataclass(frozen=True)
class Adopted:
    """The files of the new pack, and what was made of the Word file."""

    files: dict[str, bytes]
    account: Account


def adopt(content: bytes, file: str, name: str, parent: Pack, kind: Kind, environment: Environment, title: str = "") -> Adopted:
    """A pack called `name`, a child of `parent`, whose template for `kind` is made of a Word file.

    Raises: NotADocx. Findings: by way of `Adopted.account`, K311 to K315.
    """
    package = open_package(content, file)
    manuscript = read_manuscript(package)
    return _Adoption(manuscript, parent, kind, environment, name, title or name).adopted()


class _Adoption:
    def __init__(self, manuscript: Manuscript, parent: Pack, kind: Kind, environment: Environment, name: str, title: str) -> None:
        self._manuscript = manuscript
        self._parent = parent
        self._kind = kind
        self._name = name
        self._title = title
        self._account = Account(manuscript.file)
        self._root = outline(manuscript)
        self._unfolded = unfold(parent, kind.name, environment)
        self._texts = self._unfolded.texts() if self._unfolded else {}
        self._sheet = Sheet(dress(_plain(manuscript.package), parent.profile_of(kind.name)))
        schema = parent.schema(kind.name)
        self._extras = Extras(required_of(schema))
        definitions, _ = definitions_of(parent, kind)
        self._fields = fields_of(with_item(schema.root, kind), definitions)
        self._reasons = {figure.reason for figure in definitions.figures}
        self._whose = identity(self._root)

    @property
    def _inherits(self) -> bool:
        """Whether the parent's template has a body that the file's outline can take the place of."""
        return _BODY in self._texts

    def adopted(self) -> Adopted:
        """The pack."""
        template = self._template()
        files = {"pack.yaml": pack_yaml(self._parent, self._title, self._settings(), about=_about(self._manuscript, self._parent))}
        if self._extras.any:
            files[f"{self._kind.name}.schema.yaml"] = self._extras.yaml(self._title)
        files[f"{self._kind.name}.docx"] = template
        self._left_behind()
        return Adopted(files, self._account)

    def _template(self) -> bytes:
        scope = self._scope()
        answers = Answers(self._extras, self._account, f"{self._name}/{self._kind.name}.schema.yaml")
        across = self._parent.profile_of(self._kind.name).page.landscape or self._begins_across()
        composer = Composer(self._manuscript, self._sheet, self._account, answers, self._projects_scope(), across=across)
        opening, before = _split(self._root.pieces)
        ending = _ending(self._root) if self._inherits else []
        if not self._inherits:
            self._write([*composer.pieces(opening, scope), *composer.pieces(before, scope), *composer.sections(self._root, scope)])
        else:
            self._inherit(composer, scope, opening, before, ending)
            self._unplaced(scope.matcher)
        self._sheet.note(_FIELDS)
        for line in field_lines(self._parent, self._kind):
            self._sheet.note(line)
        return self._sheet.file()

    def _inherit(self, composer: Composer, scope: Scope, opening: list[Piece], before: list[Piece], ending: list[Piece]) -> None:
        """The blocks that take the places of the parent's."""
        unfolded = self._unfolded
        self._sheet.tag(f'{{%p extends "{unfolded.file if unfolded else ""}" %}}')
        self._sheet.note(f"{self._title}：由 {self._manuscript.file.rpartition('/')[2]} 建成。蓝色的是标签，不印；“待填”的地方请换成字段。")
        titles = [piece for piece in opening if isinstance(piece, Part) and piece.role in ("title", "subtitle")]
        others = [piece for piece in opening if piece not in titles and not _is_mark(piece)]
        if titles and "title" in self._texts:
            self._block("title", list(composer.pieces(titles, scope)))
            titles = []
        made = [*composer.pieces([*titles, *others, *before], scope), *composer.sections(self._root, scope)]
        self._block(_BODY, made)
        if (ending or composer.closed) and "signature" in self._texts:
            self._block("signature", list(composer.pieces(ending, scope)))
        elif ending:
            self._write(composer.pieces(ending, scope))
        self._write(composer.answers.headings)

    def _block(self, name: str, made: Iterable[Line | _Element]) -> None:
        self._sheet.tag(f"{{%p block {name} %}}")
        self._write(made)
        self._sheet.tag(f"{{%p endblock {name} %}}")

    def _write(self, made: Iterable[Line | _Element]) -> None:
        for one in made:
            if not isinstance(one, Line):
                self._sheet.add([one])
            elif one.style:
                self._sheet.paragraph(one.text, one.style, lead=one.lead, lead_style=one.lead_style)
            else:
                self._sheet.tag(one.text)

    def _scope(self) -> Scope:
        left_out = {
            name for name in self._names(self._fields) if name.startswith("sections") or name in self._reasons or name in ("pack", "kind")
        }
        vocabulary = Vocabulary(self._fields, first=self._kind.item if self._kind.per else "", without=left_out)
        heads = self._root.named()
        sections = self._fields.fields.get("sections")
        parts = standings(sections, self._texts) if self._inherits else []
        return Scope(vocabulary, Matcher(parts, vocabulary, heads), listings(vocabulary), self._whose)

    def _names(self, root: Field) -> list[str]:
        return [entry.name for entry in Vocabulary(root).entries]

    def _projects_scope(self) -> Scope | None:
        """The fields of one item of 项目, if there are such."""
        held = self._fields.fields.get(_PROJECTS)
        item = next((form.items for form in held.forms() if form.items is not None), None) if held else None
        if item is None:
            return None
        vocabulary = Vocabulary(item, item="项")
        heads = self._root.named(for_each=True)
        return Scope(vocabulary, Matcher([], vocabulary, heads), listings(vocabulary), self._whose, item="项", place=self._place_of_items())

    def _place_of_items(self) -> Path:
        """Where the item of 项目 stands in the parent's schema files."""
        layers, _ = self._parent.merged(f"{COMMON}.schema.yaml", f"{self._kind.name}.schema.yaml")
        return referred(layers, place_of(layers, f"{_PROJECTS}[]"))

    def _settings(self) -> dict[str, Any]:
        """What the pack.yaml has of its own."""
        own: dict[str, Any] = {}
        marks = numbering(self._root)
        if marks and marks != list(self._parent.numbering[: len(marks)]):
            own["numbering"] = [*marks, *_following(marks, self._parent.numbering)][:DEEPEST]
        if look := look_of(self._manuscript, parts_of(self._manuscript), self._parent.profile_of(self._kind.name)):
            own["profile"] = look
        if any(_is_seal(piece) for piece in self._root.pieces):
            own["settings"] = {"seal_line": True}
        return own

    def _begins_across(self) -> bool:
        sections = self._manuscript.sections
        return bool(sections) and sections[0].width > sections[0].height

    def _unplaced(self, matcher: Matcher) -> None:
        heads = [section.words for section in self._root.walk()]
        named = {part.key for part in matcher.unused() for head in heads for phrase in part.phrases if likeness(head, phrase) >= NEAR}
        unused: list[Standing] = [part for part in matcher.unused() if part.key not in named]
        if unused:
            titles = "、".join(part.title for part in unused)
            self._account.findings.append(faults.NOT_IN_FILE.at(Span(self._manuscript.file), titles=titles))

    def _left_behind(self) -> None:
        """What the file has that does not go into a template."""
        package = self._manuscript.package
        for kinds, zh, en, hint_zh, hint_en in _LEFT:
            if any(_says(package, name) for kind in kinds for name in package.parts(kind)):
                self._account.findings.append(
                    faults.NOT_CARRIED.at(Span(package.file), what_zh=zh, what_en=en, hint_zh=hint_zh, hint_en=hint_en)
                )


_LEFT = (
    (
        ("header", "footer"),
        "页眉、页脚",
        "headers and footers",
        "页码在 pack.yaml 的 page_number 里设；页眉要印的，在上级模板里加",
        "set page numbers by page_number in pack.yaml; a header belongs into the parent's template",
    ),
    (
        ("comments", "footnotes", "endnotes"),
        "批注、脚注",
        "comments and notes",
        "要印的脚注写成 {{ '文字'|脚注 }}",
        "write a footnote as {{ 'text'|footnote }}",
    ),
)


def _following(marks: Sequence[str], usual: Sequence[str]) -> Sequence[str]:
    """The marks of the levels below those that a file uses, in their usual order."""
    after = usual.index(marks[-1]) + 1 if marks[-1] in usual else len(marks)
    return usual[after:]


def _says(package: Package, part: str) -> bool:
    """Whether a part holds words: page numbers are none."""
    return bool(_NUMBERED.sub("", "".join(text.text or "" for text in package.root(part).iter(qn("w:t")))))


def _plain(package: Package) -> Package:
    """The package without what stands around the pages and beside the text."""
    return package.without(name for kind in _DROPPED for name in package.parts(kind))


def _split(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What stands before the first heading: the opening, and the text that leads in."""
    number = next(
        (
            n
            for n, piece in enumerate(pieces)
            if isinstance(piece, Grid) or (piece.role not in (*_OPENING, "blank") and not _is_seal(piece))
        ),
        len(pieces),
    )
    return pieces[:number], pieces[number:]


def _is_mark(piece: Piece) -> bool:
    """Whether the parent prints a line of the opening by itself: the attachment's number, the line for the seal."""
    return isinstance(piece, Part) and (piece.role == "attachment" or _is_seal(piece))


def _is_seal(piece: Piece) -> bool:
    return isinstance(piece, Part) and bool(_SEAL.fullmatch(piece.block.text))


def _ending(root: Section) -> list[Piece]:
    """Signature and date at the end of the file, taken out of the last section."""
    last = root
    while last.sections:
        last = last.sections[-1]
    number = len(last.pieces)
    while number and _closes(last.pieces[number - 1]):
        number -= 1
    taken = last.pieces[number:]
    del last.pieces[number:]
    return [piece for piece in taken if isinstance(piece, Part) and piece.role != "blank"]


def _closes(piece: Piece) -> bool:
    """Whether a paragraph belongs to the lines below a report: signature, date, who filled it in, or nothing."""
    if isinstance(piece, Grid):
        return False
    aside = piece.role in ("signature", "date", "blank") or piece.block.shape.align == "right"
    return aside or bool(_CLOSING.match(piece.block.text)) or any(blank.kind == "date" for blank in blanks(piece.block))


def _about(manuscript: Manuscript, parent: Pack) -> str:
    return f"由 {manuscript.file.rpartition('/')[2]} 建成，照“{parent.title}”（{parent.name}），只写自己不同的地方"

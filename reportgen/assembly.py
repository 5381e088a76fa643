"""A Word template of a pack put together from its files and compiled, with every fault of all of them in one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen import packs
from reportgen.compiler.diagnosis import single_faults, structure_faults
from reportgen.compiler.dressing import dress
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.linking import Linked, link
from reportgen.compiler.needs import Use
from reportgen.compiler.phrases import Phrases
from reportgen.compiler.pieces import pieces_of
from reportgen.compiler.plain import style_plain_text
from reportgen.compiler.salvage import salvaged_uses
from reportgen.compiler.tags import Tag
from reportgen.errors import NotADocx
from reportgen.expressions import Environment
from reportgen.findings import Finding, in_order
from reportgen.ooxml import Package, open_package
from reportgen.ooxml.styles import read_styles
from reportgen.render import Template
from reportgen.values import dataclass

_STRUCTURE = ("T004", "T005", "T006")
_UNLEVEL = "T011"

Reading = tuple[Sequence[Tag], tuple[Use, ...]]
"""Tags, and what they take from the data; a use's line is its tag's number + 1."""


@dataclass(frozen=True)
class Assembly:
    """A template of several Word files as one."""

    template: Template | None
    """None where a finding blocks."""
    findings: tuple[Finding, ...]
    names: tuple[str, ...]
    """The files that it was made of, as the tags name them."""
    environment: Environment
    linked: Linked | None = None
    phrases: Phrases | None = None

    def readings(self) -> Iterator[Reading]:
        """What the tags take from the data, part by part; of files that could not be put together, of each by itself too."""
        if self.linked is None:
            return
        for marked in self.linked.parts.values():
            numbers = [piece for piece in pieces_of(marked, self.environment) if isinstance(piece, int)]
            yield marked.tags, salvaged_uses(numbers, marked.tags, self.environment, self.phrases)
        if self.template is None:
            for alone in self.linked.files:
                if not alone.topmost:
                    yield alone.tags, salvaged_uses(alone.numbers, alone.tags, self.environment, self.phrases)


def assemble(pack: packs.Pack, name: str, environment: Environment, kind: str = "") -> Assembly:
    """The template in the file `name`, as `pack/kind.docx`, in the page format of a kind, or in the pack's own.

    Findings: K104 K105 P… T….
    """
    findings: list[Finding] = []
    names = {name: None}

    def load(wanted: str) -> Package | None:
        content, faulty = pack.read(wanted)
        names[wanted] = None
        findings.extend(faulty)
        return open_package(content, wanted) if content is not None else None

    def phrase(wanted: str) -> str | None:
        content, faulty = pack.read(wanted)
        names[wanted] = None
        findings.extend(faulty)
        return content.decode("utf-8-sig", "replace") if content is not None else None

    try:
        package = load(name)
        if package is None:
            return Assembly(None, tuple(findings), tuple(names), environment)
        syntax = Syntax.of(environment, wide=True)
        linked = link(package, load, name=name, syntax=syntax, dress=lambda package: dress(package, pack.profile_of(kind)))
    except NotADocx as error:
        return Assembly(None, (*findings, error.finding), tuple(names), environment)
    _style_plain_text(linked, keep=pack.profile_of(kind).word_styles_win)
    numbering = dict(enumerate(pack.numbering, 1))
    template = Template.of(linked.package, environment, marked=linked.parts, numbering=numbering, phrases=phrase)
    findings += _told_once(linked, template, environment)
    blocked = any(finding.blocks for finding in findings)
    return Assembly(None if blocked else template, tuple(findings), tuple(names), environment, linked, phrase)


def _style_plain_text(linked: Linked, *, keep: bool) -> None:
    """Paragraphs of the body without a style are text, unless the Word file's own styles win."""
    main, styles = linked.package.main, linked.package.part("styles")
    if not keep and styles in linked.package and main in linked.parts:
        style_plain_text(linked.parts[main].root, read_styles(linked.package.root(styles)))


def _told_once(linked: Linked, template: Template, environment: Environment) -> list[Finding]:
    """What is wrong with the files together and with each by itself; of a tag that one stage complains of, later ones say nothing.

    How the tags of a file hang together shows in that file: blocks put into another would pair its ends with beginnings there.
    """
    findings = list(linked.findings)
    told = {finding.span for finding in findings}
    related = told.union(*(finding.related for finding in findings))
    torn = [finding for alone in linked.files for finding in structure_faults(alone.numbers, alone.tags, {}, environment)]
    findings += (finding for finding in torn if related.isdisjoint((finding.span, *finding.related)))
    amiss = any(finding.code in _STRUCTURE for finding in findings)
    unsaid = (*_STRUCTURE, _UNLEVEL) if amiss else ()
    findings += (finding for finding in template.findings if finding.span not in told and finding.code not in unsaid)
    if any(finding.blocks for finding in findings):
        # Blocks that found no place in the whole hide what else is wrong with them.
        apart = (finding for alone in linked.files for finding in single_faults(alone.numbers, alone.tags, environment))
        findings += (finding for finding in apart if finding.span not in told)
    return in_order(findings)

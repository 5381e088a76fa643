"""A Word template: compiled once, rendered many times."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import Environment as JinjaEnvironment
from jinja2 import TemplateError, nodes
from jinja2.runtime import Context

from reportgen.compiler.escapes import has_escapes
from reportgen.compiler.generation import EMISSION
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.marking import mark
from reportgen.compiler.phrases import Phrases
from reportgen.compiler.program import Program, Root, compile_part
from reportgen.compiler.settlement import Headings, Identities
from reportgen.compiler.tags import Marked
from reportgen.errors import FindingsError
from reportgen.expressions.budget import Budget, spending
from reportgen.expressions.environment import Environment
from reportgen.expressions.errors import PYTHON_ERRORS
from reportgen.expressions.rewriting import rewrite
from reportgen.findings import Finding, in_order
from reportgen.ooxml import MOST_BYTES, Frame, Package, open_package, serialize
from reportgen.ooxml.archive import Sink, batched
from reportgen.ooxml.members import Member
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.opening import read_start
from reportgen.render.emission import Emission
from reportgen.render.failures import Origin, explained
from reportgen.render.lists import with_lists
from reportgen.render.looking import Looks, looks
from reportgen.render.numbering import Counters
from reportgen.render.settling import Settler
from reportgen.render.state import Rendering

Rewrite = Callable[[nodes.Template, JinjaEnvironment], nodes.Template]
"""A change of the syntax tree before code is made of it."""

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")


def _no_phrase(_: str) -> None:
    """A template that stands alone has no other files to draw on: tags that name one are findings."""


def _nowhere(_: str) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Template:
    """A compiled Word template. Immutable; may be rendered by several threads at once."""

    package: Package
    environment: JinjaEnvironment
    programs: tuple[Program, ...]
    findings: tuple[Finding, ...] = ()
    """What is wrong with it, or noteworthy."""
    numbering: Mapping[int, str] = field(default_factory=dict)
    """Forms of the heading numbers by level from 1, such as `{1: "一、", 2: "（一）"}`; none: headings are not numbered."""
    first_ids: tuple[int, int] = (1, 1)
    """The first ids that neither a drawing nor a bookmark of the template bears."""

    @classmethod
    def open(
        cls,
        source: bytes | str | Path,
        environment: JinjaEnvironment | None = None,
        *,
        autoescape: bool = True,
        file: str = "",
        numbering: Mapping[int, str] | None = None,
    ) -> Template:
        """Read and compile a .docx template.

        `environment`: any Jinja environment; by default one that is sandboxed and bounded. `autoescape`: with False,
        values that are XML go in as XML where they keep the document whole. `file`: the name in findings.
        `numbering`: the forms in which headings are numbered, by level.

        Raises: NotADocx, FindingsError (T…), OSError.
        """
        if not isinstance(source, bytes):
            file, source = file or str(source), read_start(Path(source), MOST_BYTES)
        template = cls.of(open_package(source, file), environment, autoescape=autoescape, numbering=numbering)
        if any(finding.blocks for finding in template.findings):
            raise FindingsError(template.findings)
        return template

    @classmethod
    def of(
        cls,
        package: Package,
        environment: JinjaEnvironment | None = None,
        *,
        autoescape: bool = True,
        marked: Mapping[str, Marked] | None = None,
        numbering: Mapping[int, str] | None = None,
        phrases: Phrases | None = None,
    ) -> Template:
        """Compile a package; `marked` are parts whose tags are marked already, `phrases` finds `.jinja` files.

        Never raises for faults: see `findings`.
        """
        environment = _escaping(environment or Environment(), autoescape)
        package = package.without(_obsolete(package))
        parts, findings = _marked(package, environment) if marked is None else (list(marked.values()), [])
        identities = _identities(package, {part.part for part in parts})
        styles = _styles_of(package)
        headings = Headings.of(styles, (numbering or {}).keys())
        if phrases is None and isinstance(environment, Environment) and environment.loader is None:
            phrases = _no_phrase
        programs = []
        change = _rewriting(environment)
        for part in parts:
            numbered = headings if part.part == package.main else None
            program, found = compile_part(
                part, environment, headings=numbered, identities=identities, styles=styles, rewrite=change, phrases=phrases
            )
            findings += found
            if program is not None:
                programs.append(program)
        return cls(package, environment, tuple(programs), _in_order(findings, parts), dict(numbering or {}), identities.next)

    def render(self, context: Mapping[str, Any], origin: Origin = _nowhere) -> bytes:
        """The document for a context; `origin` says where a value of the data stands, for findings.

        Raises: FindingsError when a tag fails, with the tag's place.
        """
        sink = BytesIO()
        self.render_to(context, sink, origin)
        return sink.getvalue()

    def render_to(self, context: Mapping[str, Any], sink: Sink, origin: Origin = _nowhere) -> list[Finding]:
        """Write the document for a context; nothing is written before every tag is evaluated. Returns what is noteworthy (T030).

        Raises: FindingsError, OutputError, and what `sink` raises.
        """
        counters = Counters(self.numbering, self.package.file)
        settler = Settler(counters, *self.first_ids)
        rendering = Rendering(self.package, settler)
        parts: dict[str, Member | bytes] = {}
        with spending(Budget()):
            for program, root, blocks in self._bound:
                rendering.part = program.part
                pieces = root(self._context(program, blocks, context, rendering))
                try:
                    parts[program.part] = self._frame.pack(program.part, settler.settle(batched(pieces)))
                except (TemplateError, *PYTHON_ERRORS) as error:
                    raise FindingsError([explained(error, program, self.environment, context, origin)]) from error
        if settler.lists.further and (numbering := self.package.part("numbering")):
            rendering.draft.put(numbering, with_lists(rendering.draft[numbering], settler.lists))
        parts.update(rendering.changes())
        self._frame.write(sink, parts)
        return counters.findings

    def undeclared(self) -> frozenset[str]:
        """Every name that the parts take from the context, dotted: `department.name`, `tasks[].title`."""
        return frozenset().union(*(program.names for program in self.programs))

    def _context(self, program: Program, blocks: Mapping[str, Any], context: Mapping[str, Any], rendering: Rendering) -> Context:
        """What the code of a part runs in."""
        writers = Emission(program, rendering, self.environment, self._styles, self._looks).writers()
        values = {**self.environment.globals, **context, EMISSION: writers}
        return Context(self.environment, values, None, dict(blocks))

    @cached_property
    def _bound(self) -> tuple[tuple[Program, Root, Mapping[str, Any]], ...]:
        return tuple((program, *program.bind(self.environment)) for program in self.programs)

    @cached_property
    def _frame(self) -> Frame:
        return Frame.of(self.package, [program.part for program in self.programs])

    @cached_property
    def _looks(self) -> Looks:
        return looks(self.environment)

    @cached_property
    def _styles(self) -> Styles:
        return _styles_of(self.package)


def _escaping(environment: JinjaEnvironment, autoescape: bool) -> JinjaEnvironment:
    """The environment, or a view of it that escapes, or does not, as wanted."""
    if callable(environment.autoescape) or environment.autoescape == autoescape:
        return environment
    return environment.overlay(autoescape=autoescape)


def _rewriting(environment: JinjaEnvironment) -> Rewrite | None:
    return rewrite if isinstance(environment, Environment) else None


def _obsolete(package: Package) -> list[str]:
    """Parts that only Word 2010 wrote, and that validators refuse."""
    return list(package.parts("stylesWithEffects"))


def _styles_of(package: Package) -> Styles:
    part = package.part("styles")
    return read_styles(package.root(part)) if part else Styles(())


def _in_order(findings: Iterable[Finding], parts: Iterable[Marked]) -> tuple[Finding, ...]:
    """Findings each once, in the order in which their tags stand in the file."""
    found = in_order(findings)
    if not found:
        return ()
    order = {tag.span: index for index, tag in enumerate(tag for part in parts for tag in part.tags)}
    return tuple(sorted(found, key=lambda finding: order.get(finding.span, -1)))


def _identities(package: Package, dynamic: Collection[str]) -> Identities:
    """The ids in the parts that stay as they are."""
    identities = Identities()
    for name in _rendered(package):
        if name not in dynamic:
            identities.take_in(package[name])
    return identities


def _marked(package: Package, environment: JinjaEnvironment) -> tuple[list[Marked], list[Finding]]:
    """The parts that hold tags, marked."""
    syntax = Syntax.of(environment, wide=isinstance(environment, Environment))
    styles = _styles_of(package)
    headings = frozenset(style.id for style in styles.all if styles.outline_level(style.id) is not None)
    parts: list[Marked] = []
    findings: list[Finding] = []
    for name in _rendered(package):
        data, root = package[name], package.root(name)  # read without tags too: a damaged part is refused
        if not _may_hold_tags(data, syntax):
            continue
        marked = mark(root, name, syntax, file=package.file, headings=headings)
        findings += marked.findings
        if marked.tags or has_escapes(serialize(root).decode()):
            parts.append(marked)
    return parts, findings


def _may_hold_tags(data: bytes, syntax: Syntax) -> bool:
    return any(opening[0].encode() in data for opening in syntax.openings) or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _rendered(package: Package) -> Iterator[str]:
    """The parts that may hold tags: the document, what is printed around it, and the file's properties."""
    yield package.main
    for kind in _STORIES:
        yield from package.parts(kind)
    for relationship in package.relationships():
        if relationship.kind in _PROPERTIES and relationship.target in package:
            yield relationship.target

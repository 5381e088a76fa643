"""A package to a template that is ready to render: its parts marked and compiled, its ids and styles read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from jinja2 import Environment as JinjaEnvironment
from jinja2 import nodes

from reportgen.compiler.compiling import compile_part
from reportgen.compiler.escapes import has_escapes
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.marking import mark
from reportgen.compiler.phrases import Phrases
from reportgen.compiler.settlement import Headings, Identities
from reportgen.compiler.tags import Marked
from reportgen.expressions.environment import Environment
from reportgen.expressions.rewriting import rewrite
from reportgen.findings import Finding, in_order
from reportgen.ooxml import Package, serialize
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.render.template import Template

Rewrite = Callable[[nodes.Template, JinjaEnvironment], nodes.Template]
"""A change of the syntax tree before code is made of it."""

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")


def compiled(
    package: Package,
    environment: JinjaEnvironment | None,
    *,
    autoescape: bool,
    marked: Mapping[str, Marked] | None,
    numbering: Mapping[int, str] | None,
    phrases: Phrases | None,
) -> Template:
    """The template of a package; for the arguments see `Template.of`.

    Findings, by way of `Template.findings`: T…, of a file that stands alone P015 and P016 too.
    """
    environment = _escaping(environment or Environment(), autoescape)
    package = package.without(_obsolete(package))
    parts, findings = _marked(package, environment) if marked is None else (list(marked.values()), [])
    findings += package.findings if marked is None else []
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
    ordered = tuple(in_order(findings))
    return Template(package, environment, tuple(programs), ordered, dict(numbering or {}), identities.next, styles)


def _no_phrase(_: str) -> None:
    """A template that stands alone has no other files to draw on: tags that name one are findings."""


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

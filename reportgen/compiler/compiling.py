"""A part with marked tags to the program that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.compiler.diagnosis import diagnose, structure_faults, syntax_fault, unknown_names, unreadable
from reportgen.compiler.generation import generate
from reportgen.compiler.needs import needs
from reportgen.compiler.parsing import TOO_DEEP, parse
from reportgen.compiler.phrases import Phrases, put_in_place
from reportgen.compiler.pieces import Piece, pieces_of
from reportgen.compiler.program import Program
from reportgen.compiler.settlement import Headings, Identities, mark_settlement
from reportgen.compiler.spots import Spot
from reportgen.compiler.statements import Statements
from reportgen.compiler.surroundings import spots_of
from reportgen.compiler.tags import Marked, Tag
from reportgen.findings import Finding
from reportgen.folding import Folded
from reportgen.ooxml.namespaces import R, W
from reportgen.ooxml.styles import Styles


def compile_part(
    marked: Marked,
    environment: Environment,
    *,
    headings: Headings | None = None,
    identities: Identities | None = None,
    styles: Styles | None = None,
    rewrite: Callable[[nodes.Template, Environment], nodes.Template] | None = None,
    phrases: Phrases | None = None,
) -> tuple[Program | None, list[Finding]]:
    """The program of a part; None when a finding blocks.

    `headings`: the styles whose paragraphs are numbered. `identities`: the ids that other parts bear already, to which
    this part's are added. `styles`: those of its file. `rewrite` changes the syntax tree before code is made
    of it. `phrases` finds `.jinja` files.
    Findings: T002 to T008, T011, T041 to T045, T065 and what `rewrite` finds.
    """
    mark_settlement(marked, Statements.of(environment), headings or Headings(), identities or Identities(), styles or Styles(()))
    spots = spots_of(marked)
    pieces = pieces_of(marked, environment)
    numbers = [piece for piece in pieces if isinstance(piece, int)]
    tags = tuple(marked.tags)
    try:
        tree, findings = _tree(pieces, tags, numbers, spots, environment, phrases)
        if tree is None or findings:
            return None, findings
        names = needs(tree, frozenset(environment.globals))
        if rewrite is not None:
            tree = rewrite(tree, environment)
        source, lines = generate(tree, environment, spots)
        code = compile(source, f"<{marked.part}>", "exec")
    except TemplateSyntaxError as error:
        return None, [syntax_fault(tags[error.lineno - 1], error)]
    except (SyntaxError, RecursionError, MemoryError):
        # What Python itself cannot nest: some twenty loops, some hundred brackets.
        longest = max((tags[number] for number in numbers), key=lambda tag: len(tag.source))
        return None, [unreadable(longest, TOO_DEEP)]
    namespaces = "".join(f' xmlns{f":{prefix}" if prefix else ""}="{uri}"' for prefix, uri in _namespaces(marked).items())
    return Program(marked.part, code, Folded(tags), spots, lines, namespaces, names), []


def _namespaces(marked: Marked) -> dict[str | None, str]:
    return {"w": W, "r": R, **marked.root.nsmap}


def _tree(
    pieces: list[Piece],
    tags: tuple[Tag, ...],
    numbers: list[int],
    spots: Mapping[int, Spot],
    environment: Environment,
    phrases: Phrases | None,
) -> tuple[nodes.Template | None, list[Finding]]:
    """The syntax tree, or every fault that keeps it from being made."""
    try:
        tree = parse(pieces, tags, environment)
    except TemplateSyntaxError as error:
        return None, diagnose(numbers, tags, spots, environment) or [syntax_fault(tags[error.lineno - 1], error)]
    if phrases is not None and (found := put_in_place(tree, tags, environment, phrases)):
        return None, [*found, *diagnose(numbers, tags, spots, environment)]
    if unknown := list(unknown_names(tree, dict(enumerate(tags)), environment)):
        return None, diagnose(numbers, tags, spots, environment) or unknown
    return tree, structure_faults(numbers, tags, spots, environment)

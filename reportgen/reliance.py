"""What a kind's documents ask of the data: what they print, and what they cannot do without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen import packs
from reportgen.assembly import Assembly, assemble
from reportgen.compiler.resolving import canonical
from reportgen.expressions import Environment
from reportgen.figures.definitions import Definition
from reportgen.inspection import fields_of
from reportgen.regexes import regex
from reportgen.values import dataclass
from reportgen.workshop import definitions_of

_EASED = regex(r"\|\s*(?:default|d|默认)\b|\b(?:or|if)\b")
"""A tag that prints something where its value is not given."""


@dataclass(frozen=True)
class Reliance:
    """Dotted names, by keys; an item under a name of its own (`project.name`) is named by its list: `projects[].name`."""

    printed: frozenset[str]
    """What is printed, and what printed figures are worked out of."""
    needed: frozenset[str]
    """What is printed without a condition."""
    feeding: frozenset[str]
    """What figures that are printed without a condition are worked out of."""


def reliance(pack: packs.Pack, kind: packs.Kind, environment: Environment) -> Reliance | None:
    """What documents of a kind ask of the data; None where its template cannot be read."""
    assembly = assemble(pack, pack.template(kind.name), environment, kind.name)
    if assembly.template is None:
        return None
    definitions, _ = definitions_of(pack, kind)
    root = fields_of(packs.with_item(pack.schema(kind.name).root, kind), definitions)
    bare = {canonical(root, name) for name in _bare(assembly)}
    worked_out = {figure.name for figure in definitions.figures}
    return Reliance(
        _listed(_with_inputs((canonical(root, name) for name in assembly.template.undeclared()), definitions.figures, root), kind),
        _listed(bare - worked_out, kind),
        _listed(_with_inputs(bare & worked_out, definitions.figures, root) - worked_out, kind),
    )


def _bare(assembly: Assembly) -> Iterator[str]:
    """The names that tags print outside of every condition, and that nothing stands in for."""
    parts = assembly.linked.parts.values() if assembly.linked else ()
    for marked, (tags, uses) in zip(parts, assembly.readings(), strict=False):
        depth, lines = 0, set()
        for number in marked.numbers():
            tag = tags[number]
            depth += (tag.word == "if") - (tag.word == "endif") if tag.kind == "block" else 0
            if tag.kind != "block" and not depth and not _EASED.search(tag.source):
                lines.add(number + 1)
        yield from (use.name for use in uses if use.line in lines)


def _with_inputs(names: Iterable[str], figures: tuple[Definition, ...], root: packs.Field) -> set[str]:
    """The names, with what the figures among them are worked out of, and so on."""
    waiting, found = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += (one for figure in figures if _covers(name, figure.name) for one in _read_by(figure, root))
    return found


def _covers(name: str, figure: str) -> bool:
    """Whether a printed name is a figure, or holds it."""
    return figure == name or figure.startswith((f"{name}.", f"{name}["))


def _read_by(figure: Definition, root: packs.Field) -> list[str]:
    """What a figure's formula reads, its `row` being the item that the figure is of."""
    row = figure.name.rpartition("[]")[0] + "[]"
    return [canonical(root, row + name.removeprefix("row") if name.startswith("row.") else name) for name in figure.formula.names]


def _listed(names: Iterable[str], kind: packs.Kind) -> frozenset[str]:
    item = f"{kind.item}."
    return frozenset(f"{kind.per}[].{name.removeprefix(item)}" if kind.per and name.startswith(item) else name for name in names)

"""A kind's Word template with all that it inherits, block by block, as its owner reads it."""

from __future__ import annotations

from reportgen import packs
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.linking import link
from reportgen.compiler.listing import list_template
from reportgen.compiler.passages import Passage, passages
from reportgen.compiler.transcript import lines
from reportgen.errors import NotADocx
from reportgen.expressions import Environment
from reportgen.ooxml import Package, open_package
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.values import dataclass


@dataclass(frozen=True)
class Unfolded:
    """A template and its blocks."""

    file: str
    """The nearest Word file, as `pack/kind.docx`."""
    package: Package
    """All files as one, its page and styles those of the topmost."""
    passages: tuple[Passage, ...]

    @property
    def styles(self) -> Styles:
        part = self.package.part("styles")
        return read_styles(self.package.root(part)) if part else Styles(())

    def texts(self) -> dict[str, list[str]]:
        """The lines of each block, in the order of the text."""
        styles = self.styles
        return {passage.name: lines(passage.elements, styles) for passage in self.passages}


def unfold(pack: packs.Pack, kind: str, environment: Environment) -> Unfolded | None:
    """The template of a kind; None where the pack has none. Raises: NotADocx."""
    name = pack.template(kind)
    content = pack.read(name)[0] if name else None
    if content is None:
        return None
    syntax = Syntax.of(environment, wide=True)
    linked = link(open_package(content, name), lambda wanted: pack.read(wanted)[0], name=name, syntax=syntax)
    found = [passage for marked in linked.parts.values() for passage in passages(marked)]
    return Unfolded(name, linked.package, tuple(found))


def homes(pack: packs.Pack, kind: str, environment: Environment) -> dict[str, str]:
    """For each block of a kind the nearest Word file of the chain that has it."""
    found: dict[str, str] = {}
    for folder in pack.chain:
        name = f"{folder.name}/{kind}.docx"
        content, _ = pack.read(name)
        if content is None:
            continue
        try:
            listing = list_template(open_package(content, name), environment)
        except NotADocx:
            continue  # `packs check` tells what is wrong with it
        found |= {block: name for _, block in listing.blocks}
    return found

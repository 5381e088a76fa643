"""A Word template: compiled once, rendered many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment as JinjaEnvironment
from jinja2 import TemplateError
from jinja2.runtime import Context
from jinja2.utils import missing

from reportgen.compiler.program import EMISSION, Program, Root
from reportgen.errors import FindingsError
from reportgen.expressions.budget import Budget, spending
from reportgen.expressions.errors import PYTHON_ERRORS
from reportgen.findings import Finding
from reportgen.ooxml import MOST_BYTES, Frame, Package
from reportgen.ooxml.archive import Sink, batched
from reportgen.ooxml.members import Member
from reportgen.ooxml.styles import Styles
from reportgen.opening import read_start
from reportgen.render.emission import Emission
from reportgen.render.lists import with_lists
from reportgen.render.looking import Looks, looks
from reportgen.render.numbering import Counters
from reportgen.render.settling import Settler
from reportgen.render.state import Rendering
from reportgen.render.steps import finished
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.compiler.phrases import Phrases
    from reportgen.compiler.tags import Marked
    from reportgen.render.failures import Origin


def _nowhere(_: str) -> tuple[()]:
    return ()


class _Values(dict[str, Any]):
    """The names that a part's code finds; what is not there is `missing`."""

    def __missing__(self, key: str) -> Any:
        return missing


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
    styles: Styles = field(default_factory=Styles)
    """Those of its file."""

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
        from reportgen.ooxml.opening import open_package

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
        from reportgen.render.compiling import compiled  # what is kept compiled never needs it

        return compiled(package, environment, autoescape=autoescape, marked=marked, numbering=numbering, phrases=phrases)

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
        rendering = Rendering(self.package, settler, dynamic=[program.part for program in self.programs])
        parts: dict[str, Member | bytes] = {}
        with spending(Budget()):
            for program, root, blocks in self._bound:
                rendering.part = program.part
                pieces = root(self._context(program, blocks, context, rendering))
                try:
                    parts[program.part] = self._frame.pack(program.part, finished(settler.settle(batched(pieces)), rendering.steps))
                except (TemplateError, *PYTHON_ERRORS) as error:
                    from reportgen.render.failures import explained

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
        writers = Emission(program, rendering, self.environment, self.styles, self._looks).writers()
        values = _Values({**self.environment.globals, **context, EMISSION: writers})
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

"""Packs made ready to write documents with: each read, linked and compiled once, however many inputs follow."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import packs
from reportgen.compiler.dressing import dress
from reportgen.compiler.lexing import Syntax
from reportgen.compiler.linking import link
from reportgen.errors import NotADocx
from reportgen.expressions import Environment
from reportgen.figures import Definitions, compile_definitions
from reportgen.findings import Finding, in_order
from reportgen.ooxml import Package, open_package
from reportgen.render import Template

INSTALLED = Path(__file__).parent / "templates"
"""Packs that came with the wheel; in a source tree they stand beside the package."""


@dataclass(frozen=True)
class Prepared:
    """A kind of a pack, ready to make documents of; `template` is None when `findings` block."""

    kind: packs.Kind
    definitions: Definitions
    template: Template | None
    findings: tuple[Finding, ...]


class Workshop:
    """The packs of some folders, the first folder winning; what was made ready is kept."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._packs: dict[str, packs.Pack] = {}
        self._prepared: dict[tuple[str, str, bool], Prepared] = {}
        self._environments = {draft: Environment(draft=draft) for draft in (False, True)}

    def pack(self, name: str) -> packs.Pack:
        """The pack of this name. Raises: PackNotFound."""
        if name not in self._packs:
            self._packs[name] = packs.load(name, self.folders)
        return self._packs[name]

    def pack_names(self) -> list[str]:
        """The packs there are."""
        return packs.available(self.folders)

    def environment(self, *, draft: bool = False) -> Environment:
        """The environment of templates and narrative; a draft's prints what is missing."""
        return self._environments[draft]

    def prepared(self, pack: packs.Pack, kind: packs.Kind, *, draft: bool = False) -> Prepared:
        """The kind's figures, rules and compiled template.

        Findings: by way of `Prepared.findings`, those of the pack's files (F3…, K…, P…, T…, Y…).
        """
        key = (pack.name, kind.name, draft)
        if key not in self._prepared:
            self._prepared[key] = self._prepare(pack, kind, draft)
        return self._prepared[key]

    def _prepare(self, pack: packs.Pack, kind: packs.Kind, draft: bool) -> Prepared:
        layers, findings = pack.figures(kind.name)
        constants = {"settings": pack.settings, "bands": pack.layers.value.get("bands", {})}
        known = list(packs.dotted_names(pack.schema(kind.name).root))
        definitions, faulty = compile_definitions(layers.value, layers, constants=constants, known=known)
        template, found = self._template(pack, kind, draft)
        return Prepared(kind, definitions, template, tuple(in_order([*findings, *faulty, *found])))

    def _template(self, pack: packs.Pack, kind: packs.Kind, draft: bool) -> tuple[Template | None, list[Finding]]:
        name = pack.template(kind.name)
        if not name:
            return None, [pack.no_template(kind.name)]
        environment, findings = self._environments[draft], list[Finding]()

        def load(wanted: str) -> Package | None:
            content, faulty = pack.read(wanted)
            findings.extend(faulty)
            return open_package(content, wanted) if content is not None else None

        try:
            package = load(name)
            if package is None:
                return None, findings
            syntax = Syntax.of(environment, wide=True)
            linked = link(package, load, name=name, syntax=syntax, dress=lambda package: dress(package, pack.profile))
        except NotADocx as error:
            return None, [*findings, error.finding]
        findings += linked.findings
        if any(finding.blocks for finding in findings):
            return None, findings
        template = Template.of(linked.package, environment, marked=linked.parts, numbering=dict(enumerate(pack.numbering, 1)))
        findings += template.findings
        return (None if any(finding.blocks for finding in findings) else template), findings


def pack_folders(extra: Sequence[Path], beside: Path | None, variable: str = "") -> Iterator[Path]:
    """Where packs are looked for, in order: named folders, `REPORTGEN_TEMPLATES` (a path list), beside the inputs, installed."""
    candidates = [*extra, *(Path(folder) for folder in variable.split(os.pathsep) if folder)]
    for folder in [beside, beside.parent if beside else None, Path()]:
        if folder is not None:
            candidates.append(folder / "templates")
    candidates += [INSTALLED, INSTALLED.parent.parent / "templates"]
    seen = set()
    for folder in candidates:
        resolved = folder.resolve()
        if resolved not in seen and folder.is_dir():
            seen.add(resolved)
            yield folder

"""Packs made ready to write documents with: each read, linked and compiled once, however many inputs follow."""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True)
class Prepared:
    """A kind of a pack, ready to make documents of; `template` is None when `findings` block."""

    kind: packs.Kind
    definitions: Definitions
    template: Template | None
    findings: tuple[Finding, ...]
    pack_names: tuple[str, ...]
    """The packs whose files had a part in it, the root's first, then those that a template names besides."""


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
        names = dict.fromkeys(folder.name for folder in pack.chain)
        template, found = self._template(pack, kind, draft, names)
        return Prepared(kind, definitions, template, tuple(in_order([*findings, *faulty, *found])), tuple(names))

    def _template(self, pack: packs.Pack, kind: packs.Kind, draft: bool, names: dict[str, None]) -> tuple[Template | None, list[Finding]]:
        """The compiled template; the packs of the files that it names are added to `names`."""
        name = pack.template(kind.name)
        if not name:
            return None, [pack.no_template(kind.name)]
        environment, findings = self._environments[draft], list[Finding]()

        def load(wanted: str) -> Package | None:
            content, faulty = pack.read(wanted)
            if other := wanted.rpartition("/")[0]:
                names[other] = None
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

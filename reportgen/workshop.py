"""Packs made ready to write documents with: each read, linked and compiled once, however many inputs follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import jinja2

from reportgen import packs
from reportgen.engine import engine
from reportgen.expressions import Environment
from reportgen.figures import RULES, Column, Definitions, columns_of, compile_definitions
from reportgen.findings import Finding, in_order
from reportgen.fingerprints import PackDigests, pack_digest
from reportgen.keeping import Shelf, cache_folder
from reportgen.render import Template
from reportgen.values import dataclass


@dataclass(frozen=True)
class Prepared:
    """A kind of a pack, ready to make documents of; `template` is None when `findings` block."""

    kind: packs.Kind
    definitions: Definitions
    template: Template | None
    findings: tuple[Finding, ...]
    pack_names: tuple[str, ...]
    """The packs whose files had a part in it, the root's first, then those that a template names besides."""
    columns: tuple[Column, ...] = ()
    """Those of a summary."""


class Workshop:
    """The packs of some folders, the first folder winning; what was made ready is kept, for later runs too."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._packs: dict[str, packs.Pack] = {}
        self._prepared: dict[tuple[str, str, bool], Prepared] = {}
        self._environments = {draft: Environment(draft=draft) for draft in (False, True)}
        self._before: dict[str, str] = {}
        """The packs' digests before anything of them was read; empty where all came off the shelf."""
        self._shelf = Shelf({"final": self._environments[False], "draft": self._environments[True], "rules": RULES}, cache_folder())

    def pack(self, name: str) -> packs.Pack:
        """The pack of this name. Raises: PackNotFound."""
        if name not in self._packs:
            kept = self._shelf.take(self._key(name), self._digest)
            if kept is None:
                self._before = self._before or PackDigests().of(self.folders)
                self._packs[name] = packs.load(name, self.folders)
            else:
                self._packs[name], prepared = kept
                self._prepared.update(prepared)
        return self._packs[name]

    def _key(self, name: str) -> str:
        """What is kept names its files as these folders do, seen from here; so it is good here only."""
        return "\n".join([engine(), jinja2.__version__, name, str(Path.cwd()), *map(str, self.folders)])

    def _digest(self, name: str) -> str:
        return pack_digest(name, self.folders)

    def _keep(self, pack: packs.Pack) -> None:
        """Put what is ready of a pack on the shelf, for the next run."""
        ready = {key: prepared for key, prepared in self._prepared.items() if key[0] == pack.name}
        if all(prepared.template is not None for prepared in ready.values()):
            names = dict.fromkeys(name for prepared in ready.values() for name in prepared.pack_names)
            digests = {name: self._digest(name) for name in names}
            # A pack that was edited while it was read may be half one, half the other.
            if all(self._before.get(name) == digest for name, digest in digests.items()):
                self._shelf.keep(self._key(pack.name), digests, (pack, ready))

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
            self._keep(pack)
        return self._prepared[key]

    def _prepare(self, pack: packs.Pack, kind: packs.Kind, draft: bool) -> Prepared:
        definitions, findings = definitions_of(pack, kind)
        names = dict.fromkeys(folder.name for folder in pack.chain)
        template, found = self._template(pack, kind, draft, names)
        if template is not None:
            definitions = _about(definitions, template, packs.with_item(pack.schema(kind.name).root, kind))
        return Prepared(kind, definitions, template, tuple(in_order([*findings, *found])), tuple(names), columns_of(pack.summary))

    def _template(self, pack: packs.Pack, kind: packs.Kind, draft: bool, names: dict[str, None]) -> tuple[Template | None, list[Finding]]:
        """The compiled template; the packs of the files that it names are added to `names`."""
        name = pack.template(kind.name)
        if not name:
            return None, [pack.no_template(kind.name)]
        from reportgen.assembly import assemble  # the compiler: not for what is kept

        made = assemble(pack, name, self._environments[draft], kind.name)
        names.update(dict.fromkeys(file.rpartition("/")[0] for file in made.names if "/" in file))
        return made.template, list(made.findings)


def _about(definitions: Definitions, template: Template, root: packs.Field) -> Definitions:
    """The definitions without the rules about fields that a template prints none of."""
    from reportgen.compiler.resolving import canonical  # the compiler: not for what is kept

    asked = {canonical(root, name) for name in template.undeclared()}
    rules = (rule for rule in definitions.rules if not rule.prints or any(_among(name, asked) for name in rule.prints))
    return replace(definitions, rules=tuple(rules))


def _among(name: str, asked: Iterable[str]) -> bool:
    """Whether a field, or something in it, is asked for."""
    return any(one == name or one.startswith((f"{name}.", f"{name}[")) for one in asked)


def definitions_of(pack: packs.Pack, kind: packs.Kind) -> tuple[Definitions, list[Finding]]:
    """The figures and rules of a kind, compiled. Findings: F3…, K104, K105, Y…."""
    layers, findings = pack.figures(kind.name)
    constants = {"settings": pack.settings, "bands": pack.layers.value.get("bands", {})}
    known = list(packs.dotted_names(packs.with_item(pack.schema(kind.name).root, kind)))
    definitions, faulty = compile_definitions(layers.value, layers, constants=constants, known=known)
    return definitions, [*findings, *faulty]

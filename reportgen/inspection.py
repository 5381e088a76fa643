"""A pack looked through without data: settings, schemas, figures, and every Word file against the fields that there are."""

from __future__ import annotations

from reportgen import packs
from reportgen.assembly import assemble
from reportgen.compiler import faults
from reportgen.compiler.resolving import steps, unknown_fields
from reportgen.expressions import Environment
from reportgen.figures import Definitions
from reportgen.findings import Finding, in_order
from reportgen.workshop import definitions_of

_TO_FILL_IN = "待填"


def inspect(pack: packs.Pack, environment: Environment, only: packs.Kind | None = None) -> list[Finding]:
    """Everything that is wrong with a pack, or with one kind of it, each fault once, in order.

    Findings: F3… K… P… T… Y….
    """
    findings = list(pack.findings)
    for kind in [only] if only else pack.kinds.values():
        findings += inspect_kind(pack, kind, environment)
    for name in [] if only else _further_files(pack):
        findings += assemble(pack, f"{pack.name}/{name}", environment).findings
    return in_order(findings)


def inspect_kind(pack: packs.Pack, kind: packs.Kind, environment: Environment) -> list[Finding]:
    """What is wrong with one kind: its schema, its figures and rules, its template."""
    schema = pack.schema(kind.name)
    definitions, findings = definitions_of(pack, kind)
    findings = [*schema.findings, *findings]
    name = pack.template(kind.name)
    if not name:
        return [*findings, pack.no_template(kind.name)]
    assembly = assemble(pack, name, environment, kind.name)
    root = fields_of(packs.with_item(schema.root, kind), definitions)
    about_tags = list(assembly.findings)
    faulty = {finding.span for finding in assembly.findings if finding.blocks}
    for tags, uses in assembly.readings():
        about_tags += (finding for finding in unknown_fields(uses, tags, root) if finding.span not in faulty)
    return [*findings, *about_tags]


def unfilled(pack: packs.Pack, environment: Environment, only: packs.Kind | None = None) -> list[Finding]:
    """Where templates hold comments that say what is to be filled in, as those of a pack made of a Word file do.

    Findings: T034.
    """
    found = []
    for kind in [only] if only else pack.kinds.values():
        name = pack.template(kind.name)
        linked = assemble(pack, name, environment, kind.name).linked if name else None
        for marked in linked.parts.values() if linked else ():
            open_tags = (tag for _, tag in marked.elements() if tag.kind == "comment" and tag.source.startswith(_TO_FILL_IN))
            found += [faults.STILL_OPEN.at(tag.span, words=tag.source) for tag in open_tags]
    return in_order(found)


def fields_of(root: packs.Field, definitions: Definitions) -> packs.Field:
    """The fields that a template of a kind may use: those of the data, the figures, and the pack's own settings."""
    for figure in definitions.figures:
        root = root.with_leaf(steps(figure.name), figure.title)
    for name in definitions.constants:
        root = root.with_leaf([name], name)
    return root


def _further_files(pack: packs.Pack) -> list[str]:
    """The Word files of the pack's own folder that are no kind's template: what others include."""
    templates = {f"{kind}.docx" for kind in pack.kinds}
    return [name for name in pack.chain[-1].files(".docx") if name not in templates]

"""One input from top to bottom: YAML to values, figures, prose, rules, and its Word documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

from jinja2 import TemplateError

from reportgen import faults, narrative, packs
from reportgen.checks import Document, allow, check, common_complaints, document_of, weighed
from reportgen.errors import FindingsError, PackNotFound
from reportgen.expressions import PYTHON_ERRORS, Environment, Explained, Record, explained, variables
from reportgen.figures import Column, Definitions, Figure, derive, origins, run_rules
from reportgen.filenames import file_name, shortened
from reportgen.findings import Finding, Severity, Span, in_order
from reportgen.illustrations import illustrated
from reportgen.options import Options
from reportgen.packs.layers import Positions
from reportgen.values import dataclass
from reportgen.workshop import Prepared, Workshop

_MISSING = frozenset({"D101", "D102", "D105"})
"""What a draft may still lack."""
_CONSEQUENCES = frozenset({"F102", "F202"})
"""Formulas and rules that cannot run; where the data is at fault, its own findings say so."""


@dataclass(frozen=True)
class Report:
    """One document, or why there is none."""

    kind: str
    name: str
    """Its file name without suffix."""
    docx: bytes | None
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    pack: packs.Pack | None = None
    pack_names: tuple[str, ...] = ()
    """The packs whose files had a part in it; empty where it is not known what it would be made of."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What its template sees."""
    document: Document | None = None
    """Its texts, as rules over prose read them."""
    data: packs.Data | None = None
    """What it was made of, with the place of each value; one of several items stands under its own name."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Digest of each picture beside the input, by its path there."""
    columns: tuple[Column, ...] = ()
    """Those of a summary, for its values."""


_USUAL = Options()
Origin: TypeAlias = Callable[[str], Iterable[Span]]
"""Where a value of the data stands."""


class Source(Positions, Protocol):
    """What reports are made of: an `inputs.Tree`, or values given by a program."""

    @property
    def value(self) -> Any: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def file(self) -> str: ...
    @property
    def lines(self) -> Sequence[str]: ...


def reports(source: Source, workshop: Workshop, *, stem: str = "report", options: Options = _USUAL) -> list[Report]:
    """The documents of one input: for each kind that it names one, or one for each item of the list that the kind is declared `per`.

    The pack may name them. Else the first kind's is called `stem`, a further kind's `stem-kind`, those of items `stem-kind-1`, …

    Findings: everything that any stage found, by way of `Report.findings`.
    """
    stem = shortened(stem)
    chosen, kinds, findings = chosen_kinds(source, workshop, options)
    if chosen is None or not kinds:
        # A file of which nothing can be read names no pack: that it cannot is said already.
        missed = findings if source.value or not source.findings else []
        return [Report("", stem, None, tuple(in_order([*source.findings, *missed])))]
    schema = chosen.schema(*(one.name for one in kinds))
    data, faulty = packs.validate(source, schema)
    findings += _out_of_years(chosen, data)
    shared = [*source.findings, *findings, *chosen.findings, *schema.findings, *(_lightened(faulty) if options.draft else faulty)]
    made: list[Report] = []
    for number, one in enumerate(kinds):
        prepared = workshop.prepared(chosen, one, draft=options.draft)
        making = _Making(source, chosen, prepared, workshop.environment(draft=options.draft), options, tuple(shared))
        subjects = _subjects(one, data, schema, stem, first=number == 0)
        made += [making.report(name, about) for name, about in subjects]
        if not subjects:
            finding = _nothing(one, data, schema)
            made.append(Report(one.name, stem, None, tuple(in_order([*shared, finding])), pack=chosen, pack_names=prepared.pack_names))
    whole = options.kind is None and not any(finding.blocks for one in made for finding in one.findings)
    heard = common_complaints([one.findings for one in made], all_made=whole)
    return [replace(one, findings=found) for one, found in zip(made, heard, strict=True)]


def _subjects(kind: packs.Kind, data: packs.Data, schema: packs.Schema, stem: str, *, first: bool) -> list[tuple[str, packs.Data]]:
    """What the documents of a kind are about, each with the name that it has unless the pack names it."""
    if not kind.per:
        return [(stem if first else f"{stem}-{kind.name}", data)]
    views = packs.views(data, kind, schema.root)
    if first and len(views) == 1:
        return [(stem, views[0])]
    return [(f"{stem}-{kind.name}-{number}", view) for number, view in enumerate(views, 1)]


def _by_key(name: str, record: Record) -> str:
    """A dotted name whose first step may be a Chinese one, by its key."""
    first = name.partition(".")[0].partition("[")[0]
    return record.names.aliases.get(first, first) + name[len(first) :]


def _out_of_years(pack: packs.Pack, data: packs.Data) -> list[Finding]:
    """That the pack is not meant for the year of the data. Findings: K126."""
    year = data.record.get("year")
    years = pack.years
    if year in years:
        return []
    return [
        faults.YEAR_NOT_SERVED.at(data.span(("year",)), pack=pack.name, years_zh=years.in_chinese, years_en=years.in_english, year=year)
    ]


def _nothing(kind: packs.Kind, data: packs.Data, schema: packs.Schema) -> Finding:
    """That a list without items gives no document. Findings: K124."""
    title = schema.root.child(kind.per).title
    return faults.NO_ITEMS.at(data.span((kind.per,)), kind=kind.name, title=kind.title, per=kind.per, per_zh=title)


@dataclass(frozen=True, slots=True)
class _Making:
    """How the documents of one kind are made of one input."""

    source: Source
    pack: packs.Pack
    prepared: Prepared
    environment: Environment
    options: Options
    shared: tuple[Finding, ...]
    """What was found in the input before any document was made."""

    def report(self, stem: str, data: packs.Data) -> Report:
        """One document: figures, pictures and prose, rules over them, then the page."""
        prepared, constants = self.prepared, self.prepared.definitions.constants
        record, figures, differing = derive(prepared.definitions, data.record, data.span)
        pictures = illustrated(record, data, self.source.file)
        record, found = narrative.read_all(pictures.record, data, self.environment, constants)
        found += pictures.findings
        document, doubts = self._checked(record, data, readable=not any(finding.blocks for finding in found))
        findings = [*self.shared, *prepared.findings, *self._weighed(found, [*differing, *doubts], document)]
        if self.options.strict:
            findings = [_blocking(finding) for finding in findings]
        context = {**constants, **variables(record)}
        name, unnamed = _name(prepared, context, stem)
        findings += unnamed
        docx, failed = self._page(findings, context, lambda name: origins(_by_key(name, record), figures, data.span))
        return Report(
            prepared.kind.name,
            name,
            docx,
            tuple(in_order([*findings, *failed])),
            figures,
            self.pack,
            prepared.pack_names,
            context,
            document,
            data,
            pictures.files,
            prepared.columns,
        )

    def _checked(self, record: Record, data: packs.Data, *, readable: bool) -> tuple[Document | None, list[Finding]]:
        """The texts as rules read them, and what rules find in them and in the data; None where nothing is to be checked."""
        if not self.options.checks:
            return None, []
        definitions = self.prepared.definitions
        printed = {key: value for key, value in record.items() if key != self.prepared.kind.per}
        document = document_of(printed, data, definitions.constants, self.source.file)
        doubts = run_rules(definitions, record, data.span)
        # A text whose tags cannot be read is not what will be printed: its marks and braces would be taken for prose.
        if readable and self.prepared.template is not None:
            doubts += check(document)
        return document, doubts

    def _weighed(self, found: list[Finding], doubts: list[Finding], document: Document | None) -> list[Finding]:
        """What was found in texts and figures, without what follows from faults of the data, and as author and pack take it."""
        if any(finding.blocks for finding in self.shared):
            wrong = {finding.span for finding in self.shared if finding.blocks}
            doubts = [one for one in doubts if one.code not in _CONSEQUENCES and wrong.isdisjoint((one.span, *one.related))]
            found = [finding for finding in found if not _awaits_a_figure(finding, self.prepared.definitions)]
        if document is not None:
            doubts = allow(weighed(doubts, document.settings), self.source.lines, self.source.file)
        return [*found, *doubts]

    def _page(self, findings: list[Finding], context: Mapping[str, Any], origin: Origin) -> tuple[bytes | None, Sequence[Finding]]:
        """The Word document, where nothing speaks against it. Findings: what fails while its tags run."""
        template = self.prepared.template
        if template is None or not self.options.render or any(finding.blocks for finding in findings):
            return None, ()
        try:
            made = template.render(context, origin)
        except FindingsError as error:
            return None, error.findings
        return _packed_by_zlib(made) if self.options.reproducible else made, ()


def _packed_by_zlib(document: bytes) -> bytes:
    """The same document with every part deflated anew."""
    from reportgen.ooxml import open_package, write_archive  # for who asks for it

    package = open_package(document)
    return write_archive(package.with_parts({name: package[name] for name in package}), reproducible=True)


def _awaits_a_figure(finding: Finding, definitions: Definitions) -> bool:
    """Whether a text asks for a figure that could not be worked out: what it lacks has a finding of its own."""
    asked = str(finding.values.get("name", "")).rpartition(".")[2]
    return finding.code == "E101" and any(asked in (figure.title, figure.name.rpartition(".")[2]) for figure in definitions.figures)


def chosen_kinds(source: Source, workshop: Workshop, options: Options) -> tuple[packs.Pack | None, list[packs.Kind], list[Finding]]:
    """The pack and the kinds that an input names; no kinds where they are not to be had. Findings: K101, K103, K121, K122."""
    value = source.value if isinstance(source.value, Mapping) else {}
    key = "pack" if "pack" in value else "模板"
    name = options.pack or value.get(key)
    if not isinstance(name, str) or not name:
        names = workshop.pack_names()
        return None, [], [faults.NO_PACK.at(source.span((key,)), packs_zh="、".join(names), packs_en=", ".join(names))]
    try:
        chosen = workshop.pack(name)
    except PackNotFound as error:
        return None, [], [error.finding if error.finding.span.line else error.finding.moved(source.span((key,)))]
    return chosen, *_kinds(source, chosen, options.kind)


def _kinds(source: Source, pack: packs.Pack, kind: str | None) -> tuple[list[packs.Kind], list[Finding]]:
    key = "kind" if "kind" in source.value else "文种"
    named = kind or source.value.get(key) or []
    listed = named if isinstance(named, list) else [named]
    if not listed:
        titles = "、".join(f"{one.name}（{one.title}）" for one in pack.kinds.values())
        return [], [faults.NO_KIND.at(source.span((key,)), pack=pack.name, kinds_zh=titles, kinds_en=", ".join(pack.kinds))]
    kinds, findings = [], []
    for number, one in enumerate(listed):
        found = pack.kind(str(one))
        if found is None:
            findings.append(pack.unknown_kind(str(one), source.span((key, number) if isinstance(named, list) else (key,))))
        elif found not in kinds:
            kinds.append(found)
    return ([] if findings else kinds), findings


def _name(prepared: Prepared, context: Mapping[str, Any], stem: str) -> tuple[str, list[Finding]]:
    """The document's file name. Findings: K123."""
    pattern = prepared.kind.output
    if not pattern:
        return stem, []
    try:
        made = _names(pattern).render(context)
    except (TemplateError, SyntaxError, *PYTHON_ERRORS) as error:  # Python itself refuses loops in loops in loops
        words = error if isinstance(error, Explained) else explained(error)
        finding = faults.BAD_NAME.at(kind=prepared.kind.name, pattern=pattern, detail_zh=words.wording("zh"), detail_en=words.wording("en"))
        return stem, [finding]
    return file_name(made) or stem, []


_NAMES = Environment(autoescape=False)
_names = lru_cache(maxsize=64)(_NAMES.from_string)
"""Patterns of file names, each compiled once."""


def _blocking(finding: Finding) -> Finding:
    """A warning as an error; what the author allows stays a warning."""
    if finding.severity is not Severity.WARNING or finding.allowed:
        return finding
    return replace(finding, fault=replace(finding.fault, severity=Severity.ERROR))


def _lightened(findings: list[Finding]) -> list[Finding]:
    """What a draft may still lack, as notices."""
    return [
        replace(finding, fault=replace(finding.fault, severity=Severity.NOTICE)) if finding.code in _MISSING else finding
        for finding in findings
    ]

"""A district's pack: its settings, schemas, figures and templates, each laid over those of the packs that it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reportgen import inputs
from reportgen.expressions import near
from reportgen.findings import Finding, Span, in_order
from reportgen.packs import faults
from reportgen.packs.folders import MOST_TEMPLATE, Folder, find
from reportgen.packs.layers import Layer, Layers, Path, stack
from reportgen.packs.schema import Schema, build
from reportgen.packs.wording import listed
from reportgen.packs.years import Years, read_years
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.packs.profile import Profile

COMMON = "common"
DEFAULT_NUMBERING = ("一、", "（一）", "1.", "（1）", "①")
"""GB/T 9704—2012, 7.3.3, and the level below that offices use."""


@dataclass(frozen=True)
class Kind:
    """A type of document that a pack makes."""

    name: str
    title: str
    output: str = ""
    """Pattern of the document's name, without suffix; "": the input's own name."""
    per: str = ""
    """The list that gives a document for each of its items; "": one document."""
    item: str = "item"
    """What templates, figures and rules call the item that the document is about."""
    description: str = ""


@dataclass(frozen=True)
class Band:
    """A word for values from `lower` upwards."""

    lower: Any
    word: str


@dataclass(frozen=True, eq=False)
class Pack:
    """A pack with everything that it inherits."""

    name: str
    chain: tuple[Folder, ...]
    """Its own folder and those of the packs that it extends, the root's first."""
    layers: Layers
    """The merged pack.yaml, keys in English, with the place of each setting."""
    own_findings: tuple[Finding, ...] = ()
    _kept: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Without the page formats, which no document needs whose template is compiled."""
        return {name: value for name, value in self.__dict__.items() if name != "_profiles"}

    @property
    def settings(self) -> Mapping[str, Any]:
        """The settings of rules, as merged."""
        return dict(self.layers.value.get("settings", {}))

    @property
    def title(self) -> str:
        return str(self.layers.value.get("title", self.name))

    @property
    def version(self) -> str:
        return str(self.layers.value.get("version", ""))

    @property
    def years(self) -> Years:
        """The years that it is meant for."""
        return read_years(self.layers.value.get("years"))

    @property
    def numbering(self) -> tuple[str, ...]:
        """The form of mark for each level of heading, the first level's first."""
        return tuple(self.layers.value.get("numbering", DEFAULT_NUMBERING))

    @property
    def summary(self) -> Sequence[Mapping[str, Any]]:
        """The columns of a summary, as written."""
        return tuple(self.layers.value.get("summary", ()))

    @cached_property
    def bands(self) -> Mapping[str, tuple[Band, ...]]:
        """Words by value, the highest band first: `bands["grade"]` are the grades of a score."""
        return {
            name: tuple(Band(band["from"], band["word"]) for band in bands) for name, bands in self.layers.value.get("bands", {}).items()
        }

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The types of document that it makes, by name."""
        return {name: _kind(name, words) for name, words in self.layers.value.get("kinds", {}).items()}

    @cached_property
    def _profiles(self) -> dict[str, tuple[Profile, list[Finding]]]:
        """The page formats: the pack's under "", and those of the kinds that have one of their own."""
        from reportgen.packs.profile_reading import read_profile

        words = self.layers.value.get("profile", {})
        own = {name: kind["profile"] for name, kind in self.layers.value.get("kinds", {}).items() if "profile" in kind}
        profiles = {name: read_profile(one, self.layers, ("kinds", name, "profile"), words) for name, one in own.items()}
        return {"": read_profile(words, self.layers), **profiles}

    @property
    def profile(self) -> Profile:
        """The page format."""
        return self.profile_of("")

    def profile_of(self, kind: str) -> Profile:
        """The page format of a kind: the pack's, with what the kind has of its own laid over it."""
        return self._profiles.get(kind, self._profiles[""])[0]

    @cached_property
    def findings(self) -> list[Finding]:
        """Faults of its pack.yaml files. Findings: K102 to K110."""
        of_profiles = [finding for _, found in self._profiles.values() for finding in found]
        return in_order([*self.own_findings, *of_profiles, *self._band_findings()])

    def kind(self, name: str) -> Kind | None:
        """The kind of this name or title."""
        return self.kinds.get(name) or next((kind for kind in self.kinds.values() if kind.title == name), None)

    def unknown_kind(self, name: str, span: Span) -> Finding:
        """That there is no such kind. Findings: K103."""
        found = near(name, [*self.kinds, *(kind.title for kind in self.kinds.values())])
        zh = listed((f"{kind.name}（{kind.title}）" for kind in self.kinds.values()), "、")
        return faults.UNKNOWN_KIND.at(
            span, suggestion=found[0] if found else "", pack=self.name, name=name, kinds_zh=zh, kinds_en=listed(self.kinds, ", ")
        )

    def origin(self, path: Path) -> Span:
        """Where the merged setting at `path` comes from."""
        return self.layers.span(path)

    def schema(self, *kinds: str) -> Schema:
        """The fields of a kind, or of an input that serves several: `common.schema.yaml` under `<kind>.schema.yaml`.

        Findings: by way of `Schema.findings`, K104 K105 K201 to K208 and Y….
        """
        if kinds not in self._kept:
            self._kept[kinds] = self._built(kinds)
        schema: Schema = self._kept[kinds]
        return schema

    def _built(self, kinds: tuple[str, ...]) -> Schema:
        layers, findings = self.merged(*(f"{name}.schema.yaml" for name in (COMMON, *kinds)))
        required = {name: None for kind in kinds for name in _required(self.merged(f"{COMMON}.schema.yaml", f"{kind}.schema.yaml")[0])}
        if len(kinds) > 1:
            layers = Layers({**layers.value, "required": list(required)}, layers.positions, layers.origins)
        schema = build(layers)
        findings = in_order([*findings, *schema.findings, *self._per_findings(kinds, schema)])
        return Schema(schema.root, tuple(findings))

    def _per_findings(self, kinds: tuple[str, ...], schema: Schema) -> list[Finding]:
        per = [self.kinds[name] for name in kinds if name in self.kinds and self.kinds[name].per]
        return [
            faults.PER_NO_LIST.at(
                self.origin(("kinds", kind.name, "per")), kind=kind.name, per=kind.per, advice=listed(_lists(schema), "、")
            )
            for kind in per
            if not schema.findings and kind.per not in _lists(schema)
        ]

    def figures(self, kind: str) -> tuple[Layers, list[Finding]]:
        """The merged `common.figures.yaml` and `<kind>.figures.yaml`."""
        return self.merged(f"{COMMON}.figures.yaml", f"{kind}.figures.yaml")

    def merged(self, *names: str) -> tuple[Layers, list[Finding]]:
        """YAML files of these names from the whole chain as one: the first name under the second, parent under child."""
        found, findings = [], []
        for name in names:
            for folder in self.chain:
                content, faulty = folder.read(name)
                findings += faulty
                if content is not None:
                    tree = inputs.read(content, folder.label(name))
                    findings += tree.findings
                    found.append(Layer(tree.value, tree))
        return stack(found), findings

    def template(self, kind: str) -> str:
        """The nearest Word template of a kind, as `pack/kind.docx`; "" where the whole chain has none."""
        return next((f"{folder.name}/{kind}.docx" for folder in reversed(self.chain) if folder.has(f"{kind}.docx")), "")

    def no_template(self, kind: str) -> Finding:
        """That a kind has no Word template. Findings: K106."""
        return faults.NO_TEMPLATE.at(self.origin(("kinds", kind)), kind=kind, pack=self.name)

    def read(self, name: str) -> tuple[bytes | None, list[Finding]]:
        """A file by its name in the chain (the nearest pack's first), or by `pack/name` in any pack beside it.

        Findings: K104 K105 K111.
        """
        other, _, plain = name.rpartition("/")
        folders = reversed(self.chain)
        if other:
            folder = next((one for one in self.chain if one.name == other), None) or find(other, self.chain[-1].beside)
            folders = iter([folder] if folder else [])
        findings: list[Finding] = []
        for one in folders:
            content, faulty = one.read(plain, MOST_TEMPLATE)
            findings += faulty
            if content is not None:
                return content, findings
        return None, findings

    def _band_findings(self) -> list[Finding]:
        return [
            faults.BANDS_OUT_OF_ORDER.at(self.origin(("bands", name, n + 1, "from")), name=name, given=low.lower, before=high.lower)
            for name, bands in self.bands.items()
            for n, (high, low) in enumerate(pairwise(bands))
            if low.lower >= high.lower
        ]


def _kind(name: str, words: Mapping[str, Any]) -> Kind:
    return Kind(name, **{"title": name, **{key: word for key, word in words.items() if key != "profile"}})


def _required(layers: Layers) -> list[str]:
    required = layers.value.get("required", [])
    return [name for name in required if isinstance(name, str)] if isinstance(required, list) else []


def _lists(schema: Schema) -> list[str]:
    return [key for key, member in schema.root.fields.items() if "array" in member.shapes]

"""An immutable Word package: parts, their content types and the relationships between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.errors import NotADocx
from reportgen.findings import Finding, Span
from reportgen.ooxml.content_types import CONTENT_TYPES_PART, ContentTypes, read_content_types, write_content_types
from reportgen.ooxml.faults import EXTERNAL_CONTENT, MISSING_PART, MISSING_TARGET
from reportgen.ooxml.members import Member
from reportgen.ooxml.relationships import Relationship, read_relationships, rels_name, source_name, write_relationships
from reportgen.ooxml.xml import parse
from reportgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, eq=False)
class Package:
    """A Word file in memory; every change gives a new package that shares what did not change."""

    members: Mapping[str, Member | bytes]
    """By part name, in the archive's order; as they lay in an archive, or as new bytes."""
    file: str = ""
    """Where it came from, for findings."""

    def __contains__(self, name: object) -> bool:
        return name in self.members

    def __iter__(self) -> Iterator[str]:
        return iter(self.members)

    def __getitem__(self, name: str) -> bytes:
        """A part's bytes. Raises: KeyError."""
        member = self.members[name]
        return member if isinstance(member, bytes) else member.content()

    def root(self, name: str) -> _Element:
        """A part's XML, parsed anew, so that the caller may change it. Raises: KeyError, NotADocx (P013, P014)."""
        return parse(self[name], name, self.file)

    @cached_property
    def content_types(self) -> ContentTypes:
        return read_content_types(self[CONTENT_TYPES_PART], self.file)

    @cached_property
    def _relationships(self) -> Mapping[str, tuple[Relationship, ...]]:
        sources = [source_name(name) for name in self.members if name.endswith(".rels") and rels_name(source_name(name)) == name]
        return {source: self._spelt(read_relationships(self[rels_name(source)], source, self.file)) for source in sources}

    def _spelt(self, relationships: tuple[Relationship, ...]) -> tuple[Relationship, ...]:
        """Targets in the spelling of the archive, where only the case differs."""
        if all(one.external or one.target in self.members for one in relationships):
            return relationships
        folded = {name.casefold(): name for name in self.members}
        return tuple(
            one if one.external else Relationship(one.id, one.type, folded.get(one.target.casefold(), one.target)) for one in relationships
        )

    def relationships(self, source: str = "") -> tuple[Relationship, ...]:
        """The relationships that start at a part; at the package itself for ""."""
        return self._relationships.get(source, ())

    @cached_property
    def main(self) -> str:
        """Name of the main document part, mostly `word/document.xml`. Raises: NotADocx (P010)."""
        for one in self.relationships():
            if one.kind == "officeDocument" and one.target in self.members:
                return one.target
        raise NotADocx(MISSING_PART.at(Span(self.file), name="word/document.xml"))

    def parts(self, kind: str) -> tuple[str, ...]:
        """The parts that the main document draws on as `header`, `footer`, `footnotes`, `image`, …, each once."""
        related = (one.target for one in self.relationships(self.main) if one.kind == kind and not one.external)
        return tuple(name for name in dict.fromkeys(related) if name in self.members)

    def part(self, kind: str) -> str:
        """The one part of a kind: `styles`, `numbering`, `settings`, `footnotes`, `theme`, …; "" when there is none."""
        return next(iter(self.parts(kind)), "")

    def with_parts(self, changes: Mapping[str, bytes]) -> Package:
        """The same package with other bytes in some parts; to add parts with their types and relationships, use a `Draft`."""
        return Package({**self.members, **changes}, self.file) if changes else self

    def without(self, names: Iterable[str]) -> Package:
        """The same package without some parts, their relationships, and the relationships that point at them."""
        gone = frozenset(names) & self.members.keys()
        if not gone:
            return self
        gone |= {rels_name(name) for name in gone}
        members = {name: member for name, member in self.members.items() if name not in gone}
        members[CONTENT_TYPES_PART] = write_content_types(self.content_types.without(gone))
        for source, relationships in self._relationships.items():
            kept = [one for one in relationships if one.external or one.target not in gone]
            if source not in gone and len(kept) < len(relationships):
                members[rels_name(source)] = write_relationships(kept, source)
        return Package(members, self.file)

    @property
    def findings(self) -> list[Finding]:
        """What the file draws on outside itself, other than links to click on (P015), or draws on though it is not there (P016)."""
        missing = [
            MISSING_TARGET.at(Span(self.file), part=source or "/", kind=one.kind, target=one.target)
            for source, relationships in self._relationships.items()
            for one in relationships
            if not one.external and one.target not in self.members and (not source or source in self.members)
        ]
        return missing + [
            EXTERNAL_CONTENT.at(Span(self.file), part=source or "/", kind=one.kind, target=one.target)
            for source, relationships in self._relationships.items()
            for one in relationships
            if one.external and one.kind != "hyperlink"
        ]

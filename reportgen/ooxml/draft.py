"""Additions to a package – parts, content types, relationships – gathered before they are written down together."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from reportgen.ooxml.content_types import CONTENT_TYPES_PART, write_content_types
from reportgen.ooxml.namespaces import relationship_type
from reportgen.ooxml.package import Package
from reportgen.ooxml.relationships import Relationship, rels_name, write_relationships

_RID = re.compile(r"rId(\d{1,9})")


class Draft:
    """A package being added to; the package that it starts from stays as it is.

    Names and ids follow from the order of the calls alone.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._content_types = package.content_types
        self._parts: dict[str, bytes] = {}
        self._relationships: dict[str, list[Relationship]] = {}
        self._names = {name.casefold() for name in package}
        self._adopted: dict[tuple[Package, str], str] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._parts or name in self._package

    def __getitem__(self, name: str) -> bytes:
        """A part's bytes as they now stand. Raises: KeyError."""
        return self._parts[name] if name in self._parts else self._package[name]

    def put(self, name: str, content: bytes) -> None:
        """Give a part that is there other bytes."""
        self._parts[name] = content

    def add(self, name: str, content: bytes, content_type: str) -> str:
        """Add a part under this name, or under the next free one (`image1.png`, `image2.png`, …); returns the name."""
        name = self._free(name)
        self._names.add(name.casefold())
        self._parts[name] = content
        self._content_types = self._content_types.adding(name, content_type)
        return name

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Relate a part to another, or to a URL; returns the relationship's id, an old one where the same arrow is there.

        `kind` is the last step of an office relationship type (`image`, `hyperlink`, …), or a whole type.
        """
        type_ = kind if ":" in kind else relationship_type(kind)
        known = self._at(source)
        for one in known:
            if (one.type, one.target, one.external) == (type_, target, external):
                return one.id
        taken = [int(match[1]) for one in known if (match := _RID.fullmatch(one.id))]
        added = Relationship(f"rId{max(taken, default=0) + 1}", type_, target, external)
        known.append(added)
        return added.id

    def adopt(self, other: Package, name: str) -> str:
        """Copy a part of another package here, with all that it relates to, once; returns its name here."""
        waiting, copied = [name], []
        while waiting:
            there = waiting.pop()
            if (other, there) not in self._adopted:
                self._adopted[other, there] = self.add(there, other[there], other.content_types.of(there))
                waiting += (one.target for one in other.relationships(there) if not one.external and one.target in other)
                copied.append(there)
        for there in copied:
            kept = (one for one in other.relationships(there) if one.external or one.target in other)
            self._relationships[self._adopted[other, there]] = [
                one if one.external else replace(one, target=self._adopted[other, one.target]) for one in kept
            ]
        return self._adopted[other, name]

    def changes(self) -> dict[str, bytes]:
        """The parts that are new or other, the content types and the relationships among them."""
        changed = dict(self._parts)
        if self._content_types is not self._package.content_types:
            changed[CONTENT_TYPES_PART] = write_content_types(self._content_types)
        for source, relationships in self._relationships.items():
            if len(relationships) > len(self._package.relationships(source)):
                changed[rels_name(source)] = write_relationships(relationships, source)
        return changed

    def package(self) -> Package:
        """The package with everything that was added."""
        return self._package.with_parts(self.changes())

    def _at(self, source: str) -> list[Relationship]:
        return self._relationships.setdefault(source, list(self._package.relationships(source)))

    def _free(self, name: str) -> str:
        if name.casefold() not in self._names:
            return name
        stem, extension = posixpath.splitext(name)
        stem, number = stem.rstrip("0123456789"), 1
        while f"{stem}{number}{extension}".casefold() in self._names:
            number += 1
        return f"{stem}{number}{extension}"

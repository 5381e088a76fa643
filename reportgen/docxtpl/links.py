"""Hyperlinks that code asks for: an id for each URL, and relationships in the parts that use it."""

from __future__ import annotations

from reportgen.ooxml import Package, Relationship, open_package, write_archive
from reportgen.ooxml.namespaces import relationship_type
from reportgen.ooxml.relationships import rels_name, write_relationships

_ID = "rIdLink{}"


class Links:
    """The URLs of one template object; an id stays the same over all renderings."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, url: str) -> str:
        """The relationship id of a URL."""
        return self._ids.setdefault(url, _ID.format(len(self._ids) + 1))

    def added(self, document: bytes) -> bytes:
        """The document with the relationships that its parts now name."""
        if not self._ids:
            return document
        package = open_package(document)
        changes = {}
        for name in package:
            if name.endswith(".xml") and (used := self._used_by(package, name)):
                changes[rels_name(name)] = write_relationships([*package.relationships(name), *used], name)
        return write_archive(package.with_parts(changes)) if changes else document

    def _used_by(self, package: Package, name: str) -> list[Relationship]:
        content = package[name]
        known = {one.id for one in package.relationships(name)}
        return [
            Relationship(id_, relationship_type("hyperlink"), url, external=True)
            for url, id_ in self._ids.items()
            if id_ not in known and f'"{id_}"'.encode() in content
        ]

"""Pictures, media and embedded files of a finished document replaced by others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import field

from reportgen.ooxml import Package, open_package, write_archive
from reportgen.ooxml.namespaces import qn
from reportgen.values import dataclass

_PICTURE = f".//{qn('pic:pic')}"
_NAMES = f"{qn('pic:nvPicPr')}/{qn('pic:cNvPr')}"
_BLIP = f"{qn('pic:blipFill')}/{qn('a:blip')}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a document."""

    partname: str
    blob: bytes


@dataclass(slots=True)
class Replacements:
    """What is to take whose place."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    """By the picture's file name, title or alternative text."""
    members: dict[str, bytes] = field(default_factory=dict)
    """By name in the archive."""
    _same: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    """By folder and old bytes."""

    def replace_same(self, old: bytes, new: bytes, folder: str) -> None:
        """Replace what lies in a folder of the archive and has these bytes."""
        self._same[folder, old] = new

    def applied(self, document: bytes, seen: dict[str, tuple[str, Picture]], *, allow_missing: bool) -> bytes:
        """The document with everything replaced; the pictures that it shows are noted in `seen`.

        Raises: ValueError for a picture that it does not show, unless `allow_missing`.
        """
        if not (self.pictures or self.members or self._same):
            return document
        package = open_package(document)
        changes = self._replaced_pictures(package, seen, allow_missing)
        for name in package:
            for (folder, old), new in self._same.items():
                if name.startswith(folder) and changes.get(name, package[name]) == old:
                    changes[name] = new
                    break
        changes |= {name: data for name, data in self.members.items() if name in package}
        return write_archive(package.with_parts(changes))

    def _replaced_pictures(self, package: Package, seen: dict[str, tuple[str, Picture]], allow_missing: bool) -> dict[str, bytes]:
        if not self.pictures:
            return {}
        changes: dict[str, bytes] = {}
        missing = dict.fromkeys(self.pictures)
        for names, part, target in _pictures(package):
            seen[names[0]] = (posixpath.relpath(target, posixpath.dirname(part)), Picture(f"/{target}", package[target]))
            for wanted, data in self.pictures.items():
                if wanted in names:
                    changes[target] = data
                    missing.pop(wanted, None)
                    break
        if missing and not allow_missing:
            raise ValueError(f"Picture {next(iter(missing))} not found in the docx template")
        return changes


def _pictures(package: Package) -> Iterator[tuple[tuple[str, str, str], str, str]]:
    """File name, title and alternative text of each picture, the part that shows it, and the part that holds it."""
    for part in (package.main, *package.parts("header"), *package.parts("footer"), *package.parts("footnotes"), *package.parts("endnotes")):
        targets = {one.id: one.target for one in package.relationships(part) if not one.external}
        if not targets:
            continue
        for picture in package.root(part).iterfind(_PICTURE):
            names, blip = picture.find(_NAMES), picture.find(_BLIP)
            target = targets.get(blip.get(qn("r:embed"), "")) if blip is not None else None
            if names is not None and target in package:
                yield (names.get("name", ""), names.get("title", ""), names.get("descr", "")), part, str(target)

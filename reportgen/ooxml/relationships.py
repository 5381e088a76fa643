"""Relationships: the arrows from a part to other parts and to the outside world.

Source: ECMA-376 Part 2, 6.5.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

from reportgen.ooxml.namespaces import RELATIONSHIPS
from reportgen.ooxml.quoting import quoted
from reportgen.ooxml.xml import parse
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow; `target` is a part name from the package's root, or a URL when `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last step of the type: `header`, `styles`, `image`, …"""
        return self.type.rpartition("/")[2]


def rels_name(source: str) -> str:
    """Name of the part that holds `source`'s relationships; "" is the package itself."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_name(rels: str) -> str:
    """The part whose relationships a `.rels` part holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def read_relationships(data: bytes, source: str, file: str = "") -> tuple[Relationship, ...]:
    """The relationships in a `.rels` part, targets resolved against `source`.

    Raises: NotADocx (P013, P014).
    """
    folder = posixpath.dirname(source)
    found = []
    for element in parse(data, rels_name(source), file).iterchildren(f"{{{RELATIONSHIPS}}}Relationship"):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        resolved = target if external else _resolved(target, folder)
        found.append(Relationship(element.get("Id", ""), element.get("Type", ""), resolved, external))
    return tuple(found)


def write_relationships(relationships: Iterable[Relationship], source: str) -> bytes:
    """A `.rels` part; targets inside the package relative to `source`, as Word writes them."""
    folder = posixpath.dirname(source)
    lines = [f'<Relationships xmlns="{RELATIONSHIPS}">']
    for one in relationships:
        mode = ' TargetMode="External"' if one.external else ""
        target = one.target if one.external else _relative(one.target, folder)
        lines.append(f"<Relationship Id={quoted(one.id)} Type={quoted(one.type)} Target={quoted(target)}{mode}/>")
    lines.append("</Relationships>")
    return ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n" + "".join(lines)).encode()


def _resolved(target: str, folder: str) -> str:
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _relative(target: str, folder: str) -> str:
    return target.removeprefix(f"{folder}/") if folder and target.startswith(f"{folder}/") else f"/{target}" if folder else target

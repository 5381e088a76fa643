"""Namespaces of content from another Word file that readers may skip, declared as such where the content now stands.

Source: ECMA-376 Part 3, 7.2 (Ignorable).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.compiler.tags import Marked
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_IGNORABLE = qn("mc:Ignorable")


def admit(marked: Marked, other: _Element) -> None:
    """Let a part's root skip what the root of the other part skips, under the same prefixes."""
    root = marked.root
    own = root.get(_IGNORABLE, "").split()
    wanted = {
        prefix: other.nsmap[prefix]
        for prefix in other.get(_IGNORABLE, "").split()
        if prefix not in own and prefix in other.nsmap and root.nsmap.get(prefix, other.nsmap[prefix]) == other.nsmap[prefix]
    }
    if not wanted:
        return
    names: Any = {**root.nsmap, **wanted}
    # lxml fixes an element's prefixes when it is made.
    widened = root.makeelement(root.tag, {str(key): str(value) for key, value in root.attrib.items()}, names)
    widened.set(_IGNORABLE, " ".join((*own, *wanted)))
    widened.text = root.text
    widened.extend(list(root))
    marked.root = widened

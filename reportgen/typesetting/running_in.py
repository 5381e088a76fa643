"""The runs of a heading that runs on into its text, cut off where the heading ends."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_R, _RPR, _T, _DEL = (qn(f"w:{name}") for name in ("r", "rPr", "t", "del"))
_ONE_SIGN = frozenset(qn(f"w:{name}") for name in ("tab", "br", "cr", "noBreakHyphen", "ptab"))


def head_runs(paragraph: _Element, length: int) -> list[_Element]:
    """The runs that hold the first `length` characters of a paragraph, the last of them cut in two where it goes on."""
    found = []
    for run in list(paragraph.iter(_R)):
        if length <= 0:
            break
        size = sum(_length(child) for child in run)
        if size > length:
            _cut(run, length)
        found.append(run)
        length -= size
    return found


def _length(child: _Element) -> int:
    return len(child.text or "") if child.tag == _T else int(child.tag in _ONE_SIGN)


def _cut(run: _Element, length: int) -> None:
    """Leave the first `length` characters in the run, and put the rest into one of the same look behind it."""
    rest = run.makeelement(run.tag, {str(name): str(value) for name, value in run.items()})
    properties = run.find(_RPR)
    if properties is not None:
        rest.append(deepcopy(properties))
    for child in [child for child in run if child.tag != _RPR]:
        size = _length(child)
        if length <= 0 and size:
            rest.append(child)
        elif size > length:
            behind = deepcopy(child)
            child.text, behind.text = (child.text or "")[:length], (behind.text or "")[length:]
            for text in (child, behind):
                text.set(qn("xml:space"), "preserve")
            rest.append(behind)
        length -= size
    run.addnext(rest)

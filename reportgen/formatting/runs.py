"""The runs of a paragraph: its letters with their looks, fields and pictures told apart.

Source: ECMA-376 Part 1, 17.3.2, 17.3.3, 17.16.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.formatting.cascade import Cascade, TableStyle
from reportgen.formatting.manuscript import Run
from reportgen.formatting.properties import Flat, letter_properties
from reportgen.ooxml.namespaces import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_R, _RPR, _T, _CHAR, _CODE, _BREAK = (qn(f"w:{name}") for name in ("r", "rPr", "t", "fldChar", "instrText", "br"))
_SIMPLE, _INS, _LINK = qn("w:fldSimple"), qn("w:ins"), qn("w:hyperlink")
_WRITTEN = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_BREAKS = {"page": "\f", "column": "\f"}
_DRAWN = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object"), qn("mc:AlternateContent")})
_GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "p"))
_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_ABSOLUTE = "position:absolute"


def runs_of(paragraph: _Element, cascade: Cascade, properties: Flat, table: TableStyle, fields: list[str]) -> Iterator[Run]:
    """The runs of a paragraph with the direct properties `properties`; what tracked changes delete is left out.

    `fields` are the fields open where it begins, and afterwards those open where it ends: a name where the result is shown,
    a name with "?" before it while its code is still read.
    """
    yield from _Runs(cascade, properties, table, fields).of(paragraph, inserted=False)


class _Runs:
    def __init__(self, cascade: Cascade, properties: Flat, table: TableStyle, fields: list[str]) -> None:
        self._cascade, self._properties, self._table, self._fields = cascade, properties, table, fields
        self._shown = False
        """Whether the innermost field has shown a result."""

    def of(self, holder: _Element, *, inserted: bool) -> Iterator[Run]:
        for child in holder:
            if child.tag == _R:
                yield from self._run(child, inserted)
            elif child.tag == _SIMPLE:
                self._fields.append(_keyword(child.get(qn("w:instr"), "")))
                yield from self.of(child, inserted=inserted)
                self._fields.pop()
            elif child.tag == _LINK:
                self._fields.append("HYPERLINK")
                yield from self.of(child, inserted=inserted)
                self._fields.pop()
            elif child.tag not in _GONE and isinstance(child.tag, str):
                yield from self.of(child, inserted=inserted or child.tag == _INS)

    def _run(self, run: _Element, inserted: bool) -> Iterator[Run]:
        direct = letter_properties(run.find(_RPR))
        letters = self._cascade.letters(self._properties, direct, self._table)
        named = self._cascade.styles.by_id.get(direct.get("rStyle", ""))
        style = named.name if named else ""
        text = ""
        for child in run:
            if child.tag in _DRAWN:
                yield Run("", letters, style, picture=_placement(child), inserted=inserted)
            elif child.tag == _CHAR or child.tag == _CODE:
                if text:
                    self._shown = True
                    yield Run(text, letters, style, self._field, inserted=inserted)
                    text = ""
                if (number := self._closed(child)) is not None:
                    yield Run("", letters, style, number, inserted=inserted)
                self._mark(child)
            elif not self._in_code:
                text += _written(child)
        if text:
            self._shown = True
            yield Run(text, letters, style, self._field, inserted=inserted)

    @property
    def _field(self) -> str:
        return self._fields[-1] if self._fields else ""

    @property
    def _in_code(self) -> bool:
        return self._field.startswith("?")

    def _closed(self, child: _Element) -> str | None:
        """The page number's field that ends here: it may have no result until Word counts the pages."""
        if child.get(qn("w:fldCharType")) != "end":
            return None
        keyword = _keyword(self._field[1:]) if self._in_code else self._field
        return keyword if keyword in _NUMBERS and not self._shown else None

    def _mark(self, child: _Element) -> None:
        """Notes where fields begin, what they are, and where they end."""
        if child.tag == _CODE:
            if self._in_code:
                self._fields[-1] += child.text or ""
            return
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self._shown = False
            self._fields.append("?")
        elif kind == "separate" and self._in_code:
            self._shown = False
            self._fields[-1] = _keyword(self._fields[-1][1:])
        elif kind == "end" and self._fields:
            self._fields.pop()


def _keyword(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _written(child: _Element) -> str:
    if child.tag == _T:
        return child.text or ""
    if child.tag == _BREAK:
        return _BREAKS.get(child.get(qn("w:type"), ""), "\n")
    return _WRITTEN.get(str(child.tag), "")


def _placement(drawn: _Element) -> str:
    """Whether a picture stands in its line or floats."""
    for element in drawn.iter():
        if element.tag == qn("wp:anchor") or _ABSOLUTE in element.get("style", ""):
            return "floating"
        if element.tag == qn("wp:inline"):
            return "inline"
    return "inline"

"""Tables of a district's file with tags: a row that repeats for each item of a list, values beside their labels, blanks in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from reportgen.adopting.columns import columns
from reportgen.adopting.lines import literal, unknown
from reportgen.adopting.outline import Grid
from reportgen.adopting.sentences import Filler, Guess
from reportgen.adopting.vocabulary import Name, Vocabulary
from reportgen.ooxml.namespaces import qn
from reportgen.packs import Field
from reportgen.packs.walking import chinese_name
from reportgen.starting.sheet import Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW = "行"
_FEWEST = 2
"""Columns that must be fields of a list."""
_TOTAL = re.compile(r"^\s*(?:合\s*计|总\s*计|小\s*计|总\s*分)")
_NUMBER = re.compile(r"^\s*序\s*号\s*$")
_ROOM = re.compile(r"[_＿×✕xX*○…\s\u3000]*|[（(【〔].*[）)】〕]|无", re.S)
_VALUE = re.compile(r"[\d.]*")
_SAME_AS_ABOVE = "与上一行相同"


@dataclass(frozen=True)
class Listing:
    """A list of the data, as a table may print it."""

    path: str
    item: Field
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Tabled:
    """A table with tags."""

    element: _Element
    guesses: tuple[Guess, ...]
    of: str = ""
    """The list that its rows are the items of."""


def listings(vocabulary: Vocabulary) -> list[Listing]:
    """The lists of objects among some fields, those that go before others first."""
    found = []
    for entry in vocabulary.entries:
        item = next((form.items for form in entry.field.forms() if form.items is not None and form.items.fields), None)
        if item is not None and "[]" not in entry.name:
            found.append((vocabulary.rank(entry), Listing(vocabulary.path_of(entry), item, Vocabulary(item, item=_ROW))))
    return [listing for _, listing in sorted(found, key=lambda one: one[0])]


def tabled(grid: Grid, lists: Sequence[Listing], vocabulary: Vocabulary, filler: Filler, sheet: Sheet) -> Tabled:
    """The table as the template has it."""
    copy = deepcopy(grid.element)
    copies = dict(zip(grid.element.iter(qn("w:p")), copy.iter(qn("w:p")), strict=True))
    for part in grid.parts:
        paragraph = copies[part.block.element]
        _styled(paragraph, sheet.style_id("Table Heading" if part.role == "table_heading" else "Table Text"))
        if literal(_text(paragraph)) != _text(paragraph):
            _write(paragraph, literal(_text(paragraph)))
    rows = list(copy.iterchildren(qn("w:tr")))
    repeated = _repeated(rows, lists)
    guesses = list(repeated.write(copy, rows, vocabulary)) if repeated else []
    others = [row for number, row in enumerate(rows) if row.getparent() is not None and (repeated is None or number != repeated.head)]
    for row in others:
        guesses += _labelled(row, vocabulary)
    for above, below in pairwise(rows):
        if above in others and below in others:
            guesses += _beneath(above, below, vocabulary)
    filled = {copies[part.block.element]: filler.fill(part.block) for part in grid.parts}
    for paragraph, line in filled.items():
        if line.state == "tagged" and not _has_tag(paragraph):
            _write(paragraph, line.text)
            guesses += line.guesses
    return Tabled(copy, tuple(guesses), repeated.listing.path if repeated else "")


@dataclass(frozen=True)
class _Repeated:
    """A table whose rows below its head are the items of a list."""

    listing: Listing
    head: int
    names: tuple[Name | None, ...]

    def write(self, table: _Element, rows: Sequence[_Element], vocabulary: Vocabulary) -> Iterator[Guess]:
        """Put one row that repeats in the place of the rows below the head; sums and labels further down stay."""
        heads = [_text(cell) for cell in _cells(rows[self.head])]
        below = list(takewhile(lambda row: not _is_end(row, vocabulary), rows[self.head + 1 :]))
        row = next((one for one in below if len(_cells(one)) == len(self.names)), None)
        row = deepcopy(row if row is not None else rows[self.head])
        for old in below:
            table.remove(old)
        for cell, name, head in zip(_cells(row), self.names, heads, strict=True):
            guess = _cell(cell, name, head)
            if guess is not None:
                yield guess
        path, starts = self.listing.path, list(columns(rows[self.head]))
        rows[self.head].addnext(_tag_row(row, "{%tr endfor %}"))
        rows[self.head].addnext(row)
        rows[self.head].addnext(_tag_row(row, f"{{%tr for {_ROW} in {path} %}}"))
        for total in (one for one in rows[self.head + 1 :] if one.getparent() is not None and _TOTAL.match(_text(one))):
            if vocabulary.exactly(_unlabelled(_text(_cells(total)[0]))) is None:
                self._total(total, starts, path)

    def _total(self, row: _Element, heads: Sequence[int], path: str) -> None:
        """Sums below the columns of numbers."""
        cells = columns(row)
        for column, name in zip(heads, self.names, strict=True):
            cell = cells.get(column)
            if name is not None and cell is not None and "string" not in name.entry.field.shapes and _is_room(_text(cell)):
                total = f"{{{{ {path}|合计('{name.path.removeprefix(f'{_ROW}.')}') }}}}"
                _fill(cell, f"{{% if {path} %}}{total}{{% endif %}}")


def _repeated(rows: Sequence[_Element], lists: Sequence[Listing]) -> _Repeated | None:
    """The list that a table's head names most fields of."""
    best, found = _FEWEST - 1, None
    for number, row in enumerate(rows):
        heads = [_text(cell) for cell in _cells(row)]
        for listing in [] if _is_labelled(row) else lists:
            names = tuple(listing.vocabulary.exactly(_unlabelled(head)) for head in heads)
            known = len({name.entry.name for name in names if name is not None})
            # What names the items stands beside their numbers; numbers alone are those of the whole.
            named = any("string" in name.entry.field.shapes for name in names if name is not None)
            if named and known > best and 2 * known >= len([head for head in heads if head.strip()]):
                best, found = known, _Repeated(listing, number, names)
    return found


def _is_end(row: _Element, vocabulary: Vocabulary) -> bool:
    """Whether a row below a head is no item any more: sums, or a label of something else."""
    first, *others = [_text(cell) for cell in _cells(row)] or [""]
    known = bool(first.strip()) and vocabulary.exactly(_unlabelled(first)) is not None
    return bool(_TOTAL.match(first)) or (known and any(_is_room(text) for text in others))


def _is_labelled(row: _Element) -> bool:
    """Whether labels and room for values alternate in a row."""
    texts = [_text(cell) for cell in _cells(row)]
    return len(texts) > 1 and all(_is_room(text) for text in texts[1::2])


def _cell(cell: _Element, name: Name | None, head: str) -> Guess | None:
    """Fill one cell of the row that repeats."""
    for merge in list(cell.iter(qn("w:vMerge"))):
        parent = merge.getparent()
        if parent is not None:
            parent.remove(merge)
    if _NUMBER.match(head):
        _fill(cell, "{{ loop.index }}")
        return None
    if name is None:
        words = head.strip()
        _fill(cell, unknown(words) if words else "")
        return Guess(words, "") if words else None
    repeats = _SAME_AS_ABOVE in str(name.entry.field.value.get("description", ""))
    tag = f"{{% 合并 {name.path} %}}" if repeats else f"{{{{ {name.path}|默认('') }}}}"
    _fill(cell, tag)
    return Guess(head.strip(), tag, name.entry.title)


def _labelled(row: _Element, vocabulary: Vocabulary) -> list[Guess]:
    """Fill the room beside labels."""
    guesses = []
    alternating = _is_labelled(row)
    for label, value in pairwise(_cells(row)):
        words = _text(label)
        if words.strip() and not _is_room(words) and _is_room(_text(value)) and not _has_tag(value):
            name = vocabulary.exactly(_unlabelled(words))
            if name is not None or (alternating and not _TOTAL.match(words) and not _VALUE.fullmatch(words.strip())):
                guesses.append(_guessed(value, name, words))
    return guesses


def _beneath(above: _Element, below: _Element, vocabulary: Vocabulary) -> list[Guess]:
    """Fill the room below a row of labels."""
    heads, cells = columns(above), columns(below)
    labels = {column: _text(cell) for column, cell in heads.items() if not _is_room(_text(cell))}
    names = {column: vocabulary.exactly(_unlabelled(words)) for column, words in labels.items()}
    free = {column: cell for column, cell in cells.items() if column in labels and _is_room(_text(cell)) and not _has_tag(cell)}
    values = all(_is_room(_text(cell)) or _VALUE.fullmatch(_text(cell)) for column, cell in cells.items() if column)
    if len(labels) < len(heads) or not values or sum(names[column] is not None for column in free) < _FEWEST:
        return []
    # A score in a row of amounts is that of their execution, not that of the report.
    fitting = {column: name for column, name in names.items() if name is not None and name.entry.field.unit != "分"}
    return [_guessed(cell, fitting.get(column), labels[column]) for column, cell in free.items() if column or column in fitting]


def _guessed(cell: _Element, name: Name | None, label: str) -> Guess:
    """Fill a cell with what its label says."""
    words = label.strip()
    tag = "" if name is None else _printing(name)
    _fill(cell, tag or unknown(words))
    return Guess(words, tag, "" if name is None else name.entry.title)


def _printing(name: Name) -> str:
    item = next((form.items for form in name.entry.field.forms() if form.items is not None), None)
    if item is not None and item.fields:
        member = next((member for member in item.fields.values() if "string" in member.shapes), next(iter(item.fields.values())))
        return f"{{{{ {name.path}|默认([])|连接('；', '{chinese_name(member)}') }}}}"
    if item is not None:
        return f"{{{{ {name.path}|默认([])|列举('1.', '连写') }}}}"
    return f"{{{{p {name.path} }}}}" if name.entry.field.narrative else f"{{{{ {name.path}|默认('') }}}}"


def _unlabelled(words: str) -> str:
    """A label without its unit and what is explained in brackets: 预算数（万元）."""
    return re.sub(r"[（(][^（）()]*[）)]|[:：\s\u3000]", "", words)


def _cells(row: _Element) -> list[_Element]:
    return list(row.iterchildren(qn("w:tc")))


def _text(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _is_room(text: str) -> bool:
    return bool(_ROOM.fullmatch(text.strip()))


def _has_tag(element: _Element) -> bool:
    return "{" in _text(element)


def _tag_row(row: _Element, tag: str) -> _Element:
    """A row like another that only holds a tag."""
    made = deepcopy(row)
    for number, cell in enumerate(_cells(made)):
        _fill(cell, "" if number else tag)
    return made


def _fill(cell: _Element, text: str) -> None:
    """Give a cell one paragraph with this text."""
    first, *others = list(cell.iter(qn("w:p"))) or [cell.makeelement(qn("w:p"))]
    for other in others:
        parent = other.getparent()
        if parent is not None:
            parent.remove(other)
    _write(first, text)


def _write(paragraph: _Element, text: str) -> None:
    """Give a paragraph this text, in the look of its first letters."""
    runs = list(paragraph.iter(qn("w:r")))
    properties = next((deepcopy(run.find(qn("w:rPr"))) for run in runs if run.find(qn("w:rPr")) is not None), None)
    for child in [child for child in paragraph if child.tag != qn("w:pPr")]:
        paragraph.remove(child)
    run = paragraph.makeelement(qn("w:r"))
    if properties is not None:
        for mark in [one for one in properties if one.tag in (qn("w:highlight"), qn("w:color"), qn("w:u"), qn("w:shd"))]:
            properties.remove(mark)
        run.append(properties)
    words = paragraph.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = text
    run.append(words)
    paragraph.append(run)


def _styled(paragraph: _Element, style: str) -> None:
    """Put a paragraph of no style of its own into the style of tables."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = paragraph.makeelement(qn("w:pPr"))
        paragraph.insert(0, properties)
    known = properties.find(qn("w:pStyle"))
    if known is None and style:
        properties.insert(0, paragraph.makeelement(qn("w:pStyle"), {qn("w:val"): style}))

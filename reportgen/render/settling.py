"""What only the output can tell, settled piece by piece at the marks that the compiler left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import Any

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.render.grids import with_grid
from reportgen.render.lists import Lists
from reportgen.render.merging import Columns, emptied, key_of
from reportgen.render.numbering import Counters, numbered
from reportgen.render.steps import LATER
from reportgen.values import dataclass

_MARK = re.compile(rb"\x01(?:[hi](\d+)\x02([^\x01]*)\x01H|(.)([^\x02]*))\x02")  # MARK_BEGIN, MARK_END
"""A heading with no mark in it, as a whole, or any mark."""
_BEGIN = ord(MARK_BEGIN)
_HELD = 64 * 1024
"""Bytes that are kept together."""
_REACH = 400
"""How far back a cell's end is looked for."""
_PARAGRAPH_END = re.compile(rb"</w:p>(?:<w:(?:bookmarkEnd|bookmarkStart|permEnd|permStart|proofErr)\b[^>]*/>)*$|</w:sdt>$")


@dataclass(slots=True)
class Settler:
    """The settling of one document; its parts must come in the order of their writing."""

    counters: Counters
    next_drawing: int = 1
    next_bookmark: int = 1
    lists: Lists = field(default_factory=Lists)
    behind: bool = False
    """Whether marks are under way that are not settled yet."""
    _bookmarks: dict[str, int] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _stack: list[tuple[str, list[bytes]]] = field(default_factory=list)
    _tables: list[Columns] = field(default_factory=list)

    def settle(self, batches: Iterable[bytes]) -> Iterator[bytes]:
        """A part without marks. What comes in is a part in batches that end between marks, what goes out is batches too."""
        out: list[bytes] = []
        stack = self._stack = [("", out)]
        for batch in batches:
            if _BEGIN in batch:
                self._settle(batch)
                self.behind = False
            else:
                stack[-1][1].append(batch)
            if len(stack) == 1:
                whole = b"".join(out)
                if len(whole) > _HELD:
                    yield whole[:-_REACH]
                    whole = whole[-_REACH:]
                out[:] = [whole]
        yield b"".join(out)

    def _settle(self, batch: bytes) -> None:
        stack, position = self._stack, 0
        for mark in _MARK.finditer(batch):
            if mark.start() > position:
                stack[-1][1].append(batch[position : mark.start()])
            position = mark.end()
            level, heading, kind, rest = mark.groups()
            if level:
                stack[-1][1].append(numbered(heading, int(level), self.counters))
            else:
                _SETTLERS[kind](self, rest.decode())
        stack[-1][1].append(batch[position:])

    def mark(self, xml: bytes) -> bytes:
        """XML with marks that number headings: those behind it wait until it is settled."""
        self.behind = True
        return xml

    def number(self, level: int, paragraph: bytes) -> bytes:
        """A whole heading with its number, or with marks while there are others before it."""
        if self.behind or _BEGIN in paragraph:
            self.behind = True
            return b"\x01h%d\x02%b\x01H\x02" % (level, paragraph)
        return numbered(paragraph, level, self.counters)

    def _drawing(self, _: str) -> None:
        self._write(str(self.next_drawing))
        self.next_drawing += 1

    def _bookmark(self, number: str) -> None:
        self._bookmarks[number] = self.next_bookmark
        self.next_bookmark += 1
        self._write(str(self._bookmarks[number]))

    def _bookmark_end(self, number: str) -> None:
        self._write(str(self._bookmarks.get(number, 0)))

    def _bookmark_name(self, name: str) -> None:
        turn = self._names[name] = self._names.get(name, 0) + 1
        self._write(name if turn == 1 else f"{name}_{turn}")

    def _cell_end(self, _: str) -> None:
        """A cell ends with a paragraph."""
        tail = b""
        for _kind, pieces in reversed(self._stack):
            for piece in reversed(pieces):
                tail = piece[-_REACH:] + tail
                if len(tail) >= _REACH or b"</w:" in tail:
                    break
            if tail:
                break
        if not _PARAGRAPH_END.search(tail):
            self._write("<w:p/>")

    def _open(self, kind: str) -> None:
        self._stack.append((kind, []))

    def _close_if_full(self, wanted: str) -> None:
        """A row without cells, a table without rows goes."""
        _, pieces = self._stack.pop()
        start, other = f"<{wanted}>".encode(), f"<{wanted} ".encode()
        if any(start in piece or other in piece for piece in pieces):
            self._stack[-1][1].extend(pieces)

    def _close_grid(self, _: str) -> None:
        _, pieces = self._stack.pop()
        self._stack[-1][1].append(with_grid(b"".join(pieces)))

    def _close_heading(self, _: str) -> None:
        level, pieces = self._stack.pop()
        self._stack[-1][1].append(numbered(b"".join(pieces), int(level), self.counters))

    def _open_table(self, _: str) -> None:
        self._tables.append(Columns())

    def _next_row(self, _: str) -> None:
        self._tables[-1].next_row()

    def _close_table(self, _: str) -> None:
        self._tables.pop()

    def _end_key(self, _: str) -> None:
        """The value by which a cell is compared was written; its properties follow."""
        column, pieces = self._stack.pop()
        self._stack += [(column, [b"".join(pieces).strip()]), ("properties", [])]

    def _no_key(self, _: str) -> None:
        """A cell is compared by what it prints."""
        self._stack.append(("properties", []))

    def _close_cell(self, _: str) -> None:
        """A cell goes on with the one above, or begins anew."""
        content = b"".join(self._stack.pop()[1])
        properties = b"".join(self._stack.pop()[1])
        column, given = self._stack.pop()
        continues = self._tables[-1].continues(column, given[0] if given else key_of(content))
        kind, shown = (b"continue", emptied(content)) if continues else (b"restart", content)
        self._stack[-1][1].extend((kind, properties, shown))

    def _write(self, text: str) -> None:
        self._stack[-1][1].append(text.encode())


def _wait(kind: str, settler: Settler, content: str) -> None:
    """A mark of a later step stays."""
    settler._write(f"{MARK_BEGIN}{kind}{content}{MARK_END}")


_SETTLERS: Mapping[bytes, Callable[[Settler, str], Any]] = {
    b"d": Settler._drawing,
    b"b": Settler._bookmark,
    b"e": Settler._bookmark_end,
    b"n": Settler._bookmark_name,
    b"c": Settler._cell_end,
    b"(": Settler._open,
    b")": Settler._close_if_full,
    b"g": Settler._open,
    b"G": Settler._close_grid,
    b"h": Settler._open,
    b"i": Settler._open,
    b"H": Settler._close_heading,
    b"t": Settler._open_table,
    b"r": Settler._next_row,
    b"T": Settler._close_table,
    b"v": Settler._open,
    b"k": Settler._end_key,
    b"K": Settler._no_key,
    b"p": Settler._open,
    b"P": Settler._close_cell,
    b"x": lambda settler, number: settler.lists.begin_anew(number),
    b"z": lambda settler, number: settler.lists.end(number),
    b"y": lambda settler, number: settler._write(settler.lists.number(number)),
    b"0": lambda settler, _: settler.counters.begin_anew(),
    b"s": lambda settler, _: settler.counters.save(),
    b"l": lambda settler, _: settler.counters.restore(),
    **{kind.encode(): partial(_wait, kind) for kind in LATER},
}

"""What only the output can tell, settled piece by piece at the marks that the compiler left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.render.grids import with_grid
from reportgen.render.merging import Columns, emptied, key_of
from reportgen.render.numbering import Counters, numbered

_BEGIN = MARK_BEGIN.encode()
_MARK = re.compile(MARK_BEGIN.encode() + b"([^\x02]*)" + MARK_END.encode())
_PARAGRAPH_END = re.compile(rb"</w:p>(?:<w:(?:bookmarkEnd|bookmarkStart|permEnd|permStart|proofErr)\b[^>]*/>)*$|</w:sdt>$")


@dataclass(slots=True)
class Settler:
    """The settling of one document; its parts must come in the order of their writing."""

    counters: Counters
    next_drawing: int = 1
    next_bookmark: int = 1
    _bookmarks: dict[str, int] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _stack: list[tuple[str, list[bytes]]] = field(default_factory=list)
    _tables: list[Columns] = field(default_factory=list)

    def settle(self, pieces: Iterable[bytes]) -> list[bytes]:
        """The pieces without marks."""
        out: list[bytes] = []
        self._stack = [("", out)]
        for piece in pieces:
            if _BEGIN not in piece:
                self._stack[-1][1].append(piece)
                continue
            for index, text in enumerate(_MARK.split(piece)):
                if index % 2:
                    self._settle(text.decode())
                elif text:
                    self._stack[-1][1].append(text)
        return out

    def _settle(self, mark: str) -> None:
        kind, rest = mark[0], mark[1:]
        _SETTLERS[kind](self, rest)

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
                tail = piece[-400:] + tail
                if len(tail) >= 400 or b"</w:" in tail:
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


_SETTLERS: Mapping[str, Callable[[Settler, str], Any]] = {
    "d": Settler._drawing,
    "b": Settler._bookmark,
    "e": Settler._bookmark_end,
    "n": Settler._bookmark_name,
    "c": Settler._cell_end,
    "(": Settler._open,
    ")": Settler._close_if_full,
    "g": Settler._open,
    "G": Settler._close_grid,
    "h": Settler._open,
    "i": Settler._open,
    "H": Settler._close_heading,
    "t": Settler._open_table,
    "r": Settler._next_row,
    "T": Settler._close_table,
    "v": Settler._open,
    "k": Settler._end_key,
    "K": Settler._no_key,
    "p": Settler._open,
    "P": Settler._close_cell,
    "s": lambda settler, _: settler.counters.save(),
    "l": lambda settler, _: settler.counters.restore(),
}

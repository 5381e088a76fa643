"""Last year's input as next year's: what stays is kept, what the year brings is emptied, comments and layout are left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from reportgen.drafting.edits import Edit, edited
from reportgen.inputs import Extent, Tree
from reportgen.packs import Data, Field, Schema, validate
from reportgen.packs.layers import Path
from reportgen.values import dataclass

_ALLOWANCE = re.compile(r"(?<=#)\s*(?=reportgen\s*[:：]\s*allow\s+[A-Z]\d)")


def rolled(tree: Tree, schema: Schema, year: int | None = None) -> str:
    """The text of `tree`'s file for `year`, the next by default, as the schema's `x-rolls` tell.

    What is emptied stands behind the blank as a comment that names its year; in braces, at the line's end. Numbers and long
    texts of which the schema says nothing are emptied, names and other short texts kept. Allowances end with their year.
    """
    data, _ = validate(tree, schema)
    old = data.record.get("year")
    roll = _Roll(tree, data, schema.root, f"# {old}：" if isinstance(old, int) else "# ")
    if year is not None or isinstance(old, int):
        roll.put(("year",), str(year or old + 1))
    roll.object(data.record, schema.root, (), "")
    lines = [_ALLOWANCE.sub(roll.mark[1:], line) for line in edited(tree.lines, dict.fromkeys([*roll.edits, *roll.remembered()]))]
    name = tree.file.replace("\\", "/").rpartition("/")[2]
    head = f"{roll.mark}由 {name} 转来。“{roll.mark.strip()}”后面是原来写的，供参考，写好后删去。"
    return "\n".join([head, *lines]).rstrip("\n") + "\n"


@dataclass
class _Roll:
    """One walk over the data, collecting changes of the file."""

    tree: Tree
    data: Data
    root: Field
    mark: str
    edits: list[Edit] = field(default_factory=list)
    _done: set[Path] = field(default_factory=set)
    _notes: dict[int, list[str]] = field(default_factory=dict)
    """By row: what was emptied in braces, where no comment can stand."""

    def object(self, record: Mapping[str, Any], holder: Field, path: Path, inherited: str) -> None:
        """What becomes of an object's fields, those that move to another first."""
        members = {key: holder.child(key) for key in record}
        for key, member in members.items():
            if isinstance(member.rolls, Mapping) and not isinstance(record[key], dict | list):
                self._move((*path, key), (*path, member.rolls["to"]), holder)
        for key, member in members.items():
            self._value(record[key], member, (*path, key), inherited)

    def _value(self, value: Any, member: Field, path: Path, inherited: str) -> None:
        form = member.form_of(value) or member
        said = member.rolls or form.rolls or inherited
        rule = said if isinstance(said, str) else "empty"
        if isinstance(value, Mapping):
            self.object(value, form, path, rule)
        elif isinstance(value, list):
            if self._bracketed(value, form, path, rule):
                return
            for index, item in enumerate(value):
                self._value(item, form.items or form, (*path, index), rule)
        elif path not in self._done and not _stays(value, form, rule):
            self._empty(path, self._place(path))

    def _bracketed(self, value: list[Any], form: Field, path: Path, rule: str) -> bool:
        """Empty a list of plain values in brackets whole, of which none stays; whether it was one."""
        span = self.tree.span(self.data.written_path(path))
        last = self._place((*path, len(value) - 1)) if value else None
        plain = not any(isinstance(item, dict | list) or _stays(item, form.items or form, rule) for item in value)
        if last is None or not plain or not self._opens(self.data.written_path(path)):
            return False
        close = self.tree.lines[last.end_row].find("]", last.end_column)
        if close >= 0:
            self._empty(path, Extent(span.line - 1, span.column - 1, last.end_row, close + 1, block=False))
        return close >= 0

    def put(self, path: Path, text: str) -> None:
        """Another value in the place of the one at `path`."""
        place = self._place(path)
        if place is not None:
            self._done.add(path)
            self.edits.append(Edit(place.row, place.column, place.end_row, place.end_column, text))

    def _move(self, path: Path, target: Path, holder: Field) -> None:
        """The value at `path` to a field beside it, which is added where it is not there."""
        place = self._place(path)
        if place is None or place.row != place.end_row:
            return
        text = self.tree.lines[place.row][place.column : place.end_column]
        if self._place(target) is not None:
            self.put(target, text)
            return
        key = self.tree.span(self.data.written_path(path), key=True)
        chinese = self.data.written_path(path)[-1] != path[-1]
        member = holder.child(str(target[-1]))
        line = f"{member.aliases[0] if chinese and member.aliases else member.key}: {text}"
        if self._flows(path):
            self.edits.append(Edit(place.row, place.end_column, place.row, place.end_column, f", {line}"))
        else:
            self.edits.append(Edit(place.row + 1, 0, place.row + 1, 0, f"{' ' * (key.column - 1)}{line}\n"))

    def _empty(self, path: Path, place: Extent | None) -> None:
        if place is None:
            return
        if not self._flows(path):
            self.edits += self._commented(place)
            return
        self.edits.append(Edit(place.row, place.column, place.end_row, place.end_column, ""))
        text = " ".join(line.strip() for line in self._written(place))
        name = self.data.written_path(path)[-1]
        self._notes.setdefault(place.end_row, []).append(f"{name} {text}" if isinstance(name, str) else text)

    def remembered(self) -> Iterator[Edit]:
        """What was emptied in braces, at the ends of its lines."""
        for row, notes in self._notes.items():
            end = len(self.tree.lines[row])
            yield Edit(row, end, row, end, f" {self.mark}{'，'.join(notes)}")

    def _written(self, place: Extent) -> Iterator[str]:
        for row in range(place.row, place.end_row + 1):
            line = self.tree.lines[row]
            yield line[place.column if row == place.row else 0 : place.end_column if row == place.end_row else len(line)]

    def _commented(self, place: Extent) -> Iterator[Edit]:
        """The value made a comment, each of its lines at the least of their indentations."""
        yield Edit(place.row, place.column, place.row, place.column, self.mark)
        below = range(place.row + 1, place.end_row + 1)
        written = [line for line in self.tree.lines[place.row + 1 : place.end_row + 1] if line.strip()]
        least = min((len(line) - len(line.lstrip(" ")) for line in written), default=0)
        for row in below:
            column = min(least, len(self.tree.lines[row]))
            yield Edit(row, column, row, column, "# " if self.tree.lines[row].strip() else "#")

    def _place(self, path: Path) -> Extent | None:
        written = self.data.written_path(path)
        value: Any = self.tree.value
        for step in written:
            inside = step in value if isinstance(value, dict) else isinstance(value, list)
            if not inside:
                return None
            value = value[step]
        return self.tree.extent(written)

    def _flows(self, path: Path) -> bool:
        """Whether the value stands in braces or brackets."""
        above = self.data.written_path(path)[:-1]
        return any(self._opens(above[:depth]) for depth in range(len(above) + 1))

    def _opens(self, path: Path) -> bool:
        span = self.tree.span(path)
        return self.tree.lines[span.line - 1][span.column - 1 : span.column] in ("{", "[")


def _stays(value: Any, form: Field, rule: str) -> bool:
    """Whether a plain value holds for the next year too; a text that prints other fields does not."""
    if isinstance(value, str) and "{{" in value:
        return False
    if rule:
        return rule == "keep"
    counted = bool(form.shapes & {"number", "integer"}) or not isinstance(value, str | bool)
    return not counted and not form.narrative

"""A table of units to jobs: a document a row, lists from further sheets that share the first column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

from reportgen.batch import faults
from reportgen.batch.planning import Job, Plan, bad_name, speakable
from reportgen.batch.sheets import Cell, Sheet, letters, read_sheets
from reportgen.filenames import file_name
from reportgen.findings import Finding, Span
from reportgen.packs import Pack
from reportgen.packs.fields import Field
from reportgen.values import dataclass

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_TRUTH = {"是": True, "否": False, "true": True, "false": False}
_BRACES = re.compile(r"[{｛](?=[{｛%％#＃])[{｛%％#＃]|[}｝]{2}")
Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Row:
    """A row's values, each with its cell; what reports are made of instead of a file."""

    value: dict[str, Any]
    file: str
    place: str
    """The row itself, for what is missing in it."""
    places: Mapping[Steps, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()

    def span(self, path: Steps, *, key: bool = False) -> Span:  # noqa: ARG002 (a column is both)
        """The cell of a value, or the row where there is none."""
        known = next((self.places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.places), self.place)
        return Span(f"{self.file} {known}")

    def locate(self, path: Steps, offset: int, length: int = 1) -> Span:  # noqa: ARG002 (a cell is a place)
        """The cell of a text."""
        return self.span(path)

    def content(self) -> bytes:
        """Its values as bytes, to be compared with those of another day."""
        return json.dumps(self.value, ensure_ascii=False, sort_keys=True, default=str).encode()


def plan_rows(path: Path, pack: Pack, kind: str) -> Plan:
    """A job for each row of the first sheet. Heads are field keys or Chinese titles, nested ones dotted.

    A further sheet is called like a list (`indicators`, 指标) and begins with the same first column; its rows become the
    list's items. Cells are text and numbers, never templates.
    Findings: W002, W017 to W020, W023.
    """
    if speakable(str(path)) != str(path):
        return Plan((), (bad_name(str(path)),))
    sheets, findings = read_sheets(path)
    if not sheets:
        return Plan((), tuple(findings))
    schema = pack.schema(kind)
    reading = _Reading(path.as_posix(), schema.root)
    first, *others = sheets
    rows = list(reading.rows(first, schema.root))
    lists = [(reading.path(sheet.name, schema.root), sheet, reading.items(sheet, first)) for sheet in others]
    jobs = tuple(_job(path, row, key, pack.name, kind, lists, reading) for key, row in rows)
    return Plan(jobs, (*findings, *schema.findings, *reading.findings))


_Lists = Sequence[tuple[tuple[str, ...], Sheet, dict[str, list[Row]]]]


def _job(path: Path, row: Row, key: str, pack: str, kind: str, lists: _Lists, reading: _Reading) -> Job:
    value = {"pack": pack, "kind": kind, **row.value}
    places = dict(row.places)
    for steps, _, items in lists:
        mine = items.get(key, [])
        if mine:
            reading.put(value, steps, [item.value for item in mine])
        for number, item in enumerate(mine):
            places |= {(*steps, number, *inner): place for inner, place in item.places.items()}
            places[(*steps, number)] = item.place
    stem = file_name(key.replace("#", "_")) or row.place.rpartition("!")[2]
    return Job(f"{path}#{stem}", PurePosixPath(), stem, Row(value, row.file, row.place, places))


class _Reading:
    """One reading of a table against a schema."""

    def __init__(self, file: str, root: Field) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._root = root

    def rows(self, sheet: Sheet, form: Field, skip: int = 0) -> Iterator[tuple[str, Row]]:
        """The rows of a sheet with their keys, the cells of the first column."""
        heads = [() if number < skip else self.path(head, form) for number, head in enumerate(sheet.head)]
        self._heads(sheet, heads)
        for number, cells in sheet.rows:
            value: dict[str, Any] = {}
            places: dict[Steps, str] = {}
            for column, (steps, cell) in enumerate(zip(heads, cells, strict=False)):
                if steps and cell is not None:
                    self.put(value, steps, _fitted(cell, _at(form, steps)))
                    places[steps] = sheet.place(number, column)
            key = "" if not cells or cells[0] is None else str(cells[0])
            yield key, Row(value, self.file, sheet.place(number, 0), places)

    def items(self, sheet: Sheet, first: Sheet) -> dict[str, list[Row]]:
        """The rows of a further sheet by the unit that they belong to. Findings: W019, W020."""
        form = _at(self._root, self.path(sheet.name, self._root))
        lists = next((one.items for one in form.forms() if one.items is not None), None)
        span = Span(f"{self.file} {sheet.name}")
        if lists is None:
            self.findings.append(faults.NO_SUCH_LIST.at(span, name=sheet.name))
            return {}
        if sheet.head[0] != first.head[0]:
            place = Span(f"{self.file} {sheet.name}!A1")
            self.findings.append(faults.NO_KEY_COLUMN.at(place, name=sheet.name, key=first.head[0], given=sheet.head[0]))
            return {}
        known = {str(cells[0]) for _, cells in first.rows if cells[0] is not None}
        items: dict[str, list[Row]] = {}
        for key, row in self.rows(sheet, lists, skip=1):
            if key in known:
                items.setdefault(key, []).append(row)
            else:
                self.findings.append(faults.UNKNOWN_UNIT.at(Span(f"{self.file} {row.place}"), key=key, name=sheet.name))
        return items

    def _heads(self, sheet: Sheet, heads: Sequence[tuple[str, ...]]) -> None:
        """Findings: W018 for two columns of one field."""
        seen: dict[tuple[str, ...], int] = {}
        for column, steps in enumerate(heads):
            if steps and steps in seen:
                span = Span(f"{self.file} {sheet.name}!{letters(column)}".strip())
                self.findings.append(faults.SAME_COLUMN.at(span, head=sheet.head[column], other=letters(seen[steps])))
            seen.setdefault(steps, column)

    def path(self, head: str, form: Field) -> tuple[str, ...]:
        """The keys that a head names: dotted, or the title of a field that no other field as near the top has."""
        names = [name.strip() for name in re.split(r"[.．]", head) if name.strip()]
        steps: list[str] = []
        here = form
        for name in names:
            key = next((one.names[name] for one in here.forms() if name in one.names), None)
            if key is None:
                return _by_title(names[0], form) or tuple(names) if len(names) == 1 else tuple(names)
            steps.append(key)
            here = here.child(key)
        return tuple(steps)

    def put(self, value: dict[str, Any], steps: Sequence[str], item: Any) -> None:
        """Set a nested value; what stands in its way gives way, the schema will say what is wrong."""
        *parents, last = steps
        for step in parents:
            below = value.get(step)
            if not isinstance(below, dict):
                below = value[step] = {}
            value = below
        value[last] = item


def _at(form: Field, steps: Sequence[str]) -> Field:
    for step in steps:
        form = form.child(step)
    return form


def _by_title(title: str, form: Field) -> tuple[str, ...]:
    """The path of the only field of this title that is nearest to the top; () when there is none, or more than one."""
    level: list[tuple[tuple[str, ...], Field]] = [((), form)]
    for _ in range(4):
        below = [((*path, key), member) for path, one in level for f in one.forms() for key, member in f.fields.items()]
        found = [path for path, member in below if member.title == title]
        if found:
            return found[0] if len(found) == 1 else ()
        level = below
    return ()


def _fitted(cell: Cell, form: Field) -> Any:
    """A cell's value in the shape of its field, where that is plain; whatever else is wrong the schema says."""
    shapes = {shape for one in form.forms() for shape in one.shapes}
    if isinstance(cell, str):
        if "array" in shapes and "string" not in shapes:
            return [_fitted(line, form.child(0)) for line in cell.splitlines() if line.strip()]
        if shapes & {"number", "integer"} and _NUMBER.fullmatch(cell):
            return Decimal(cell) if "." in cell else int(cell)
        if "boolean" in shapes and cell.lower() in _TRUTH:
            return _TRUTH[cell.lower()]
        narrative = any(one.narrative for one in form.forms())
        return _BRACES.sub(lambda match: f'{{{{ "{match[0]}" }}}}', cell) if narrative else cell
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool) and shapes == {"string"}:
        return str(cell)
    return cell

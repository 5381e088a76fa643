"""Data as written brought into canonical form: English keys, numbers read, words of choice replaced."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from reportgen.expressions import Record
from reportgen.findings import Fault, Finding
from reportgen.packs import faults
from reportgen.packs.data import Data
from reportgen.packs.fields import Field, anything
from reportgen.packs.layers import Path, Positions
from reportgen.packs.scalars import as_written, read_number, read_yes_or_no
from reportgen.packs.wording import brief, dotted, given, title_at

_NUMBERS = frozenset({"number", "integer"})


class Canonical:
    """One walk over the data along the fields; `explained` are paths about which all is said."""

    def __init__(self, root: Field, positions: Positions) -> None:
        self.findings: list[Finding] = []
        self.explained: set[Path] = set()
        self._root = root
        self._positions = positions
        self._renamed: dict[Path, str | int] = {}
        self._narratives: list[Path] = []
        self._pictures: list[Path] = []
        self._charts: list[Path] = []
        self._blanks: set[Path] = set()
        self._top: Mapping[str, Any] = {}

    def data(self, value: Mapping[Any, Any]) -> Data:
        """`value` in canonical form.

        Findings: D104 D201 D202 D203 D204 D205 D207.
        """
        self._top = value
        record = self._object(value, self._root, ())
        drawn = (tuple(self._pictures), tuple(self._charts))
        return Data(record, self._positions, self._renamed, tuple(self._narratives), frozenset(self._blanks), *drawn)

    def _value(self, value: Any, field: Field, path: Path) -> Any:
        form = field.form_of(value)
        if isinstance(value, Mapping):
            return self._object(value, form or anything(field.key), path)
        if isinstance(value, list):
            items = form.items if form and form.items else anything("")
            self._blanks.update((*path, index) for index, item in enumerate(value) if _is_blank(item, items))
            return [self._value(item, items, (*path, index)) for index, item in enumerate(value)]
        return self._scalar(value, form, field, path)

    def _object(self, value: Mapping[Any, Any], field: Field, path: Path) -> Record:
        if field.picture:
            self._pictures.append(path)
        if field.chart:
            self._charts.append(path)
        members: dict[str, Any] = {}
        written: dict[str, Any] = {}
        for name, item in value.items():
            key = field.names.get(name) or self._of_old(name, field, path)
            here = (*path, key)
            if key in written:
                self._repeated(name, written[key], path)
                continue
            written[key] = name
            if key != name:
                self._renamed[here] = name
            member = field.fields.get(key) or field.rest or anything(key)
            if _is_blank(item, member):
                self._blanks.add(here)
            else:
                members[key] = self._value(item, member, here)
        return Record(members, field.record_names, dotted(path))

    def _of_old(self, name: Any, field: Field, path: Path) -> str:
        """The key that a name stands for which no field has now: that of a field which had it before, else itself. Findings: D106."""
        key = field.renamed.get(name)
        if key is None:
            return str(name)
        new = key if name.isascii() else next((alias for alias in field.fields[key].aliases), key)
        at = Data(Record({}), self._positions, self._renamed).written_path(path)
        self.findings.append(faults.RENAMED_FIELD.at(self._positions.span((*at, name), key=True), suggestion=new, old=name, new=new))
        return key

    def _repeated(self, name: Any, other: Any, path: Path) -> None:
        at = Data(Record({}), self._positions, self._renamed).written_path(path)
        spans = [self._positions.span((*at, key), key=True) for key in (name, other)]
        self.findings.append(faults.REPEATED_FIELD.at(spans[0], related=spans[1:], name=brief(name), other=brief(other)))

    def _scalar(self, value: Any, form: Field | None, field: Field, path: Path) -> Any:
        if form is None:
            return self._bent(value, field, path)
        if isinstance(value, str):
            if form.narrative:
                self._narratives.append(path)
            return _choice(value, form)
        if isinstance(value, Decimal) and form.shapes == {"integer"} and value == value.to_integral_value():
            self._say(faults.NUMBER_AS_TEXT, as_written(value), path, number=int(value))
            return int(value)
        return value

    def _bent(self, value: Any, field: Field, path: Path) -> Any:
        """A value of none of the field's shapes, read as one of them where its meaning is certain."""
        for form in field.forms():
            if isinstance(value, str) and form.shapes & _NUMBERS:
                return self._number(value, form, path)
            if isinstance(value, str) and "boolean" in form.shapes:
                return self._yes_or_no(value, form, path)
            if isinstance(value, bool | int | Decimal) and "string" in form.shapes:
                if form.narrative:
                    self._narratives.append(path)
                return _choice(as_written(value), form)
        return value

    def _number(self, text: str, form: Field, path: Path) -> int | Decimal | str:
        if text in form.choice_aliases:
            return form.choice_aliases[text]  # type: ignore[no-any-return]
        reading = read_number(text, self._unit(form))
        if reading.fault:
            self._say(reading.fault, text, path, **reading.values)
        return text if reading.number is None else reading.number

    def _unit(self, form: Field) -> str:
        """The field's unit; where it names a top field, what that says or its default."""
        holder = self._root.fields.get(self._root.names.get(form.unit, ""))
        if holder is None:
            return form.unit
        written = next((self._top[name] for name in (holder.key, *holder.aliases) if name in self._top), None)
        return _choice(written, holder) if isinstance(written, str) else str(holder.value.get("default", ""))

    def _yes_or_no(self, text: str, form: Field, path: Path) -> bool | str:
        answer = form.choice_aliases.get(text, read_yes_or_no(text))
        if answer is None:
            self._say(faults.NOT_YES_OR_NO, text, path)
            return text
        return bool(answer)

    def _say(self, fault: Fault, text: str, path: Path, **values: Any) -> None:
        """A finding about the text at `path`, after which nothing more is to be said about it."""
        self.explained.add(path)
        span = Data(Record({}), self._positions, self._renamed).span(path)
        more = given(text) | {"title": title_at(self._root, path), "text": brief(text)}
        self.findings.append(fault.at(span, **more | values))


def _is_blank(value: Any, field: Field) -> bool:
    """Whether nothing is given: no value, or an empty text where one of some length is wanted."""
    if value is None:
        return "null" not in field.shapes
    if value != "":
        return False
    texts = [form for form in field.forms() if "string" in form.shapes]
    return bool(texts) and all(form.value.get("minLength", 0) > 0 for form in texts)


def _choice(text: str, form: Field) -> Any:
    """The value that a word of choice stands for, or the word."""
    return form.choice_aliases.get(text, text)

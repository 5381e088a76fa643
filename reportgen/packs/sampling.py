"""Made-up data from a schema: whole, the same every time, its numbers those of the schema's examples, its texts saying what they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.chinese import numeral
from reportgen.packs.fields import Field
from reportgen.regexes import regex

ITEMS = 2
"""Items of a list that gives no example."""
_MOST_ITEMS = 3
_DEEPEST = 12
_DATE = regex(r"(?P<year>[12][0-9]{3})(?P<rest>-[0-9]{2}-[0-9]{2})")
_NUMBERS = {"%": Decimal("96.5"), "人": 20, "分": 9, "个": 3}
_USUAL_NUMBER = Decimal("100.00")
_NONE: Any = object()


def sample(root: Field, *, year: int, given: Mapping[str, Any] | None = None, without: Collection[str] = ()) -> dict[str, Any]:
    """Data of every field below `root`, by keys.

    The first of a field's `examples` goes before anything made up; `examples: []` leaves a field out. Dates of examples are
    moved to `year`. `given` are top fields as they shall be; `without` are dotted names (`indicators[].lost`) to leave out,
    those of figures that are worked out.
    """
    sampler = _Sampler(year, frozenset(without))
    made = sampler.members(root, "", "", 0)
    return {**made, **(given or {})}


class _Sampler:
    def __init__(self, year: int, without: frozenset[str]) -> None:
        self._year = year
        self._without = without

    def members(self, holder: Field, name: str, nth: str, depth: int) -> dict[str, Any]:
        """A value for each field of an object."""
        made = {}
        for key, member in holder.fields.items():
            dotted = f"{name}.{key}" if name else key
            value = _NONE if dotted in self._without else self.value(member, dotted, nth, depth)
            if value is not _NONE:
                made[key] = value
        return made

    def value(self, field: Field, name: str, nth: str, depth: int) -> Any:
        """What one field holds; `nth` is the number of the list's item that it belongs to, as 一."""
        examples = field.value.get("examples")
        if isinstance(examples, list):
            return self._moved(examples[0]) if examples else _NONE
        if "default" in field.value or depth > _DEEPEST:
            return _NONE
        form = next(field.forms())
        if form.choices:
            return form.choices[0]
        if form.items is not None:
            return self._items(form, name, depth)
        if form.fields:
            return self.members(form, name, nth, depth + 1) or _NONE
        return _plain(form, self._year, nth)

    def _items(self, field: Field, name: str, depth: int) -> Any:
        item = field.items
        if item is None:
            return _NONE
        least, most = field.value.get("minItems", 0), field.value.get("maxItems", _MOST_ITEMS)
        count = min(max(ITEMS, least), most)
        if "title" not in item.value:
            item = replace(item, value={"title": field.title, **item.value})
        made = [self.value(item, f"{name}[]", numeral(number), depth + 1) for number in range(1, count + 1)]
        return [one for one in made if one is not _NONE] or _NONE

    def _moved(self, value: Any) -> Any:
        """An example with its dates in the year of the sample."""
        if isinstance(value, Mapping):
            return {key: self._moved(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._moved(item) for item in value]
        if isinstance(value, str) and (match := _DATE.fullmatch(value)):
            return f"{self._year}{match['rest']}"
        return value


def _plain(field: Field, year: int, nth: str) -> Any:
    """A text, number or answer that nothing but its field is known of."""
    if "string" in field.shapes or not field.shapes:
        return _NONE if "pattern" in field.value else _text(field, nth)
    if "boolean" in field.shapes:
        return True
    if "integer" in field.shapes and "number" not in field.shapes and not field.unit and field.key == "year":
        return year
    if field.shapes & {"integer", "number"}:
        return _number(field)
    return _NONE


def _text(field: Field, nth: str) -> str:
    """A text that says of which field it is an example."""
    title = f"{field.title}{nth}"
    text = f"示例{title}" if field.one_line else f"（{title}：此处为示例文字，编写时换成本单位的内容。）"
    return text[: field.value.get("maxLength", len(text))].ljust(field.value.get("minLength", 0), "例")


def _number(field: Field) -> int | Decimal:
    number = _NUMBERS.get(field.unit, _USUAL_NUMBER)
    number = max(number, field.value.get("minimum", number))
    number = min(number, field.value.get("maximum", number))
    return int(number) if "integer" in field.shapes else number

"""Headings of a district's file, and the part of the parent or the field of the schema that each is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.adopting.vocabulary import NEAR, Name, Vocabulary, likeness
from reportgen.packs import Field

_HEADING = re.compile(r"^\[heading (\d)\] .*\{% block (\w+)_title %\}(?:\{\{ super\(\) \}\})?(.*?)\{% endblock")
_CONDITION = re.compile(r"\{%p if (.+?) %\}$")


@dataclass(frozen=True)
class Standing:
    """A part of the parent's report that is a block of its own, with its heading and its text as blocks in it."""

    key: str
    title: str
    """How the parent heads it."""
    level: int
    condition: str
    """When the parent prints it; "" for always."""
    phrases: tuple[str, ...]


Target = Standing | Name


def standings(sections: Field | None, texts: Mapping[str, list[str]]) -> list[Standing]:
    """The parts of a parent that a child may put elsewhere: those of its schema's `sections` that its Word files have as blocks.

    `texts` are the parent's blocks by name, each as lines of text.
    """
    found = []
    for key, field in (sections.fields if sections else {}).items():
        heading = next((match for line in texts.get(key, ()) if (match := _HEADING.match(line)) and match[2] == key), None)
        if heading is None or f"{key}_text" not in texts:
            continue
        title = _title(texts.get(f"{key}_title", ()))
        condition = next((match[1] for line in texts[key][:3] if (match := _CONDITION.search(line))), "")
        phrases = tuple(dict.fromkeys([field.title, *field.words, title]))
        found.append(Standing(key, title, int(heading[1]), condition, tuple(phrase for phrase in phrases if phrase)))
    return found


def _title(lines: list[str] | tuple[str, ...]) -> str:
    """What the parent's heading says, tags left out."""
    text = "".join(lines).partition("] ")[2]
    return re.sub(r"\{[{%#].*?[}%#]\}", "", text).strip()


class Matcher:
    """Finds what headings are about; nothing is found twice."""

    def __init__(self, parts: list[Standing], vocabulary: Vocabulary) -> None:
        self._parts = parts
        self._vocabulary = vocabulary
        self._used: set[str] = set()

    def find(self, words: str, *, at_least: float = NEAR) -> Target | None:
        """The part or field that a heading names, which then has its place."""
        target = self.like(words, at_least=at_least)
        if target is not None:
            self.use(target)
        return target

    def like(self, words: str, *, at_least: float = NEAR) -> Target | None:
        """The part or field that a heading names; a part of the parent before a field that is just as like."""
        parts = [(max(likeness(words, phrase) for phrase in part.phrases), part) for part in self._parts if part.key not in self._used]
        score, part = max(parts, key=lambda found: found[0], default=(0.0, None))
        fields = [found for found in self._vocabulary.headings(words) if found[1].entry.name not in self._used]
        field_score, name = fields[0] if fields else (0.0, None)
        if max(score, field_score) < at_least:
            return None
        return part if score >= field_score else name

    def use(self, target: Target) -> None:
        """Note that a part or field has its place."""
        self._used.add(target.key if isinstance(target, Standing) else target.entry.name)

    def unused(self) -> list[Standing]:
        """The parts of the parent that no heading named."""
        return [part for part in self._parts if part.key not in self._used]

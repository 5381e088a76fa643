"""Headings of a district's file, and the part of the parent or the field of the schema that each is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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

    def __init__(self, parts: list[Standing], vocabulary: Vocabulary, headings: Iterable[str] = ()) -> None:
        """`headings` are all those of the file: what one of them names better is not taken by another."""
        self._parts = parts
        self._vocabulary = vocabulary
        self._used: set[str] = set()
        self._best: dict[str, tuple[float, str]] = {}
        for words in headings:
            for score, target in self._candidates(words):
                if score > self._best.get(_key(target), (0.0, ""))[0]:
                    self._best[_key(target)] = score, words

    def find(self, words: str, *, at_least: float = NEAR) -> Target | None:
        """The part or field that a heading names, which then has its place."""
        target = self.like(words, at_least=at_least)
        if target is not None:
            self.use(target)
        return target

    def like(self, words: str, *, at_least: float = NEAR) -> Target | None:
        """The part or field that a heading names; a part of the parent before a field that is just as like."""
        for score, target in self._candidates(words):
            better, whose = self._best.get(_key(target), (0.0, ""))
            if score >= at_least and _key(target) not in self._used and (score >= better or whose == words):
                return target
        return None

    def _candidates(self, words: str) -> list[tuple[float, Target]]:
        """What a heading may name, the likest first."""
        parts: list[tuple[float, Target]] = [(max(likeness(words, phrase) for phrase in part.phrases), part) for part in self._parts]
        return sorted([*parts, *self._vocabulary.headings(words)], key=lambda found: -found[0])

    def use(self, target: Target) -> None:
        """Note that a part or field has its place."""
        self._used.add(_key(target))

    def unused(self) -> list[Standing]:
        """The parts of the parent that no heading named."""
        return [part for part in self._parts if _key(part) not in self._used]


def _key(target: Target) -> str:
    return f"sections.{target.key}" if isinstance(target, Standing) else target.entry.name

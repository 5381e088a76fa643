"""Tags in a stretch of text: where they begin and end, what they say, and at which level they act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from jinja2 import Environment

from reportgen.values import dataclass

Kind = Literal["variable", "block", "comment"]
Level = Literal["", "p", "tr", "tc", "r"]

_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?!=)", re.S)
_WORD = re.compile(r"\s*(\w+)")
_QUOTES = re.compile(r"[\"'“”‘’]")


def _strings(pairs: tuple[tuple[str, str], ...], barrier: str = "") -> str:
    """A pattern for string literals that open with a sign of one set and close with one of another, without `barrier` inside."""
    ahead = f"(?!{barrier})" if barrier else ""
    return "|".join(rf"[{opening}](?:\\.|{ahead}[^{closing}\\])*[{closing}]" for opening, closing in pairs)


_STRICT = (('"', '"'), ("'", "'"), ("“”", '"“”'), ("‘’", "'‘’"))
_LOOSE = (('"“”', '"“”'), ("'‘’", "'‘’"))
_LITERALS = tuple(re.compile(_strings(pairs), re.S) for pairs in (_STRICT, _LOOSE))
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_INVISIBLE = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff"}
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WIDE_MARKS = str.maketrans("｛｝％＃", "{}%#")


@dataclass(frozen=True, slots=True)
class Hit:
    """A tag found in a text."""

    start: int
    end: int
    kind: Kind
    level: Level
    source: str
    """What stands between the marks, the prefix taken off, quotation marks straightened."""
    left: str
    right: str
    """Whitespace control at either side: `-`, `+` or ""."""

    @property
    def word(self) -> str:
        """The first word: `for`, `if`, `block`, …; of a variable, its first name."""
        match = _WORD.match(self.source)
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class Open:
    """A tag that begins but does not end in its text."""

    start: int
    kind: Kind


@dataclass(frozen=True)
class Syntax:
    """The marks of an environment, and whether full-width ones count."""

    variable: tuple[str, str] = ("{{", "}}")
    block: tuple[str, str] = ("{%", "%}")
    comment: tuple[str, str] = ("{#", "#}")
    wide: bool = False

    @classmethod
    def of(cls, environment: Environment, *, wide: bool = False) -> Syntax:
        """The syntax of a Jinja environment; `wide` admits ｛｛ ｝｝ ｜ ％ where the marks are Jinja's own."""
        e = environment
        variable = (e.variable_start_string, e.variable_end_string)
        block = (e.block_start_string, e.block_end_string)
        return cls(variable, block, (e.comment_start_string, e.comment_end_string), wide)

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """Every string that opens a tag, as it may stand in the text."""
        plain = (self.variable[0], self.block[0], self.comment[0])
        return (*plain, "｛｛", "｛％", "｛＃") if self.wide else plain

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        marks = sorted((self.variable[0], self.block[0], self.comment[0]), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, marks)))

    @cached_property
    def _ends(self) -> dict[Kind, tuple[re.Pattern[str], ...]]:
        """What matters on the way to a tag's end: strings, brackets, the end itself; strictly matched quotation marks first."""
        rest = r"(?P<open>[(\[{])|(?P<close>[)\]}])"
        ends: tuple[tuple[Kind, str], ...] = (("variable", self.variable[1]), ("block", self.block[1]))
        return {
            kind: tuple(
                re.compile(f"(?P<string>{_strings(pairs, self._opening.pattern)})|(?P<end>{re.escape(end)})|{rest}", re.S)
                for pairs in (_STRICT, _LOOSE)
            )
            for kind, end in ends
        }

    @cached_property
    def _end_of_raw(self) -> re.Pattern[str]:
        start, end = map(re.escape, self.block)
        return re.compile(rf"{start}[-+]?(?:(?:tr|tc|p|r)\s)?\s*endraw\s*[-+]?{end}")

    def shadow(self, text: str) -> str:
        """The text with full-width marks as half-width ones where those count; every character at its place."""
        return text.translate(_WIDE_MARKS) if self.wide else text

    def find(self, text: str, *, raw: bool = False) -> Iterator[Hit | Open]:
        """The tags of a text, in order; an `Open` can only come last.

        `raw`: the text begins inside a raw block. Within one nothing but its end is a tag.
        """
        shadow = self.shadow(text)
        position = 0
        while True:
            match = (self._end_of_raw if raw else self._opening).search(shadow, position)
            if match is None:
                return
            found = self._tag(text, shadow, match.start())
            yield found
            if isinstance(found, Open):
                return
            raw = found.kind == "block" and found.word == "raw"
            position = found.end

    def _tag(self, text: str, shadow: str, start: int) -> Hit | Open:
        kind, opening, ending = self._kind_at(shadow, start)
        inner = start + len(opening)
        end = self._end(shadow, inner, kind, ending)
        if end < 0:
            return Open(start, kind)
        left = shadow[inner] if shadow[inner] in "-+" and inner < end else ""
        right = shadow[end - 1] if end - 1 >= inner + len(left) and shadow[end - 1] in ("-+" if kind != "variable" else "-") else ""
        body = text[inner + len(left) : end - len(right)]
        prefix = _PREFIX.match(body)
        level: Level = prefix[1] if prefix and (kind != "comment" or prefix[1] != "r") else ""  # type: ignore[assignment]  # by the pattern
        source = body[prefix.end() :] if prefix and level else body
        return Hit(start, end + len(ending), kind, level, source if kind == "comment" else self.normalised(source), left, right)

    def _kind_at(self, shadow: str, start: int) -> tuple[Kind, str, str]:
        marks: list[tuple[Kind, tuple[str, str]]] = [("block", self.block), ("variable", self.variable), ("comment", self.comment)]
        kind, (opening, ending) = max((m for m in marks if shadow.startswith(m[1][0], start)), key=lambda m: len(m[1][0]))
        return kind, opening, ending

    def _end(self, shadow: str, start: int, kind: Kind, ending: str) -> int:
        """Where the closing marks stand; -1 when there are none."""
        if kind == "comment":
            return shadow.find(ending, start)
        for pattern in self._ends[kind]:
            if (end := self._balanced_end(shadow, start, pattern)) >= 0:
                return end
        return shadow.find(ending, start)

    @staticmethod
    def _balanced_end(shadow: str, start: int, pattern: re.Pattern[str]) -> int:
        depth, position = 0, start
        while match := pattern.search(shadow, position):
            position = match.end()
            if match.lastgroup == "open":
                depth += 1
            elif match.lastgroup == "close":
                depth = max(depth - 1, 0)
            elif match.lastgroup == "end":
                if not depth:
                    return match.start()
                depth -= 1 if match[0][0] in ")]}" else 0
                position = match.start() + 1
        return -1

    def normalised(self, source: str) -> str:
        """A tag's source with straight quotation marks, and half-width signs outside its strings where full-width ones count."""
        if source.isascii():
            return source
        for strings in _LITERALS:
            outside = strings.split(source)
            if not any(_QUOTES.search(text) for text in outside):
                inside = [_requoted(match[0]) for match in strings.finditer(source)]
                pieces = [self._outside(outside[0])]
                for string, text in zip(inside, outside[1:], strict=True):
                    pieces += (string, self._outside(text))
                return "".join(pieces)
        return self._outside(source.translate(_STRAIGHT))

    def _outside(self, text: str) -> str:
        text = text.translate(_INVISIBLE)
        return text.translate(_HALF_WIDTH) if self.wide else text


def _requoted(string: str) -> str:
    """A string literal with straight quotation marks around what it holds."""
    quote = string[0].translate(_STRAIGHT)
    return quote + string[1:-1] + quote

"""A line of a district's file with tags where it leaves room, and what each of them was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportgen.adopting.blanks import Blank, blanks, line_of
from reportgen.adopting.identity import Identity
from reportgen.adopting.lines import literal, unknown
from reportgen.adopting.vocabulary import Name, Vocabulary
from reportgen.formatting import Block

State = Literal["plain", "tagged", "prompt", "nothing"]
_UNIT = re.compile(r"万元|亿元|元|%|％|分|人|名|个|项")
_CLAUSE = re.compile(r"[，。；、！？\n（(：:]|[ \u3000]{2,}")
_SEAL = re.compile(r"[（(][^（）()]*章[^（）()]*[）)]")
_QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕")
_GOING_ON = re.compile(r"\}\}[^。！？}]*$")
"""Text in whose last sentence a blank was filled."""
_PADDING = '。；，、,.：:（）()“”" \u3000\t'
_GAP = "　　"
"""What stays of blanks that were room to write: what follows does not run into what is filled in."""
_LONGEST_OF_FIGURES = 200
"""Characters of a sentence whose last year's figures are taken for fields; longer ones are last year's story."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of the file and the tag that was put in its place; no tag where nothing fitted."""

    words: str
    tag: str
    name: str = ""
    """The field's title."""


@dataclass
class Filled:
    """A line, filled in."""

    text: str
    state: State
    """`prompt`: nothing but room to fill in; `nothing`: 无."""
    guesses: list[Guess] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Figures that were left as they are."""
    asks: bool = False
    """Whether it leaves room to fill in; else its tags are guesses from figures of some year."""

    @property
    def unknown(self) -> list[str]:
        return [guess.words for guess in self.guesses if not guess.tag]


class Filler:
    """Fills lines with the fields of one place; the field that the last blank stood for helps with the next."""

    def __init__(self, vocabulary: Vocabulary, whose: Identity, facts: dict[str, str] | None = None) -> None:
        """`facts` are the figures that fields were taken for so far, by the field's tag: another figure is another fact."""
        self._vocabulary = vocabulary
        self._whose = whose
        self._facts = {} if facts is None else facts
        self._near = ""
        self._paths = {entry.name: entry.chinese for entry in vocabulary.entries}

    def fill(self, block: Block) -> Filled:
        """A paragraph as the template has it."""
        text = line_of(block)
        found = blanks(block)
        if found and found[0].kind == "none":
            return Filled(literal(text.strip()), "nothing", asks=True)
        if _only_prompt(text, found):
            return Filled(literal(text.strip()), "prompt", asks=True)
        return self._filled(text, found)

    def _filled(self, text: str, found: list[Blank]) -> Filled:
        pieces: list[str] = []
        filled = Filled("", "plain")
        position = 0
        for blank in found:
            if blank.start < position:
                continue
            tag, name, end = self._tag(text, blank, "".join(pieces) + text[position : blank.start])
            if blank.kind == "number" and (len(text) > _LONGEST_OF_FIGURES or not self._is_fact(tag, blank.words)):
                filled.left += [text[blank.start : end]]
                continue
            filled.asks = filled.asks or blank.kind != "number"
            gap = "" if blank.words.strip() or blank.kind != "blank" else _GAP
            words = text[blank.start : end].strip() or _label("".join(pieces) + text[position : blank.start])
            filled.guesses.append(Guess(words, tag, name))
            pieces += [self._nobodys(text[position : blank.start], filled), tag or unknown(blank.words.strip() or words), gap]
            position = end
        filled.state = "tagged" if any(guess.tag for guess in filled.guesses) else "plain"
        filled.text = ("".join(pieces) + self._nobodys(text[position:], filled)).strip()
        return filled

    def _tag(self, text: str, blank: Blank, before: str) -> tuple[str, str, int]:
        """The tag for a blank, its field's title, and where in the text what it stands for ends."""
        if blank.kind == "year" and "year" in self._paths:
            return f"{{{{ {self._paths['year']} }}}}", "年度", blank.end
        if blank.kind == "department" and "department.name" in self._paths:
            return f"{{{{ {self._paths['department.name']} }}}}", "全称", blank.end
        label = _label(before)
        if blank.kind == "date":
            return *self._date(label), blank.end
        unit_at = _UNIT.match(text, blank.end)
        unit = unit_at[0] if unit_at else ""
        if blank.kind == "prompt" and (not label.strip() or before.rstrip().endswith("。")):
            label = blank.words.strip(_PADDING + "【】〔〕[]<>")
        name, near = self._vocabulary.blank(label, unit, self._near, going_on=bool(_GOING_ON.search(before)))
        if name is None or name.entry.field.unit != "%" or name.holder != self._near.rpartition(".")[0]:
            # 支出100万元，执行率98%，其中基本支出60万元: a rate beside an amount is not what its parts are of.
            self._near = near
        if name is None:
            return "", "", blank.end
        return _written(name, unit, unit_at.end() if unit_at else blank.end, blank.end)

    def _date(self, label: str) -> tuple[str, str]:
        dates = [entry for entry in self._vocabulary.entries if "pattern" in entry.field.value and "日" in entry.title]
        fitting = [entry for entry in dates if any(label.endswith(word) for word in (entry.title, *entry.field.words))]
        chosen = next(iter([*fitting, *(entry for entry in dates if entry.name.startswith("official."))]), None)
        return ("", "") if chosen is None else (f"{{{{ {chosen.chinese}|日期 }}}}", chosen.title)

    def _is_fact(self, tag: str, figure: str) -> bool:
        """Whether a figure may be that of a field: every time that the field was taken for one, it was this one."""
        return bool(tag) and self._facts.setdefault(tag.partition("|")[0], figure) == figure

    def _nobodys(self, text: str, filled: Filled) -> str:
        """Text with the file's own year and department as those of the data, but not in the names of documents."""
        pieces = re.split(f"({_QUOTED.pattern})", text)
        return "".join(piece if n % 2 else self._renamed(literal(piece), filled) for n, piece in enumerate(pieces))

    def _renamed(self, text: str, filled: Filled) -> str:
        whose, tags = self._whose, {key: f"{{{{ {path} }}}}" for key, path in self._paths.items()}
        if whose.year and "year" in tags:
            text = re.sub(rf"(?<!\d){whose.year}(?=\s*年)", tags["year"], text)
        for name, key in ((whose.name, "department.name"), (whose.short_name, "department.short_name")):
            if name and key in tags and name in text:
                filled.guesses.append(Guess(name, tags[key]))
                text = text.replace(name, tags[key])
        return text


def _written(name: Name, unit: str, after_unit: int, after: int) -> tuple[str, str, int]:
    """A field's tag; amounts and rates print their unit themselves."""
    title = name.entry.title
    if name.entry.field.unit == "unit" and unit in ("万元", "元"):
        return f"{{{{ {name.path}|{unit} }}}}", title, after_unit
    if name.entry.field.unit == "%" and unit:
        return f"{{{{ {name.path}|百分比 }}}}", title, after_unit
    return f"{{{{ {name.path} }}}}", title, after


def _label(before: str) -> str:
    """The words that say what a blank is: those of its clause, tags left out."""
    plain = _SEAL.sub("", re.sub(r"\{[{%#].*?[}%#]\}", "", before)).rstrip()
    tail = plain.rstrip('：:（(“"')
    parts = [part for part in _CLAUSE.split(tail) if part.strip()]
    return parts[-1].strip() if parts else ""


def _only_prompt(text: str, found: list[Blank]) -> bool:
    """Whether a line is nothing but room to fill in."""
    if not found:
        return not text.strip()
    rest = "".join(_outside(text, found)).strip(_PADDING)
    return not rest and all(blank.kind in ("blank", "prompt") for blank in found)


def _outside(text: str, found: list[Blank]) -> Iterator[str]:
    position = 0
    for blank in found:
        yield text[position : blank.start]
        position = max(position, blank.end)
    yield text[position:]

"""What a district's own words may mean: labels of blanks and headings, held against a schema's titles and further names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.packs import Entry, Field, walk
from reportgen.values import dataclass

_LEADING = re.compile(r"^(?:本|我|全|该)?(?:部门|单位|局|区)?(?:的)?")
_TRAILING = re.compile(r"[为是共约计达到于的（(：:“\"\s_合]*$")
_WEAK = re.compile(r"[为是约达到于的（(：:“\"\s_]*$")
_HEADING_ENDS = re.compile(r"(?:的?(?:基本)?(?:情况|分析|说明|综述|内容|表))+$")
NEAR = 0.6
"""From what likeness on a heading is taken for a field's or section's name; 1 is the same words."""
_SHORTEST = 2
SHAPES = {"万元": "unit", "元": "unit", "亿元": "unit", "%": "%", "％": "%", "分": "分", "人": "人", "名": "人", "个": "个", "项": "个"}
"""The unit of a field that stands before each of these words; "unit" is the field that holds the unit of amounts."""


@dataclass(frozen=True)
class Name:
    """A field by one of the phrases that may mean it."""

    phrase: str
    entry: Entry
    path: str
    """How a tag names it: `收支.预算数`, `项.名称`."""

    @property
    def holder(self) -> str:
        """The key of the object that it stands in: `finance.basic`."""
        return self.entry.name.rpartition(".")[0]


class Vocabulary:
    """The fields of one place of a document: those of the data, or of one item of a list under a name of its own."""

    def __init__(self, root: Field, *, item: str = "", first: str = "", without: Iterable[str] = ()) -> None:
        """`item` is what a loop calls its item; `first` is the key of a field whose parts go before all others."""
        left_out = frozenset(without)
        self._first = f"{first}." if first else "\0"
        prefix = self._prefix = f"{item}." if item else ""
        self.entries = [entry for entry in walk(root) if entry.name not in left_out]
        self._names = [name for entry in self.entries for name in _names(entry, prefix, self._titles())]

    def _titles(self) -> dict[str, Field]:
        return {entry.name: entry.field for entry in self.entries}

    def blank(self, label: str, unit: str, near: str = "", *, going_on: bool = False) -> tuple[Name | None, str]:
        """The plain field that a blank behind `label` and before `unit` stands for, and what the next blank is near to.

        `near` is the dotted name of the field that the last blank stood for; fields beside it go before others.
        `going_on` says that it is in the same sentence: a label may then leave out what the last one named, 控制率 for 三公经费控制率.
        """
        labels = (_TRAILING.sub("", label), _WEAK.sub("", label))
        group = near.rpartition(".")[0] if going_on else None
        label = labels[0]
        wanted = SHAPES.get(unit)
        fitting = [name for name in self._names if _is_plain(name.entry) and _fits(name.entry.field, wanted, unit)]
        scored = [(max(_ending(one, name.phrase, short=name.holder == group) for one in labels), name) for name in fitting]
        best = max((score for score, _ in scored), default=0.0)
        if best < _SHORTEST:
            # 其中基本支出…, 项目支出…: what follows is beside the whole again, not beside the last part.
            return self._of_group(label, near, fitting), near
        found = [name for score, name in scored if score == best]
        chosen = min(found, key=lambda name: (_apart(name.holder, near.rpartition(".")[0]), *self._rank(name)))
        return chosen, chosen.entry.name

    def _of_group(self, label: str, near: str, fitting: Iterable[Name]) -> Name | None:
        """A label that names a group alone, 基本支出: the field in it that the sentence speaks of, as its last one did."""
        key = near.rpartition(".")[2]
        groups = [entry for entry in self.entries if entry.field.fields and _ending(label, _longest(label, entry.field)) >= _SHORTEST]
        wanted = [f"{group.name}.{key}" for group in sorted(groups, key=lambda group: -len(_longest(label, group.field)))]
        return next((name for path in wanted for name in fitting if name.entry.name == path), None)

    def path_of(self, entry: Entry) -> str:
        """How a tag calls a field."""
        return f"{self._prefix}{entry.chinese}"

    def headings(self, words: str) -> list[tuple[float, Name]]:
        """The lists and long texts that a heading may name, each with how like the words are (0 to 1), the likest first."""
        best: dict[str, tuple[float, Name]] = {}
        for name in self._names:
            score = likeness(words, name.phrase) if _holds_text(name.entry) else 0.0
            if score >= NEAR and score > best.get(name.entry.name, (0.0,))[0]:
                best[name.entry.name] = score, name
        return sorted(best.values(), key=lambda found: (-found[0], *self._rank(found[1])))

    def exactly(self, words: str) -> Name | None:
        """The plain field of this title or name, as the head of a column or a label in a cell has it."""
        bare = _bare(words)
        found = [name for name in self._names if name.phrase == bare and "[]" not in name.entry.name]
        return min(found, key=self._rank, default=None)

    def rank(self, entry: Entry) -> tuple[bool, int]:
        """The place of a field among those that words fit as well."""
        return not entry.name.startswith(self._first), entry.depth

    def _rank(self, name: Name) -> tuple[bool, int]:
        return self.rank(name.entry)


def likeness(words: str, phrase: str) -> float:
    """How like a heading is to a name, 0 to 1."""
    left, right = _core(words), _core(phrase)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    if len(right) >= 4 and (right in left or left in right):
        # What a Chinese heading is about stands at its end.
        last = 0.05 if left.endswith(right) else 0.0
        return 0.6 + last + 0.35 * min(len(left), len(right)) / max(len(left), len(right))
    pairs = [{text[n : n + 2] for n in range(len(text) - 1)} for text in (left, right)]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0


def _core(words: str) -> str:
    """A heading without what headings have in common."""
    bare = _bare(words)
    short = _HEADING_ENDS.sub("", _LEADING.sub("", bare))
    return short if len(short) >= _SHORTEST else bare


def _bare(words: str) -> str:
    return re.sub(r"[\s“”\"（）()：:、，。_＿]", "", words)


def _names(entry: Entry, prefix: str, fields: dict[str, Field]) -> Iterator[Name]:
    """A field's own names, and each behind the title of the group that it stands in: 基本支出预算数."""
    path = f"{prefix}{entry.chinese}"
    holder = fields.get(entry.name.rpartition(".")[0])
    own = dict.fromkeys([entry.field.title, *entry.field.words, *entry.field.aliases])
    for phrase in own:
        yield Name(_bare(phrase), entry, path)
    for group in [] if holder is None else [holder.title, *holder.words]:
        yield from (Name(_bare(group + phrase), entry, path) for phrase in own)


def _longest(label: str, field: Field) -> str:
    return max((word for word in (field.title, *field.words) if label.endswith(word)), key=len, default="")


def _ending(label: str, phrase: str, *, short: bool = False) -> float:
    """How many characters of a label's end are the phrase, or the whole label the end of the phrase: 执行率 for 预算执行率.

    `short` takes the beginning of the phrase as well, and what is left out for nothing missing.
    """
    bare = _bare(label)
    if phrase and bare.endswith(phrase):
        return len(phrase)
    if short and len(bare) >= _SHORTEST and (phrase.startswith(bare) or phrase.endswith(bare)):
        return len(bare)
    return len(bare) - 0.5 if len(bare) > _SHORTEST and phrase.endswith(bare) else 0


def _apart(holder: str, near: str) -> int:
    """0 for fields that stand beside the last one."""
    return 0 if holder == near or not near else 1


def _is_plain(entry: Entry) -> bool:
    """Whether a field holds one word or number that a line can take."""
    return "[]" not in entry.name and bool(entry.field.shapes & {"string", "number", "integer"}) and not entry.field.fields


def _fits(field: Field, wanted: str | None, unit: str) -> bool:
    """Whether a field may stand before this unit; without a unit every field may."""
    return field.unit in (wanted, unit) if wanted else not unit or not field.unit


def _holds_text(entry: Entry) -> bool:
    """Whether a field makes paragraphs: long text, or a list."""
    return "[]" not in entry.name and any(form.narrative or form.items is not None for form in entry.field.forms())

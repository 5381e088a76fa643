"""Heading numbers agree with a reference that counts the finished document's headings, whatever wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese import numeral
from reportgen.findings import Span
from reportgen.narrative import read
from reportgen.render import Template
from tests.compiler.linking import linked
from tests.documents import docx, outline_of, p
from tests.invariants import check_document

FORMS = {1: "一、", 2: "（一）", 3: "1."}
PINS = {1: "{}、", 2: "（{}）", 3: "{}."}


@dataclass(frozen=True)
class Heading:
    level: int
    pin: int
    """A number typed by hand; 0 for none."""


@dataclass(frozen=True)
class Part:
    """Headings and parts under a statement of the template."""

    kind: str
    """`if`, `unless`, `for`, `set` (captured and printed after what follows in it), `macro` (printed twice)."""
    inner: tuple[Any, ...]


@dataclass(frozen=True)
class Narrative:
    """Headings of a narrative, below one of the template."""

    inner: tuple[Heading, ...]


@dataclass(frozen=True)
class Block:
    """A block of the parent file, and what the child file makes of it."""

    inner: tuple[Any, ...]
    fate: str
    """`kept`, `replaced`, or the child's headings stand `before` or `behind` the parent's."""
    own: tuple[Heading, ...]


PINNED = st.sampled_from([0, 0, 0, 0, 4, 7])
HEADINGS = st.builds(Heading, st.integers(1, 3), PINNED)
NARRATIVES = st.builds(Narrative, st.lists(st.builds(Heading, st.integers(2, 3), PINNED), min_size=1, max_size=3).map(tuple))
FATES = st.sampled_from(["kept", "replaced", "before", "behind"])
ITEMS = st.recursive(
    HEADINGS | NARRATIVES,
    lambda inner: (
        st.builds(Part, st.sampled_from(["if", "unless", "for", "set", "macro"]), st.lists(inner, max_size=3).map(tuple))
        | st.builds(Block, st.lists(inner, max_size=3).map(tuple), FATES, st.lists(HEADINGS, max_size=2).map(tuple))
    ),
    max_leaves=12,
)


def mark(level: int, number: int) -> str:
    return PINS[level].format(str(number) if level == 3 else numeral(number))


def text(item: Heading) -> str:
    return (mark(item.level, item.pin) if item.pin else "") + "题"


def template(items: tuple[Any, ...], name: str = "v") -> Iterator[str]:
    """The template's paragraphs."""
    for index, item in enumerate(items):
        own = f"{name}_{index}"
        if isinstance(item, Heading):
            yield p(text(item), style=f"Heading{item.level}")
            continue
        if isinstance(item, Narrative):
            yield from [p("题", style="Heading1"), "{{p " + f"texts.{own}" + " }}"]
            continue
        inner = list(template(item.inner, own))
        if isinstance(item, Block):
            yield from ["{%p block " + own + " %}", *inner, "{%p endblock %}"]
        elif item.kind in ("if", "unless"):
            yield from ["{%p if " + ("yes" if item.kind == "if" else "no") + " %}", *inner, "{%p endif %}"]
        elif item.kind == "for":
            yield from ["{%p for " + own + " in [1, 2] %}", *inner, "{%p endfor %}"]
        elif item.kind == "set":
            yield from ["{%p set " + own + " %}", *inner, "{%p endset %}", p("先", style="Heading2"), "{{p " + own + " }}"]
        else:
            yield from ["{%p macro " + own + "() %}", *inner, "{%p endmacro %}", *["{{p " + own + "() }}"] * 2]


def child(items: tuple[Any, ...], name: str = "v") -> Iterator[str]:
    """The blocks of the child file; those within one that it replaces have no place any more."""
    for index, item in enumerate(items):
        own = f"{name}_{index}"
        if isinstance(item, Block) and item.fate != "kept":
            parent, mine = ["{{ super() }}"], [p(text(heading), style=f"Heading{heading.level}") for heading in item.own]
            content = {"replaced": mine, "before": mine + parent, "behind": parent + mine}[item.fate]
            yield from ["{%p block " + own + " %}", *content, "{%p endblock %}"]
        if isinstance(item, Part) or (isinstance(item, Block) and item.fate != "replaced"):
            yield from child(item.inner, own)


def narratives(items: tuple[Any, ...], name: str = "v") -> Iterator[tuple[str, str]]:
    """The text of each narrative, by its name."""
    for index, item in enumerate(items):
        own = f"{name}_{index}"
        if isinstance(item, Narrative):
            yield own, "\n".join("#" * (heading.level - 1) + " " + text(heading) for heading in item.inner)
        elif not isinstance(item, Heading):
            yield from narratives(item.inner, own)


def printed(items: tuple[Any, ...]) -> Iterator[Heading]:
    """The headings in the order in which they come out."""
    for item in items:
        if isinstance(item, Heading):
            yield item
            continue
        if isinstance(item, Narrative):
            yield from (Heading(1, 0), *item.inner)
            continue
        if isinstance(item, Block):
            yield from item.own if item.fate in ("replaced", "before") else ()
            yield from printed(item.inner) if item.fate != "replaced" else ()
            yield from item.own if item.fate == "behind" else ()
            continue
        times = {"if": 1, "unless": 0, "for": 2, "set": 1, "macro": 2}[item.kind]
        if item.kind == "set":
            yield Heading(2, 0)
        for _ in range(times):
            yield from printed(item.inner)


def reference(headings: Iterator[Heading]) -> list[tuple[int, str]]:
    """Each heading with its number: one more than that of the last heading of its level under the same one above."""
    numbered: list[tuple[int, int]] = []
    lines = []
    for heading in headings:
        number = heading.pin
        if not number:
            level, last = next((one for one in reversed(numbered) if one[0] <= heading.level), (0, 0))
            number = last + 1 if level == heading.level else 1
        numbered.append((heading.level, number))
        lines.append((heading.level, mark(heading.level, number) + "题"))
    return lines


@given(st.lists(ITEMS, max_size=5).map(tuple))
def test_numbers_are_those_of_a_reference_over_the_finished_outline(items: tuple[Any, ...]) -> None:
    base, below = docx(*template(items), "{{ yes }}"), docx('{%p extends "base.docx" %}', *child(items))
    result = linked({"base.docx": base, "child.docx": below})
    made = Template.of(result.package, marked=result.parts, numbering=FORMS)
    assert (*result.findings, *made.findings) == ()
    texts = {name: read(markup, lambda *_: Span())[0] for name, markup in narratives(items)}
    document = made.render({"yes": True, "no": False, "texts": texts})
    check_document(document)
    assert [(level, line.replace("先", "题")) for level, line in outline_of(document)] == reference(printed(items))

"""Linking Word files comes to what Jinja makes of the same templates as text, and nothing that is put in makes it fail."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError

from tests.compiler.linking import codes, flat, linked
from tests.documents import docx, p, text_of
from tests.invariants import faults_of

NAMES = "abcd"
Item = str | tuple[str, list["Item"]]
"""A line of text, `super()`, or a block: its name and what it holds."""

ITEMS = st.recursive(
    st.sampled_from(["甲", "乙", "丙", "super()"]),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=3)),
    max_leaves=8,
)
FILES = st.lists(st.lists(ITEMS, max_size=5), min_size=1, max_size=4)
PIECES = st.sampled_from(
    (
        *("甲", "{%p block a %}", "{%p endblock %}", "{% block b %}", "{% endblock a %}", "{{ super() }}", "{%p if x %}", "{%p endif %}"),
        *(
            "{%p for y in z %}{%p endfor %}",
            "{%tr block c %}",
            '{%p extends "base.docx" %}',
            '{%p include "base.docx" %}',
            "{%",
            "{{p x }}",
        ),
    )
)


def sound(items: list[Item], known: set[str], own: set[str], block: str = "") -> Iterator[Item]:
    """Items that one file may hold: each block once, `super()` only where a file above has the block."""
    for item in items:
        if item == "super()":
            yield item if block in known else "丁"
        elif isinstance(item, str):
            yield item
        elif item[0] in own:
            yield from sound(item[1], known, own, block)
        else:
            own.add(item[0])
            yield item[0], list(sound(item[1], known, own, item[0]))


def chain_of(files: list[list[Item]]) -> list[list[Item]]:
    """Files each of which may extend the one before: of children, the blocks that their parents have."""
    chain: list[list[Item]] = []
    known: set[str] = set()
    for items in files:
        chain.append([item for item in sound(items, known, set()) if not chain or (not isinstance(item, str) and item[0] in known)])
        known |= set(names_in(chain[-1]))
    return chain


def names_in(items: list[Item]) -> Iterator[str]:
    for item in items:
        if not isinstance(item, str):
            yield item[0]
            yield from names_in(item[1])


def lines(items: list[Item], prefix: str) -> Iterator[str]:
    """A template in lines, its tags with a prefix for Word or without one for Jinja."""
    for item in items:
        if item == "super()":
            yield "{{ super() }}"
        elif isinstance(item, str):
            yield item
        else:
            name, inner = item
            yield f"{{%{prefix} block {name} %}}"
            yield from lines(inner, prefix)
            yield f"{{%{prefix} endblock %}}"


def by_jinja(chain: list[list[Item]]) -> list[str] | None:
    """The lines that Jinja makes of the chain; None where it never ends, or has nothing for a `super()`."""
    sources = {}
    for number, items in enumerate(chain):
        head = [f'{{% extends "{number - 1}" %}}'] if number else []
        sources[str(number)] = "\n".join((*head, *lines(items, "")))
    template = Environment(loader=DictLoader(sources)).get_template(str(len(chain) - 1))
    try:
        rendered = template.render()
    except (RecursionError, UndefinedError):
        return None
    return [line for line in rendered.split("\n") if line]


def by_word(chain: list[list[Item]]) -> tuple[list[str], list[str]]:
    files = {}
    for number, items in enumerate(chain):
        head = [f'{{%p extends "{number - 1}.docx" %}}'] if number else []
        files[f"{number}.docx"] = docx(*head, *lines(items, "p"))
    result = linked(files, f"{len(chain) - 1}.docx")
    return codes(result), text_of(flat(result))


@given(FILES)
def test_linking_agrees_with_jinja(files):
    chain = chain_of(files)
    found, text = by_word(chain)
    expected = by_jinja(chain)
    assert set(found) <= {"T056", "T057", "T062"} | ({"T049"} if "T057" in found else set())
    if expected is not None and not {"T056", "T057"} & set(found):
        # A parent that never ends by itself stays at fault, though a child replaces what goes round in it.
        endless = any(by_jinja(chain[: length + 1]) is None for length in range(len(chain)))
        assert "T062" not in found or endless
        assert text == expected or endless


@given(st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=6))
def test_any_template_is_linked_or_complained_of(base, child):
    result = linked({"base.docx": docx(*base), "child.docx": docx('{%p extends "base.docx" %}', *child)})
    for finding in result.findings:
        assert finding.message("zh")
        assert finding.hint("en") is not None
    if not any(finding.blocks for finding in result.findings):
        assert faults_of(flat(result), leftovers=True) == []


@given(st.text("{%} block ab", max_size=24), st.integers(0, 24))
def test_a_tag_may_be_split_over_runs_anywhere(words, at):
    whole = linked({"child.docx": docx(p(words))})
    split = linked({"child.docx": docx(p(words[:at], words[at:]))})
    assert [finding.code for finding in split.findings] == [finding.code for finding in whole.findings]
    assert text_of(flat(split)) == text_of(flat(whole))

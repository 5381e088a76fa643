"""Every fault of a part's tags in one run: each tag is read by itself, so that one fault hides no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.compiler import faults
from reportgen.compiler.parsing import parse_tokens, tag_tokens
from reportgen.compiler.spots import Spot
from reportgen.compiler.statements import Statements
from reportgen.compiler.tags import Tag
from reportgen.expressions.near import near
from reportgen.expressions.wordings import worded
from reportgen.findings import Fault, Finding

_NAMES = {
    "t": ("文字", "text"),
    "p": ("段落", "paragraph"),
    "hyperlink": ("超链接", "hyperlink"),
    "tc": ("单元格", "cell"),
    "tr": ("表格行", "row"),
    "tbl": ("表格", "table"),
    "sdtContent": ("内容控件", "content control"),
    "txbxContent": ("文本框", "text box"),
    "body": ("正文", "body"),
}
"""What is named of the elements around a tag."""


def diagnose(numbers: Sequence[int], tags: Sequence[Tag], spots: Mapping[int, Spot], environment: Environment) -> list[Finding]:
    """What is wrong with the tags of a part, given in the order of its text.

    Findings: T002 to T008, T011.
    """
    return [*structure_faults(numbers, tags, spots, environment), *single_faults(numbers, tags, environment)]


def single_faults(numbers: Sequence[int], tags: Sequence[Tag], environment: Environment) -> list[Finding]:
    """What is wrong with tags, each read by itself.

    Findings: T002, T003, T007, T008.
    """
    statements = Statements.of(environment)
    words = frozenset(tags[number].word for number in numbers)
    return [finding for number in numbers for finding in _single(number, tags[number], words, environment, statements)]


def structure_faults(numbers: Sequence[int], tags: Sequence[Tag], spots: Mapping[int, Spot], environment: Environment) -> list[Finding]:
    """How the tags of a part hang together.

    Findings: T004 to T006, T011.
    """
    return list(_structure(numbers, tags, spots, Statements.of(environment)))


def _structure(numbers: Sequence[int], tags: Sequence[Tag], spots: Mapping[int, Spot], statements: Statements) -> Iterator[Finding]:
    left_open: list[int] = []
    for link in statements.links(numbers, tags, left_open):
        tag = tags[link.number]
        if link.opener is None:
            start = "if / for" if tag.word == "else" else "if" if tag.word == "elif" else tag.word[3:]
            if tag.word[3:] in statements.known or not tag.word.startswith("end"):
                yield faults.UNEXPECTED_END.at(tag.span, word=tag.word, start=start)
            continue
        opener = tags[link.opener]
        if link.crossed is not None:
            inner = tags[link.crossed]
            yield faults.CROSSED_BLOCKS.at(tag.span, word=tag.word, start=inner.word, related=[inner.span])
        elif _level(spots, link.number) != _level(spots, link.opener):
            yield _unlevel(tag, opener, spots.get(link.number, Spot()), spots.get(link.opener, Spot()))
    for number in left_open:
        tag = tags[number]
        yield faults.UNCLOSED_BLOCK.at(tag.span, word=tag.word, end=f"end{tag.word}")


def _level(spots: Mapping[int, Spot], number: int) -> tuple[str, ...]:
    return spots.get(number, Spot()).path


def _unlevel(tag: Tag, opener: Tag, here: Spot, there: Spot) -> Finding:
    (here_zh, here_en), (there_zh, there_en) = _described(here), _described(there)
    return faults.UNLEVEL_TAGS.at(
        tag.span,
        related=[opener.span],
        word=tag.word,
        start=opener.word,
        here_zh=here_zh,
        here_en=here_en,
        there_zh=there_zh,
        there_en=there_en,
    )


def _described(spot: Spot) -> tuple[str, str]:
    local = [name.rpartition("}")[2] for name in spot.path]
    known = [_NAMES[name] for name in local if name in _NAMES]
    return "←".join(zh for zh, _ in known), " in ".join(en for _, en in known)


def _single(number: int, tag: Tag, words: frozenset[str], environment: Environment, statements: Statements) -> Iterator[Finding]:
    """The faults of one tag, read without the others."""
    if tag.kind == "block" and tag.word not in statements.known and not tag.word.startswith("end"):
        yield _unknown(faults.UNKNOWN_TAG, tag, statements.known, word=tag.word, known="、".join(statements.known[:8]) + "…")
        return
    try:
        tree = parsed_alone(number, tag, words, environment)
    except TemplateSyntaxError as error:
        yield syntax_fault(tag, error)
        return
    if tree is not None:
        yield from unknown_names(tree, {number: tag}, environment)


def parsed_alone(number: int, tag: Tag, words: frozenset[str], environment: Environment) -> nodes.Template | None:
    """The tree of one tag; what it opens is closed, what it divides is opened. None for what cannot stand alone.

    `words` are the first words of all tags of its part. Raises: TemplateSyntaxError.
    """
    statements = Statements.of(environment)
    if tag.kind == "comment" or tag.word in ("raw", "endraw"):
        return None
    before: list[Tag] = []
    after: list[Tag] = []
    if tag.kind == "block":
        if tag.word in statements.extensions and f"end{tag.word}" in words:
            return None
        if tag.word == "elif":
            before, after = [tag.derived("if 1")], [tag.derived("endif")]
        elif tag.word in ("else", "pluralize") or tag.word.startswith("end"):
            return None
        elif statements.opens(tag, words):
            after = [tag.derived(f"end{tag.word}")]
    tokens = (token for one in (*before, tag, *after) for token in tag_tokens(one, number, environment))
    return parse_tokens(tokens, environment)


def syntax_fault(tag: Tag, error: TemplateSyntaxError) -> Finding:
    """The finding for an error of Jinja's lexer, parser or code generator, or of our rewriting."""
    finding: Any = getattr(error, "finding", None)
    if finding is not None:
        return finding(tag.span)  # type: ignore[no-any-return]
    return unreadable(tag, error.message or "")


def unreadable(tag: Tag, message: str) -> Finding:
    """That a tag cannot be read, for what Jinja says about it. Findings: T002."""
    zh, en = worded(message)
    return faults.BAD_SYNTAX.at(tag.span, tag=tag.typed, problem_zh=zh, problem_en=en)


def unknown_names(tree: nodes.Node, tags: Mapping[int, Tag], environment: Environment) -> Iterator[Finding]:
    """Filters and tests that the environment has not."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(node, nodes.Filter)
        known: Iterable[str] = environment.filters if is_filter else environment.tests
        if node.name not in known:
            fault = faults.UNKNOWN_FILTER if is_filter else faults.UNKNOWN_TEST
            yield _unknown(fault, tags[node.lineno - 1], known, name=node.name)


def _unknown(fault: Fault, tag: Tag, candidates: Iterable[str], **values: Any) -> Finding:
    wanted = values.get("name") or values.get("word") or ""
    return fault.at(tag.span, suggestion="".join(near(wanted, (name for name in candidates if " " not in name))), **values)

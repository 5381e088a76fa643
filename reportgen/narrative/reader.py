"""What reading a narrative carries along: where to point, whom to ask for values, what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from reportgen.expressions import (
    Absent,
    Budget,
    Environment,
    ExpressionError,
    ExpressionSyntaxError,
    Paragraphs,
    compile_expression,
    explained,
    text_of,
)
from reportgen.expressions.official import Official
from reportgen.findings import Fault, Finding, Span
from reportgen.inputs.faults import TOO_MANY_FAULTS
from reportgen.inputs.source import MOST_FINDINGS
from reportgen.narrative.blocks import Run
from reportgen.narrative.faults import CONTROL_CHARACTER
from reportgen.regexes import regex

Locate: TypeAlias = Callable[[int, int], Span]
"""The span of (offset, length) in the narrative's source."""

Evaluate: TypeAlias = Callable[[str], Any]
"""The value of an expression's source, as typed; raises `ExpressionSyntaxError` and `ExpressionError` only."""

# XML 1.0 has no place for these; nor have lone surrogates a form in UTF-8. U+FDD0 to U+FDEF are not for interchange.
_UNHOLDABLE = regex("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = regex("[\r\n\x85\u2028\u2029]+")
_REPLACEMENT = "\ufffd"


def evaluator(environment: Environment, context: Mapping[str, Any], budget: Budget | None = None) -> Evaluate:
    """Answers expressions out of `context` (see `expressions.variables`), without calls; all of them share `budget`."""
    shared = budget or Budget()
    return lambda source: compile_expression(source, environment, narrative=True).evaluate(context, shared)


class Reader:
    """One reading of one narrative."""

    __slots__ = ("_found", "_locate", "evaluate")

    def __init__(self, locate: Locate, evaluate: Evaluate | None) -> None:
        self._locate = locate
        self._found: list[tuple[int, Finding]] = []
        self.evaluate = evaluate

    @property
    def findings(self) -> list[Finding]:
        """All that was found, in source order."""
        return [finding for _, finding in sorted(self._found, key=lambda found: found[0])] if self._found else []

    def fault(self, fault: Fault, offset: int, length: int, **values: Any) -> None:
        """Keeps a finding of `fault` at a place in the source."""
        self._find(offset, length, lambda span: fault.at(span, **values))

    def _find(self, offset: int, length: int, finding: Callable[[Span], Finding]) -> None:
        """Keeps a finding, as long as a reader can be expected to look at it."""
        if len(self._found) < MOST_FINDINGS:
            self._found.append((offset, finding(self._locate(offset, length))))
        elif len(self._found) == MOST_FINDINGS:
            self._found.append((offset, TOO_MANY_FAULTS.at(self._locate(offset, length), limit=MOST_FINDINGS)))

    def holdable(self, text: str, offset: int, length: int = 0) -> str:
        """`text`, which stands at `offset` (or was given there by `length` characters), with what Word cannot hold found and replaced."""
        if text.replace("\n", "").isprintable() or not _UNHOLDABLE.search(text):
            return text
        for match in _UNHOLDABLE.finditer(text):
            where = (offset, length) if length else (offset + match.start(), 1)
            self.fault(CONTROL_CHARACTER, *where, character=f"U+{ord(match[0]):04X}")
        return _UNHOLDABLE.sub(_REPLACEMENT, text)

    def value(self, typed: str, source: str, source_at: int, offset: int, bold: bool) -> Run:
        """The run that an expression gives, which was `typed` at `offset`; its `source` begins `source_at` characters later.

        Findings: what `evaluate` and printing raise; N101. The expression then stands as typed.
        """
        if self.evaluate is None:
            return Run(typed, offset, bold)
        try:
            value = self.evaluate(source)
            text = "".join(value) if isinstance(value, Paragraphs) else text_of(value)
        except ExpressionSyntaxError as error:
            place = source_at + min(max(error.offset, 0), max(len(source) - 1, 0))
            self._find(offset + place, 1, error.finding)
        # ValueError: a number given with more digits than are ever printed.
        except (ExpressionError, ValueError) as error:
            self._find(offset, len(typed), explained(error).finding)
        else:
            text = self.holdable(_in_one_line(text), offset, len(typed))
            official = value if isinstance(value, Official) else None
            return Run(text, offset, bold, highlight=isinstance(value, Absent), given=True, official=official)
        return Run(typed, offset, bold)


def _in_one_line(text: str) -> str:
    """A value's text with its line ends, and the blanks around them, made single blanks."""
    if not _LINE_ENDS.search(text):
        return text
    return " ".join([line for part in _LINE_ENDS.split(text) if (line := part.strip(" \t"))])

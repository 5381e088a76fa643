"""Errors of a running template to findings that name the tag, and where the values came from that it read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import UndefinedError

from reportgen.compiler import faults
from reportgen.compiler.program import Program
from reportgen.compiler.tags import Tag
from reportgen.findings import Finding, Span
from reportgen.render.origins import origins

Origin = Callable[[str], Iterable[Span]]
"""Where a value of the data stands, by its dotted path (`indicators[3].score`)."""


def explained(error: BaseException, program: Program, environment: Environment, context: Mapping[str, Any], origin: Origin) -> Finding:
    """The finding for an error, at the tag whose code raised it; related to it, where the values stand that the tag read.

    Findings: T020 to T022, and those of expressions.
    """
    tag, variables = _tag_of(error, program)
    finding = _finding(error, tag, program)
    if tag is None:
        return finding
    spans = (span for path in origins(tag, environment, context, variables) for span in origin(path))
    return replace(finding, related=tuple(dict.fromkeys((*finding.related, *spans))))


def _finding(error: BaseException, tag: Tag | None, program: Program) -> Finding:
    span = tag.span if tag is not None else Span()
    finding: Any = getattr(error, "finding", None)
    if finding is not None:
        return finding(span)  # type: ignore[no-any-return]
    typed = tag.typed if tag is not None else program.part
    if isinstance(error, UndefinedError):
        return faults.MISSING_VALUE.at(span, tag=typed, problem=str(error))
    if isinstance(error, ZeroDivisionError):
        return faults.DIVISION_BY_ZERO.at(span, tag=typed)
    return faults.RUNTIME.at(span, tag=typed, problem=f"{type(error).__name__}: {error}")


def _tag_of(error: BaseException, program: Program) -> tuple[Tag | None, Mapping[str, Any]]:
    """The innermost tag under way, and the variables of its code."""
    found: Tag | None = None
    variables: Mapping[str, Any] = {}
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == program.file:
            found = program.tag_at(traceback.tb_lineno) or found
            variables = traceback.tb_frame.f_locals
        traceback = traceback.tb_next
    return found, variables

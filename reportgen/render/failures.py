"""Errors of a running template to findings that name the tag."""

from __future__ import annotations

from typing import Any

from jinja2.exceptions import UndefinedError

from reportgen.compiler import faults
from reportgen.compiler.program import Program
from reportgen.compiler.tags import Tag
from reportgen.findings import Finding, Span


def explained(error: BaseException, program: Program) -> Finding:
    """The finding for an error, at the tag whose code raised it.

    Findings: T020 to T022, and those of expressions.
    """
    tag = _tag_of(error, program)
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


def _tag_of(error: BaseException, program: Program) -> Tag | None:
    """The innermost tag under way."""
    found = None
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == program.file:
            found = program.tag_at(traceback.tb_lineno) or found
        traceback = traceback.tb_next
    return found

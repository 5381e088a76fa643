"""Templates compiled for `DocxTemplate`: any Jinja environment, errors as Jinja's users know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateAssertionError

from reportgen.errors import FindingsError
from reportgen.findings import Finding
from reportgen.ooxml import open_package
from reportgen.render import Template

_KEPT = 16
"""Templates kept compiled."""


class FaultyTemplate(FindingsError, TemplateAssertionError):
    """A template whose tags are at fault; Jinja's error for handlers that expect one, with all findings and their places.

    `docx_context` holds the words around each fault.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        TemplateAssertionError.__init__(self, "\n".join(map(str, findings)), 0)
        self.findings = tuple(findings)
        self.docx_context = [finding.span.place.words for finding in findings if finding.span.place]

    def __str__(self) -> str:
        return self.message or ""


def compiled(source: bytes, environment: Environment | None, autoescape: bool) -> Template:
    """The template of a file, kept for the next rendering.

    Raises: NotADocx, FaultyTemplate.
    """
    template = _kept(source, environment, autoescape, _state(environment) if environment else ())
    faults = [finding for finding in template.findings if finding.blocks]
    if faults:
        raise FaultyTemplate(faults)
    return template


def rendered(template: Template, context: Mapping[str, Any]) -> bytes:
    """The document; an expression's own error is raised as it is, with a note of the tag's place.

    Raises: FindingsError where a value cannot stand where its tag stands.
    """
    try:
        return template.render(context)
    except FindingsError as error:
        if error.__cause__ is None:
            raise
        cause = error.__cause__
        cause.add_note(str(error))
    raise cause


@lru_cache(_KEPT)
def _kept(source: bytes, environment: Environment | None, autoescape: bool, state: tuple[Any, ...]) -> Template:
    del state
    return Template.of(open_package(source), environment or Environment(), autoescape=autoescape)


def _state(environment: Environment) -> tuple[Any, ...]:
    """What of an environment goes into a compiled template; it may have changed since."""
    e = environment
    marks = (e.variable_start_string, e.variable_end_string, e.block_start_string, e.block_end_string, e.comment_start_string)
    functions = (frozenset((name, id(function)) for name, function in table.items()) for table in (e.filters, e.tests, e.globals))
    return (*functions, frozenset(e.extensions), *marks, e.comment_end_string, e.finalize, e.undefined)

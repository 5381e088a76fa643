"""What a differential case is: a template, the values for it, and how it is rendered by docxtpl or by a module in its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

Values = Callable[[Any, Any], Mapping[str, Any]]
"""From the module under test and its template object to the values of a rendering."""


@dataclass(frozen=True)
class Case:
    """One template with its values; `values` is a mapping, or a function where values are made by the module under test."""

    name: str
    template: bytes
    values: Mapping[str, Any] | Values
    environment: Callable[[], Environment] | None = None
    autoescape: bool = False
    prepare: Callable[[Any], None] | None = None
    """What is done with the template object before it is rendered."""

    def __str__(self) -> str:
        return self.name

    def rendered(self, api: Any) -> bytes:
        """The document that `api.DocxTemplate` makes of it."""
        template = api.DocxTemplate(io.BytesIO(self.template))
        if self.prepare:
            self.prepare(template)
        values = self.values(api, template) if callable(self.values) else self.values
        template.render(values, self.environment() if self.environment else None, self.autoescape)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

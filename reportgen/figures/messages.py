"""Messages of rules: text with expressions in braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.expressions import AbsentError, Expression, ExpressionError, text_of
from reportgen.regexes import regex
from reportgen.values import dataclass

_BRACES = regex(r"\{\{|\}\}|\{([^{}]*)\}")
_LITERAL = {"{{": "{", "}}": "}"}


@dataclass(frozen=True, slots=True)
class Message:
    """Text and expressions in turn."""

    parts: tuple[str | Expression, ...] = ()

    def text(self, context: Mapping[str, Any]) -> str:
        """The text over the names of `context`; a value that is not there shows as …"""
        return "".join(part if isinstance(part, str) else _shown(part, context) for part in self.parts)


def pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """`text` cut at its braces: offset, piece, whether it is an expression. Doubled braces stand for themselves."""
    end = 0
    for match in _BRACES.finditer(text):
        yield end, text[end : match.start()], False
        if match[0] in _LITERAL:
            yield match.start(), _LITERAL[match[0]], False
        else:
            yield match.start() + 1, match[1], True
        end = match.end()
    yield end, text[end:], False


def _shown(expression: Expression, context: Mapping[str, Any]) -> str:
    try:
        return text_of(expression.evaluate(context))
    except AbsentError:
        return "…"
    except ExpressionError:
        return f"{{{expression.source}}}"

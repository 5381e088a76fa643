"""Values back to YAML in one line, as a person would write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from reportgen.inputs.scalars import typed

_SAFE = re.compile(
    r"[$\w（）〔〕“”《》、。，：；！？—…%.①-⑳≥≤＝＞＜±×÷·/+-]+(?: [$\w（）〔〕“”《》、。，：；！？—…%.①-⑳≥≤＝＞＜±×÷·/+-]+)*"
)
"""Plain scalars that mean the same inside brackets as outside."""
_NUMBERLIKE = re.compile(r"[0-9.+-]+")
"""Other readers of YAML make numbers and dates of these."""


def flow(value: Any) -> str:
    """YAML in one line that reads back as `value`: mappings in braces, lists in brackets, text quoted where it must be."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{flow(str(key))}: {flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _text(text: str) -> str:
    plain = (
        _SAFE.fullmatch(text)
        and text[0] not in "-?%"
        and text[0] != "—"
        and not _NUMBERLIKE.fullmatch(text)
        and isinstance(typed(text), str)
    )
    return text if plain else json.dumps(text, ensure_ascii=False)

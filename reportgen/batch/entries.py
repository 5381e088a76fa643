"""Entries of earlier runs, which anyone may have changed: taken only where they are whole and stay in the output folder."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePath
from typing import Any

from reportgen.batch.shapes import count, list_of, mapping_of, object_of, one_of, scalar, text
from reportgen.batch.telling import MOST_CUT
from reportgen.findings import Severity
from reportgen.regexes import regex

_MOST_BYTES_OF_A_NAME = 255
_HALF_A_CHARACTER = regex(r"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")
"""An escape that stands for half of a character. We write none; what holds one can be neither shown nor written again."""
_WORDS = object_of({"zh": text, "en": text}, {})
_PLACE = object_of(
    {},
    {
        "part": text,
        "heading": text,
        "paragraph": count,
        "table": count,
        "row": count,
        "cell": count,
        "words": text,
        "tag": text,
        "block": count,
        "offset": count,
    },
)


def _stretch(value: Any) -> bool:
    """A line with its columns from and to."""
    return isinstance(value, list) and len(value) == 3 and all(map(count, value))


def _cut(value: object) -> bool:
    """Characters cut off a line's beginning, as many as `telling` puts others for."""
    return type(value) is int and 0 <= value <= MOST_CUT


_SPAN = {"line": count, "column": count, "end_column": count, "source": text, "cut": _cut, "place": _PLACE}
_FINDING = object_of(
    {"code": text, "name": text, "severity": one_of(*Severity), "file": text, "message": _WORDS},
    {"hint": _WORDS, "allowed": text, "suggestion": text, "related": list_of(object_of({"file": text}, _SPAN)), **_SPAN},
)
_ENTRY = object_of(
    {
        "input": text,
        "kind": text,
        "output": text,
        "status": text,
        "input_sha256": text,
        "output_digest": text,
        "findings": list_of(_FINDING),
    },
    {
        "pack": text,
        "why": list_of(text),
        "made_by": text,
        "options": mapping_of(scalar),
        "packs": mapping_of(text),
        "pictures": mapping_of(text),
        "values": mapping_of(text),
        "beside": text,
        "older_digest": text,
        "pdf_of": text,
        "trace": object_of({"unit": text}, {"passages": mapping_of(_stretch), "named": mapping_of(_stretch)}),
    },
)


def parsed(source: str) -> Any:
    """The values of JSON that a person may have changed; None where it is none."""
    try:
        escapes = "\\ud" in source or "\\uD" in source
        return None if escapes and _HALF_A_CHARACTER.search(source) else json.loads(source)
    except (ValueError, RecursionError):
        return None


def sound(entry: Any, folder: Path) -> bool:
    """Whether an entry holds what the next run reads in it, and its documents stand in `folder`."""
    return _ENTRY(entry) and all(_is_inside(entry[key], folder) for key in ("output", "beside") if key in entry)


def _is_inside(name: str, folder: Path) -> bool:
    """Whether a document of this name, links followed, stands in the folder or below it."""
    path = PurePath(name)
    if "\0" in name or path.is_absolute() or path.drive or ".." in path.parts or not path.parts:
        return False
    if any(len(part.encode()) > _MOST_BYTES_OF_A_NAME for part in path.parts):
        return False
    if len(path.parts) == 1:
        return True
    return Path(os.path.realpath((folder / path).parent)).is_relative_to(os.path.realpath(folder))

"""Names that look like a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST = 80
_MOST = 2_000
_SHORT = 3


def near(name: str, candidates: Iterable[str], limit: int = 1) -> list[str]:
    """Up to `limit` of the `candidates` that `name` may have meant, best first."""
    known = [candidate for candidate in islice(candidates, _MOST) if len(candidate) <= _LONGEST]
    # Of two Chinese characters one may be wrong.
    return get_close_matches(name, known, limit, cutoff=0.6 if len(name) > _SHORT else 0.5) if len(name) <= _LONGEST else []


def near_words(name: str, candidates: Iterable[str]) -> dict[str, str]:
    """The ends of a message that names the nearest candidate; empty where there is none."""
    found = near(name, candidates)
    return {"near_zh": f"，是不是“{found[0]}”？" if found else "", "near_en": f"; did you mean '{found[0]}'?" if found else ""}

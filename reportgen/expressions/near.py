"""Names that look like a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_LONGEST = 80
_MOST = 2_000
_SHORT = 3
_LOOKED_AT = 16


def near(name: str, candidates: Iterable[str], limit: int = 1) -> list[str]:
    """Up to `limit` of the `candidates` that `name` may have meant, best first: those that only add to it, then the least typing away.

    Of equally near ones the earlier candidate is the better one.
    """
    from difflib import get_close_matches

    if len(name) > _LONGEST:
        return []
    known = [candidate for candidate in islice(candidates, _MOST) if len(candidate) <= _LONGEST]
    alike = {*get_close_matches(name, known, _LOOKED_AT, cutoff=0.6)}
    # Of two or three Chinese characters one may be wrong.
    alike.update(one for one in known if len(one) == len(name) <= _SHORT and len(name) > 1 and _edits(name, one) == 1)
    ranked = sorted((one for one in dict.fromkeys(known) if one in alike), key=lambda one: _distance(name, one))
    return ranked[:limit]


def _distance(name: str, other: str) -> tuple[bool, int, bool]:
    return name not in other, _edits(name, other), len(other) < len(name)


def _edits(name: str, other: str) -> int:
    """How many characters must be put in, taken out, exchanged or swapped with the next to make one name of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(name, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(other, 1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == name[i - 2]:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]


def near_words(name: str, candidates: Iterable[str]) -> dict[str, str]:
    """The ends of a message that names the nearest candidate; empty where there is none."""
    found = near(name, candidates)
    return {"near_zh": f"，是不是“{found[0]}”？" if found else "", "near_en": f"; did you mean '{found[0]}'?" if found else ""}

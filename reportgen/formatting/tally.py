"""Faults counted up by kind of place, so that two hundred paragraphs with one fault give one finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import field

from reportgen.findings import Fault, Finding, Span
from reportgen.formatting.saying import Said, both
from reportgen.formatting.sheet import found
from reportgen.packs import Demand
from reportgen.values import dataclass

_MOST_LISTED = 4


@dataclass(slots=True)
class _Case:
    fault: Fault
    demand: Demand
    role: Said
    wanted: Said
    places: list[Span] = field(default_factory=list)
    seen: Counter[Said] = field(default_factory=Counter)
    last: int = 0
    """The paragraph met last: several runs of one count once."""


class Tally:
    """Cases of what is not as it should be, in the order in which they were met."""

    def __init__(self) -> None:
        self._cases: dict[Hashable, _Case] = {}

    def add(self, fault: Fault, demand: Demand, place: Span, *, role: Said, shown: Said, wanted: Said) -> None:
        """Note that `role` is `shown` where it should be `wanted`."""
        case = self._cases.setdefault((fault.code, role, wanted), _Case(fault, demand, role, wanted))
        paragraph = place.place.block if place.place else 0
        if not case.places or paragraph != case.last:
            case.places.append(place)
        case.last = paragraph
        case.seen[shown] += 1

    def findings(self) -> Iterator[Finding]:
        """A finding for each fault of each role; wordings name `role`, `shown`, `wanted`, each `_zh` and `_en`."""
        for case in self._cases.values():
            values = both("role", case.role) | both("shown", _listed(case.seen)) | both("wanted", case.wanted)
            yield from found(case.fault, case.demand, case.places, **values)


def _listed(seen: Counter[Said]) -> Said:
    """What was seen, the commonest first."""
    if len(seen) == 1:
        return next(iter(seen))
    words = [said for said, _ in seen.most_common(_MOST_LISTED)]
    more = ("等", " and others") if len(seen) > _MOST_LISTED else ("", "")
    return "、".join(zh for zh, _ in words) + more[0], ", ".join(en for _, en in words) + more[1]

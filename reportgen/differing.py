"""What is different between two packs, or two versions of one: a change note for those who use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from typing import Literal

from reportgen.facets import GROUPS, Facet, Group
from reportgen.values import dataclass

How = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    how: How
    old: Facet | None
    new: Facet | None

    @property
    def facet(self) -> Facet:
        """What it is about, as it now stands where it still does."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found

    def lines(self) -> list[str]:
        """The paragraphs of a block that went (-) and came (+), those around them without a mark."""
        old, new = (facet.lines if facet else () for facet in (self.old, self.new))
        return [line for line in unified_diff(old, new, lineterm="", n=1) if not line.startswith(("---", "+++", "@@"))]


def differences(old: Iterable[Facet], new: Iterable[Facet]) -> list[Change]:
    """What became of each fact, in the order of the new pack; what went stands where its group ends."""
    before, after = list(old), list(new)
    found = [change for group in GROUPS for change in _of_group(_of(before, group), _of(after, group))]
    whole = {(change.how, change.facet.key) for change in found if change.facet.group == "fields"}
    return [change for change in found if change.facet.group != "fields" or not _is_told(change, whole)]


def _is_told(change: Change, whole: set[tuple[How, str]]) -> bool:
    """Whether a field came or went with the group that it stands in."""
    holder = change.facet.key.rpartition(".")[0].removesuffix("[]")
    return change.how in ("added", "removed") and (change.how, holder) in whole


def _of(facets: Sequence[Facet], group: Group) -> dict[tuple[str, str], Facet]:
    return {(facet.kind if group == "blocks" else "", facet.key): facet for facet in facets if facet.group == group}


def _of_group(old: dict[tuple[str, str], Facet], new: dict[tuple[str, str], Facet]) -> Iterator[Change]:
    gone = {key: facet for key, facet in old.items() if key not in new}
    for key, facet in new.items():
        before = old.get(key)
        if before is None:
            former = next((name for name in (*facet.former, *_by_clerks(facet, gone)) if ("", name) in gone), "")
            renamed = gone.pop(("", former)) if former else None
            yield Change("renamed", renamed, facet) if renamed else Change("added", None, facet)
        elif (before.name, before.words, before.lines) != (facet.name, facet.words, facet.lines):
            yield Change("changed", before, facet)
    yield from (Change("removed", facet, None) for facet in gone.values())


def _by_clerks(facet: Facet, gone: dict[tuple[str, str], Facet]) -> Iterator[str]:
    """The keys of old fields whose Chinese name is one of a new field's earlier names."""
    holder = facet.name.rpartition(".")[0]
    names = {f"{holder}.{name.rpartition('.')[2]}" if holder else name for name in facet.former}
    return (old.key for old in gone.values() if old.name in names)

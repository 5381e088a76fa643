"""The order in which figures can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def in_dependency_order(reads: Mapping[str, Iterable[str]]) -> tuple[list[str], list[list[str]]]:
    """Names each after those that it reads, else as given; and the circles, whose names are left out.

    A formula of a list's item reads that item as `row`; a name stands also for what is below it (`finance` for `finance.x`).
    """
    below = _below(reads)
    rank = {name: position for position, name in enumerate(reads)}
    needs = {name: sorted(_needed(name, reads, below), key=rank.__getitem__) for name in reads}
    ordered: list[str] = []
    circles: list[list[str]] = []
    state: dict[str, bool] = {}
    for name in reads:
        _visit(name, needs, state, ordered, circles)
    caught = {name for circle in circles for name in circle}
    return [name for name in ordered if name not in caught], circles


def _visit(start: str, needs: Mapping[str, list[str]], state: dict[str, bool], ordered: list[str], circles: list[list[str]]) -> None:
    """Depth first from `start`; `state` holds of each name that was reached whether it is done."""
    if start in state:
        return
    state[start] = False
    trail = {start: iter(needs[start])}
    while trail:
        name = next(reversed(trail))
        other = next(trail[name], None)
        if other is None:
            state[name] = True
            ordered.append(name)
            del trail[name]
        elif other not in state:
            state[other] = False
            trail[other] = iter(needs[other])
        elif not state[other]:
            names = list(trail)
            circles.append(names[names.index(other) :])


def _below(names: Iterable[str]) -> dict[str, list[str]]:
    """By each name and what holds it, the names that it stands for."""
    below: dict[str, list[str]] = {}
    for name in names:
        for holder in _holders(name):
            below.setdefault(holder, []).append(name)
    return below


def _needed(name: str, reads: Mapping[str, Iterable[str]], below: Mapping[str, list[str]]) -> set[str]:
    """The other figures whose values a formula reads, wholly or in part."""
    each = name.partition("[]")[0] if "[]." in name else ""
    read = [absolute(one, each) for one in reads[name]]
    parts = (other for one in read for other in below.get(one, ()))
    wholes = (holder for one in read for holder in _holders(one) if holder in reads)
    return {*parts, *wholes}


def _holders(name: str) -> Iterator[str]:
    """`a.b.c`, `a.b` and `a`."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def absolute(read: str, each: str) -> str:
    """`row.score` as `indicators[].score` where rows are of `indicators`; any other name as it is."""
    return f"{each}[]{read[3:]}" if each and (read == "row" or read.startswith("row.")) else read

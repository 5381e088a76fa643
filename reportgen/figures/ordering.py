"""The order in which figures can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def in_dependency_order(reads: Mapping[str, Iterable[str]]) -> tuple[list[str], list[list[str]]]:
    """Names each after those that it reads, else as given; and the circles, whose names are left out.

    A formula of a list's item reads that item as `row`; a name stands also for what is below it (`finance` for `finance.x`).
    """
    needs = {name: [other for other in reads if _reads_any(name, reads[name], other)] for name in reads}
    ordered: list[str] = []
    circles: list[list[str]] = []
    state: dict[str, bool] = {}
    for name in reads:
        _visit(name, needs, state, [], ordered, circles)
    caught = {name for circle in circles for name in circle}
    return [name for name in ordered if name not in caught], circles


def _visit(
    name: str, needs: Mapping[str, list[str]], state: dict[str, bool], trail: list[str], ordered: list[str], circles: list[list[str]]
) -> None:
    """Depth first; `state` holds whether a name is done. The trail is as long as the chain of figures, which packs keep short."""
    if state.get(name):
        return
    if name in state:
        circles.append(trail[trail.index(name) :])
        return
    state[name] = False
    for other in needs[name]:
        _visit(other, needs, state, [*trail, name], ordered, circles)
    state[name] = True
    ordered.append(name)


def _reads_any(name: str, read: Iterable[str], other: str) -> bool:
    return any(_overlap(absolute(each, name.partition("[]")[0] if "[]." in name else ""), other) for each in read)


def _overlap(read: str, other: str) -> bool:
    return read == other or other.startswith(f"{read}.") or read.startswith(f"{other}.")


def absolute(read: str, each: str) -> str:
    """`row.score` as `indicators[].score` where rows are of `indicators`; any other name as it is."""
    return f"{each}[]{read[3:]}" if each and (read == "row" or read.startswith("row.")) else read

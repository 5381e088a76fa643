"""Where in the merged schema files of a kind a field stands, given its dotted name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.packs.layers import Layers, Path


def place_of(layers: Layers, name: str) -> Path:
    """The path of a field, `finance.budget` or `projects[].name`; `projects[]` is that of the items."""
    place: Path = ()
    for step in name.replace("[]", ".[]").split("."):
        place = _below(layers, referred(layers, place), "items" if step == "[]" else step)
    return place


def _below(layers: Layers, place: Path, step: str) -> Path:
    """The place of a member or of the items, whichever of its forms has it."""
    node = node_at(layers.value, place)
    forms: list[Any] = next((node[word] for word in ("anyOf", "oneOf") if isinstance(node.get(word), list)), [])
    for form in [place, *(referred(layers, (*place, "anyOf" if "anyOf" in node else "oneOf", index)) for index in range(len(forms)))]:
        inner = form if step == "items" else (*form, "properties")
        if step in node_at(layers.value, inner):
            return (*inner, step)
    return place


def referred(layers: Layers, place: Path) -> Path:
    """The place that a reference leads to."""
    for _ in range(16):
        reference = node_at(layers.value, place).get("$ref")
        if not isinstance(reference, str):
            break
        place = ("$defs", reference.rpartition("/")[2])
    return place


def node_at(value: Any, place: Sequence[str | int]) -> Mapping[str, Any]:
    """The mapping at a place; an empty one where there is none."""
    for step in place:
        value = (
            value[step] if isinstance(value, list) and isinstance(step, int) else value.get(step) if isinstance(value, Mapping) else None
        )
    return value if isinstance(value, Mapping) else {}

"""Work that waits for the whole part: numbers that text before them mentions, contents, notes, sections."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from reportgen.render.state import Rendering

LATER = "fFqNoS"
"""The kinds of marks that wait for such work."""


class Step(ABC):
    """One kind of such work in one rendering; a part is held from the first value that asks for it."""

    rank: ClassVar[int] = 0
    """Steps run in this order."""

    def __init__(self, rendering: Rendering) -> None:
        self.rendering = rendering

    @abstractmethod
    def __call__(self, whole: bytes) -> bytes:
        """The rest of the part being written, from that value on, with this step's marks settled."""


def finished(batches: Iterable[bytes], steps: Mapping[Any, Step]) -> Iterator[bytes]:
    """A part after all steps, of which there may be none until a batch is asked for."""
    held: list[bytes] = []
    for batch in batches:
        if steps:
            held.append(batch)
        else:
            yield batch
    if held:
        yield _settled(b"".join(held), steps.values())


def _settled(whole: bytes, steps: Collection[Step]) -> bytes:
    for step in sorted(steps, key=lambda step: step.rank):
        whole = step(whole)
    return whole

"""One rendering under way: what it adds to the package, and the ids that it hands out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import field
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from reportgen.compiler.tags import MARK_BEGIN, MARK_END
from reportgen.ooxml import Package
from reportgen.render.settling import Settler
from reportgen.render.steps import Step
from reportgen.render.text import HEADING_END
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.ooxml import Draft

S = TypeVar("S", bound=Step)


@dataclass(slots=True)
class Rendering:
    """The state of one rendering; belongs to one thread."""

    package: Package
    settler: Settler
    """What settles marks: where heading numbers and ids stand."""
    part: str = ""
    """The part being written."""
    dynamic: Collection[str] = ()
    """The parts that are written anew each time."""
    steps: dict[type[Step], Step] = field(default_factory=dict)
    """What is left to do once a part is whole, by kind."""
    _draft: Draft | None = None
    _taken_over: dict[str, bytes] = field(default_factory=dict)
    _pictures: dict[bytes, str] = field(default_factory=dict)

    @property
    def draft(self) -> Draft:
        """Where new parts and relationships go."""
        if self._draft is None:
            from reportgen.ooxml.draft import Draft  # many documents add no parts

            self._draft = Draft(self.package)
        return self._draft

    def step(self, kind: type[S]) -> S:
        """What is left to do of a kind once the part is whole; from the first call on the part is held."""
        if kind not in self.steps:
            self.steps[kind] = kind(self)
        return self.steps[kind]  # type: ignore[return-value]  # kept under its own kind

    def changes(self) -> dict[str, bytes]:
        """The parts that this rendering added or changed, besides those of the template's programs."""
        return self._taken_over | (self._draft.changes() if self._draft is not None else {})

    def take_over(self, draft: Draft) -> None:
        """Go on with a draft that starts from this one's package."""
        self._taken_over = self.changes()
        self._draft = draft

    def add_picture(self, data: bytes, content_type: str, extension: str) -> str:
        """The relationship id of a picture in the part being written; a picture that is there already is not added again."""
        digest = sha256(data).digest()
        if digest not in self._pictures:
            self._pictures[digest] = self.draft.add(f"word/media/image1.{extension}", data, content_type)
        return self.draft.relate(self.part, "image", self._pictures[digest])

    def drawing_id(self) -> str:
        """The id of a new drawing: a mark, which becomes a number of its own wherever it comes out."""
        return f"{MARK_BEGIN}d{MARK_END}"

    def renumbering(self) -> str:
        """A mark where headings are numbered from the first again."""
        return f"{MARK_BEGIN}0{MARK_END}"

    def heading(self, level: int) -> tuple[str, str]:
        """What goes to the start and the end of a new heading's paragraph, so that it gets its number."""
        if level not in self.settler.counters.forms:
            return "", ""
        return f"{MARK_BEGIN}h{level}{MARK_END}", HEADING_END

"""Official parts of a document as values: captions, references to them, footnotes, contents, sections; the renderer writes them."""

from __future__ import annotations

from dataclasses import field
from typing import Any, ClassVar

from reportgen.expressions.printing import text_of
from reportgen.values import dataclass

MOST_LEVELS = 5
_LONGEST_LABEL = 10
_ACROSS = {"landscape": True, "横向": True, "portrait": False, "纵向": False}


class Official:
    """A value that is more than text; printed as text it is its words."""

    __slots__ = ()
    stands_alone: ClassVar[bool] = True
    """Whether it has lines of its own; else it stands within a line."""


@dataclass(frozen=True, slots=True)
class Caption(Official):
    """A numbered line under a picture or above a table: 图1 …, 表1 …; numbers follow the order of the output."""

    label: str
    """图, 表, or what else is counted by itself."""
    text: str
    name: str = ""
    """What references call it; "": nothing refers to it."""

    def __post_init__(self) -> None:
        if not (self.label.isalpha() and len(self.label) <= _LONGEST_LABEL):
            raise ValueError(f"“{self.label}”不能作题注的名头，如 图、表 / no label for captions")

    def __str__(self) -> str:
        return f"{self.label}　{self.text}"


@dataclass(frozen=True, slots=True)
class Picture(Official):
    """A picture on lines of its own, with its caption; `width` in clerks' words, "": its own, as far as the page allows."""

    data: bytes = field(repr=False)
    """PNG or JPEG."""
    width: str = ""
    caption: str = ""
    name: str = ""
    """What references call it."""
    description: str = ""
    """What those hear who do not see it; "": the caption."""

    def __str__(self) -> str:
        return self.caption


@dataclass(frozen=True, slots=True)
class Reference(Official):
    """The label and number of a caption, before or behind it."""

    stands_alone: ClassVar[bool] = False
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Footnote(Official):
    """A note at the foot of the page."""

    stands_alone: ClassVar[bool] = False
    text: str

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Contents(Official):
    """A table of the headings that follow, down to a level."""

    levels: int = 2

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Section(Official):
    """The beginning of pages that lie across the sheet, or stand upright again."""

    landscape: bool

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Renumbering(Official):
    """Where headings are numbered from the first again: at the beginning of an attachment."""

    def __str__(self) -> str:
        return ""


def captioned(text: Any, label: str = "图", name: str = "") -> Caption:
    """A caption with this text: `'各项目支出情况'|caption('表', 'spending')`."""
    return Caption(text_of(label), text_of(text), text_of(name))


def referred(name: Any) -> Reference:
    """The label and number of the caption of this name: `'spending'|reference` is 表1."""
    return Reference(text_of(name))


def noted(text: Any) -> Footnote:
    """A footnote with this text: `'金额为决算数。'|footnote`."""
    return Footnote(text_of(text))


def contents(levels: int = 2) -> Contents:
    """A table of contents of headings down to `levels`, 1 to 5.

    Raises:
        ValueError: another number of levels.
    """
    if levels not in range(1, MOST_LEVELS + 1):
        raise ValueError(f"目录层级应为 1 到 {MOST_LEVELS} / levels are 1 to {MOST_LEVELS}")
    return Contents(int(levels))


def renumber() -> Renumbering:
    """Headings that follow are numbered from the first again."""
    return Renumbering()


def section(direction: str) -> Section:
    """New pages from here on: `section('横向')` across the sheet, `section('纵向')` upright.

    Raises:
        ValueError: another direction.
    """
    if direction not in _ACROSS:
        raise ValueError("横向、纵向 / landscape, portrait")
    return Section(_ACROSS[direction])

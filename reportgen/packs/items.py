"""Data as one item of a list sees it: the item stands under a name of its own beside everything else."""

from __future__ import annotations

from dataclasses import replace

from reportgen.expressions import Record
from reportgen.findings import Span
from reportgen.packs.data import Data
from reportgen.packs.fields import Field
from reportgen.packs.layers import Path
from reportgen.packs.pack import Kind
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class _Places:
    """Positions of the data, the item's being those of its place in the list."""

    data: Data
    name: str
    place: Path

    def span(self, path: Path, *, key: bool = False) -> Span:
        return self.data.span(self._real(path), key=key)

    def locate(self, path: Path, offset: int, length: int = 1) -> Span:
        return self.data.locate(self._real(path), offset, length)

    def _real(self, path: Path) -> Path:
        return (*self.place, *path[1:]) if path[:1] == (self.name,) else path


def views(data: Data, kind: Kind, root: Field) -> list[Data]:
    """The data once for each item of the list `kind.per`, the item under `kind.item` and 本 with its title.

    Narrative texts of the list are those of the item alone.
    """
    items = data.record.get(kind.per)
    title = _alias(_item_field(root, kind))
    return [_view(data, kind, index, title) for index in range(len(items))] if isinstance(items, list) else []


def with_item(root: Field, kind: Kind) -> Field:
    """The fields that figures, rules and templates of a kind may read: those of the data and, where there is one, of its item."""
    if not kind.per:
        return root
    item = _item_field(root, kind)
    names = {_alias(item): kind.item, **root.names, kind.item: kind.item}
    return replace(root, fields={**root.fields, kind.item: item}, names=names)


def _view(data: Data, kind: Kind, index: int, title: str) -> Data:
    place: Path = (kind.per, index)
    record = Record(data.record, data.record.names.also(kind.item, title), data.record.path)
    record[kind.item] = data.record[kind.per][index]

    def inside(paths: tuple[Path, ...]) -> tuple[Path, ...]:
        moved = [(kind.item, *path[2:]) if path[:2] == place else path for path in paths]
        return tuple(path for path in moved if path[0] != kind.per)

    places = _Places(data, kind.item, place)
    return Data(record, places, narratives=inside(data.narratives), pictures=inside(data.pictures), charts=inside(data.charts))


def _item_field(root: Field, kind: Kind) -> Field:
    return root.child(kind.per).child(0)


def _alias(item: Field) -> str:
    """What a clerk calls the item of a list of 项目: 本项目."""
    return f"本{item.title}"

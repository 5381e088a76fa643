"""The years that a pack serves: some that it lists, or a stretch that may have no end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Years:
    """Years; without any word about them all are served."""

    listed: tuple[int, ...] = ()
    first: int | None = None
    last: int | None = None

    def __contains__(self, year: object) -> bool:
        if not isinstance(year, int) or not self:
            return True
        return year in self.listed if self.listed else (self.first or year) <= year <= (self.last or year)

    def __bool__(self) -> bool:
        return bool(self.listed) or self.first is not None or self.last is not None

    @property
    def latest(self) -> int | None:
        """The last year that it is surely meant for."""
        return max(self.listed) if self.listed else self.last or self.first

    @property
    def in_chinese(self) -> str:
        """As a clerk writes them: 2022—2024, 2024起, 至2024."""
        return "、".join(_stretches(self.listed)) or self._stretch("{first}起", "至{last}")

    @property
    def in_english(self) -> str:
        return ", ".join(_stretches(self.listed)) or self._stretch("from {first}", "to {last}")

    def _stretch(self, since: str, until: str) -> str:
        if self.first is None or self.last is None:
            return (until if self.first is None else since).format(first=self.first, last=self.last)
        return f"{self.first}—{self.last}" if self.first < self.last else str(self.first)


def read_years(words: Any) -> Years:
    """The years of a pack.yaml: a list, or `{from: 2022, to: 2024}` of which one may be left out."""
    if isinstance(words, Mapping):
        return Years((), words.get("from"), words.get("to"))
    return Years(tuple(words)) if isinstance(words, list | tuple) else Years()


def _stretches(years: Sequence[int]) -> list[str]:
    stretches: list[list[int]] = []
    for year in sorted(set(years)):
        if stretches and year == stretches[-1][-1] + 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    return [f"{one[0]}—{one[-1]}" if len(one) > 1 else str(one[0]) for one in stretches]

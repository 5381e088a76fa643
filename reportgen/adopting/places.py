"""The fields that a stretch of a file may be about: those of the data, or those of one item of a list, printed in a loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.adopting.identity import Identity
from reportgen.adopting.matching import Matcher
from reportgen.adopting.sentences import Filler
from reportgen.adopting.tables import Listing
from reportgen.adopting.vocabulary import Vocabulary
from reportgen.packs.layers import Path


@dataclass(frozen=True)
class Scope:
    """Names to choose from."""

    vocabulary: Vocabulary
    matcher: Matcher
    lists: Sequence[Listing]
    whose: Identity
    facts: dict[str, str] = field(default_factory=dict)
    """The figures that fields were taken for so far."""
    item: str = ""
    """What the loop calls its item; "" outside of loops."""
    place: Path = ()
    """Where in the parent's schema files the item stands."""

    def filler(self) -> Filler:
        """A filler for one section: what its last blank stood for is forgotten behind it."""
        return Filler(self.vocabulary, self.whose, self.facts)

"""Prose as text and as blocks."""

import pickle
from copy import deepcopy

import pytest

from reportgen.narrative import ListItem, Paragraph, Prose, Run, Table

BLOCKS = (
    Paragraph((Run("标题", 2),), heading=1),
    Paragraph((Run("得", 5), Run("95", 6, given=True), Run("分", 14, bold=True))),
    ListItem((Run("甲", 18),), 1),
    Table((((Run("乙", 22),), ()),)),
)


def test_prose_is_the_text_of_its_blocks() -> None:
    prose = Prose(BLOCKS)
    assert prose == "标题\n得95分\n甲\n乙\t"
    assert prose.blocks == BLOCKS
    assert (Prose(), Prose().blocks) == ("", ())


def test_every_character_has_a_place_and_values_that_of_their_braces() -> None:
    assert [Prose(BLOCKS).place(offset) for offset in range(13)] == [2, 3, 4, 5, 6, 6, 14, 15, 18, 19, 22, 23, 23]


@pytest.mark.parametrize("offset", [-1, 13])
def test_there_is_no_place_outside_the_text(offset: int) -> None:
    with pytest.raises(IndexError, match="in a text of 12 characters"):
        Prose(BLOCKS).place(offset)


def test_prose_survives_copying_and_pickling() -> None:
    for copy in (pickle.loads(pickle.dumps(Prose(BLOCKS))), deepcopy(Prose(BLOCKS))):
        assert type(copy) is Prose
        assert (copy, copy.blocks) == (Prose(BLOCKS), BLOCKS)

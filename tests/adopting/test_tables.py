"""Tables of a district's file with tags."""

from __future__ import annotations

from reportgen.adopting.identity import Identity
from reportgen.adopting.outline import Grid, outline
from reportgen.adopting.sentences import Filler, Guess
from reportgen.adopting.tables import listings, tabled
from reportgen.adopting.vocabulary import Vocabulary
from reportgen.compiler.dressing import dress
from reportgen.formatting import open_manuscript
from reportgen.inspection import fields_of
from reportgen.ooxml import open_package
from reportgen.ooxml.namespaces import qn
from reportgen.search import Search
from reportgen.starting.sheet import Sheet
from reportgen.workshop import Workshop, definitions_of
from tests.documents import docx, p, table, tc, tr

BASE = Workshop(Search.of().folders()).pack("base")
KIND = BASE.kinds["department-report"]
WORDS = Vocabulary(fields_of(BASE.schema(KIND.name).root, definitions_of(BASE, KIND)[0]))
SHEET = Sheet(dress(open_package(docx("甲"), "a.docx"), BASE.profile_of(KIND.name)))


def filled(grid: str) -> tuple[list[list[str]], tuple[Guess, ...]]:
    """The cells of a table with its tags, row by row."""
    (piece,) = [one for one in outline(open_manuscript(docx(grid), "a.docx")).pieces if isinstance(one, Grid)]
    made = tabled(piece, listings(WORDS), WORDS, Filler(WORDS, Identity()), SHEET)
    rows = made.element.iterchildren(qn("w:tr"))
    return [
        ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iterchildren(qn("w:tc"))] for row in rows
    ], made.guesses


def unknown(guesses: tuple[Guess, ...]) -> list[str]:
    return [guess.words for guess in guesses if not guess.tag]


def test_room_below_labels_is_filled() -> None:
    rows, guesses = filled(table([["支出（万元）", "年初预算数", "全年预算数", "全年执行数"], ["合计", "", "", ""]]))
    assert rows[1] == ["合计", "{{ 收支.年初预算|默认('') }}", "{{ 收支.预算数|默认('') }}", "{{ 收支.执行数|默认('') }}"]
    assert unknown(guesses) == []


def test_a_score_in_a_row_of_amounts_is_not_that_of_the_report() -> None:
    rows, guesses = filled(table([["年初预算数", "全年预算数", "分值", "得分"], ["", "", "10", ""]]))
    assert rows[1][2:] == ["10", "{# 待填：得分 #}"]
    assert unknown(guesses) == ["得分"]


def test_room_beside_a_label_that_is_no_field_is_told_of() -> None:
    rows, guesses = filled(table([["部门名称", "", "联系电话", ""]]))
    assert rows == [["部门名称", "{{ 部门.全称|默认('') }}", "联系电话", "{# 待填：联系电话 #}"]]
    assert unknown(guesses) == ["联系电话"]


def test_sums_stand_below_their_columns_whatever_is_merged_beside_them() -> None:
    wide = tr(tc(p("总分"), properties='<w:gridSpan w:val="2"/>'), tc(p("100")), tc(p("")))
    rows, _ = filled(table([["二级指标", "三级指标", "分值", "得分"], ["", "", "", ""], wide]))
    assert rows[-1] == ["总分", "100", "{% if 指标 %}{{ 指标|合计('得分') }}{% endif %}"]

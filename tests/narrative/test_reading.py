"""Lines of narrative to blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.expressions import Environment, compile_expression
from reportgen.findings import Finding
from reportgen.narrative import ListItem, Paragraph, Run, Table, read
from tests.narrative.reading import faults, locate, prose, shape

MARKUP = st.text("ab一是（1）.　 \t\n\r*#-|｜{}｛｝%％\"'\\\x00\ud800￾年")
PLAIN = st.text(st.characters(exclude_characters="*#＃-|｜{}｛｝ \t\xa0　", exclude_categories=("C", "Z")), min_size=1)


def test_each_line_is_a_paragraph() -> None:
    assert shape("甲。\n\n　　乙。\r\n \t 　\n丙。 ") == ["甲。", "乙。", "丙。"]


def test_typed_marks_of_points_stay_text() -> None:
    typed = ["一是甲", "（1）乙", "1.丙", "2023. 年", "①丁", "-5%", "#1楼", "*戊*", "+己"]
    assert shape("\n".join(typed)) == typed


def test_headings_are_lines_that_begin_with_a_number_sign() -> None:
    assert shape("# 甲\n##乙\n＃＃＃　丙\n#### **丁**\n##### 戊。") == ["1 甲", "2 乙", "3 丙", "4 丁", "5 戊。"]


def test_a_heading_that_begins_in_bold_runs_in() -> None:
    (block,) = prose("#### **主要职能。**一是**甲**").blocks
    assert block == Paragraph((Run("主要职能。", 7), Run("一是", 14), Run("甲", 18, bold=True)), heading=4, run_in=1)


@pytest.mark.parametrize("text", ["# ", "##", "#"])
def test_a_heading_needs_words(text: str) -> None:
    assert faults("甲\n" + text) == [("N103", text.strip())]


def test_a_heading_of_empty_values_has_no_words() -> None:
    result, findings = read("## {{ x }}", locate, lambda _source: "")
    assert (result.blocks, [finding.code for finding in findings]) == ((), ["N103"])


def test_there_are_five_levels_of_headings() -> None:
    result, (finding,) = read("###### 甲", locate)
    assert result.blocks == (Paragraph((Run("甲", 7),), heading=5),)
    assert (finding.message("zh"), finding.message("en")) == ("标题有 6 级，最多 5 级", "a heading of level 6; there are 5 levels")


def test_items_in_a_row_are_one_list() -> None:
    assert shape("- 甲\n\n-　**乙**丙\n丁\n- 戊") == ["-1 甲", "-2 <乙>丙", "丁", "-1 戊"]


def test_an_item_whose_value_is_empty_is_left_out() -> None:
    assert shape("- 甲\n- {{ x }}\n- 乙", lambda _source: None) == ["-1 甲", "-2 乙"]


def test_a_table_ends_a_list_and_a_blank_line_a_table() -> None:
    assert prose("- 甲\n|乙|\n- 丙\n|丁|\n\n|戊|己|").blocks == (
        ListItem((Run("甲", 2),), 1),
        Table((((Run("乙", 5),),),)),
        ListItem((Run("丙", 10),), 1),
        Table((((Run("丁", 13),),),)),
        Table((((Run("戊", 18),), (Run("己", 20),)),)),
    )


def test_characters_that_word_cannot_hold_are_found_and_replaced() -> None:
    result, findings = read("甲\x07乙\ud800\r丙", locate)
    assert result == "甲\ufffd乙\ufffd\ufffd丙"
    assert [(f.code, f.span.column, f.values["character"]) for f in findings] == [
        ("N101", 1, "U+0007"),
        ("N101", 3, "U+D800"),
        ("N101", 4, "U+000D"),
    ]


def test_findings_come_in_source_order() -> None:
    assert [code for code, _ in faults("**甲 }}\n| a | b |\n| c |\n# \n\x01")] == ["N102", "N202", "N105", "N103", "N101"]


@pytest.mark.parametrize("text", ["\ufdd0" * 400_000, "}}" * 20_000, "#\n" * 20_000, "{{ 1/ }}" * 20_000])
def test_of_more_faults_than_anyone_mends_the_first_are_told(text: str) -> None:
    found = read(text, locate, lambda source: compile_expression(source, Environment(), narrative=True))[1]
    assert [finding.code for finding in found].count("Y064") == 1
    assert len(found) == 1001


@given(MARKUP)
def test_any_text_gives_blocks_and_findings(text: str) -> None:
    for evaluate in (None, lambda source: source):
        result, findings = read(text, locate, evaluate)
        assert all(isinstance(finding, Finding) and finding.message("zh") and finding.message("en") for finding in findings)
        for finding in findings:
            assert finding.hint("zh")
            assert finding.hint("en")
            assert 0 <= finding.span.column < finding.span.end_column <= len(text)
        for offset in range(len(result) + 1):
            assert 0 <= result.place(offset) <= len(text)
        result.encode()


@given(MARKUP)
def test_typed_characters_are_found_again_at_their_place(text: str) -> None:
    result, findings = read(text, locate)
    replaced = {finding.span.column for finding in findings if finding.code == "N101"}
    for offset, character in enumerate(result):
        place = result.place(offset)
        if character not in "\n\t" and place not in replaced:
            assert text[place] == character


@given(st.lists(PLAIN))
def test_text_without_markup_is_itself(lines: list[str]) -> None:
    text = "\n".join(lines)
    result = prose(text)
    assert result == text
    assert [result.place(offset) for offset in range(len(text) + 1)] == list(range(len(text) + 1))


@given(st.lists(st.tuples(PLAIN, PLAIN), min_size=1))
def test_bold_pairs_wherever_it_stands(parts: list[tuple[str, str]]) -> None:
    (block,) = prose("".join(f"**{bold}**{rest}" for bold, rest in parts)).blocks
    assert isinstance(block, Paragraph)
    assert [(run.text, run.bold) for run in block.runs] == [
        (text, bold) for pair in parts for text, bold in zip(pair, (True, False), strict=True)
    ]

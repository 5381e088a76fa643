"""Bold marks and expressions within a line."""

from decimal import Decimal
from typing import Any

import pytest

from reportgen.expressions import ExpressionError, ExpressionSyntaxError, Pending
from reportgen.expressions import faults as e
from reportgen.narrative import Paragraph, Run, read
from tests.narrative.reading import faults, locate, prose, shape

VALUES: dict[str, Any] = {
    "得分": 95,
    "预算": Decimal("2.50"),
    "marks": "**甲**|{{ 得分 }}",
    "lines": "# 甲 \n\r\n 乙",
    "bell": "甲\x07",
    "none": None,
    "list": [1],
    "huge": 10**80,
    "pending": Pending(name="reason"),
    '"}}"': "}}",
    '得分|默认("a}}b")': "95",
    "'": 0,
}


def evaluate(source: str) -> Any:
    if source not in VALUES:
        raise ExpressionSyntaxError(e.SYNTAX, offset=source.find("?"), detail_zh="？", detail_en="?")
    return VALUES[source]


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("**一是甲。**乙", "<一是甲。>乙"),
        ("甲**“乙”，**丙", "甲<“乙”，>丙"),
        ("**甲****乙**", "<甲****乙>"),
        ("电话138****1234，***", "电话138****1234，***"),
        ("**电话138****1234**", "<电话138****1234>"),
        ("3*4*5", "3*4*5"),
    ],
)
def test_two_asterisks_make_bold_and_no_other_number(text: str, look: str) -> None:
    result, _ = read(text, locate)
    assert "".join(f"<{run.text}>" if run.bold else run.text for run in result.blocks[0].runs) == look  # type: ignore[union-attr]


def test_an_unpaired_bold_mark_is_found_and_stays() -> None:
    result, (finding,) = read("**甲**乙**丙{{ 得分 }}", locate, evaluate)
    assert result == "甲乙**丙95"
    assert [run.bold for run in result.blocks[0].runs] == [True, False, False, False, False]  # type: ignore[union-attr]
    assert (finding.code, finding.span.column, finding.span.end_column) == ("N102", 6, 8)
    assert finding.message("zh") == "加粗的 ** 在这一行里没有配对"
    assert finding.message("en") == "the ** of bold text has no partner on this line"
    assert finding.hint("zh").endswith('{{ "**" }}')


def test_values_stand_in_their_place() -> None:
    (block,) = prose("得{{ 得分 }}分，**{{预算}}**万元", evaluate).blocks
    assert block == Paragraph(
        (
            Run("得", 0),
            Run("95", 1, given=True),
            Run("分，", 9),
            Run("2.50", 13, bold=True, given=True),
            Run("万元", 21),
        )
    )


@pytest.mark.parametrize("typed", ["｛｛ 得分 ｝｝", "{{　得分　}}", "{｛得分}｝", "{{- 得分 -}}"])
def test_full_width_braces_and_trimming_are_read(typed: str) -> None:
    assert shape(typed, evaluate) == ["95"]


def test_braces_within_quotes_do_not_close() -> None:
    assert shape('甲{{ "}}" }}乙{{ 得分|默认("a}}b") }}', evaluate) == ["甲}}乙95"]


def test_markup_within_values_is_text() -> None:
    assert shape("# {{ marks }}\n{{ lines }}\n| {{ marks }} |", evaluate) == [
        "1 **甲**|{{ 得分 }}",
        "# 甲 乙",
        "| **甲**|{{ 得分 }} |",
    ]


def test_without_an_evaluator_expressions_stand_as_typed() -> None:
    assert shape("得{{ 得分 }}分") == ["得{{ 得分 }}分"]


def test_a_value_still_missing_is_highlighted() -> None:
    assert shape("因为{{ pending }}。", evaluate) == ["因为[[【待填：reason】]]。"]


def test_an_empty_value_leaves_no_paragraph() -> None:
    assert shape("{{ none }}\n甲{{ none }}", evaluate) == ["甲"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("甲{{ a ? }}", "E131", "?"),
        ("甲{{ }}", "E131", " "),
        ("甲{{ list }}乙", "E105", "{{ list }}"),
        ("甲{{ huge }}乙", "E135", "{{ huge }}"),
        ("甲{{ bell }}乙", "N101", "{{ bell }}"),
        ("甲{{ 得分 **乙**", "N201", "{{"),
        ("甲{{ " + "a" * 1000 + " }}", "N201", "{{"),
        ("甲 }} 乙", "N202", "}}"),
        ("甲{% if a %}乙", "N203", "{% if a %}"),
        ("甲｛％ if a", "N203", "｛％ if a"),
        ("甲{# b #}乙", "N203", "{# b #}"),
    ],
)
def test_faults_stand_at_their_place_and_the_text_stays(text: str, code: str, words: str) -> None:
    assert faults(text, evaluate) == [(code, words)]
    result, _ = read(text, locate, evaluate)
    assert code == "N101" or result == text


def test_errors_of_evaluation_are_found_at_the_expression() -> None:
    def refuse(_source: str) -> Any:
        raise ExpressionError(e.UNKNOWN_FILTER, name="万园", near_zh="，是不是“万元”？", near_en="")

    _, (finding,) = read("甲{{ x|万园 }}", locate, refuse)
    assert (finding.code, finding.message("zh")) == ("E112", "没有名为“万园”的过滤器，是不是“万元”？")
    assert (finding.span.column, finding.span.end_column) == (1, 11)


@pytest.mark.parametrize("piece", ["{{", "{%", "{{'}}{{\"}}", '{{"\\', "|{{", "** x ", "}}", "{{}", "| a "])
def test_hostile_lines_are_read_in_time_that_grows_with_their_length(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    result, _ = read(text, locate, lambda _source: "值")
    assert len(result) <= len(text)

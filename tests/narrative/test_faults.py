"""The full wording of every fault of narrative."""

import pytest

from reportgen.expressions.official import Caption
from reportgen.findings import Fault
from reportgen.narrative import faults, read
from tests.narrative.reading import locate

WORDINGS = {
    "甲\x07": ("这里有 Word 不能保存的控制字符 U+0007", "Word cannot hold the control character U+0007"),
    "**甲": ("加粗的 ** 在这一行里没有配对", "the ** of bold text has no partner on this line"),
    "## ": ("标题 ## 后面没有文字", "the heading ## has no words"),
    "####### 甲": ("标题有 7 级，最多 5 级", "a heading of level 7; there are 5 levels"),
    "| 甲 |\n| 乙 | 丙 |": ("表格这一行有 2 格，第一行有 1 格", "this row of the table has 2 cells, the first row 1"),
    "|" * 66: ("表格这一行有 65 格，Word 的表格最多 63 列", "this row of the table has 65 cells; a table in Word has 63 columns at most"),
    "|---|": ("表头线 |---| 只能写在表格的第二行", "the header line |---| belongs on the second line of a table"),
    "甲{{ 图 }}": ("图片、图表、题注不能和文字写在同一行", "a picture, a chart or a caption cannot stand among words"),
    "甲{{ 乙": (
        "{{ 在这一行里没有对应的 }}（式子最长 1000 字）",
        "no }} closes this {{ on its line (an expression has 1000 characters at most)",
    ),
    "甲 }}": ("}} 前面没有对应的 {{", "no {{ opens this }}"),
    "{% if 甲 %}": ("正文里只能写 {{ 名称|格式 }}，不能写 {% if 甲 %}", "narrative takes {{ name|filter }} only, not {% if 甲 %}"),
}


def drawn(_: str) -> Caption:
    return Caption("图", "甲")


DECLARED = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]


@pytest.mark.parametrize(("text", "wording"), WORDINGS.items())
def test_every_fault_says_what_is_wrong(text: str, wording: tuple[str, str]) -> None:
    _, (finding,) = read(text, locate, drawn)
    assert (finding.message("zh"), finding.message("en")) == wording


def test_every_fault_is_met_above_and_has_a_hint_and_a_reason() -> None:
    met = {finding.code for text in WORDINGS for finding in read(text, locate, drawn)[1]}
    assert [fault.code for fault in DECLARED] == sorted(met)
    assert all(fault.hint_zh and fault.hint_en and fault.why for fault in DECLARED)

"""Where a line leaves room to be filled in."""

from __future__ import annotations

import pytest

from reportgen.adopting.blanks import blanks, line_of
from reportgen.formatting import open_manuscript
from tests.documents import docx, p, r

GREY = '<w:color w:val="808080"/>'
YELLOW = '<w:highlight w:val="yellow"/>'
LINE = '<w:u w:val="single"/>'


def found(*runs: str) -> list[tuple[str, str]]:
    (block,) = open_manuscript(docx(p(*runs)), "a.docx").blocks
    return [(blank.kind, line_of(block)[blank.start : blank.end]) for blank in blanks(block)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("预算____万元", [("blank", "____")]),
        ("预算＿＿万元，执行××万元", [("blank", "＿＿"), ("blank", "××")]),
        ("××区××局", [("department", "××区××局")]),
        ("某市某局的职责", [("department", "某市某局")]),
        ("（请填写主要职责）", [("prompt", "（请填写主要职责）")]),
        ("【职能】", [("prompt", "【职能】")]),
        ("番编〔2022〕68号、【2021】8号、[2020]3号", []),
        ("〔待填〕", [("prompt", "〔待填〕")]),
        ("主要职责是……", [("prompt", "……")]),
        ("    年  月  日", [("date", "    年  月  日")]),
        ("20××年×月×日", [("date", "20××年×月×日")]),
        ("2024年3月12日", [("date", "2024年3月12日")]),
        ("二〇二四年三月十二日", [("date", "二〇二四年三月十二日")]),
        ("2024年3月12日印发", []),
        ("等级为“优”。", [("number", "优")]),
        ("自评等次：良好，", [("number", "良好")]),
        ("等级为优秀企业", []),
        ("从化区××局", [("department", "从化区××局")]),
        ("广州市从化区××局", [("department", "广州市从化区××局")]),
        ("得分98分。（简要概括总体情况，200字以内）", [("number", "98"), ("prompt", "（简要概括总体情况，200字以内）")]),
        ("（一）每人填写一份", []),
        ("20XX年度", [("year", "20XX")]),
        ("（    年度）", [("year", "    ")]),
        ("填表人：        电话", [("blank", "        ")]),
        ("支出672.37万元，占95%，得90.5分", [("number", "672.37"), ("number", "95"), ("number", "90.5")]),
        ("第3分局3人民法院", []),
        ("无。", [("none", "无。")]),
        ("无法完成", []),
        ("（一）基本情况", []),
    ],
)
def test_room_is_told_from_text(text: str, kinds: list[tuple[str, str]]) -> None:
    assert found(text) == kinds


def test_a_look_tells_prompts_too() -> None:
    assert found("职责：", r("写明", properties=GREY), r("依据", properties=YELLOW), "。") == [("prompt", "写明依据")]
    assert found("得分", r("   ", properties=LINE), "分") == [("blank", "___")]

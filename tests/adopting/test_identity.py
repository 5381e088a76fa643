"""Whose report a file is."""

from __future__ import annotations

import pytest

from reportgen.adopting.identity import Identity, identity
from reportgen.adopting.outline import outline
from reportgen.formatting import open_manuscript
from tests.documents import docx, p, r

BIG = '<w:jc w:val="center"/>'


def read(title: str, *lines: str) -> Identity:
    heading = p(r(title, properties='<w:sz w:val="44"/>'), properties=BIG)
    return identity(outline(open_manuscript(docx(heading, *lines), "a.docx")))


@pytest.mark.parametrize(
    ("title", "lines", "whose"),
    [
        ("某市某区教育局2023年度部门整体支出绩效自评报告", (), Identity(2023, "某市某区教育局")),
        ("某区图书馆2023年度部门整体支出绩效自评报告", (), Identity(2023, "某区图书馆")),
        ("某区城管执法大队2023年度部门整体支出绩效自评报告", (), Identity(2023, "某区城管执法大队")),
        ("2022年度某市某区教育局整体支出绩效自评报告", ("2021年",), Identity(2022, "某市某区教育局")),
        (
            "某区妇联2023年部门整体支出绩效自评报告",
            ("一、概况", "某市某区妇女联合会是群团组织。"),
            Identity(2023, "某市某区妇女联合会", "某区妇联"),
        ),
        ("部门整体支出绩效自评报告", ("部门名称（公章）：某市某区民政局", "2023年"), Identity(2023, "某市某区民政局")),
        ("××区××局20××年度部门整体支出绩效自评报告", ("一、概况", "某市某区财政局印发通知。"), Identity()),
        (
            "部门整体支出绩效自评报告",
            (
                "一、概况",
                "2023年和2023年及2022年",
            ),
            Identity(2023),
        ),
    ],
)
def test_it_is_read_off_title_and_text(title: str, lines: tuple[str, ...], whose: Identity) -> None:
    assert read(title, *lines) == whose

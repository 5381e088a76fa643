"""The years that a pack serves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen import packs
from reportgen.given import Given
from reportgen.packs.years import read_years
from reportgen.pipeline import reports
from reportgen.workshop import Workshop
from tests.documents import docx
from tests.folders import SCHEMA, pack


@pytest.mark.parametrize(
    ("words", "inside", "outside", "shown", "latest"),
    [
        (None, [1990, 2100], [], None, None),
        ([2022, 2024], [2022, 2024], [2023, 2025], "2022、2024", 2024),
        ([2024, 2022, 2023], [2022, 2023, 2024], [2021], "2022—2024", 2024),
        ({"from": 2022, "to": 2024}, [2022, 2024], [2021, 2025], "2022—2024", 2024),
        ({"from": 2024, "to": 2024}, [2024], [2023], "2024", 2024),
        ({"from": 2024}, [2024, 2099], [2023], "2024起", 2024),
        ({"to": 2024}, [1990, 2024], [2025], "至2024", 2024),
    ],
)
def test_years_are_listed_or_a_stretch(words: Any, inside: list[int], outside: list[int], shown: str | None, latest: int | None) -> None:
    years = read_years(words)
    assert all(year in years for year in inside)
    assert not any(year in years for year in outside)
    assert years.latest == latest
    assert bool(years) is (shown is not None)
    assert shown is None or years.in_chinese == shown


def test_they_are_told_in_english_too() -> None:
    words: list[Any] = [[2022, 2023, 2025], {"from": 2024}, {"to": 2024}, {"from": 2022, "to": 2024}]
    assert [read_years(one).in_english for one in words] == ["2022—2023, 2025", "from 2024", "to 2024", "2022—2024"]


def test_an_input_of_another_year_is_told_of(tmp_path: Path) -> None:
    schema = SCHEMA.replace("  department:", "  year: {title: 年度, type: integer}\n  department:", 1)
    pack(tmp_path, {"report.docx": docx("{{ 预算数 }}")}, schema=schema)
    path = tmp_path / "p" / "pack.yaml"
    path.write_text(path.read_text("utf-8") + "years: {from: 2022, to: 2023}\n", "utf-8")

    def found(year: int) -> list[str]:
        data = {"pack": "p", "kind": "report", "year": year, "budget": 1}
        return [finding.message("zh") for report in reports(Given(data), Workshop([tmp_path])) for finding in report.findings]

    assert found(2023) == []
    assert found(2024) == ["模板包“p”用于2022—2023年度，输入是 2024 年的"]


@pytest.mark.parametrize("years", ["2023", "[]", "{}", "{from: 23}", "[二〇二三]"])
def test_years_that_cannot_be_read_are_told_of_and_bind_nobody(tmp_path: Path, years: str) -> None:
    pack(tmp_path, {})
    path = tmp_path / "p" / "pack.yaml"
    path.write_text(path.read_text("utf-8") + f"years: {years}\n", "utf-8")
    chosen = packs.load("p", [tmp_path])
    assert [finding.code for finding in chosen.findings] == ["K110"]
    assert 1990 in chosen.years

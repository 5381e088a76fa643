"""Pages as they are printed, measured in the PDF by a program that knows nothing of ours (pdfplumber): GB/T 9704—2012, 5 and 7.

The tests' fonts.conf sets each role in a face of its own, so that a wrong face is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from reportgen import inputs, packs
from reportgen.compiler.dressing import dress
from reportgen.convert import Conversion, convert_all, find_office
from reportgen.ooxml import open_package
from reportgen.pipeline import reports
from reportgen.render import Template
from reportgen.workshop import Workshop
from tests.documents import docx, outline_of, p

ROOT = Path(__file__).parents[2]
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
MM = 72 / 25.4
PAPER = (210 * MM, 297 * MM)
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM
"""The edges of the type area, in points from the paper's upper left corner."""
PITCH = 225 * MM / 22
TITLE, BODY, NUMBER = "NotoSerifCJKjp-Bold", "UMingCN", "NotoSerifCJKjp-Regular"
HEADINGS = {1: "WenQuanYiZenHei", 2: "UKaiCN", 3: BODY, 4: BODY, 5: BODY}
"""Faces that play 小标宋, 仿宋 and 宋体, and those of headings by level."""
PROBE, ACROSS = "probe", "across"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Printed:
    """A document as it was printed."""

    docx: bytes
    pdf: pdfplumber.PDF


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Printed]]:
    office = find_office()
    if office is None:
        pytest.fail("this test needs LibreOffice")
    folder = tmp_path_factory.mktemp("printed")
    made = {PROBE: probe("永" * (28 * 22 * 3)), ACROSS: probe("甲", "{{p section('横向') }}", "乙", BREAK, "丙")} | {
        report.name: report.docx for path in INPUTS for report in built(path) if report.docx
    }
    jobs = [Conversion(folder / f"{name}.docx", folder / f"{name}.pdf") for name in made]
    for job, data in zip(jobs, made.values(), strict=True):
        job.docx.write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))
        done = list(convert_all(jobs, office, place=lambda target, pdf: pdf.replace(target)))
    assert [one.finding for one in done] == [None] * len(jobs)
    pages = {name: Printed(data, pdfplumber.open(folder / f"{name}.pdf")) for name, data in made.items()}
    yield pages
    for one in pages.values():
        one.pdf.close()


def built(path: Path) -> list[Any]:
    return reports(inputs.read(path.read_bytes(), path.name), Workshop([ROOT / "templates"]), stem=path.stem)


def probe(*texts: str) -> bytes:
    """Texts flush left, in the format of the base pack."""
    pack = packs.load("base", [ROOT / "templates"])
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    blocks = [text if text.startswith(("{", "<")) else p(text, style="BodyText", properties=flush) for text in texts]
    return Template.of(dress(open_package(docx(*blocks), ""), pack.profile_of("department-report"))).render({})


def upright(printed: Mapping[str, Printed]) -> Iterator[tuple[str, Printed]]:
    """The reports; forms lie across, in a format of their own."""
    yield from ((name, one) for name, one in printed.items() if name != ACROSS and one.pdf.pages[0].width < one.pdf.pages[0].height)


def letters(page: Any, *, number: bool = False) -> list[Any]:
    """The characters of a page's text, or of its page number, without blanks."""
    return [one for one in page.chars if one["text"].strip() and (one["top"] > BOTTOM) is number]


def lines(page: Any) -> dict[float, list[Any]]:
    """The characters of each line of text, by its baseline."""
    found: dict[float, list[Any]] = defaultdict(list)
    for one in letters(page):
        found[round(page.height - one["matrix"][5])].append(one)
    return dict(sorted(found.items()))


def is_plain(page: Any) -> bool:
    """Whether a page holds nothing but text."""
    return not page.lines and not page.rects and not page.images and not page.curves


def test_every_report_is_on_a4(printed: Mapping[str, Printed]) -> None:
    for name, one in printed.items():
        for page in one.pdf.pages:
            sides = sorted((float(page.width), float(page.height)))
            assert sides == pytest.approx(PAPER, abs=MM / 2), name


def test_text_stays_within_the_type_area(printed: Mapping[str, Printed]) -> None:
    for name, one in upright(printed):
        for page in one.pdf.pages:
            found = letters(page)
            assert min(char["x0"] for char in found) >= LEFT - MM, name
            assert max(char["x1"] for char in found) <= RIGHT + MM, name
            assert min(char["top"] for char in found) >= TOP - MM, name
            assert max(char["bottom"] for char in found) <= BOTTOM + MM, name


def test_a_page_of_han_characters_has_22_lines_of_28(printed: Mapping[str, Printed]) -> None:
    first, second, *_ = printed[PROBE].pdf.pages
    for page in (first, second):
        found = lines(page)
        assert [len(line) for line in found.values()] == [28] * 22
        chars = letters(page)
        assert min(char["x0"] for char in chars) == pytest.approx(LEFT, abs=MM)
        assert max(char["x1"] for char in chars) == pytest.approx(RIGHT, abs=MM)
        assert (max(found) - min(found)) / 21 == pytest.approx(PITCH, abs=0.1)


def test_full_pages_of_reports_have_22_lines_and_none_has_more(printed: Mapping[str, Printed]) -> None:
    for name, one in upright(printed):
        counts = [len(lines(page)) for page in one.pdf.pages if is_plain(page)]
        assert max(counts) == 22, name


def face_of(chars: list[Any]) -> set[str]:
    return {char["fontname"].partition("+")[2].removesuffix("-VKana") for char in chars if "\u4e00" <= char["text"] <= "\u9fff"}


def test_headings_and_text_are_in_the_faces_of_their_level(printed: Mapping[str, Printed]) -> None:
    for name, one in upright(printed):
        if name == PROBE:
            continue
        found = [line for page in one.pdf.pages for line in lines(page).values()]
        texts = ["".join(char["text"] for char in line) for line in found]
        assert face_of(found[1 if texts[0].startswith("附件") else 0]) == {TITLE}, name
        for level, words in outline_of(one.docx):
            start = "".join(words.split())[:12]
            at = next(index for index, text in enumerate(texts) if text.startswith(start))
            assert face_of(found[at][: len(start)]) == {HEADINGS[level]}, (name, words)
        assert BODY in face_of(found[-1]), name


def test_page_numbers_stand_outside_a_character_in_and_7_mm_below_the_type_area(printed: Mapping[str, Printed]) -> None:
    for name, one in upright(printed):
        for count, page in enumerate(one.pdf.pages, 1):
            found = letters(page, number=True)
            assert "".join(char["text"] for char in found) == f"—{count}—", name
            assert {char["fontname"].partition("+")[2].removesuffix("-VKana") for char in found} == {NUMBER}, name
            assert {round(char["size"]) for char in found} == {14}, name
            if count % 2:
                assert found[-1]["x1"] == pytest.approx(RIGHT - 14, abs=MM), name
            else:
                assert found[0]["x0"] == pytest.approx(LEFT + 14, abs=MM), name


def ink(page: Any, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The edges (left, top, right, bottom) of what is printed within a box, in points from the page's corner."""
    scale = 4
    picture = page.crop(box).to_image(resolution=72 * scale).original.convert("L").point(lambda shade: 255 if shade < 128 else 0)
    left, top, right, bottom = picture.getbbox()
    return box[0] + left / scale, box[1] + top / scale, box[0] + right / scale, box[1] + bottom / scale


def test_the_dash_beside_the_number_is_7_mm_below_the_type_area(printed: Mapping[str, Printed]) -> None:
    page = printed[PROBE].pdf.pages[0]
    dash = letters(page, number=True)[0]
    _, top, _, bottom = ink(page, (dash["x0"], BOTTOM, dash["x1"], float(page.height)))
    assert (top + bottom) / 2 - BOTTOM == pytest.approx(7 * MM, abs=MM)


def test_on_a_page_across_the_number_stands_where_the_sheet_upright_has_it(printed: Mapping[str, Printed]) -> None:
    upright_page, even, odd = printed[ACROSS].pdf.pages
    assert upright_page.height > upright_page.width
    foot = 35 * MM
    for page in (even, odd):
        assert page.width > page.height
        left, top, right, bottom = ink(page, (0, 0, foot - MM, float(page.height)))
        assert bottom - top > 2 * (right - left), "the number is turned with the sheet"
        dash = ink(page, (0, top, foot - MM, top + 8))
        assert foot - (dash[0] + dash[2]) / 2 == pytest.approx(7 * MM, abs=MM)
        if page is even:
            assert top == pytest.approx(LEFT + 14, abs=MM)
        else:
            assert float(page.height) - bottom == pytest.approx(26 * MM + 14, abs=MM)

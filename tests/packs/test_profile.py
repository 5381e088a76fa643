"""The page format in clerks' words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.packs import STANDARD, Demand, Profile, read_profile
from reportgen.packs.layers import Nowhere
from reportgen.packs.measures import Length, Pitch, read_align, read_length, read_pitch, read_size


def profile(**words: object) -> Profile:
    read, findings = read_profile(words, Nowhere())
    assert not findings
    return read


def test_what_a_pack_leaves_out_is_as_in_the_standard():
    page, body, title = profile().page, profile().body, profile().title
    assert (page.width, page.height) == (11906, 16838)
    assert (page.top, page.bottom, page.left, page.right) == (2098, 1984, 1587, 1474)
    assert (body.letters.font, body.letters.size, body.letters.spacing) == ("仿宋_GB2312", 32, -5)
    assert (body.pitch, body.first_line, body.align) == (Pitch(579, "exact"), Length(640, 200), "both")
    assert (title.letters.font, title.letters.size, title.align, title.first_line) == ("方正小标宋简体", 44, "center", Length())
    assert [look.letters.font for look in profile().headings] == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert not any(look.letters.bold for look in profile().headings)
    number = profile().page_number
    assert (number.before, number.after, number.position, number.letters.size) == ("— ", " —", "outer", 28)
    assert (number.indent, number.distance) == (Length(280, 100), 397)


def test_the_type_area_is_that_of_the_standard():
    page = profile().page
    assert abs(page.width - page.left - page.right - 8844) <= 1
    assert abs(page.height - page.top - page.bottom - 12756) <= 1


def test_a_style_takes_from_the_body_what_it_does_not_say():
    read = profile(body={"size": "小三", "font": "宋体"}, heading1={"bold": True})
    assert (read.headings[0].letters.size, read.headings[0].letters.font, read.headings[0].letters.bold) == (30, "黑体", True)
    assert (read.headings[2].letters.size, read.headings[2].letters.font) == (30, "宋体")
    assert read.title.letters.size == 44
    assert read.table_heading.letters.size == 21


def test_the_family_says_which_faces_play_the_roles():
    assert profile(family="Windows").body.letters.font == "仿宋"
    assert profile(family="WPS").headings[0].letters.font == "方正黑体_GBK"
    assert profile(body={"font": "某某宋体", "latin": "Times New Roman"}).body.letters.font == "某某宋体"
    assert profile(body={"latin": "Times New Roman"}).body.letters.latin == "Times New Roman"


def test_a_page_may_lie_across():
    page = profile(orientation="landscape", paper="A3").page
    assert (page.width, page.height, page.landscape) == (23811, 16838, True)


def test_a_page_s_capacity_and_the_strength_of_its_numbers_are_the_standard_s():
    read = profile()
    assert (read.page.lines, read.page.characters) == (22, 28)
    assert read.demand("margins") == Demand("must", "5.2.1")
    assert read.demand("body", "first_line") == Demand("must", "7.3.3")
    assert read.demand("heading1", "font") == Demand("usual", "7.3.3")
    assert read.demand("table", "font").strength == "practice"


def test_a_pack_says_in_a_line_how_binding_a_group_is():
    read = profile(page_number={"position": "center", "strength": "practice", "clause": "本区通知第三条"}, heading3={"strength": "off"})
    assert read.demand("page_number", "position") == Demand("practice", "本区通知第三条")
    assert read.demand("heading3", "font") == Demand("off", "7.3.3")
    assert read.demand("heading2", "font").strength == "usual"


def test_a_line_between_paragraphs_is_a_line_of_the_text_where_its_pitch_is_fixed():
    assert profile(title={"after": "1行"}).title.after == Length(579)
    assert profile(table={"after": "0.5行"}).table.after == Length(120, 50)


def test_the_look_of_a_role_is_the_profile_s():
    read = profile(date={"right": "4字"})
    assert (read.look("heading2"), read.look("body")) == (read.headings[1], read.body)
    assert (read.date.right.hundredths, read.signature.right.hundredths) == (400, 200)
    assert read.look("blank") is None


def test_a_wrong_word_is_found_and_the_standard_stands_in():
    read, findings = read_profile({"body": {"size": "三好", "line": "28.95榜"}, "margins": {"top": "2字"}}, Nowhere("pack.yaml"))
    assert sorted(finding.message("zh") for finding in findings) == [
        "版式的“上”写成“2字”，看不懂",
        "版式的“字号”写成“三好”，看不懂",
        "版式的“行距”写成“28.95榜”，看不懂",
    ]
    assert {finding.code for finding in findings} == {"K108"}
    assert any(finding.hint("zh") == "可写：三号、小四、16磅" for finding in findings)
    assert any(finding.hint("en") == "Write for instance: 37mm、3.7厘米" for finding in findings)
    assert (read.body.letters.size, read.body.pitch, read.page.top) == (32, Pitch(579, "exact"), 2098)


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("37mm", Length(2098)),
        ("3.7 厘米", Length(2098)),
        ("28磅", Length(560)),
        ("28.95pt", Length(579)),
        ("2字", Length(640, 200)),
        ("2 字符", Length(640, 200)),
        ("-0.25磅", Length(-5)),
        ("０．５行", Length(120, 50)),
        ("无", Length()),
        ("0", Length()),
    ],
)
def test_lengths(word: str, length: Length):
    assert read_length(word, 32) == length


@pytest.mark.parametrize("word", ["", "37", "37米", "三十七毫米", "mm", "9999厘米", "1-2mm", "2字2字"])
def test_words_that_are_no_length(word: str):
    assert read_length(word, 32) is None


@pytest.mark.parametrize(
    ("word", "pitch"),
    [
        ("28.95磅", Pitch(579, "exact")),
        ("固定值 28 磅", Pitch(560, "exact")),
        ("最小值20磅", Pitch(400, "atLeast")),
        ("单倍", Pitch(240)),
        ("1.25倍", Pitch(300)),
        ("1.5倍行距", Pitch(360)),
    ],
)
def test_pitches(word: str, pitch: Pitch):
    assert read_pitch(word) == pitch


def test_sizes_and_alignments():
    assert [read_size(word) for word in ("三号", "3号", "小四", "16磅", "16", "10.5磅", "三好", "999磅")] == [
        32,
        32,
        24,
        32,
        32,
        21,
        None,
        None,
    ]
    assert [read_align(word) for word in ("居中", "两端对齐", "居右", "分散对齐", "中")] == ["center", "both", "right", "distribute", None]


@given(st.text(max_size=12))
def test_any_word_is_understood_or_not(word: str):
    for read in (read_size, read_pitch, read_align, lambda text: read_length(text, 32)):
        assert read(word) is None or read(word) == read(word)
    assert isinstance(read_profile({"body": {"size": word, "line": word}}, Nowhere())[0], Profile)


def test_every_word_of_the_standard_is_understood():
    assert read_profile(STANDARD, Nowhere())[1] == []

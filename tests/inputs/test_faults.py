"""Every fault in full: its place, its wording in both languages, and the line as it should stand."""

from __future__ import annotations

import pytest

from reportgen.findings import Fault
from reportgen.inputs import character_faults, faults, read

BILLION_LAUGHS = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdef", "bcdefg", strict=True)
)
CASES: list[tuple[str, str | bytes, tuple[int, int, int], str, str, str]] = [
    (
        "Y001",
        "PK\u0003\u0004",
        (1, 1, 0),
        "这不是文本文件（像是 Word/Excel: .docx, .xlsx）",
        "This is no text file (it looks like Word/Excel: .docx, .xlsx)",
        "",
    ),
    (
        "Y002",
        b"a" * (5 * 1024 * 1024 + 1),
        (1, 1, 0),
        "文件有 5242881 字节，超过上限 5242880 字节",
        "The file has 5242881 bytes, more than the limit of 5242880",
        "",
    ),
    (
        "Y003",
        "a: 甲".encode("gb18030"),
        (1, 1, 0),
        "文件按 GB18030（记事本的“ANSI”）读取",
        "The file was read as GB18030 (what Notepad calls ANSI)",
        "",
    ),
    (
        "Y004",
        "a: 甲".encode("utf-16"),
        (1, 1, 0),
        "文件按 UTF-16（记事本的“Unicode”）读取",
        "The file was read as UTF-16 (what Notepad calls Unicode)",
        "",
    ),
    (
        "Y005",
        "年度: 二〇二三年\n".encode() + b"b: \xff",
        (2, 4, 5),
        "这里的字节 0xFF 不是 UTF-8 编码的文字",
        "The byte 0xFF here is no text in UTF-8",
        "",
    ),
    (
        "Y006",
        "a: x\u0007y",
        (1, 5, 6),
        "这里有看不见的控制字符 U+0007，Word 文件里不能有它",
        "An invisible control character U+0007 stands here, which no Word file may hold",
        "a: xy",
    ),
    (
        "Y007",
        "a: x\u2028y",
        (1, 5, 6),
        "这里有看不见的换行符 U+2028，已按空格读取",
        "An invisible line separator U+2028 stands here and was read as a blank",
        "a: x y",
    ),
    (
        "Y008",
        "a: x\u200by",
        (1, 5, 6),
        "这里有看不见的零宽字符 U+200B，已略去",
        "An invisible character of no width, U+200B, is left out here",
        "a: xy",
    ),
    (
        "Y009",
        "a: \uf0b7甲",
        (1, 4, 5),
        "这里有自造字 U+F0B7，在别的电脑上显示成方框",
        "The character U+F0B7 is private: other computers show a box",
        "",
    ),
    (
        "Y010",
        "a:\n\tb: 1",
        (2, 1, 2),
        "缩进用了制表符（Tab 键），应当用空格",
        "The line is indented with a tab; indent with blanks",
        "  b: 1",
    ),
    (
        "Y011",
        "a:\n　b: 1",
        (2, 1, 2),
        "缩进用了全角空格或不间断空格，应当用半角空格",
        "The line is indented with full-width or no-break blanks; indent with plain blanks",
        "  b: 1",
    ),
    (
        "Y012",
        "text: |\n  第一段\n粘贴的一段。\nb: 1",
        (3, 1, 7),
        "这一行像是“text”的正文，却没有缩进",
        "This line seems to belong to the text of `text` but is not indented",
        "  粘贴的一段。",
    ),
    (
        "Y013",
        "a:\n    b: 1\n  c: 2",
        (3, 1, 3),
        "缩进与上面的行对不上：这里缩进 2 格，应为 4 格",
        "The indentation does not fit the lines above: 2 blanks here, 4 expected",
        "    c: 2",
    ),
    (
        "Y014",
        "text: |\n    首行\n  次行",
        (2, 1, 5),
        "“text”的正文首行比后面的行多缩进了 2 格",
        "The first line of the text of `text` is indented 2 blanks more than those below it",
        "  首行",
    ),
    ("Y020", "年度：2023", (1, 3, 4), "“年度”后面用了全角冒号“：”", "`年度` is followed by a full-width colon", "年度: 2023"),
    ("Y021", "year:2023\nb: 1", (1, 5, 6), "“year:”后面少一个空格", "A blank is missing after `year:`", "year: 2023"),
    ("Y022", "乱写\na: 1", (1, 1, 3), "这一行没有“键: 值”的冒号：乱写", "This line has no colon between a key and a value: 乱写", ""),
    ("Y023", "a: 1\nb: 2\na: 3", (3, 1, 2), "“a”重复：第 1 行已经有了", "`a` is given twice: line 1 has it already", ""),
    (
        "Y024",
        "[a]: 1\nb: 2",
        (1, 1, 2),
        "键应当是文字，这里是列表、映射或引用",
        "A key must be text; this is a list, a mapping or an alias",
        "",
    ),
    ("Y025", "a: 1\n: 2", (2, 1, 4), "冒号前没有键", "No key stands before the colon", ""),
    (
        "Y026",
        "a:\n  • 甲",
        (2, 3, 4),
        "列表的这一项以“•”开头，要写成“- ”",
        "This item of a list begins with `•`, where `- ` is wanted",
        "  - 甲",
    ),
    (
        "Y027",
        "a: 甲\n  - 乙",
        (2, 3, 6),
        "这一行会接在上面的文字后面，不成一项：- 乙",
        "This line is joined to the text above instead of being an item: - 乙",
        "",
    ),
    (
        "Y028",
        "a: {b: 1，c: 2}",
        (1, 9, 10),
        "花括号里用了全角逗号“，”",
        "A full-width comma stands in braces",
        "a: {b: 1, c: 2}",
    ),
    (
        "Y030",
        "target: >=90%",
        (1, 9, 14),
        "值以“>”开头，YAML 会把它当作多行文本的标记",
        "The value begins with `>`, which YAML takes for the mark of a text on several lines",
        'target: ">=90%"',
    ),
    (
        "Y031",
        "text: **一是**加强",
        (1, 7, 15),
        "值以“*”开头，YAML 会把它当作引用",
        "The value begins with `*`, which YAML takes for an alias",
        'text: "**一是**加强"',
    ),
    (
        "Y032",
        "text: &甲",
        (1, 7, 9),
        "值以“&”开头，YAML 会把它当作锚点",
        "The value begins with `&`, which YAML takes for an anchor",
        'text: "&甲"',
    ),
    (
        "Y033",
        "text: !甲",
        (1, 7, 9),
        "值以“!”开头，YAML 会把它当作类型标记",
        "The value begins with `!`, which YAML takes for a tag",
        'text: "!甲"',
    ),
    ("Y034", "rate: %甲", (1, 7, 9), "值不能以“%”开头", 'A value may not begin with "%"', 'rate: "%甲"'),
    (
        "Y035",
        "text: {{ x }}万元",
        (1, 7, 16),
        "值以“{{”开头，YAML 会把它当作花括号里的映射",
        "The value begins with `{{`, which YAML takes for a mapping in braces",
        'text: "{{ x }}万元"',
    ),
    (
        "Y036",
        'text: "三八"节活动',
        (1, 7, 14),
        '引号在“"三八"”后已经结束，后面还有文字：节活动',
        'The quotation ends after "三八", yet text follows: 节活动',
        "text: '\"三八\"节活动'",
    ),
    (
        "Y037",
        "number: [2022]68号",
        (1, 9, 18),
        "值以“[”开头，YAML 会把它当作列表或映射，而括号后面还有文字：68号",
        "The value begins with `[`, which YAML takes for a list or mapping, yet text follows its bracket: 68号",
        'number: "[2022]68号"',
    ),
    (
        "Y038",
        "title: 甲: 乙",
        (1, 8, 12),
        "值里有半角冒号加空格（或以冒号结尾）：甲: 乙",
        "The value holds a half-width colon before a blank (or at its end): 甲: 乙",
        'title: "甲: 乙"',
    ),
    (
        "Y039",
        "title: 甲 #1",
        (1, 10, 12),
        "空格加“#”之后的文字当作注释，没有读入：#1",
        "Text after a blank and `#` is a remark and was not read: #1",
        'title: "甲 #1"',
    ),
    (
        "Y040",
        "a: {title: 甲,实施乙}",
        (1, 14, 17),
        "花括号里的半角逗号把值截断了，“实施乙”成了没有值的键",
        "A half-width comma in braces has cut the value: `实施乙` became a key without a value",
        'a: {title: "甲,实施乙"}',
    ),
    ("Y041", 'a: "甲\nb: 1', (1, 4, 5), '引号 " 没有结束', 'The quotation mark " is never closed', 'a: "甲"'),
    ("Y042", "a: [甲\nb: 1", (1, 4, 6), "括号“[”里缺逗号，或没有写完", "The bracket `[` lacks a comma, or is never closed", 'a: "[甲"'),
    ("Y043", "a: - 甲", (1, 4, 7), "列表不能与键写在同一行：- 甲", "A list may not stand on the line of its key: - 甲", 'a: "- 甲"'),
    (
        "Y044",
        'a: "C:\\数据"',
        (1, 7, 9),
        "双引号里的反斜杠写法“\\数”不成立",
        "The backslash sequence `\\数` means nothing in double quotation marks",
        'a: "C:\\\\数据"',
    ),
    (
        "Y045",
        "a: !!python/name:os.system x",
        (1, 4, 27),
        "不接受类型标记“!!python/name:os.system”",
        "The tag `!!python/name:os.system` is not taken",
        "",
    ),
    ("Y050", "a: *x", (1, 4, 6), "“*x”引用的锚点“&x”不存在", "`*x` refers to an anchor `&x` that does not exist", ""),
    ("Y051", "a: &x [*x]", (1, 8, 10), "“*x”引用了它自己所在的值", "`*x` refers to the value it is part of", ""),
    (
        "Y052",
        BILLION_LAUGHS,
        (6, 8, 10),
        "文件里的值（连同引用展开后）超过 200000 个，其余没有读",
        "The file holds more than 200000 values, aliases written out; the rest was not read",
        "",
    ),
    (
        "Y053",
        "a: " + "[" * 60 + "]" * 60,
        (1, 53, 54),
        "嵌套超过 50 层，里面的内容没有读",
        "More than 50 levels of nesting; what is inside was not read",
        "",
    ),
    ("Y060", "# 说明\n", (1, 1, 0), "文件里没有内容", "The file holds nothing", ""),
    (
        "Y061",
        "- 甲",
        (1, 1, 0),
        "文件最外层应当是“键: 值”，这里是列表",
        "The outermost level of the file must be `key: value`, here it is a list",
        "",
    ),
    (
        "Y062",
        "a: 1\n---\nb: 2",
        (2, 1, 4),
        "一个文件只能有一份数据，这里又用“---”开始了一份",
        "A file holds one document; `---` begins another here",
        "",
    ),
    ("Y063", "%甲\n---\na: 1", (1, 1, 3), "YAML 从这里读不下去：%甲", "YAML cannot be read on from here: %甲", ""),
    (
        "Y064",
        b"\ta: 1\n" * 1001,
        (1001, 1, 2),
        "已列出 1000 处，其余没有再查",
        "1000 places are listed; what is left was not looked at",
        "",
    ),
]
DECLARED = {fault.code: fault for module in (faults, character_faults) for fault in vars(module).values() if isinstance(fault, Fault)}


@pytest.mark.parametrize(("code", "source", "place", "zh", "en", "suggestion"), CASES, ids=[case[0] for case in CASES])
def test_a_fault_is_found_at_its_place_and_worded_in_both_languages(
    code: str, source: str | bytes, place: tuple[int, int, int], zh: str, en: str, suggestion: str
) -> None:
    found = [f for f in read(source if isinstance(source, bytes) else source.encode(), "a.yaml").findings if f.code == code]
    assert found, f"{code} was not found"
    finding = found[0]
    assert (finding.span.file, finding.span.line, finding.span.column, finding.span.end_column) == ("a.yaml", *place)
    assert finding.message("zh") == zh
    assert finding.message("en") == en
    assert finding.suggestion == suggestion


@pytest.mark.parametrize(
    ("code", "source"), [(case[0], case[1]) for case in CASES if case[0] != "Y064"], ids=[c[0] for c in CASES if c[0] != "Y064"]
)
def test_a_file_with_one_fault_gives_one_finding(code: str, source: str | bytes) -> None:
    findings = read(source if isinstance(source, bytes) else source.encode(), "a.yaml").findings
    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize("code", [case[0] for case in CASES if case[5]])
def test_the_suggested_line_mends_the_fault(code: str) -> None:
    source = next(case[1] for case in CASES if case[0] == code)
    assert isinstance(source, str)
    finding = read(source.encode(), "a.yaml").findings[0]
    lines = source.split("\n")
    lines[finding.span.line - 1] = finding.suggestion
    assert not read("\n".join(lines).encode(), "a.yaml").findings


def test_every_fault_that_is_declared_has_its_case() -> None:
    assert sorted(DECLARED) == [case[0] for case in CASES]


@pytest.mark.parametrize("fault", DECLARED.values(), ids=lambda fault: fault.code)
def test_every_fault_says_what_to_do_in_both_languages(fault: Fault) -> None:
    assert bool(fault.hint_zh) == bool(fault.hint_en)
    assert fault.hint_zh or fault.code == "Y064"

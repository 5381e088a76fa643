"""Every fault of a template in one run, in the reader's words and at its place."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from reportgen.errors import FindingsError
from reportgen.findings import Finding
from reportgen.render import Template
from tests.documents import docx, p, r, table


def faults(*blocks: str, environment: Environment | None = None) -> list[Finding]:
    with pytest.raises(FindingsError) as caught:
        Template.open(docx(*blocks), environment or Environment())
    return list(caught.value.findings)


def messages(*blocks: str) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.message("zh"), finding.message("en")) for finding in faults(*blocks)]


def test_all_faults_are_found_in_one_run() -> None:
    found = faults("{%p for x in y %}", "{{ x|uper }}", "{{ a b }}", "{% if z is evn %}x{% endif %}{%p endif %}", "{% fro x %}")
    assert sorted(finding.code for finding in found) == ["T002", "T003", "T004", "T005", "T007", "T008"]


def test_a_fault_stands_at_its_tag() -> None:
    (finding,) = faults(p("一、基本情况", style="Heading1"), table([["a", "b"], ["c", "共{{ x|uper }}元"]]))
    place = finding.span.place
    assert place is not None
    assert (place.part, place.table, place.row, place.cell, place.words) == ("word/document.xml", 1, 2, 2, "共{{ x|uper }}元")
    assert finding.suggestion == "upper"


def test_an_unfinished_tag() -> None:
    assert messages("a {{ x") == [
        ("T001", "标签“{{ x”没有写完，缺少结尾的“}}”", 'the tag "{{ x" is not finished: its closing "}}" is missing')
    ]


def test_a_tag_that_cannot_be_read() -> None:
    (found,) = messages("{{ a b }}")
    assert found[0] == "T002"
    assert found[1].startswith("标签“{{ a b }}”的写法有误")
    assert found[2].startswith('the tag "{{ a b }}" cannot be read: ')


def test_an_unknown_tag() -> None:
    assert messages("{% fro x in y %}") == [("T003", "不认识的标签“fro”", 'there is no tag named "fro"')]


def test_a_block_never_closed_is_reported_where_it_opens() -> None:
    assert messages("{%p for x in y %}", "{{ x }}") == [
        ("T004", "“for”一直没有结束，缺少“endfor”", '"for" is opened here and never closed: "endfor" is missing')
    ]


def test_an_end_without_a_beginning() -> None:
    assert messages("{%p endfor %}") == [
        ("T005", "多余的“endfor”，前面没有与它对应的“for”", '"endfor" closes nothing: there is no open "for" before it')
    ]


def test_crossed_tags_name_both() -> None:
    (finding,) = faults("{% if a %}{% for x in y %}{% endif %}{% endfor %}")[:1]
    assert finding.code == "T006"
    assert finding.message("en") == 'tags cross: "endif" stands here while "for", opened later, is still open'
    assert [span.place.tag for span in finding.related if span.place] == ["{% for x in y %}"]


def test_an_unknown_filter_and_an_unknown_test() -> None:
    assert messages("{{ x|uper }}{{ x is evn }}") == [
        ("T007", "没有名为“uper”的过滤器", 'there is no filter named "uper"'),
        ("T008", "没有名为“evn”的判断（is evn）", 'there is no test named "evn" (is evn)'),
    ]


def test_a_row_tag_outside_a_table() -> None:
    assert messages("{%tr if x %}", "{%p endif %}")[0] == (
        "T009",
        "标签“{%tr if x %}”要放在表格行里，这里不是",
        'the tag "{%tr if x %}" belongs inside a table row; this is none',
    )


def test_a_row_tag_amid_content() -> None:
    assert messages(table([["a", "{%tr if x %}", "b"], ["{%tr endif %}", "", ""]]))[0] == (
        "T010",
        "标签“{%tr if x %}”夹在表格行的内容中间，前后都有内容",
        'the tag "{%tr if x %}" stands in the middle of its table row: there is content on both sides',
    )


def test_tags_at_different_levels_would_tear_the_document() -> None:
    assert messages("{%p if x %}", "a{% endif %}") == [
        (
            "T011",
            "“endif”和它的“if”不在同一层：一个在文字←段落←正文，一个在正文",
            '"endif" and its "if" stand at different levels: one in text in paragraph in body, one in body',
        )
    ]
    link = f'<w:hyperlink w:anchor="a">{r("b{% endif %}")}</w:hyperlink>'
    assert [finding.code for finding in faults(p("{% if x %}a", link))] == ["T011"]


def test_extensions_are_honoured() -> None:
    environment = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.i18n"])
    environment.install_null_translations()  # type: ignore[attr-defined]  # put there by the extension
    source = docx("{% do l.append(1) %}{% for x in l %}{% if x > 2 %}{% break %}{% endif %}{{ x }}{% endfor %}{% trans %}是{% endtrans %}")
    template = Template.open(source, environment)
    assert "是".encode() in b"".join(_document(template.render({"l": [2]})))
    assert [finding.code for finding in faults("{% do %}{{ x|uper }}", environment=environment)] == ["T002", "T007"]


def _document(data: bytes) -> list[bytes]:
    from tests.documents import parts_of

    return [parts_of(data)["word/document.xml"]]

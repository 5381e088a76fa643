"""Phrases and macros in `.jinja` files, shared by templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.assembly import Assembly, assemble
from reportgen.expressions import Environment
from reportgen.inspection import inspect
from tests.documents import docx, p, table, tables_of, text_of
from tests.folders import pack
from tests.invariants import check_document

DATA = {"budget": 6, "预算数": 6, "projects": [{"name": "甲"}, {"name": "乙"}]}


def assembled(folder: Path, *blocks: str, **phrases: str) -> Assembly:
    files = {f"{name}.jinja": text.encode() for name, text in phrases.items()}
    return assemble(pack(folder, {"report.docx": docx(*blocks), **files}), "p/report.docx", Environment())


def rendered(folder: Path, *blocks: str, **phrases: str) -> bytes:
    made = assembled(folder, *blocks, **phrases)
    assert made.findings == ()
    assert made.template is not None
    data = made.template.render(DATA)
    check_document(data)
    return data


def test_a_phrase_stands_in_its_line(tmp_path: Path) -> None:
    assert text_of(rendered(tmp_path, '共{% include "p/a.jinja" %}。', a="{{ 预算数 }}元 <未定> & 其他\n")) == ["共6元 <未定> & 其他。"]


def test_line_ends_of_a_file_do_not_print(tmp_path: Path) -> None:
    text = "{% if 预算数 > 5 %}\n  大\n{% else %}\n  小\n{% endif %}\n"
    assert text_of(rendered(tmp_path, '很{% include "p/a.jinja" %}', a=text)) == ["很大"]


def test_a_phrase_sees_the_names_around_it_and_keeps_its_own(tmp_path: Path) -> None:
    blocks = ("{%p for 项 in projects %}", '{% include "p/a.jinja" %}{{ x|default("无") }}', "{%p endfor %}")
    assert text_of(rendered(tmp_path, *blocks, a="{% set x = 项.name %}{{ x }}")) == ["甲无", "乙无"]


def test_macros_come_in_by_name_or_all_as_one(tmp_path: Path) -> None:
    blocks = (
        '{% from "p/m.jinja" import 元, 括 as 注 %}{{ 元(预算数) }}{{ 注("甲") }}',
        '{% import "p/m.jinja" as m %}{{ m.元(7) }}',
        table([["{{ 元(8) }}"]]),
    )
    made = rendered(tmp_path, *blocks, m="{% macro 元(x) %}{{ x }}元{% endmacro %}{% macro 括(x) %}（{{ x }}）{% endmacro %}")
    assert text_of(made) == ["6元（甲）", "7元", "8元"]
    assert tables_of(made) == [[["8元"]]]


@pytest.mark.parametrize("tag", ['{%p from "p/m.jinja" import 元 %}', '{%p import "p/m.jinja" as m %}'])
def test_macros_that_come_in_between_paragraphs_are_words_of_a_line(tag: str, tmp_path: Path) -> None:
    name = "m.元" if " as m" in tag else "元"
    made = rendered(tmp_path, tag, f"共{{{{ {name}(预算数) }}}}。", m="{% macro 元(x) %}约{{ x }}元<{% endmacro %}")
    assert text_of(made) == ["共约6元<。"]


def test_phrases_may_include_phrases(tmp_path: Path) -> None:
    assert text_of(rendered(tmp_path, '{% include "p/a.jinja" %}', a='甲{% include "p/b.jinja" %}', b="乙")) == ["甲乙"]


def test_a_phrase_that_may_be_missing_prints_nothing(tmp_path: Path) -> None:
    assert text_of(rendered(tmp_path, '甲{% include "p/a.jinja" ignore missing %}')) == ["甲"]


@pytest.mark.parametrize(
    ("tag", "phrases", "code", "zh"),
    [
        ('{% include "p/b.jinja" %}', {}, "T043", "找不到“{% include \"p/b.jinja\" %}”所指的文件“p/b.jinja”"),
        ("{% include 部门 %}", {}, "T041", "“{% include 部门 %}”里的文件名要直接写出来，并加引号"),
        ('{% include "../b.jinja" %}', {}, "T042", "文件名“../b.jinja”指到了模板文件夹之外"),
        ('{% include "p/a.jinja" %}', {"a": '{% include "p/a.jinja" %}'}, "T044", "文件互相引用成环：p/a.jinja → p/a.jinja"),
        ('{% include "p/a.jinja" %}', {"a": "甲\n{{ x y }}"}, "T065", "“p/a.jinja”的写法有误：多余的“y”"),
        ('{% include "p/a.jinja" %}', {"a": "{{ 预算数|万圆 }}"}, "T007", "没有名为“万圆”的过滤器"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_phrase_is_a_finding(tag: str, phrases: dict[str, str], code: str, zh: str, tmp_path: Path) -> None:
    made = assembled(tmp_path, p("甲", tag), **phrases)
    assert [(finding.code, finding.message("zh")) for finding in made.findings] == [(code, zh)]


def test_a_fault_within_a_phrase_stands_in_its_line(tmp_path: Path) -> None:
    (finding,) = assembled(tmp_path, '{% include "p/a.jinja" %}', a="甲\n{{ x y }}").findings
    assert (finding.span.file, finding.span.line, finding.span.source) == ("p/a.jinja", 2, "{{ x y }}")
    assert [span.place.tag for span in finding.related if span.place] == ['{% include "p/a.jinja" %}']


def test_an_unknown_field_in_a_phrase_is_found_without_data(tmp_path: Path) -> None:
    made = pack(tmp_path, {"report.docx": docx('{% include "p/a.jinja" %}'), "a.jinja": "{{ 部门.全城 }}".encode()})
    assert [(finding.code, finding.suggestion) for finding in inspect(made, Environment())] == [("T031", "全称")]

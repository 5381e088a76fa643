"""What a failing tag says, in full."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined

from reportgen.errors import FindingsError
from reportgen.render import Image, Template
from tests.documents import docx, p, table


def said(*blocks: str, environment: Environment | None = None, **context: Any) -> tuple[str, str, str]:
    template = Template.open(docx(*blocks), environment or Environment())
    with pytest.raises(FindingsError) as caught:
        template.render(context)
    (finding,) = caught.value.findings
    return finding.code, finding.message("zh"), finding.message("en")


def test_an_error_of_any_kind() -> None:
    assert said("{{ 1 + 'a' }}") == (
        "T020",
        "标签“{{ 1 + 'a' }}”算不出结果：TypeError: unsupported operand type(s) for +: 'int' and 'str'",
        "the tag \"{{ 1 + 'a' }}\" failed: TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    )


def test_a_value_that_is_not_given() -> None:
    assert said("{{ x }}", environment=Environment(undefined=StrictUndefined)) == (
        "T021",
        "标签“{{ x }}”要用的数据没有：'x' is undefined",
        "the tag \"{{ x }}\" needs data that is not given: 'x' is undefined",
    )


def test_a_division_by_zero() -> None:
    assert said("{{ 1 / 0 }}") == ("T022", "标签“{{ 1 / 0 }}”里除数为零", 'the tag "{{ 1 / 0 }}" divides by zero')


def test_a_value_where_it_cannot_stand() -> None:
    assert said(table([["a"], ["{{tr x }}"]]), x="文") == (
        "T023",
        "标签“{{tr x }}”的值（文）不能放在表格的行与行之间里",
        'the value of the tag "{{tr x }}" (文) cannot stand between the rows of a table',
    )


def test_a_picture_that_cannot_be_read() -> None:
    assert said("{{ x }}", x=Image(b"nothing")) == (
        "T024",
        "标签“{{ x }}”的图片读不出来：UnrecognizedImageError",
        'the picture of the tag "{{ x }}" cannot be read: UnrecognizedImageError',
    )


def test_a_span_of_no_columns() -> None:
    assert said(table([["{% colspan n %}a"]]), n=0) == (
        "T025",
        "标签“{% colspan n %}”应给出 1 到 63 的整数列数，得到的是“0”",
        'the tag "{% colspan n %}" must give a whole number of columns from 1 to 63, it gives "0"',
    )


@pytest.mark.parametrize(
    "blocks",
    [
        ("{%p for x in l %}", "{{ x }}", "甲{{ 1 / (x - 2) }}乙", "{%p endfor %}"),
        ("{% macro m(x) %}{{ 1 / (x - 2) }}{% endmacro %}", "{% for x in l %}{{ m(x) }}{% endfor %}"),
        ("{%p if 1 / (l[1] - 2) %}", "x", "{%p endif %}"),
        ("{% set y %}{{ l[0] }}{{ 1 / (l[1] - 2) }}{% endset %}{{ y }}",),
        (p("{{ l[0] }}{{ l[1] }}{{ 1 / (l[1] - 2) }}{{ l[0] }}"),),
    ],
)
def test_the_innermost_tag_is_named(blocks: tuple[str, ...]) -> None:
    template = Template.open(docx(*blocks), Environment())
    with pytest.raises(FindingsError) as caught:
        template.render({"l": [1, 2]})
    place = caught.value.findings[0].span.place
    assert place is not None
    assert "1 / (" in place.tag


@pytest.mark.parametrize(
    ("tag", "blocks"),
    [
        ("{{ 1 + 'a' }}", ["{% if x %}{{ y }}", "{{ 1 + 'a' }}{% endif %}"]),
        ("{% if 1 + 'a' %}", ["{{ y }}{% if 1 + 'a' %}{{ y }}{% else %}{{ y }}{% endif %}"]),
        ("{% elif 1 + 'a' %}", ["{% if not x %}{{ y }}{% elif 1 + 'a' %}{{ y }}{% endif %}"]),
        ("{{ 1 + 'a' }}", ["{% if x %}{% if not x %}{{ y }}{% else %}{{ 1 + 'a' }}{% endif %}{% endif %}{{ y }}"]),
    ],
)
def test_a_tag_that_fails_under_a_condition_is_named(tag: str, blocks: list[str]) -> None:
    _, _, message = said(*blocks, x=1, y=2)
    assert message.startswith(f'the tag "{tag}" failed')

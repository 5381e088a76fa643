"""Tags, filters, tests and functions as a page of Markdown, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.cli.reference.filters import DATA, FILTERS, FUNCTIONS, TESTS, Use
from reportgen.cli.reference.tags import NARRATIVE, TAGS, Tag
from reportgen.expressions.catalogue import FILTER_NAMES, FUNCTION_NAMES

_BAR = "\\|"


def tag_page() -> str:
    """The page."""
    lines = [
        "# 标签和过滤器 · Tags and filters",
        "",
        "由 `reportgen explain --tags` 生成，每个例子都作为测试运行。Made by `reportgen explain --tags`; every example runs as a test.",
        "",
        "例子用的数据 · The data of the examples:",
        "",
        *_fenced(DATA + NARRATIVE, "yaml"),
        "## 标签 · Tags",
        "",
        "一行是 Word 里的一段，两边有竖线的是表格的一行。全角的 `｛｛ ｝｝ ｜ ％` 和中文引号也认。",
        "A line is a paragraph of the Word file, one between bars a row of a table. Full-width marks are understood.",
        "",
        *(line for tag in TAGS for line in _tag(tag)),
        "## 过滤器 · Filters",
        "",
        "写在竖线后面，可以接着写几个：`{{ 收支.预算数|万元 }}`。 They follow a value behind a bar, one after another.",
        "",
        *(line for title, group in FILTERS.items() for line in _table(title, group, FILTER_NAMES)),
        "## 判断 · Tests",
        "",
        "写在 `is` 后面：`{% if 部门.简称 is defined %}`；大小用 `==`、`!=`、`<`、`<=`、`>`、`>=` 比。"
        " They follow `is`; sizes are compared by signs.",
        "",
        *_table("", TESTS, {}),
        "## 函数 · Functions",
        "",
        *_table("", FUNCTIONS, FUNCTION_NAMES),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _tag(tag: Tag) -> Iterator[str]:
    yield from (f"**{tag.zh}。** {tag.en[0].upper()}{tag.en[1:]}.", "")
    for name, text in tag.files.items():
        yield from (f"`{name}`：", "", *_fenced(text))
    yield from _fenced(tag.template)
    yield from ("印出来 · prints:", "", *_fenced(tag.result))


def _fenced(text: str, language: str = "text") -> list[str]:
    return [f"```{language}", *text.rstrip("\n").split("\n"), "```", ""]


def _table(title: str, group: Mapping[str, Use], names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if title:
        yield from (f"### {title}", "")
    yield from ("| 名称 · Name | 用处 · Use | 例 · Example | 结果 · Result |", "|---|---|---|---|")
    for name, use in group.items():
        called = " ".join(f"`{one}`" for one in (*reversed(names.get(name, ())), name))
        yield f"| {called} | {use.zh} · {use.en} | {_code(use.example)} | {_code(use.result)} |"
    yield ""


def _code(text: str) -> str:
    """Code within a cell of a table, where a bar must be escaped."""
    return f"`{text.replace(chr(10), '↵').replace('|', _BAR)}`" if text.strip() else ""

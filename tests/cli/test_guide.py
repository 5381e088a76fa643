"""What the guides tell people to type exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from reportgen import inputs
from reportgen.cli import verbs

PAGES = ["README.md", "README.zh-CN.md", *(f"docs/{name}" for name in ("guide.md", "guide.zh-CN.md"))]


def fenced(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", Path(page).read_text("utf-8"), re.M | re.S)


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    found: click.Command = verbs
    while isinstance(found, click.Group) and words:
        inner = found.get_command(click.Context(found), words[0])
        assert inner is not None, words
        found, words = inner, words[1:]
    return found, words


@pytest.mark.parametrize("page", PAGES)
def test_every_command_has_the_options_that_are_told(page: str) -> None:
    lines = [line for block in fenced(page, "sh") for line in block.splitlines() if line.startswith("reportgen ")]
    assert lines
    for line in lines:
        command, words = command_of(shlex.split(line, comments=True)[1:])
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        assert [word for word in words if word.startswith("-") and len(word) > 1 and word not in known] == [], line


@pytest.mark.parametrize("page", PAGES)
def test_every_piece_of_yaml_can_be_read(page: str) -> None:
    for block in fenced(page, "yaml"):
        assert [str(finding) for finding in inputs.read(block.encode(), page).findings] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [*PAGES, "docs/batch.md", "docs/docxtpl.md"]:
        for target in re.findall(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)", Path(page).read_text("utf-8")):
            assert (Path(page).parent / target).exists(), (page, target)

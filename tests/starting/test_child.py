"""Packs that begin as their parent is."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from reportgen.inspection import inspect
from reportgen.packs import Pack
from reportgen.previewing import preview
from reportgen.search import Search
from reportgen.starting import child_files, write_pack
from reportgen.workshop import Workshop
from tests.documents import docx, p, table, text_of
from tests.folders import pack

PARENT = docx(
    "{%p block title %}",
    p("标题", style="Heading1"),
    "{%p endblock title %}",
    "{%p block body %}",
    p("{{ 部门.全称 }}{% block score %}得分{% endblock score %}", style="Heading2"),
    "{%p block more %}",
    "另有{{ 预算数|元 }}",
    "{%p endblock more %}",
    "{%p endblock body %}",
    table([["{%tr block rows %}"], ["行"], ["{%tr endblock rows %}"]]),
)
KEYS = ("numbering", "profile", "bands")
BEGIN, END = "{#p 从这里改“{name}” ↓", "到这里止 #}"


def child(folder: Path, content: bytes = PARENT) -> tuple[Workshop, Pack, Pack]:
    """A parent and its new child."""
    above = pack(folder, {"report.docx": content}, "up")
    write_pack("down", folder, child_files("down", above, Workshop([folder]).environment(), "某区"))
    workshop = Workshop([folder])
    return workshop, workshop.pack("up"), workshop.pack("down")


def printed(pack: Pack, workshop: Workshop) -> list[str]:
    made = preview(pack, pack.kinds["report"], workshop)[0]
    assert made.docx is not None, [str(finding) for finding in made.findings]
    return text_of(made.docx)


def test_a_new_child_is_sound_and_prints_what_its_parent_prints(tmp_path: Path) -> None:
    workshop, above, below = child(tmp_path)
    assert inspect(below, workshop.environment()) == []
    assert (below.title, below.version) == ("某区", "1")
    assert printed(below, workshop) == printed(above, workshop)


@pytest.mark.parametrize("name", ["title", "body", "score", "more", "rows"])
def test_every_block_that_it_shows_can_be_taken_as_it_is(tmp_path: Path, name: str) -> None:
    workshop, above, below = child(tmp_path)
    path = tmp_path / "down" / "report.docx"
    document = Document(str(path))
    paragraphs = document.paragraphs
    begin = next(n for n, one in enumerate(paragraphs) if one.text == BEGIN.replace("{name}", name))
    end = next(n for n, one in enumerate(paragraphs) if n > begin and one.text == END)
    for number in (begin, end):
        element = paragraphs[number]._element
        element.getparent().remove(element)
    document.save(str(path))
    workshop = Workshop([tmp_path])
    below = workshop.pack("down")
    assert inspect(below, workshop.environment()) == []
    assert printed(below, workshop) == printed(above, workshop)


def test_the_fields_that_may_be_used_stand_at_the_end(tmp_path: Path) -> None:
    child(tmp_path)
    text = "\n".join(one.text for one in Document(str(tmp_path / "down" / "report.docx")).paragraphs)
    assert text.endswith("{#p {{ 预算数 }} #}\n{#p 项目[].名称 #}\n{#p 项目[].金额 #}\n{#p {{ 人均 }} #}")


def test_a_parent_with_comments_and_no_blocks_gives_a_child_too(tmp_path: Path) -> None:
    workshop, above, below = child(tmp_path, docx("{# 说明 #}{{ 部门.全称 }}"))
    assert inspect(below, workshop.environment()) == []
    assert printed(below, workshop) == printed(above, workshop)


@pytest.mark.parametrize("name", Workshop(Search.of().folders()).pack_names())
def test_every_pack_there_is_has_such_children(tmp_path: Path, name: str) -> None:
    """And what their pack.yaml shows in comments is what the parent says."""
    above = Workshop(Search.of().folders()).pack(name)
    files = child_files("down", above, Workshop([]).environment())
    write_pack("down", tmp_path, files)
    workshop = Workshop(Search.of([tmp_path]).folders())
    assert inspect(workshop.pack("down"), workshop.environment()) == []
    head, commented = files["pack.yaml"].decode().splitlines()[:6], files["pack.yaml"].decode().splitlines()[6:]
    opened = [line.removeprefix("# ") for line in commented if not line.endswith("。")]
    (tmp_path / "down" / "pack.yaml").write_text("\n".join([*head, *(line for line in opened if not line.startswith("years"))]), "utf-8")
    below = Workshop(Search.of([tmp_path]).folders()).pack("down")
    assert below.findings == []
    assert {key: below.layers.value[key] for key in KEYS} == {key: above.layers.value[key] for key in KEYS}

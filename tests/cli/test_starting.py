"""What a command imports: a document whose pack is kept ready must not wait for what it does not use."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.documents import docx, text_of

COMMAND = [sys.executable, "-X", "importtime", "-c", "from reportgen.cli import main; main()"]
SCHEMA = "type: object\nproperties: {pack: {}, kind: {}, title: {type: string}, text: {type: string, x-format: narrative}}\n"
RULES = "rules:\n  title-given:\n    check: title != ''\n    message: {zh: 没有标题, en: no title}\n"
OUTSIDE = {"lxml", "docx", "docxtpl", "babel", "rich", "watchfiles", "xlsxwriter", "python_calamine", "distributed", "re2"}
LIBRARY = {"multiprocessing", "concurrent.futures", "urllib.request", "http", "xml.sax", "asyncio", "importlib.metadata"}
OWN = {
    "reportgen.assembly",
    "reportgen.batch.crew",
    "reportgen.cli.watching",
    "reportgen.compiler.generation",
    "reportgen.compiler.linking",
    "reportgen.convert",
    "reportgen.figures.compiling",
    "reportgen.inputs.mending",
    "reportgen.library",
    "reportgen.ooxml.opening",
    "reportgen.packs.loading",
    "reportgen.packs.profile",
    "reportgen.render.compiling",
    "reportgen.render.failures",
    "reportgen.render.pictures",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    pack = tmp_path / "templates" / "p"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("title: 甲\nkinds: {note: {title: 说明}}\nsummary: [{title: 字数, value: title|length}]\n", "utf-8")
    (pack / "note.schema.yaml").write_text(SCHEMA, "utf-8")
    (pack / "note.figures.yaml").write_text(RULES, "utf-8")
    (pack / "note.docx").write_bytes(docx("{{ title }}", "{{ text }}"))
    (tmp_path / "a.yaml").write_text("pack: p\nkind: note\ntitle: 题\ntext: 2023年工作完成，**执行率**95.5%。\n", "utf-8")
    return tmp_path


def modules(folder: Path, *arguments: str) -> set[str]:
    """What a command imports."""
    environment = {**os.environ, "REPORTGEN_CACHE": str(folder / "cache"), "REPORTGEN_LANG": "en"}
    done = subprocess.run([*COMMAND, *arguments], check=True, cwd=folder, env=environment, capture_output=True, text=True)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_a_second_document_needs_neither_compiler_nor_libraries_of_rarer_work(office: Path) -> None:
    modules(office, "build", "a.yaml", "-o", "first")
    loaded = modules(office, "build", "a.yaml", "-o", "second")
    assert text_of((office / "second" / "a.docx").read_bytes()) == ["题", "2023年工作完成，执行率95.5%。"]
    assert loaded & (OUTSIDE | LIBRARY | OWN) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_what_a_command_tells_of_itself_needs_no_engine(office: Path, arguments: list[str]) -> None:
    assert modules(office, *arguments) & {*OUTSIDE, *LIBRARY, "yaml", "jinja2", "jsonschema_rs", "reportgen.pipeline"} == set()


def test_regular_expressions_are_compiled_once_for_all_runs(office: Path) -> None:
    modules(office, "build", "a.yaml", "-o", "first")
    kept = {path: path.stat().st_mtime_ns for path in (office / "cache").iterdir()}
    modules(office, "build", "a.yaml", "-o", "second")
    assert {path: path.stat().st_mtime_ns for path in (office / "cache").iterdir()} == kept


def test_whatever_a_command_says_is_said_before_it_leaves(office: Path) -> None:
    environment = {**os.environ, "REPORTGEN_CACHE": str(office / "cache"), "REPORTGEN_LANG": "en"}
    run = partial(subprocess.run, cwd=office, env=environment, capture_output=True)
    made = run([sys.executable, "-c", "from reportgen.cli import main; main()", "build", "a.yaml", "-o", "-"])
    assert (made.returncode, text_of(made.stdout)[0]) == (0, "题")
    (office / "b.yaml").write_text("pack: p\nkind: note\ntitel: 题\n", "utf-8")
    made = run([sys.executable, "-c", "from reportgen.cli import main; main()", "build", "b.yaml", "-o", "out"])
    assert (made.returncode, b"titel" in made.stderr, b"not written" in made.stdout) == (1, True, True)

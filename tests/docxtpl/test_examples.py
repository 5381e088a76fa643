"""The examples of docxtpl's documentation, written anew: each runs on reportgen with only its import line changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit import audit
from tests.differential.comparing import lines_of
from tests.documents import parts_of
from tests.docxtpl.templates import FILES, TEMPLATES
from tests.invariants import check_document

EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.py"))
_NO_DOCUMENT = {"template_error"}
_SHOWS_MARKS = {"escaped_delimiters", "edited_after"}
"""Examples whose documents show tags' marks on purpose."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in {**FILES, **{f"{name}.docx": data for name, data in TEMPLATES.items()}}.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)


def _run(example: Path, module: str) -> bytes:
    """Run an example with its import line changed; returns the document that it saves."""
    source = example.read_text("utf-8")
    changed = source.replace("from docxtpl import", f"from {module} import")
    exec(compile(changed, str(example), "exec"), {"__name__": "__main__"})
    out = Path("out.docx")
    return out.read_bytes() if out.exists() else b""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_renders_as_with_docxtpl_after_one_line_is_changed(example: Path) -> None:
    ours = _run(example, "reportgen.docxtpl")
    if example.stem in _NO_DOCUMENT:
        return
    check_document(ours, leftovers=example.stem in _SHOWS_MARKS)
    assert lines_of(ours) == lines_of(_run(example, "docxtpl"))


@pytest.mark.parametrize("name", ["rich_text", "merged_cells", "dynamic_table", "inline_image", "sub_document"])
def test_a_document_of_an_example_passes_the_audit(name: str) -> None:
    template_faults = audit(TEMPLATES[name])
    assert [
        fault
        for fault in audit(_run(Path(__file__).parent / "examples" / f"{name}.py", "reportgen.docxtpl"))
        if fault not in template_faults
    ] == []


def test_replaced_files_are_in_the_document() -> None:
    parts = parts_of(_run(Path(__file__).parent / "examples/replaced_media.py", "reportgen.docxtpl"))
    assert parts["word/media/rId50.png"] == FILES["two.png"]
    assert parts["word/embeddings/doc1.docx"] == FILES["other.docx"]
    assert parts["word/embeddings/book1.xlsx"] == FILES["book.xlsx"]


def test_each_of_several_renderings_has_its_own_values_and_pictures() -> None:
    _run(Path(__file__).parent / "examples/several_renderings.py", "reportgen.docxtpl")
    for number, picture in (("1", "one.png"), ("2", "two.png")):
        data = Path(f"document{number}.docx").read_bytes()
        assert FILES[picture] in parts_of(data).values()
        assert f"document {number}" in parts_of(data)["word/document.xml"].decode()

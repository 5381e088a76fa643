"""Small packs to build with: `east` and `west` extend `top`; a `note` says its title."""

from __future__ import annotations

from pathlib import Path

from tests.documents import docx

SCHEMA = """\
type: object
required: [pack, kind, title]
properties:
  pack: {title: 模板, type: string}
  kind: {title: 文种, type: [string, array]}
  title: {title: 标题, type: string}
  words: {title: 正文, type: string}
  amount: {title: 金额, type: number}
additionalProperties: false
"""


def put_packs(folder: Path) -> Path:
    """The packs, below `folder`/templates."""
    packs = folder / "templates"
    for name, text in {
        "top/pack.yaml": "title: 顶\nkinds: {note: {title: 便条}, card: {title: 卡片}}\n",
        "top/note.schema.yaml": SCHEMA,
        "top/card.schema.yaml": SCHEMA,
        "east/pack.yaml": "extends: top\ntitle: 东\n",
        "west/pack.yaml": "extends: top\ntitle: 西\n",
    }.items():
        (packs / name).parent.mkdir(parents=True, exist_ok=True)
        (packs / name).write_text(text, "utf-8")
    (packs / "top" / "note.docx").write_bytes(docx("{{ title }}"))
    (packs / "top" / "card.docx").write_bytes(docx("卡片：{{ title }}"))
    (packs / "west" / "note.docx").write_bytes(docx("西：{{ title }}"))
    return packs


def put_input(folder: Path, name: str, *, pack: str = "east", title: str = "题", **more: str) -> Path:
    """An input file."""
    fields = {"pack": pack, "kind": "note", "title": title, **more}
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{key}: {value}\n" for key, value in fields.items()), "utf-8")
    return path

"""Small packs in a folder, with Word templates of lines of text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen import packs

SCHEMA = """\
type: object
properties:
  pack: {title: 模板, type: string}
  kind: {title: 文种, type: string}
  department:
    title: 部门
    type: object
    properties:
      name: {title: 全称, type: string}
  budget: {title: 预算数, type: number}
  projects:
    title: 项目
    type: array
    items:
      type: object
      properties:
        name: {title: 名称, type: string}
        amount: {title: 金额, type: number}
"""
FIGURES = """\
figures:
  share:
    title: 人均
    formula: budget / 2
"""


def pack(folder: Path, files: Mapping[str, bytes], name: str = "p", *, extends: str = "", schema: str = SCHEMA) -> packs.Pack:
    """The pack `name` of a folder with one kind, `report`, and these files; others of the folder stay."""
    own = folder / name
    own.mkdir(parents=True, exist_ok=True)
    above = f"extends: {extends}\n" if extends else ""
    (own / "pack.yaml").write_text(f"{above}title: {name}\nkinds:\n  report: {{title: 报告}}\n", "utf-8")
    if not extends:
        (own / "report.schema.yaml").write_text(schema, "utf-8")
        (own / "report.figures.yaml").write_text(FIGURES, "utf-8")
    for file, content in files.items():
        (own / file).write_bytes(content)
    return packs.load(name, [folder])

"""A pack that changes nothing yet: its Word files show what its parent has, ready to be changed."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.compiler.passages import Passage
from reportgen.expressions import Environment
from reportgen.inspection import fields_of
from reportgen.packs import Entry, Field, Kind, Pack, walk, with_item
from reportgen.starting.settings import pack_yaml
from reportgen.starting.sheet import Sheet
from reportgen.unfolding import unfold
from reportgen.workshop import definitions_of

_BEGIN, _END = "{{#p 从这里改“{name}” ↓", "到这里止 #}"
_FIELDS = "可以用的字段：写在正文里，如 {{ 收支.预算数|万元 }}；列表逐项写：{%p for 项 in 项目 %}、{{ 项.名称 }}、{%p endfor %} 各占一段。"


def child_files(name: str, parent: Pack, environment: Environment, title: str = "") -> dict[str, bytes]:
    """The files of a pack that extends `parent`, by name: its pack.yaml, and for each kind a Word file. Raises: NotADocx."""
    title = title or name
    files = {"pack.yaml": pack_yaml(parent, title)}
    for kind in parent.kinds.values():
        content = _template(name, title, parent, kind, environment)
        if content is not None:
            files[f"{kind.name}.docx"] = content
    return files


def _template(name: str, title: str, parent: Pack, kind: Kind, environment: Environment) -> bytes | None:
    """The Word file of one kind; None where the parent has no template for it."""
    unfolded = unfold(parent, kind.name, environment)
    if unfolded is None:
        return None
    sheet = Sheet(unfolded.package)
    sheet.tag(f'{{%p extends "{unfolded.file}" %}}')
    for line in _usage(name, title, kind, unfolded.file):
        sheet.note(line)
    for passage in unfolded.passages:
        _show(sheet, passage)
    sheet.note(_FIELDS)
    for line in field_lines(parent, kind):
        sheet.note(line)
    return sheet.file()


def _usage(name: str, title: str, kind: Kind, file: str) -> Iterator[str]:
    """What the owner of a template must know to change it."""
    yield f"{title}的“{kind.title}”。它照上级模板 {file}，现在什么也没有改，印出来与上级一样。"
    yield (
        "怎样改：下面每一组是上级的一个 block（可以换掉的一段内容），夹在“从这里改”和“到这里止”之间，都不会印出来。"
        "要改哪一组，就删去它前后这两行，再改中间的字和样式；不改的组可以留着，也可以整组删掉。"
    )
    yield f"写着 super() 的地方照印上级的内容。改完运行 reportgen packs check {name} 检查，reportgen packs preview {name} 看样子。"


def _show(sheet: Sheet, passage: Passage) -> None:
    """A block in a comment that ends where it ends."""
    sheet.tag(_BEGIN.format(name=passage.name))
    sheet.add(passage.elements)
    sheet.tag(_END)


def field_lines(pack: Pack, kind: Kind) -> Iterator[str]:
    """A line for each field that a template of a kind may use, with its tag, title, unit and meaning."""
    definitions, _ = definitions_of(pack, kind)
    root = fields_of(with_item(pack.schema(kind.name).root, kind), definitions)
    for entry in walk(root):
        if not entry.name.startswith(("settings", "bands")) and not entry.field.fields and entry.field.items is None:
            yield _line(entry)


def _line(entry: Entry) -> str:
    """A field's tag as it may be copied, a list's by its name alone, with what it means."""
    tag = entry.chinese if "[]" in entry.name else f"{{{{ {entry.chinese}{_filter(entry.field)} }}}}"
    unit = f"（{entry.field.unit}）" if entry.field.unit not in ("", "unit", "%") else ""
    return f"{tag}{unit}{f'：{entry.description}' if entry.description else ''}"


def _filter(field: Field) -> str:
    """How a value of this field is mostly printed."""
    if field.unit in ("unit", "万元", "元"):
        return "|元" if field.unit == "元" else "|万元"
    return "|百分比" if field.unit == "%" else "|日期" if "pattern" in field.value and "日" in field.title else ""

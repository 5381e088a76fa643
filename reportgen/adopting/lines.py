"""The paragraphs that a template is written of: text with tags, and the style in which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.packs import Field
from reportgen.packs.walking import chinese_name

_MARK = re.compile(r"[{｛](?=[{%#｛％＃])")
BODY, TAG = "Body Text", ""
"""Styles: of text, and of a paragraph that only holds a tag."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    text: str
    style: str = BODY
    lead: str = ""
    """A heading that runs on into the text."""
    lead_style: str = ""


def literal(text: str) -> str:
    """Text of a file that is no template, so that nothing in it is taken for a tag."""
    return _MARK.sub("{{ '{' }}", text)


def remark(text: str) -> str:
    """A text within a comment, which it does not end."""
    return text.replace("{", "（").replace("}", "）").replace("｛", "（").replace("｝", "）")


def unknown(words: str) -> str:
    """What stands in a template where nobody knows what belongs there."""
    return f"{{# 待填：{remark(words)} #}}"


def tags(*texts: str) -> list[Line]:
    """Paragraphs of tags alone."""
    return [Line(text, TAG) for text in texts]


def guarded(condition: str, lines: Sequence[Line], otherwise: str = "") -> list[Line]:
    """Lines that are printed where a condition holds, and a text where it does not."""
    instead = [*tags("{%p else %}"), Line(otherwise)] if otherwise else []
    return [*tags(f"{{%p if {condition} %}}"), *lines, *instead, *tags("{%p endif %}")]


def block(name: str) -> list[Line]:
    """The parent's content of a block, in this place."""
    return tags(f"{{%p block {name} %}}", "{{p super() }}", f"{{%p endblock {name} %}}")


def printed(field: Field, path: str, level: int) -> list[Line]:
    """A field's content below a heading of `level`: long text, or a list item by item."""
    forms = list(field.forms())
    items = next((form.items for form in forms if form.items is not None), None)
    text = any(form.narrative or "string" in form.shapes for form in forms)
    if items is None:
        return [Line(f"{{{{p {path} }}}}")]
    listed = _items(items, path, level)
    if not text:
        return listed
    return [*tags(f"{{%p if {path} is string %}}"), Line(f"{{{{p {path} }}}}"), *tags("{%p else %}"), *listed, *tags("{%p endif %}")]


def _items(item: Field, path: str, level: int) -> list[Line]:
    if not item.fields:
        inside = [Line("{{ loop.index|序号('一是', 条) }}{{ 条 }}")]
    else:
        inside = [line for member in _title_first(item) for line in _member(member, level, first=member is _title_first(item)[0])]
    return [*tags(f"{{%p for 条 in {path} %}}"), *inside, *tags("{%p endfor %}")]


def _title_first(item: Field) -> list[Field]:
    """What an item prints: its title, then its texts."""
    shown = [member for member in item.fields.values() if _is_text(member) or _is_points(member)]
    titles = [member for member in shown if _is_text(member) and member.one_line]
    return [*titles[:1], *(member for member in shown if member not in titles)]


def _member(member: Field, level: int, *, first: bool) -> list[Line]:
    path = f"条.{chinese_name(member)}"
    if _is_points(member):
        inside = [Line(f"{{{{ {path}|列举('一是', '连写') }}}}")]
    elif first and member.one_line:
        inside = [Line(f"{{{{ {path} }}}}", f"heading {min(level + 1, 5)}")]
    else:
        inside = [Line(f"{{{{p {path} }}}}")]
    return guarded(path, inside)


def _is_text(member: Field) -> bool:
    return "string" in member.shapes and not member.choices and not member.key.endswith("_reason")


def _is_points(member: Field) -> bool:
    return member.items is not None and "string" in member.items.shapes and not member.items.fields

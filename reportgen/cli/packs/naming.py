"""How groups of facts are headed, in the reader's language."""

from __future__ import annotations

from reportgen.facets import Group

HEADS: dict[Group, tuple[str, str]] = {
    "settings": ("设置", "settings"),
    "profile": ("版式", "page format"),
    "kinds": ("文种", "kinds"),
    "fields": ("字段", "fields"),
    "figures": ("计算项", "figures"),
    "rules": ("检查规则", "rules"),
    "blocks": ("模板的段落（block）", "blocks of the templates"),
}

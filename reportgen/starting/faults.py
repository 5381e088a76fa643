"""What can be wrong with making a new pack (K3…)."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

_ERROR = Severity.ERROR

BAD_PACK_NAME = Fault(
    "K301",
    "bad-pack-name",
    _ERROR,
    zh="模板包不能叫“{name}”",
    en="a pack cannot be called “{name}”",
    hint_zh="以汉字、字母或数字开头，其余可用点、下划线和连字符，最多 64 字，如 panyu、番禺",
    hint_en="begin with a letter or digit, go on with letters, digits, dots, _ and -, 64 characters at most, such as panyu",
    why="The name is that of a folder, and stands in inputs and templates.",
)
PACK_EXISTS = Fault(
    "K302",
    "pack-exists",
    _ERROR,
    zh="已经有模板包“{name}”（{path}），没有改动它",
    en="there is a pack {name} already ({path}); nothing was changed",
    hint_zh="换一个名字；确实要换掉它，加 --force，旧的留在 {kept}",
    hint_en="take another name, or add --force to replace it; the old one is kept as {kept}",
    why="What somebody wrote is never overwritten unasked.",
)
EXTENDS_ITSELF = Fault(
    "K303",
    "new-pack-extends-itself",
    _ERROR,
    zh="新的模板包“{name}”与它的上级同名（{chain}）",
    en="the new pack {name} is called as one that it builds on ({chain})",
    hint_zh="换一个名字，或换一个上级",
    hint_en="take another name, or another parent",
    why="A pack cannot be its own ancestor.",
)
NO_KINDS = Fault(
    "K304",
    "parent-without-kinds",
    _ERROR,
    zh="上级模板包“{parent}”没有文种，不知道这个 Word 文件是哪一种",
    en="the parent pack {parent} has no kinds of document, so nobody can tell which the Word file is",
    hint_zh="换一个上级，如 base",
    hint_en="take another parent, such as base",
    why="A Word file becomes the template of one kind.",
)

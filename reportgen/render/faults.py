"""The faults that only the output shows (T07…): references, notes, sections."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_CAPTION = Fault(
    "T070",
    "no-such-caption",
    Severity.ERROR,
    "引用的“{name}”没有出现：文中没有叫这个名字的图或表",
    '"{name}" is referred to, but no figure or table of that name comes out',
    "有题注的名称：{known_zh}；检查名称，或看那张图、表是否因条件没有印出来",
    "names there are: {known_en}; check the name, or whether a condition left that figure or table out",
    "A reader who is sent to a figure must find it.",
)
NAMED_TWICE = Fault(
    "T071",
    "caption-named-twice",
    Severity.ERROR,
    "题注的名称“{name}”用了两次，前一个是{other}",
    'two captions are named "{name}", the first one is {other}',
    "一个名称只给一张图或表；不需要引用的不写名称",
    "name each figure or table differently; those that nothing refers to need no name",
    "A reference could mean either.",
)
BAD_LENGTH = Fault(
    "T072",
    "unreadable-length",
    Severity.ERROR,
    "图的尺寸“{value}”看不懂",
    'the size "{value}" of a figure cannot be understood',
    "写成 120mm、8厘米 这样的长度",
    "write a length such as 120mm",
    "Word needs a width and a height for every drawing.",
)

"""What can be wrong with the pictures and charts of an input (D3…)."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_PICTURE = Fault(
    "D301",
    "picture-unreadable",
    Severity.ERROR,
    zh="图片“{path}”读不出来：{reason}",
    en='the picture "{path}" cannot be read: {reason}',
    hint_zh="路径从输入文件所在的文件夹写起，如 图片/活动.jpg；检查文件名和后缀",
    hint_en="write its path from the folder of the input, such as pictures/event.jpg; check the name and its suffix",
    why="A picture is kept beside the input that names it, so that both can be moved together.",
)
OUTSIDE_FOLDER = Fault(
    "D302",
    "picture-outside-folder",
    Severity.ERROR,
    zh="图片“{path}”不在输入文件所在的文件夹里",
    en='the picture "{path}" is not inside the folder of the input',
    hint_zh="把图片复制到输入文件旁边，写相对路径，不写 .. 和盘符",
    hint_en="copy it beside the input and write a relative path, without .. and drives",
    why="An input comes from others; it must not bring files of this computer into a document.",
)
LARGE_PICTURE = Fault(
    "D303",
    "picture-too-large",
    Severity.ERROR,
    zh="图片“{path}”超过 {most} MB",
    en='the picture "{path}" is larger than {most} MB',
    hint_zh="先压缩图片：A4 纸上打印，宽 2000 像素已经足够",
    hint_en="make it smaller first: 2000 pixels across are plenty on A4 paper",
    why="A document that holds it could hardly be sent.",
)
OTHER_FORMAT = Fault(
    "D304",
    "picture-format",
    Severity.ERROR,
    zh="“{path}”不是 PNG 或 JPEG 图片",
    en='"{path}" is no PNG or JPEG picture',
    hint_zh="用看图软件另存为 JPEG 或 PNG，不能只改后缀",
    hint_en="save it as JPEG or PNG with a viewer; another suffix alone does not do",
    why="Every version of Word and WPS shows these two.",
)
BAD_CHART = Fault(
    "D305",
    "chart-undrawable",
    Severity.ERROR,
    zh="统计图画不出来：{reason_zh}",
    en="the chart cannot be drawn: {reason_en}",
    hint_zh="每个系列的数和分类一样多，按同样的顺序",
    hint_en="give each series as many numbers as there are categories, in their order",
    why="A column without a name, or a name without a column, would be read wrongly.",
)

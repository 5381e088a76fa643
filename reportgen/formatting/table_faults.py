"""What can be wrong with the figures in a document's tables."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

SUM = Fault(
    "G511",
    "column-does-not-add-up",
    Severity.WARNING,
    zh="“{column}”一列相加是 {right}，{label}写的是 {shown}",
    en="the column {column} adds up to {right}, the line {label} says {shown}",
    hint_zh="核对各行和合计；差0.01是四舍五入的，调整其中一项",
    hint_en="check the lines and the total; a hundredth comes of rounding: adjust a line",
    why="Adding up the columns is the first thing that a reviewer of a table does.",
)
RATE = Fault(
    "G512",
    "rate-differs-in-table",
    Severity.WARNING,
    zh="执行率写的是 {shown}，按 {part}÷{whole} 应为 {right}%",
    en="the rate is given as {shown}; {part} of {whole} is {right}%",
    hint_zh="核对这三个数",
    hint_en="check the three numbers",
    why="The rate of a line is its money spent by its budget, half up.",
)
ABOVE = Fault(
    "G513",
    "score-above-weight",
    Severity.ERROR,
    zh="“{label}”得分 {shown} 高于分值 {wanted}{times_zh}",
    en="{label} scores {shown} of {wanted}{times_en}",
    hint_zh="得分不能超过分值",
    hint_en="a line cannot score more than its weight",
    why="A line never scores above its weight. Source: 财预〔2020〕10号.",
)
TOTAL = Fault(
    "G514",
    "total-score-does-not-add-up",
    Severity.WARNING,
    zh="各项{what_zh}相加是 {right}，{label}写的是 {shown}",
    en="the {what_en} add up to {right}, {label} says {shown}",
    hint_zh="核对各项和总分",
    hint_en="check the lines and the total",
    why="The total of a form is what its lines score, those of the budget's execution among them.",
)
WEIGHTS = Fault(
    "G515",
    "weights-do-not-make-the-full-score",
    Severity.WARNING,
    zh="各项分值相加是 {right}，应为 {shown}",
    en="the weights add up to {right}, should make {shown}",
    hint_zh="核对各项分值",
    hint_en="check the weights",
    why="The weights of a form make a hundred. Source: 财预〔2020〕10号.",
)
CONTRADICTED = Fault(
    "G516",
    "text-differs-from-table",
    Severity.WARNING,
    zh="正文里{label}是 {shown}，表里是 {wanted}",
    en="the text gives {label} as {shown}, the table as {wanted}",
    hint_zh="核对哪一个对",
    hint_en="see which of them is right",
    why="Text and tables of one report tell the same figures. Source: GB/T 15835—2011.",
)

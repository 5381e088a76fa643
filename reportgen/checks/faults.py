"""What can be wrong with an author's allowances, and between the reports of a run."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_REASON = Fault(
    "C001",
    "allowance-without-reason",
    Severity.WARNING,
    zh="“allow {codes}”没有写理由，不起作用",
    en="'allow {codes}' gives no reason and has no effect",
    hint_zh="写成：# reportgen: allow {codes} 理由",
    hint_en="write: # reportgen: allow {codes} the reason",
    why="What stands in spite of a check has to say why, or the next reader cannot tell a decision from a slip.",
)
UNUSED = Fault(
    "C002",
    "unused-allowance",
    Severity.NOTICE,
    zh="这一行没有 {codes} 这样的问题，“allow”可以删去",
    en="this line has no finding {codes}; the 'allow' may go",
    why="An allowance that outlives its fault would hide the next one.",
)
COPIED = Fault(
    "C301",
    "paragraph-of-another-report",
    Severity.WARNING,
    zh="这一段与 {unit} 的报告相同（数字除外）{more_zh}",
    en="this paragraph is that of {unit}, numbers apart{more_en}",
    hint_zh="核对是不是照抄没有改",
    hint_en="see whether it was copied and not changed",
    why="Text carried over from another unit or from last year is found by whoever reads both reports.",
)
STRANGER = Fault(
    "C302",
    "name-of-another-unit",
    Severity.WARNING,
    zh="{own}的报告里写着“{name}”",
    en="the report of {own} names {name}",
    hint_zh="核对是不是照抄时没有改单位名称",
    hint_en="see whether the name was left in from a copy",
    why="A unit of the same kind in another place is hardly ever meant; its name was left in from a copy.",
)

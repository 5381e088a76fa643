"""What can be wrong with an author's allowances."""

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

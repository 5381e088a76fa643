"""Wordings of what is wrong with a figure, or with a pack's figures and rules."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

FIGURE_DIFFERS = Fault(
    "F101",
    "figure-differs",
    Severity.WARNING,
    zh="{title}填写为 {given}，{by_zh}应为 {derived}",
    en="{name} is given as {given}; worked out from '{formula}' it is {derived}",
    hint_zh="改正它，或删去这一项由程序计算；确实不同的，在“{reason_zh}”里说明",
    hint_en="correct the number or leave it out, so that it is worked out; if it does differ, say why in '{reason}'",
    why="A rate that does not match its two amounts is the first thing a reviewer finds.",
)
FIGURE_FAILED = Fault(
    "F102",
    "figure-not-worked-out",
    Severity.ERROR,
    zh="{title}算不出来：{detail_zh}",
    en="{title} cannot be worked out: {detail_en}",
    hint_zh="检查算式“{formula}”用到的数：{inputs}",
    hint_en="check what the formula '{formula}' reads: {inputs}",
    why="A figure that cannot be worked out cannot be printed.",
)
RULE_BROKEN = Fault(
    "F201",
    "rule-broken",
    Severity.WARNING,
    zh="{text_zh}",
    en="{text_en}",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why="The pack's rules say what has to hold between the facts of a report.",
)
RULE_FAILED = Fault(
    "F202",
    "rule-cannot-run",
    Severity.ERROR,
    zh="检查规则“{name}”无法运行：{detail_zh}",
    en="the rule '{name}' cannot run: {detail_en}",
    hint_zh="检查规则里的“{source}”",
    hint_en="check '{source}' in the rule",
    why="A rule that cannot run checks nothing.",
)
DEFINITION_SHAPE = Fault(
    "F301",
    "figure-or-rule-shape",
    Severity.ERROR,
    zh="“{name}”的“{key}”应为{needs_zh}",
    en="'{key}' of '{name}' must be {needs_en}",
    why="A figure needs a title and a formula; a rule needs a check.",
)
EXPRESSION_SYNTAX = Fault(
    "F302",
    "pack-expression",
    Severity.ERROR,
    zh="“{name}”的“{key}”：{detail_zh}",
    en="'{key}' of '{name}': {detail_en}",
    why="The expression cannot be read.",
)
UNKNOWN_NAME = Fault(
    "F303",
    "unknown-name-in-expression",
    Severity.ERROR,
    zh="“{name}”的“{key}”用了不存在的名称“{read}”{near_zh}",
    en="'{key}' of '{name}' reads '{read}', which does not exist{near_en}",
    why="A misspelt name is always absent, so the figure or rule would silently never apply.",
)
CYCLE = Fault(
    "F304",
    "figures-in-a-circle",
    Severity.ERROR,
    zh="计算项互相引用：{circle}",
    en="figures are worked out from one another: {circle}",
    hint_zh="去掉其中一处引用",
    hint_en="take out one of the references",
    why="None of the figures can be worked out first.",
)

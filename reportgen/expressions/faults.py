"""Wordings of what can go wrong in an expression, wherever it stands: a template, a figure, a rule, narrative text."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

ABSENT = Fault(
    "E101",
    "absent-value",
    Severity.ERROR,
    zh="{name_zh}没有填写{near_zh}",
    en="'{name}' is not given{near_en}",
    hint_zh="在输入文件里填写，或在模板里写 {{{{ …|默认('……') }}}}、{{% if … %}}",
    hint_en="give it in the input file, or write {{{{ …|default('…') }}}} or {{% if … %}} in the template",
    why="A blank in an official report is worse than no report: a value that is printed or reckoned with has to be there.",
)
OPERANDS = Fault(
    "E102",
    "operands-do-not-fit",
    Severity.ERROR,
    zh="不能计算 {left} {operator} {right}",
    en="cannot work out {left} {operator} {right}",
    hint_zh="两边都应是数字；连接文字请用 ~",
    hint_en="both sides have to be numbers; join texts with ~",
    why="A number and a text have no sum; guessing at one would print a wrong figure.",
)
DIVISION_BY_ZERO = Fault(
    "E103",
    "division-by-zero",
    Severity.ERROR,
    zh="除数是 0：{left} {operator} 0",
    en="division by zero: {left} {operator} 0",
    hint_zh="检查作分母的数；只有 0 / 0 记作“—”",
    hint_en="check the divisor; only 0 / 0 is printed as —",
    why="0 / 0 is a rate of nothing and is printed as —; anything else divided by 0 is a mistake in the data.",
)
NUMBER_TOO_LARGE = Fault(
    "E104",
    "number-out-of-range",
    Severity.ERROR,
    zh="计算 {left} {operator} {right} 的结果超出范围",
    en="the result of {left} {operator} {right} is out of range",
    why="Numbers are kept to a bounded number of digits, so that no template can stop a run.",
)
NOT_PRINTABLE = Fault(
    "E105",
    "not-printable",
    Severity.ERROR,
    zh="{value} 不能直接打印",
    en="{value} cannot be printed",
    hint_zh="列表请用 {{% for %}} 循环、|顿号 或 |列举；对象请写到具体字段",
    hint_en="loop over a list or use |join or |enumerate_items; of an object name the field",
    why="A list or an object has no wording of its own; brackets and quotes must not reach a report.",
)
NOT_A_LIST = Fault(
    "E106",
    "not-a-list",
    Severity.ERROR,
    zh="不能对 {value} 循环，它不是列表",
    en="cannot loop over {value}, it is not a list",
    why="`for` needs a list.",
)
FILTER_INPUT = Fault(
    "E111",
    "filter-input",
    Severity.ERROR,
    zh="过滤器“{filter}”不能用于 {value}：它需要{needs_zh}{detail_zh}",
    en="filter '{filter}' cannot take {value}: it needs {needs_en}{detail_en}",
    why="A filter turns one kind of value into text; another kind has no such text.",
)
UNKNOWN_FILTER = Fault(
    "E112",
    "unknown-filter",
    Severity.ERROR,
    zh="没有名为“{name}”的过滤器{near_zh}",
    en="there is no filter named '{name}'{near_en}",
    why="Filters come with reportgen; a pack is data and cannot bring its own.",
)
UNKNOWN_TEST = Fault(
    "E113",
    "unknown-test",
    Severity.ERROR,
    zh="没有名为“{name}”的判断（is {name}）{near_zh}",
    en="there is no test named '{name}' (is {name}){near_en}",
    why="Tests come with reportgen; a pack is data and cannot bring its own.",
)
OVER_BUDGET = Fault(
    "E121",
    "over-budget",
    Severity.ERROR,
    zh="超出上限：{what_zh}（上限 {limit}）",
    en="over the limit: {what_en} (limit {limit})",
    hint_zh="检查循环、重复文字和宽度等数值",
    hint_en="look at loops, repeated text, widths and the like",
    why="Templates are not trusted: loops, text and depth are bounded, so that one bad template cannot stop a run of hundreds.",
)
SYNTAX = Fault(
    "E131",
    "expression-syntax",
    Severity.ERROR,
    zh="表达式写法有误：{detail_zh}",
    en="the expression is not well formed: {detail_en}",
    why="The expression cannot be read.",
)
CALL_REFUSED = Fault(
    "E132",
    "call-in-text",
    Severity.ERROR,
    zh="正文里的表达式只能写名称和过滤器，不能调用 {name}",
    en="an expression in text may hold names and filters only, not call {name}",
    why="Narrative text is written by authors and stays simple: values and how they are printed.",
)
FORBIDDEN = Fault(
    "E133",
    "forbidden",
    Severity.ERROR,
    zh="不允许使用 {name}",
    en="{name} may not be used",
    why="Templates run in a sandbox: they see the data and nothing of the program.",
)
CALL_FAILED = Fault(
    "E134",
    "call-failed",
    Severity.ERROR,
    zh="{name} 不能这样使用：{detail}",
    en="{name} cannot be used like this: {detail}",
    why="The function was given something that it does not take.",
)
FAILED = Fault(
    "E135",
    "cannot-evaluate",
    Severity.ERROR,
    zh="表达式算不出来：{detail}",
    en="the expression cannot be evaluated: {detail}",
    why="The values do not fit what the expression does with them.",
)

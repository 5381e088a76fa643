"""What can be wrong between an input and its pack."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_PACK = Fault(
    "K121",
    "no-pack-named",
    Severity.ERROR,
    zh="输入没有写明用哪个模板包",
    en="the input does not name its pack",
    hint_zh="在文件开头写：pack: 模板包的名字（现有：{packs_zh}）",
    hint_en="write at the top of the file: pack: its name (there are: {packs_en})",
    why="The pack decides the fields, the sentences and the look of the document.",
)
NO_KIND = Fault(
    "K122",
    "no-kind-named",
    Severity.ERROR,
    zh="输入没有写明要生成哪种文件",
    en="the input does not name the kind of document",
    hint_zh="在文件开头写：kind: 文种（模板包“{pack}”有：{kinds_zh}）",
    hint_en="write at the top of the file: kind: its name (pack {pack} has: {kinds_en})",
    why="One input may serve several kinds; it has to say which.",
)
BAD_NAME = Fault(
    "K123",
    "bad-output-name",
    Severity.ERROR,
    zh="文种“{kind}”的文件名“{pattern}”写不出来：{detail_zh}",
    en="the output name {pattern} of kind {kind} cannot be made: {detail_en}",
    hint_zh="请检查 pack.yaml 中 output 一项用到的字段",
    hint_en="check the fields that `output` in pack.yaml uses",
    why="A pack may name its documents by a pattern over the data.",
)
NO_ITEMS = Fault(
    "K124",
    "nothing-to-report-on",
    Severity.ERROR,
    zh="“{title}”是{per_zh}一项一份，输入里一项也没有",
    en="{kind} is made for each item of {per}, and the input has none",
    hint_zh="请填写“{per_zh}”，或从“文种”里去掉“{title}”",
    hint_en="fill in {per}, or take {kind} out of `kind`",
    why="A kind declared `per` a list gives a document for each of its items.",
)
UNKNOWN_FIGURE = Fault(
    "K125",
    "unknown-figure",
    Severity.ERROR,
    zh="这个输入里没有名为“{name}”的数字或文字",
    en="nothing in this input is named {name}",
    hint_zh="写从上到下的名称，用点号连接，如 收支.预算执行率；列表里的某一项写成 指标[3].得分",
    hint_en="write the names from the top, joined by points: finance.execution_rate; an item of a list as indicators[3].score",
    why="Every number of a report has a name, which leads back to where it was given.",
)
YEAR_NOT_SERVED = Fault(
    "K126",
    "year-not-served",
    Severity.WARNING,
    zh="模板包“{pack}”用于{years_zh}年度，输入是 {year} 年的",
    en="pack {pack} serves the years {years_en}, the input is of {year}",
    hint_zh="改用这一年的模板包；模板没有变的，请模板的主管把 pack.yaml 里的 years 加上这一年",
    hint_en="use the pack of that year; if nothing changed, its owner adds the year to `years` in pack.yaml",
    why="Forms and wordings are issued anew each year; an old template would be sent back.",
)

"""What can be wrong in narrative: N1… in its markup, N2… in its braces; what stands within braces has the faults of `expressions`."""

from reportgen.findings import Fault, Severity

CONTROL_CHARACTER = Fault(
    "N101",
    "control-character",
    Severity.ERROR,
    zh="这里有 Word 不能保存的控制字符 {character}",
    en="Word cannot hold the control character {character}",
    hint_zh="删去它；从别的软件复制文字时，先粘贴为纯文本",
    hint_en="delete it; paste as plain text when copying from another program",
    why="XML 1.0 and so every .docx file forbids these characters; Word reports such a file as damaged. Source: XML 1.0, 2.2.",
)
UNPAIRED_BOLD = Fault(
    "N102",
    "unpaired-bold",
    Severity.ERROR,
    zh="加粗的 ** 在这一行里没有配对",
    en="the ** of bold text has no partner on this line",
    hint_zh='在加粗文字的两端各写一个 **；确实要印出星号时写 {{{{ "**" }}}}',
    hint_en='put ** at both ends of the bold words; to print asterisks, write {{{{ "**" }}}}',
    why="Each line is a paragraph of its own, and bold does not reach over its end; a lone ** would be printed.",
)
EMPTY_HEADING = Fault(
    "N103",
    "empty-heading",
    Severity.ERROR,
    zh="标题 {mark} 后面没有文字",
    en="the heading {mark} has no words",
    hint_zh="写上标题，或者删去这一行",
    hint_en="write the heading, or delete the line",
    why="An empty heading would be numbered and enter the outline.",
)
DEEP_HEADING = Fault(
    "N104",
    "heading-too-deep",
    Severity.ERROR,
    zh="标题有 {level} 级，最多 5 级",
    en="a heading of level {level}; there are 5 levels",
    hint_zh="少写几个 #",
    hint_en="write fewer #",
    why="Official documents number four levels (GB/T 9704—2012, 7.3.3), practice adds a fifth (①).",
)
RAGGED_TABLE = Fault(
    "N105",
    "ragged-table",
    Severity.ERROR,
    zh="表格这一行有 {found} 格，第一行有 {wanted} 格",
    en="this row of the table has {found} cells, the first row {wanted}",
    hint_zh="补上或者删去多余的竖线 |；空格也要占一格",
    hint_en="add or remove | so that all rows match; an empty cell needs its bars too",
    why="A row that misses a cell shifts its figures under the wrong heads.",
)
WIDE_TABLE = Fault(
    "N106",
    "table-too-wide",
    Severity.ERROR,
    zh="表格这一行有 {found} 格，Word 的表格最多 {most} 列",
    en="this row of the table has {found} cells; a table in Word has {most} columns at most",
    hint_zh="把表格拆开",
    hint_en="split the table",
    why="Word refuses to open tables of more than 63 columns.",
)
MISPLACED_RULE = Fault(
    "N107",
    "misplaced-header-line",
    Severity.ERROR,
    zh="表头线 |---| 只能写在表格的第二行",
    en="the header line |---| belongs on the second line of a table",
    hint_zh="表头写一行，下面紧跟 |---|；其他行之间不画线",
    hint_en="one row of heads, then |---|; no lines between the other rows",
    why="Elsewhere it would be printed as a row of hyphens.",
)
NOT_ALONE = Fault(
    "N108",
    "part-among-words",
    Severity.ERROR,
    zh="图片、图表、题注不能和文字写在同一行",
    en="a picture, a chart or a caption cannot stand among words",
    hint_zh="另起一行，这一行只写它；文中提到它，写 {{{{ '名称'|引用 }}}}",
    hint_en="give it a line of its own; to speak of it write {{{{ 'name'|reference }}}}",
    why="A drawing takes lines of its own and is numbered by its caption.",
)
UNCLOSED_EXPRESSION = Fault(
    "N201",
    "unclosed-expression",
    Severity.ERROR,
    zh="{{{{ 在这一行里没有对应的 }}}}（式子最长 {most} 字）",
    en="no }}}} closes this {{{{ on its line (an expression has {most} characters at most)",
    hint_zh='补上 }}}}，式子不换行；确实要印出大括号时写 {{{{ "{{{{" }}}}',
    hint_en='add }}}}, and keep the expression on one line; to print braces, write {{{{ "{{{{" }}}}',
    why="What cannot be told from text would be printed as typed, braces and all.",
)
STRAY_BRACES = Fault(
    "N202",
    "stray-braces",
    Severity.ERROR,
    zh="}}}} 前面没有对应的 {{{{",
    en="no {{{{ opens this }}}}",
    hint_zh="补上 {{{{，或者删去 }}}}",
    hint_en="add {{{{, or delete }}}}",
    why="The braces would be printed.",
)
STATEMENT = Fault(
    "N203",
    "statement-in-narrative",
    Severity.ERROR,
    zh="正文里只能写 {{{{ 名称|格式 }}}}，不能写 {words}",
    en="narrative takes {{{{ name|filter }}}} only, not {words}",
    hint_zh="判断和循环写在模板里",
    hint_en="conditions and loops belong in the template",
    why="Narrative is data of an office; what varies by condition is the template's, so that all offices' reports agree.",
)

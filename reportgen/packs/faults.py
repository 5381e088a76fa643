"""What can be wrong with packs (K…), and, from its own module, with data against their schemas (D…)."""

from __future__ import annotations

from reportgen.findings import Fault
from reportgen.packs.data_faults import *  # noqa: F403 (one place that knows every fault of the package)
from reportgen.packs.data_faults import ERROR

UNKNOWN_PACK = Fault(
    "K101",
    "unknown-pack",
    ERROR,
    zh="没有模板包“{name}”",
    en="There is no pack “{name}”",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="A pack is a folder with a pack.yaml, in one of the folders where packs are looked for.",
)
EXTENDS_CYCLE = Fault(
    "K102",
    "extends-cycle",
    ERROR,
    zh="模板包互相继承，绕成了圈：{cycle}",
    en="The packs extend one another in a circle: {cycle}",
    hint_zh="改正其中一个 pack.yaml 的 extends",
    hint_en="Correct `extends` in one of these pack.yaml files",
    why="A pack cannot be its own ancestor.",
)
UNKNOWN_KIND = Fault(
    "K103",
    "unknown-kind",
    ERROR,
    zh="模板包“{pack}”没有文种“{name}”",
    en="Pack “{pack}” has no kind “{name}”",
    hint_zh="可用的文种：{kinds_zh}",
    hint_en="There are: {kinds_en}",
    why="A kind is a type of document that the pack's pack.yaml lists under `kinds`.",
)
OUTSIDE_PACK = Fault(
    "K104",
    "outside-pack",
    ERROR,
    zh="“{name}”指到模板包文件夹之外，不予读取",
    en="“{name}” leads out of the packs' folder and is not read",
    hint_zh="把文件放进模板包的文件夹",
    hint_en="Put the file itself into the pack's folder",
    why="A pack comes from others; a link in it must not reach other files of this computer.",
)
TOO_LARGE = Fault(
    "K105",
    "file-too-large",
    ERROR,
    zh="“{name}”有 {size} 字节，超过 {limit} 字节，不予读取",
    en="“{name}” has {size} bytes, more than {limit}, and is not read",
    why="Bounds keep a broken or hostile pack from stopping the computer.",
)
NO_TEMPLATE = Fault(
    "K106",
    "no-template",
    ERROR,
    zh="文种“{kind}”没有 Word 模板（{kind}.docx）",
    en="Kind “{kind}” has no Word template ({kind}.docx)",
    hint_zh="把 {kind}.docx 放进模板包“{pack}”的文件夹",
    hint_en="Put {kind}.docx into the folder of pack “{pack}”",
    why="Each kind needs a Word template in the pack or in one of its parents.",
)
BANDS_OUT_OF_ORDER = Fault(
    "K107",
    "bands-out-of-order",
    ERROR,
    zh="分档“{name}”的下限没有从高到低排列：{given} 在 {before} 之后",
    en="The bands “{name}” do not go from high to low: {given} comes after {before}",
    hint_zh="从高到低排列",
    hint_en="Order them from high to low",
    why="A value falls into the first band that it reaches.",
)
WRONG_WORD = Fault(
    "K108",
    "wrong-word",
    ERROR,
    zh="版式的“{title}”写成“{text}”，看不懂",
    en="“{title}” of the profile reads “{text}”, which is not understood",
    hint_zh="可写：{examples}",
    hint_en="Write for instance: {examples}",
    why="The page format is written in the words Word's own menus use.",
)
UNKNOWN_SETTING = Fault(
    "K109",
    "unknown-setting",
    ERROR,
    zh="{zh}",
    en="{en}",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why="A misspelt setting would be passed over, and nobody would see why it has no effect.",
)
WRONG_SETTING = Fault(
    "K110",
    "wrong-setting",
    ERROR,
    zh="{zh}",
    en="{en}",
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
    why="A pack's files have their own schema, and are checked against it like an author's data.",
)
BAD_FILE_NAME = Fault(
    "K111",
    "bad-file-name",
    ERROR,
    zh="模板包的文件名不能写成“{name}”，不予读取",
    en="A pack's file cannot be called “{name}” and is not read",
    hint_zh="用汉字、字母或数字开头，其余还可用空格、点、下划线和连字符，最多 128 字",
    hint_en="Begin with a letter or digit, go on with letters, digits, blanks, dots, _ and -, 128 characters at most",
    why="Such a name is hidden, or means something else to some program.",
)
BAD_ZIP = Fault(
    "K113",
    "bad-zip",
    ERROR,
    zh="模板包 {name} 打不开：{detail_zh}",
    en="the pack {name} cannot be opened: {detail_en}",
    hint_zh="重新压缩模板包的文件夹：pack.yaml 要在最上一层",
    hint_en="zip the pack's folder anew, with pack.yaml at the top",
    why="A pack that comes in one file comes from others: it is read within bounds, and never unpacked to disk.",
)
BAD_SCHEMA = Fault(
    "K201",
    "bad-schema",
    ERROR,
    zh="字段定义有误：{keyword} 写成 {text}",
    en="The schema is wrong: {keyword} reads {text}",
    hint_zh="{advice}",
    hint_en="{advice}",
    why="Schemas are JSON Schema 2020-12, written in YAML.",
)
UNKNOWN_KEYWORD = Fault(
    "K202",
    "unknown-keyword",
    ERROR,
    zh="字段定义里不能用“{name}”",
    en="A pack's schema cannot use “{name}”",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="JSON Schema passes over words it does not know, so a misspelt rule would never hold.",
)
UNKNOWN_REFERENCE = Fault(
    "K203",
    "unknown-reference",
    ERROR,
    zh="$ref 写成“{ref}”，没有这个定义",
    en="$ref reads “{ref}”, which is not defined",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
    why="References lead to `#/$defs/…` of the pack's merged schema and nowhere else.",
)
REFERENCE_CYCLE = Fault(
    "K204",
    "reference-cycle",
    ERROR,
    zh="$ref“{ref}”绕回了自己",
    en="$ref “{ref}” leads back to itself",
    hint_zh="拆开这个圈",
    hint_en="Break the circle",
    why="Schemas are laid out flat, so that every field has one place.",
)
AMBIGUOUS_ALIAS = Fault(
    "K205",
    "ambiguous-alias",
    ERROR,
    zh="“{alias}”同时是“{first}”和“{second}”的名字",
    en="“{alias}” names both “{first}” and “{second}”",
    hint_zh="改其中一个的 title，或用 x-aliases 另起名字",
    hint_en="Change one title, or give other names in x-aliases",
    why="A Chinese name must lead to one field.",
)
SCHEMA_TOO_LARGE = Fault(
    "K206",
    "schema-too-large",
    ERROR,
    zh="字段定义展开后超过 {limit} 项",
    en="The schema has more than {limit} parts when laid out",
    hint_zh="减少 $ref 的层层嵌套",
    hint_en="Nest fewer $ref in one another",
    why="Bounds keep a broken or hostile pack from stopping the computer.",
)
PER_NO_LIST = Fault(
    "K207",
    "per-no-list",
    ERROR,
    zh="文种“{kind}”写了 per: {per}，字段里却没有这个列表",
    en="Kind “{kind}” says per: {per}, but its schema has no such list",
    hint_zh="{advice}",
    hint_en="{advice}",
    why="`per` names the list that gives a document for each of its items.",
)
SCHEMA_TOO_DEEP = Fault(
    "K208",
    "schema-too-deep",
    ERROR,
    zh="字段定义层层相套，超过 {limit} 层",
    en="The schema nests fields and $ref more than {limit} levels deep",
    hint_zh="减少嵌套的层数",
    hint_en="Nest fewer levels",
    why="Bounds keep a broken or hostile pack from stopping the computer.",
)

"""What can be wrong with files and folders around a run."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_INPUT = Fault(
    "W001",
    "no-input",
    Severity.ERROR,
    zh="没有找到输入文件“{path}”",
    en="no input found at {path}",
    hint_zh="请检查路径；文件夹中应有 .yaml 或 .yml 文件",
    hint_en="check the path; a folder should hold .yaml or .yml files",
    why="A path on the command line names no file, an empty folder, or a pattern that matches nothing.",
)
UNREADABLE = Fault(
    "W002",
    "unreadable-input",
    Severity.ERROR,
    zh="读不了“{path}”：{reason}",
    en="cannot read {path}: {reason}",
    hint_zh="请检查文件是否存在、是否有读取权限",
    hint_en="check that the file exists and may be read",
    why="The operating system refused to give us the file.",
)
SAME_OUTPUT = Fault(
    "W003",
    "same-output",
    Severity.ERROR,
    zh="“{output}”已由“{other}”生成，不能再写同一个位置",
    en="{output} is already the document of {other}",
    hint_zh="请改其中一个输入文件的名字，或分开放到不同的文件夹",
    hint_en="rename one of the inputs, or put them into different folders",
    why="One document would silently replace the other. The first in order of path is written, the other is not.",
)
OLDER_STAYS = Fault(
    "W004",
    "older-document-stays",
    Severity.NOTICE,
    zh="没有生成新文件，“{output}”仍是以前的版本",
    en="no new document was written; {output} is still the older one",
    hint_zh="改正上面的错误后再生成；在此之前不要上报旧文件",
    hint_en="mend the errors above and build again; do not hand in the older document",
    why="A document of that name from an earlier run is left as it was, because the new one is blocked.",
)
NOT_WRITTEN = Fault(
    "W005",
    "not-written",
    Severity.ERROR,
    zh="写不了“{output}”：{reason}",
    en="cannot write {output}: {reason}",
    hint_zh="文件可能正在 Word 或 WPS 中打开，或文件夹不可写、磁盘已满",
    hint_en="the file may be open in Word or WPS, the folder may be read-only, or the disk full",
    why="Documents are written to a temporary name and renamed; the rename or the write was refused. The older document is whole.",
)
OUTSIDE_OUTPUT = Fault(
    "W006",
    "outside-output",
    Severity.ERROR,
    zh="输出名“{output}”会写到输出文件夹之外",
    en="the output name {output} would leave the output folder",
    hint_zh="输出名不能含有“..”或盘符",
    hint_en="an output name may not hold '..' or a drive",
    why="Names of documents come from packs and data, which are untrusted.",
)
ONE_TO_STDOUT = Fault(
    "W007",
    "one-document-to-stdout",
    Severity.ERROR,
    zh="“-o -”只能输出一份文件，这里有{count}份",
    en="-o - takes exactly one document, this run makes {count}",
    hint_zh="请改用 -o 文件夹",
    hint_en="give a folder with -o instead",
    why="Two Word files one after the other on standard output are no Word file.",
)
BUSY = Fault(
    "W008",
    "folder-in-use",
    Severity.ERROR,
    zh="另一个 reportgen 正在写“{folder}”",
    en="another reportgen is writing into {folder}",
    hint_zh="请等它结束再运行，或换一个输出文件夹",
    hint_en="wait until it has ended, or choose another output folder",
    why="Two runs in one folder would replace each other's documents and manifest.",
)
UNWRITABLE = Fault(
    "W009",
    "unwritable-folder",
    Severity.ERROR,
    zh="写不了输出文件夹“{folder}”：{reason}",
    en="cannot write into the output folder {folder}: {reason}",
    hint_zh="请检查文件夹的权限和磁盘空间，或用 -o 换一个文件夹",
    hint_en="check the folder's permissions and the disk's space, or choose another folder with -o",
    why="Not even the list of what was made can be kept there.",
)
EDITED = Fault(
    "W010",
    "edited-by-hand",
    Severity.WARNING,
    zh="“{output}”在生成以后被人改过，没有覆盖；新生成的是“{beside}”",
    en="{output} was changed by hand after it was built, and is kept; the new document is {beside}",
    hint_zh="把要保留的改动写进输入文件，再删去“{output}”重新生成",
    hint_en="put the changes worth keeping into the input, then delete {output} and build again",
    why="Its digest is not the one that the manifest holds. Work done by hand is never overwritten, not even with --force.",
)
LOST_INPUT = Fault(
    "W011",
    "lost-input",
    Severity.NOTICE,
    zh="“{output}”的输入“{input}”已经不在，或不再生成它",
    en="{output} is no longer made: its input {input} is gone, or makes it no more",
    hint_zh="不再需要的话，加 --prune 删去",
    hint_en="if it is not wanted any more, --prune removes it",
    why="A document without input is easily taken for a current one.",
)
PRUNED = Fault(
    "W012",
    "pruned",
    Severity.NOTICE,
    zh="已删去“{output}”，它的输入“{input}”已经不在",
    en="removed {output}, whose input {input} is gone",
    why="--prune removes documents whose input is gone, unless they were edited by hand.",
)
NOT_PRUNED = Fault(
    "W013",
    "not-pruned",
    Severity.WARNING,
    zh="“{output}”没有删去：{reason_zh}",
    en="{output} was not removed: {reason_en}",
    hint_zh="请自己看过以后再删",
    hint_en="look at it and remove it yourself",
    why="Work done by hand is never removed.",
)
WORKER_FAILED = Fault(
    "W014",
    "worker-failed",
    Severity.ERROR,
    zh="生成“{path}”时程序出错：{reason}",
    en="the program failed on {path}: {reason}",
    hint_zh="其他文件不受影响；请把这份输入和这一行发给程序的维护者",
    hint_en="the other documents are not affected; please send this input and this line to the maintainers",
    why="An input made the program itself fail or its process die. That is a fault of the program, whatever the input holds.",
)
BAD_COLUMN = Fault(
    "W015",
    "bad-summary-column",
    Severity.WARNING,
    zh="汇总表的“{title}”一列算不出来：{detail_zh}",
    en="column {title} of the summary cannot be worked out: {detail_en}",
    hint_zh="请检查 pack.yaml 中 summary 一项的 value",
    hint_en="check its `value` under `summary` in pack.yaml",
    why="Columns of the summary are expressions over the data, set in the pack.",
)
SUMMARY_KIND = Fault(
    "W016",
    "unknown-summary-format",
    Severity.ERROR,
    zh="汇总表“{path}”的格式不认识",
    en="the summary {path} has no known format",
    hint_zh="文件名以 .xlsx 或 .csv 结尾",
    hint_en="let its name end in .xlsx or .csv",
    why="The end of the name decides what is written.",
)
NOT_A_TABLE = Fault(
    "W017",
    "not-a-table",
    Severity.ERROR,
    zh="“{path}”不是可以读的表格：{detail_zh}",
    en="{path} is no table that can be read: {detail_en}",
    hint_zh="请另存为 .xlsx 或 .csv（UTF-8）",
    hint_en="save it as .xlsx or as .csv (UTF-8)",
    why="Data for many documents comes from a workbook or a CSV file, the heads of its columns in the first row.",
)
SAME_COLUMN = Fault(
    "W018",
    "same-column",
    Severity.ERROR,
    zh="“{head}”一列与 {other} 列是同一个字段",
    en="column {head} is the same field as column {other}",
    hint_zh="请删去一列",
    hint_en="remove one of them",
    why="A fact is given once.",
)
NO_SUCH_LIST = Fault(
    "W019",
    "no-such-list",
    Severity.ERROR,
    zh="工作表“{name}”的名字不是任何一个列表字段",
    en="sheet {name} is not called like a list of the data",
    hint_zh="第一张表一行一份文件，其余的表用列表字段命名，如“指标”；不用的表请删去",
    hint_en="the first sheet has a row a document; call the others like a list field, or remove them",
    why="Further sheets hold the items of lists, such as indicators.",
)
NO_KEY_COLUMN = Fault(
    "W020",
    "no-key-column",
    Severity.ERROR,
    zh="工作表“{name}”的第一列是“{given}”，应与第一张表一样是“{key}”",
    en="the first column of sheet {name} is {given}; like that of the first sheet it should be {key}",
    hint_zh="按第一列把各行归到单位",
    hint_en="rows are given to units by the first column",
    why="The first column says which document a row belongs to.",
)
UNKNOWN_UNIT = Fault(
    "W021",
    "unknown-unit",
    Severity.ERROR,
    zh="工作表“{name}”里的“{key}”不在第一张表中",
    en="{key} of sheet {name} is not in the first sheet",
    hint_zh="请核对名称，两处要完全一样",
    hint_en="check the name; it has to be the same in both places",
    why="A row that belongs to no document would be lost silently.",
)
TABLE_NEEDS_KIND = Fault(
    "W022",
    "table-needs-pack-and-kind",
    Severity.ERROR,
    zh="从表格生成要写明 --pack 和 --kind",
    en="building from a table needs --pack and --kind",
    hint_zh="例：reportgen build --data 单位.xlsx --pack panyu --kind department-report",
    hint_en="for example: reportgen build --data units.xlsx --pack panyu --kind department-report",
    why="The heads of a table's columns are read against the fields of a kind.",
)
BAD_FILE_NAME = Fault(
    "W023",
    "bad-file-name",
    Severity.ERROR,
    zh="“{path}”的名字不是 UTF-8 编码，读不了",
    en="the name of {path} is not UTF-8",
    hint_zh="请给文件（和它所在的文件夹）改名",
    hint_en="rename the file (and the folders that it is in)",
    why="Such a name comes from an old archive or another system; it can be shown to nobody and kept in no list.",
)
PLANTED = Fault(
    "W024",
    "planted-link",
    Severity.ERROR,
    zh="输出文件夹里的“{path}”不是 reportgen 自己的，而是链接或别的东西",
    en="{path} in the output folder is not reportgen's own but a link, or something else",
    hint_zh="请查清是谁放的，删去它再运行",
    hint_en="find out who put it there, remove it and run again",
    why="Whoever can put a link there could otherwise make reportgen write or delete files outside the output folder.",
)

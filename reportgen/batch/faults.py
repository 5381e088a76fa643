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

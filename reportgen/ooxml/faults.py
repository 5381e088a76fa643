"""What can be wrong with a Word file before anybody looks at its text."""

from reportgen.findings import Fault, Severity

_RESAVE_ZH = "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”"
_RESAVE_EN = "open it in Word or WPS and save it as “Word Document (*.docx)”"
_UNTRUSTED = "Word files come from many hands; reportgen opens them within fixed bounds so that no file can exhaust the machine."

EMPTY_FILE = Fault(
    "P001",
    "empty-file",
    Severity.ERROR,
    "文件是空的（0 字节）",
    "the file is empty (0 bytes)",
    _RESAVE_ZH,
    _RESAVE_EN,
    why="An empty file holds nothing to work with; a download or copy was mostly cut short.",
)
NOT_A_ZIP = Fault(
    "P002",
    "not-a-docx",
    Severity.ERROR,
    "不是 .docx 文件：内容是{kind_zh}",
    "this is no .docx file: its content is {kind_en}",
    _RESAVE_ZH,
    _RESAVE_EN,
    "A .docx file is a zip archive. Renaming a file of another kind to .docx does not convert it.",
)
OLD_WORD = Fault(
    "P003",
    "old-word-format",
    Severity.ERROR,
    "是旧版 .doc 或 .wps 文件，不是 .docx",
    "this is an old .doc or .wps file, not a .docx",
    _RESAVE_ZH,
    _RESAVE_EN,
    "The binary format of Word 97–2003 has another structure altogether and may carry macros.",
)
ENCRYPTED = Fault(
    "P004",
    "password-protected",
    Severity.ERROR,
    "文件设有打开密码",
    "the file is protected by a password",
    "请在 Word 中取消打开密码后再保存",
    "take the password off in Word and save again",
    why="What is encrypted cannot be read by anybody without the password.",
)
DAMAGED_ARCHIVE = Fault(
    "P005",
    "damaged-archive",
    Severity.ERROR,
    "文件已损坏：{detail_zh}",
    "the file is damaged: {detail_en}",
    "请重新复制或下载；若 Word 能打开，另存一次即可修复",
    "copy or download it again; if Word can open it, saving it once more repairs it",
    why="The contents of a broken archive cannot be trusted to be whole.",
)
TOO_LARGE = Fault(
    "P006",
    "too-large",
    Severity.ERROR,
    "文件过大：{what_zh}为 {actual}，上限 {limit}",
    "the file is too large: {what_en} {actual}, at most {limit}",
    "请压缩图片或拆分文件",
    "compress its pictures or split the file",
    _UNTRUSTED,
)
UNSAFE_NAME = Fault(
    "P007",
    "unsafe-part-name",
    Severity.ERROR,
    "压缩包内的部件名不合法：{name}",
    "a part of the archive has an unlawful name: {name}",
    _RESAVE_ZH,
    _RESAVE_EN,
    "Part names that climb out of the package (`..`, a leading `/`, a drive letter) are used in attacks. Source: ECMA-376 Part 2, 6.2.2.",
)
DUPLICATE_PART = Fault(
    "P008",
    "duplicate-part",
    Severity.ERROR,
    "压缩包内有两个同名部件：{name}",
    "two parts of the archive have the same name: {name}",
    _RESAVE_ZH,
    _RESAVE_EN,
    "Programs disagree on which of the two counts, so what is checked may not be what is shown. Names are compared without regard to case.",
)
MACROS = Fault(
    "P009",
    "macros",
    Severity.ERROR,
    "文件含有宏（{name}）",
    "the file holds macros ({name})",
    "请另存为不含宏的“Word 文档（*.docx）”",
    "save it as a “Word Document (*.docx)” without macros",
    "A macro travels into every report and runs on the reader's machine.",
)
MISSING_PART = Fault(
    "P010",
    "missing-part",
    Severity.ERROR,
    "缺少必需的部件：{name}",
    "a necessary part is missing: {name}",
    _RESAVE_ZH,
    _RESAVE_EN,
    why="Without this part Word cannot open the file either.",
)
OTHER_OFFICE = Fault(
    "P011",
    "not-a-word-document",
    Severity.ERROR,
    "不是 Word 文档，而是{kind_zh}",
    "this is no Word document but {kind_en}",
    _RESAVE_ZH,
    _RESAVE_EN,
    why="Workbooks and slides have another structure than documents.",
)
STRICT = Fault(
    "P012",
    "strict-format",
    Severity.ERROR,
    "文件存成了“Strict Open XML”格式",
    "the file was saved as “Strict Open XML Document”",
    "请另存为普通的“Word 文档（*.docx）”",
    "save it as the ordinary “Word Document (*.docx)”",
    "The strict variant uses other namespaces, which WPS and most tools do not read. Source: ISO/IEC 29500-1.",
)
DAMAGED_XML = Fault(
    "P013",
    "damaged-xml",
    Severity.ERROR,
    "部件 {part} 的 XML 已损坏：{detail}",
    "the XML of part {part} is damaged: {detail}",
    "若 Word 能打开，另存一次即可修复",
    "if Word can open the file, saving it once more repairs it",
    why="Word reports a file with such a part as damaged.",
)
DOCTYPE = Fault(
    "P014",
    "document-type-declaration",
    Severity.ERROR,
    "部件 {part} 含有 DOCTYPE 声明或实体",
    "part {part} holds a DOCTYPE declaration or entities",
    _RESAVE_ZH,
    _RESAVE_EN,
    "Entities can read files of this machine or grow without bound; the format forbids them. Source: ECMA-376 Part 2, 6.2.5.",
)
EXTERNAL_CONTENT = Fault(
    "P015",
    "external-content",
    Severity.WARNING,
    "部件 {part} 引用了文件之外的内容（{kind}）：{target}",
    "part {part} draws on content outside the file ({kind}): {target}",
    "请把图片嵌入文件；若是附加的模板，在“开发工具→文档模板”中改为 Normal",
    "embed the picture; if it is an attached template, set it to Normal under Developer → Document Template",
    "The reader's Word fetches it when the report is opened: it may be missing there, or another content by then.",
)
MISSING_TARGET = Fault(
    "P016",
    "missing-target",
    Severity.ERROR,
    "部件 {part} 引用的内容（{kind}）不在文件里：{target}",
    "part {part} draws on content ({kind}) that the file does not hold: {target}",
    _RESAVE_ZH,
    _RESAVE_EN,
    "Programs other than Word refuse every report that is made from such a file.",
)

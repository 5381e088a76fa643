"""What can be wrong with a YAML file as bytes and characters."""

from __future__ import annotations

from reportgen.inputs.declaring import error, notice

NOT_TEXT = error(
    "Y001 not-text",
    "这不是文本文件（像是 {kind}）",
    "This is no text file (it looks like {kind})",
    "请指定 YAML 文本文件（.yaml）",
    "Name a YAML text file (.yaml)",
    "Word, Excel and other binary files hold no YAML; a file saved as UTF-16 without a byte order mark cannot be told from them.",
)
TOO_LARGE = error(
    "Y002 file-too-large",
    "文件有 {size} 字节，超过上限 {limit} 字节",
    "The file has {size} bytes, more than the limit of {limit}",
    "请检查是否选错了文件",
    "Check whether this is the right file",
    "A report's data takes some tens of kilobytes; the limit keeps a stray file from filling the memory.",
)
GB18030 = notice(
    "Y003 gb18030-encoding",
    "文件按 GB18030（记事本的“ANSI”）读取",
    "The file was read as GB18030 (what Notepad calls ANSI)",
    "另存为时把编码选成 UTF-8",
    "Choose UTF-8 when saving",
    "GB18030 and UTF-8 cannot always be told apart; a file in UTF-8 is read the same on every computer.",
)
UTF16 = notice(
    "Y004 utf-16-encoding",
    "文件按 UTF-16（记事本的“Unicode”）读取",
    "The file was read as UTF-16 (what Notepad calls Unicode)",
    "另存为时把编码选成 UTF-8",
    "Choose UTF-8 when saving",
    "Many tools that compare or check text files expect UTF-8.",
)
BAD_BYTE = error(
    "Y005 bad-byte",
    "这里的字节 0x{byte:02X} 不是 {encoding} 编码的文字",
    "The byte 0x{byte:02X} here is no text in {encoding}",
    "用记事本打开，补上坏掉的字，另存为 UTF-8",
    "Open the file in an editor, retype the damaged character, save as UTF-8",
    "Half a character is left where a file was cut off or two encodings were mixed.",
)
CONTROL_CHARACTER = error(
    "Y006 control-character",
    "这里有看不见的控制字符 {character}，Word 文件里不能有它",
    "An invisible control character {character} stands here, which no Word file may hold",
    "删去这个字符，或重新输入这一行",
    "Delete the character, or type the line again",
    "Such characters come along when text is copied from Word, PDF or a web page. Source: XML 1.0, production 2 (Char).",
)
LINE_SEPARATOR = notice(
    "Y007 line-separator",
    "这里有看不见的换行符 {character}，已按空格读取",
    "An invisible line separator {character} stands here and was read as a blank",
    "删去这个字符；要换行请按回车键",
    "Delete the character; press Enter where a new line is meant",
    "YAML takes it for the end of a line, editors do not show it as one.",
)

ZERO_WIDTH = notice(
    "Y008 zero-width-character",
    "这里有看不见的零宽字符 {character}，已略去",
    "An invisible character of no width, {character}, is left out here",
    "删去它；从网页、聊天软件粘贴时先粘成纯文本",
    "Delete it; paste as plain text what comes from web pages and chats",
    "It breaks lines and searches where nobody can see why.",
)
PRIVATE_CHARACTER = notice(
    "Y009 private-character",
    "这里有自造字 {character}，在别的电脑上显示成方框",
    "The character {character} is private: other computers show a box",
    "项目符号改成“- ”；生僻字改用 Unicode 里的字",
    "Write `- ` for a bullet; use the Unicode character for a rare one",
    "Bullets copied from Word and characters made for one computer have no shape elsewhere. Source: Unicode, private use area.",
)

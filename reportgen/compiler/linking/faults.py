"""The faults of templates that are made of several Word files (T04x, T05x)."""

from reportgen.findings import Fault, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_CHILD = "A file that extends another is only its blocks: whatever stands outside of them has no place in the parent's document."

EXTENDS_NOT_FIRST = Fault(
    "T040",
    "extends-not-first",
    _ERROR,
    "“{tag}”要写在正文的最前面，并且只写一次",
    '"{tag}" must stand first in the body, and once',
    "把它移到正文第一段，单独成段",
    "move it to a first paragraph of its own",
    "Which file a template builds on is known before anything in it is read.",
)
NAME_NOT_LITERAL = Fault(
    "T041",
    "file-name-not-literal",
    _ERROR,
    "“{tag}”里的文件名要直接写出来，并加引号",
    'the file name in "{tag}" must be written out, in quotation marks',
    '例如 {{%p {word} "guangzhou/department-report.docx" %}}',
    'for example {{%p {word} "guangzhou/department-report.docx" %}}',
    "Files are put together before any data is read, so that every fault is found without data.",
)
UNSAFE_PATH = Fault(
    "T042",
    "path-leaves-the-templates",
    _ERROR,
    "文件名“{name}”指到了模板文件夹之外",
    'the file name "{name}" leads out of the templates folder',
    "写从模板文件夹算起的路径，用“/”分隔，不用“..”",
    'write the path from the templates folder, with "/" between its steps and without ".."',
    "A template from another office must not be able to read this machine's files.",
)
FILE_NOT_FOUND = Fault(
    "T043",
    "template-file-not-found",
    _ERROR,
    "找不到“{tag}”所指的文件“{name}”",
    'the file "{name}" of "{tag}" is not there',
    "检查文件名和所在的文件夹",
    "check the name and the folder",
    why="Without the file that it names, the template cannot be put together.",
)
CYCLE = Fault(
    "T044",
    "template-cycle",
    _ERROR,
    "文件互相引用成环：{cycle}",
    "files build on each other in a circle: {cycle}",
    "去掉其中一处 extends 或 include",
    "take out one of the extends or include tags",
    why="Files that draw on one another have no end.",
)
TOO_DEEP = Fault(
    "T045",
    "too-many-levels",
    _ERROR,
    "文件层层引用超过 {limit} 层",
    "files build on each other over more than {limit} levels",
    "减少层数",
    "use fewer levels",
    why="Depth is bounded, so that no template can stop a run.",
)
TEXT_OUTSIDE_BLOCKS = Fault(
    "T046",
    "text-outside-blocks",
    _ERROR,
    "“{words}”写在所有 block 之外，不会出现在文件里",
    '"{words}" stands outside of every block and will not appear',
    "把它移进某个 block，或者删去",
    "move it into a block, or delete it",
    _CHILD,
)
SIDE_TEXT_UNUSED = Fault(
    "T047",
    "header-of-child-unused",
    _WARNING,
    "页眉页脚里的“{words}”写在所有 block 之外，不会出现：页面设置用上级模板的",
    '"{words}" in a header or footer stands outside of every block and will not appear: the page set-up is the parent\'s',
    "要改页眉页脚，请把内容放进上级模板有的 block",
    "to change a header or footer, put its content into a block that the parent has",
    _CHILD,
)
BLOCK_UNDER_CONDITION = Fault(
    "T048",
    "block-under-condition",
    _ERROR,
    "block“{name}”放在“{guard}”里面，这个条件或循环不会起作用",
    'the block "{name}" stands inside "{guard}", which would have no effect',
    "把“{word}”移到 block 里面",
    'move the "{word}" into the block',
    _CHILD,
)
UNKNOWN_BLOCK = Fault(
    "T049",
    "unknown-block",
    _ERROR,
    "上级模板“{parent}”里没有名为“{name}”的 block",
    'the parent "{parent}" has no block named "{name}"',
    "上级模板有的 block：{known}",
    "blocks of the parent: {known}",
    "A misspelt name would silently leave the parent's text in the document.",
)
DUPLICATE_BLOCK = Fault(
    "T050",
    "duplicate-block",
    _ERROR,
    "同一个文件里有两个名为“{name}”的 block",
    'two blocks of one file are named "{name}"',
    "改掉其中一个名字；正文、页眉、页脚和注释共用一套名字",
    "rename one of them; body, headers, footers and notes share their names",
    why="Of two blocks with one name nobody can say which one counts.",
)
OTHER_SHAPE = Fault(
    "T051",
    "block-of-another-shape",
    _ERROR,
    "block“{name}”在这里是{here_zh}，在上级模板里是{there_zh}",
    'the block "{name}" is of {here_en} here and of {there_en} in the parent',
    "改成与上级模板相同的写法：{{%{level} block {name} %}}",
    "write it as the parent does: {{%{level} block {name} %}}",
    "Rows put where paragraphs belong make a file that Word cannot open.",
)
UNLEVEL_BLOCK = Fault(
    "T052",
    "unlevel-block",
    _ERROR,
    "block“{name}”的开头和结尾不在同一层（同一段文字、同一个单元格或同一个表格）",
    'the block "{name}" begins and ends at different levels (one paragraph, one cell, one table)',
    "占整段的 block 写成 {{%p block {name} %}} 和 {{%p endblock %}}，各占一段",
    "for whole paragraphs write {{%p block {name} %}} and {{%p endblock %}}, each in a paragraph of its own",
    why="What lies between two places of different depth is torn out of its structure.",
)
BAD_BLOCK = Fault(
    "T053",
    "block-name",
    _ERROR,
    "“{tag}”写法有误：block 后面写一个名字，只用文字、数字和下划线",
    '"{tag}" cannot be read: behind block stands one name of letters, digits and underscores',
    "例如 {{%p block finance %}}",
    "for example {{%p block finance %}}",
    why="A block's name is what its parent knows it by.",
)
WRONG_END = Fault(
    "T054",
    "endblock-of-another-name",
    _ERROR,
    "“{tag}”的名字与 block“{name}”对不上",
    '"{tag}" does not name the block "{name}" that it ends',
    "改成 endblock {name}",
    "write endblock {name}",
    why="Names that differ mean that an end tag is missing, or one too many.",
)
BAD_SUPER = Fault(
    "T055",
    "misplaced-super",
    _ERROR,
    "“{tag}”要单独写在 block 里面，与 block 同样占{here_zh}",
    '"{tag}" must stand by itself inside a block and take {here_en} as the block does',
    "写成 {{{{{level} super() }}}}，前后不加别的",
    "write {{{{{level} super() }}}} with nothing beside it",
    "It stands for the parent's content of the block, whole.",
)
NO_PARENT_BLOCK = Fault(
    "T056",
    "super-without-parent",
    _ERROR,
    "“{tag}”没有内容可取：上级模板里没有 block“{name}”",
    '"{tag}" stands for nothing: no parent has the block "{name}"',
    "删去这个标签",
    "delete the tag",
    why="A block that the parent lacks has no content there to take.",
)
BLOCK_WITHOUT_PLACE = Fault(
    "T057",
    "block-without-place",
    _WARNING,
    "block“{name}”不会出现：包着它的 block 已被换掉，新内容里没有它",
    'the block "{name}" does not appear: the block around it was replaced by content without it',
    "在新内容里写上 {{{{ super() }}}} 或这个 block，或者删去它",
    "put {{{{ super() }}}} or this block into the new content, or delete it",
    why="Where its outer block was replaced, an inner one has no place any more.",
)
SECTION_BREAK = Fault(
    "T058",
    "section-break-in-block",
    _ERROR,
    "block 里有分节符：页面设置由最上级的模板决定",
    "there is a section break in a block: the page set-up is the topmost template's",
    "删去分节符；要换页请用分页符",
    "delete the section break; for a new page use a page break",
    why="A document has one page set-up, which is that of the topmost template.",
)
REQUIRED_BLOCK = Fault(
    "T059",
    "required-block-missing",
    _ERROR,
    "block“{name}”注明必填（required），但没有文件给出内容",
    'the block "{name}" is required, but no file gives its content',
    "在本级模板里写上这个 block",
    "write this block in the template",
    why="Without its required block a report lacks a part.",
)
TOO_MUCH = Fault(
    "T060",
    "linked-too-large",
    _ERROR,
    "各文件合在一起过大（超过 {limit} 个元素）",
    "the files grow too large together (more than {limit} elements)",
    "减少 super() 和 include 的层层重复",
    "repeat less by super() and include",
    "Content included twice at each of many levels doubles each time.",
)
MISPLACED_INCLUDE = Fault(
    "T061",
    "misplaced-include",
    _ERROR,
    "“{tag}”引入的是整段内容，要单独成段",
    '"{tag}" brings in whole paragraphs and must stand in a paragraph of its own',
    "写成 {{%p {word} … %}}，单独成段",
    "write {{%p {word} … %}} in a paragraph of its own",
    why="Whole paragraphs have no place within a line of text.",
)
UNKNOWN_MACRO = Fault(
    "T063",
    "unknown-macro",
    _ERROR,
    "文件“{file}”里没有名为“{name}”、单独成段的宏",
    'the file "{file}" has no macro "{name}" whose tags stand in paragraphs of their own',
    "该文件里有的宏：{known}",
    "macros of that file: {known}",
    "Macros of a Word file are whole paragraphs: {%p macro … %} to {%p endmacro %}. Phrases within a line belong into a .jinja file.",
)
IMPORT_WHOLE = Fault(
    "T064",
    "import-of-word-file",
    _ERROR,
    "“{tag}”：Word 文件里的宏要逐个写名字引入",
    '"{tag}": macros of a Word file are imported by their names',
    '写成 {{%p from "{name}" import 宏名 %}}',
    'write {{%p from "{name}" import macro_name %}}',
    why="Only macros that are named are carried over.",
)
BLOCK_IN_ITSELF = Fault(
    "T062",
    "block-in-itself",
    _ERROR,
    "block“{name}”又套进了它自己：上级模板里它在外层，这里它在内层",
    'the block "{name}" ends up inside itself: it is the outer block in the parent and an inner one here',
    "不要把外层的 block 写进内层的 block",
    "do not write the outer block into the inner one",
    "Its content would go on without end.",
)
BAD_PHRASE = Fault(
    "T065",
    "phrase-file-syntax",
    _ERROR,
    "“{name}”的写法有误：{problem_zh}",
    "{name} cannot be read: {problem_en}",
    "检查标签的结尾、括号、引号和运算符",
    "check the ends of tags, brackets, quotation marks and operators",
    "A .jinja file holds phrases and macros that several templates share.",
)
SHAPES = {
    "p": ("整段", "whole paragraphs"),
    "tr": ("表格整行", "whole table rows"),
    "tc": ("单元格", "whole table cells"),
    "r": ("段内文字", "text within a paragraph"),
}
"""What a block is made of, by the prefix of its tags."""

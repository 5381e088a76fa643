"""What can be wrong between a document and its PDF."""

from __future__ import annotations

from reportgen.findings import Fault, Severity

NO_OFFICE = Fault(
    "L101",
    "no-libreoffice",
    Severity.ERROR,
    zh="没有找到 LibreOffice，不能生成 PDF",
    en="LibreOffice was not found, so there is no PDF",
    hint_zh="请安装 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer-nogui；其他系统：www.libreoffice.org），"
    "装在别处的用环境变量 REPORTGEN_SOFFICE 指明",
    hint_en="install LibreOffice (Debian/Ubuntu: apt install libreoffice-writer-nogui; else www.libreoffice.org), "
    "or name it in REPORTGEN_SOFFICE where it stands elsewhere",
    why="PDF is made by LibreOffice, which lays pages out as Word does but for small things.",
)
NOT_CONVERTED = Fault(
    "L102",
    "not-converted",
    Severity.ERROR,
    zh="LibreOffice 没有把“{path}”转成 PDF：{detail_zh}",
    en="LibreOffice made no PDF of {path}: {detail_en}",
    hint_zh="请用 Word 或 LibreOffice 打开看看；其余文件不受影响",
    hint_en="open it in Word or LibreOffice to see; the other documents are not affected",
    why="It was tried twice, the second time by itself and with fresh settings.",
)
SUBSTITUTED = Fault(
    "L103",
    "font-substituted",
    Severity.WARNING,
    zh="本机没有字体“{font}”，PDF 里用“{other}”代替",
    en="font {font} is not installed; the PDF has {other} in its place",
    hint_zh="请安装这个字体，或在 pack.yaml 的 profile.family 里换成本机有的字体（如 open）",
    hint_en="install it, or choose fonts that are there by profile.family in pack.yaml (such as open)",
    why="Another face breaks lines and pages elsewhere: what is printed is not what Word shows.",
)
NO_POPPLER = Fault(
    "L104",
    "no-pdftoppm",
    Severity.ERROR,
    zh="没有找到 pdftoppm，不能生成页面图片",
    en="pdftoppm was not found, so there are no pictures of pages",
    hint_zh="请安装 poppler（Debian/Ubuntu：apt install poppler-utils；macOS：brew install poppler）",
    hint_en="install poppler (Debian/Ubuntu: apt install poppler-utils; macOS: brew install poppler)",
    why="Pages are drawn from the PDF by poppler.",
)
NOT_DRAWN = Fault(
    "L105",
    "pages-not-drawn",
    Severity.ERROR,
    zh="“{path}”的页面图片没有生成：{detail}",
    en="the pages of {path} were not drawn: {detail}",
    why="poppler could not read the PDF, or the folder could not be written.",
)
FOREIGN_PDF = Fault(
    "L106",
    "pdf-not-ours",
    Severity.WARNING,
    zh="“{path}”不是由这里生成的，没有覆盖",
    en="{path} was not made here and is kept",
    hint_zh="不要的话，改名或删去后再生成",
    hint_en="rename or remove it, and build again",
    why="It may be a signed or scanned copy.",
)
NO_PAGES = Fault(
    "L107",
    "contents-without-pages",
    Severity.WARNING,
    zh="目录的页码没有算：这台电脑上找不到 LibreOffice 或 poppler",
    en="the pages of the contents were not worked out: there is no LibreOffice, or no poppler, on this computer",
    hint_zh="装上它们再生成；或者用 Word 打开文件，点一下目录，按 F9 更新",
    hint_en="install them and build again; or open the file in Word, click on the contents and press F9",
    why="Only a program that lays the pages out can tell on which of them a heading stands.",
)
PAGES_NOT_TOLD = Fault(
    "L108",
    "contents-pages-unknown",
    Severity.WARNING,
    zh="目录的页码没有算出来：LibreOffice 没能排出全部标题",
    en="the pages of the contents were not worked out: LibreOffice did not lay out every heading",
    hint_zh="再生成一次；还不行就用 Word 打开文件，点一下目录，按 F9 更新",
    hint_en="build again; failing that open the file in Word, click on the contents and press F9",
    why="A contents with some pages missing, or wrong, would mislead.",
)
PAGES_BY_OTHER_FONTS = Fault(
    "L109",
    "contents-pages-by-other-fonts",
    Severity.NOTICE,
    zh="目录的页码是用别的字体排出来的，本机没有：{fonts_zh}",
    en="the pages of the contents were worked out with other fonts; not installed here: {fonts_en}",
    hint_zh="定稿前在装有这些字体的电脑上用 Word 打开，点一下目录，按 F9 核对",
    hint_en="before it is final, open it in Word where they are installed, click on the contents and press F9",
    why="Other fonts are a little wider or narrower, so that a line, and after some pages a heading, may move.",
)
PLACES_WITHOUT_PAGES = Fault(
    "L110",
    "places-without-pages",
    Severity.NOTICE,
    zh="说不出问题在第几页：这台电脑上找不到 LibreOffice 或 poppler，或者它们排不出这份文件",
    en="on which page each finding stands is not known: there is no LibreOffice, or no poppler, or they cannot lay the file out",
    hint_zh="按标题和段落找；装上 LibreOffice 和 poppler 就说得出",
    hint_en="go by heading and paragraph, or install both",
    why="Pages are not in a Word file; only a program that lays it out knows them.",
)

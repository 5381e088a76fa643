"""Documents with one thing wrong, each made from a right one: each has its one finding and no other."""

from __future__ import annotations

import pytest

from reportgen.findings import Finding, Locale
from reportgen.formatting.reviewing import review_word
from tests.documents import archive, p, parts_of, r, table
from tests.formatting.right import BLOCKS, LONG, PACK, changed, headed, right, run, with_part


def findings(content: bytes) -> list[Finding]:
    return list(review_word(content, "a.docx", PACK).findings)


def body(text: str, *, properties: str = "") -> str:
    return p(text, style="BodyText", properties=properties)


DOCUMENT, STYLES, ODD, EVEN = "word/document.xml", "word/styles.xml", "word/footer1.xml", "word/footer2.xml"
RELATED = "word/_rels/document.xml.rels"
A4 = 'w:w="11906" w:h="16838"'
FIELD = '<w:instrText xml:space="preserve"> PAGE </w:instrText>'
LINK = '<w:hyperlink r:id="rLink"><w:r><w:t>网站</w:t></w:r></w:hyperlink>'
TRACKED = '<w:ins w:id="9" w:author="甲"><w:r><w:t>新增的一句话。</w:t></w:r></w:ins>'
COMMENT = '<w:r><w:commentReference w:id="0"/></w:r>'
FLOATING = (
    '<w:r><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="77" name="图"/><a:graphic><a:graphicData uri="u"/></a:graphic>'
    "</wp:anchor></w:drawing></w:r>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TABLE = BLOCKS["table"]
UNTITLED = ("title", "free1", "addressee", "mark1", "title1", "mark2", "title2", "note1", "note2")
HEAD = [p("项目", style="TableHeading")]
FANGSONG = '<w:rFonts w:eastAsia="仿宋"/>'
NO_SPACE = '<w:spacing w:beforeLines="0" w:before="0" w:afterLines="0" w:after="0"/>'
AT_MARGIN = '<w:ind w:rightChars="0" w:right="0"/>'
EXACTLY = '<w:spacing w:line="{}" w:lineRule="exact"/>'
EMPTY = p("（一）工作任务", style="Heading2") + p("（二）部门概况", style="Heading2")
UPRIGHT = "<w:sectPr/>"
ACROSS = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def with_link() -> bytes:
    content = right(body4=p(r("详见"), LINK, r("公布的数据。"), style="BodyText"))
    parts = parts_of(content)
    one = f'<Relationship Id="rLink" Type="{OFFICE}/hyperlink" Target="https://example.com/" TargetMode="External"/></Relationships>'
    related = parts[RELATED].decode().replace("</Relationships>", one)
    return archive({**parts, RELATED: related.encode()})


def with_author() -> bytes:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王小明</dc:creator></cp:coreProperties>'
    )
    return with_part(right(), "docProps/core.xml", core, "_rels/.rels", PROPERTIES)


def with_theme() -> bytes:
    content = right(body1=run("维护妇女权益", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'))
    fonts = '<a:minorFont><a:ea typeface=""/><a:font script="Hans" typeface="仿宋"/></a:minorFont>'
    theme = f'<a:theme xmlns:a="{DRAWING}"><a:themeElements><a:fontScheme name="o">{fonts}</a:fontScheme></a:themeElements></a:theme>'
    return with_part(content, "word/theme/theme1.xml", theme, RELATED, f"{OFFICE}/theme")


def turned() -> bytes:
    ended = p(LONG, style="BodyText", properties=UPRIGHT)
    return right(body2=ended, h4=p("（1）机构情况", style="Heading4"), body3=p(LONG, style="BodyText", properties=ACROSS))


LOCALES: tuple[Locale, ...] = ("zh", "en")
CASES: dict[str, tuple[str, bytes]] = {
    "paper of another size": ("G101", changed(DOCUMENT, A4, 'w:w="12240" w:h="15840"')),
    "a section of text laid across": ("G102", turned()),
    "a head margin of an inch": ("G103", changed(DOCUMENT, 'w:top="2098"', 'w:top="1440"')),
    "a binding margin two millimetres off": ("G103", changed(DOCUMENT, 'w:left="1587"', 'w:left="1700"')),
    "a foot margin of an inch": ("G103", changed(DOCUMENT, 'w:bottom="1984"', 'w:bottom="1440"')),
    "a right margin of two inches": ("G103", changed(DOCUMENT, 'w:right="1474"', 'w:right="2880"')),
    "two columns": ("G104", changed(DOCUMENT, "</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>')),
    "words in the header": ("G105", headed("某区妇女联合会")),
    "no page number on even pages": ("G121", changed(DOCUMENT, '<w:footerReference w:type="even"[^>]*/>', "")),
    "a page number between hyphens": ("G122", changed(ODD, "— ", "- ")),
    "a page number in words": ("G122", changed(ODD, '<w:t xml:space="preserve">— </w:t>', '<w:t xml:space="preserve">第</w:t>')),
    "odd pages numbered on the left": ("G123", changed(ODD, 'w:jc w:val="right"', 'w:jc w:val="left"')),
    "even pages numbered in the middle": ("G123", changed(EVEN, 'w:jc w:val="left"', 'w:jc w:val="center"')),
    "page numbers in small letters": ("G124", changed(ODD, "<w:r>", '<w:r><w:rPr><w:sz w:val="18"/></w:rPr>')),
    "page numbers in another face": ("G124", changed(ODD, "<w:r>", '<w:r><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr>')),
    "page numbers at the very edge": ("G125", changed(ODD, 'w:rightChars="100" w:right="280"', 'w:rightChars="0" w:right="0"')),
    "page numbers too low": ("G126", changed(DOCUMENT, 'w:footer="1447"', 'w:footer="600"')),
    "a page number typed into the footer": ("G127", changed(ODD, f"<w:r>{FIELD}</w:r>", "")),
    "a page number typed into the text": ("G127", right(h1b=body("— 3 —") + p("二、存在的主要问题", style="Heading1"))),
    "body text in another face": ("G201", right(body1=run("维护妇女权益", '<w:rFonts w:eastAsia="宋体"/>'))),
    "a heading in the body's face": (
        "G201",
        right(h2=p(r("（一）部门概况", properties=FANGSONG), style="Heading2")),
    ),
    "the title in 宋体": ("G201", changed(STYLES, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="宋体"', 1)),
    "body text a size smaller": ("G202", right(body1=run("维护妇女权益", '<w:sz w:val="28"/>'))),
    "a title a size smaller": ("G202", changed(STYLES, '<w:sz w:val="44"/>', '<w:sz w:val="36"/>', 1)),
    "a bold heading": ("G203", right(h3=p(r("1.主要职能", bold=True), style="Heading3"))),
    "red words": ("G204", right(body1=run("维护妇女权益", '<w:color w:val="FF0000"/>'))),
    "a title flush left": ("G205", right(title2=p("佐证材料目录", style="Title", properties='<w:jc w:val="left"/>'))),
    "a paragraph without its indent": ("G206", right(body1=body(LONG, properties='<w:ind w:firstLineChars="0" w:firstLine="0"/>'))),
    "a paragraph indented as a whole": ("G206", right(body1=body(LONG, properties='<w:ind w:left="640"/>'))),
    "a signature at the margin": (
        "G206",
        right(signature=p("某区妇女联合会", style="Signature", properties=AT_MARGIN)),
    ),
    "lines one and a half high": ("G207", right(body1=body(LONG, properties='<w:spacing w:line="360" w:lineRule="auto"/>'))),
    "lines of 30 points": ("G207", right(body1=body(LONG, properties=EXACTLY.format(600)))),
    "27 characters a line": ("G208", changed(STYLES, '<w:spacing w:val="-5"/>', '<w:spacing w:val="0"/>')),
    "digits in a face of their own": ("G209", right(body1=run("2023", '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'))),
    "words underlined": ("G210", right(body1=run("维护妇女权益", '<w:u w:val="single"/>'))),
    "space behind a paragraph": ("G211", right(body1=body(LONG, properties='<w:spacing w:after="160"/>'))),
    "lines lower than their letters": (
        "G212",
        right(title2=p("佐证材料目录", style="Title", properties=EXACTLY.format(300))),
    ),
    "the body's pitch in a table": (
        "G213",
        right(
            table=table(
                [
                    [p("项目", style="TableHeading")],
                    [p("3.00", style="TableText", properties=EXACTLY.format(579))],
                ]
            )
        ),
    ),
    "no title": (
        "G301",
        right(**dict.fromkeys(UNTITLED, "")),
    ),
    "an addressee without a colon": ("G302", right(addressee=p("区财政局", style="Salutation"))),
    "an addressee right below the title": (
        "G303",
        right(free1="", title=p("某区妇女联合会自评报告", style="Title", properties=NO_SPACE)),
    ),
    "a mark of another level": ("G304", right(h3=p("①主要职能", style="Heading3"))),
    "a mark with a pause": ("G304", right(h3=p("1、主要职能", style="Heading3"))),
    "a level left out": ("G305", right(h2b=p("1.部门收支", style="Heading3"), h2="", body1="", h3="", h4="")),
    "a heading without text": ("G306", right(h2=EMPTY, h2b=p("（三）部门收支", style="Heading2"))),
    "tables that skip a number": ("G308", right(caption=p("表1 部门收支", style="Caption") + TABLE + p("表3 部门收支", style="Caption"))),
    "a table's name below it": ("G309", right(caption=TABLE, table=BLOCKS["caption"])),
    "a table's name without its number": ("G310", right(caption=p("部门收支情况", style="Caption"))),
    "a stop behind an attachment's name": ("G311", right(note1=p("附件：1.项目支出绩效自评表。", style="AttachmentNote"))),
    "an attachment of another name": ("G312", right(title2=p("佐证材料", style="Title"))),
    "an attachment that is not listed": ("G312", right(note2="", note1=p("附件：项目支出绩效自评表", style="AttachmentNote"))),
    "an attachment's mark with a colon": ("G313", right(mark1=p("附件1：", style="Attachment", properties="<w:pageBreakBefore/>"))),
    "an attachment on the page of the text": ("G314", right(mark2=p("附件2", style="Attachment"))),
    "attachments that skip a number": ("G315", right(mark2=p("附件3", style="Attachment", properties="<w:pageBreakBefore/>"))),
    "an attachment's title two lines below its mark": ("G316", right(title1=p("", style="BodyText") + BLOCKS["title1"])),
    "a first page without its number": ("G121", changed(DOCUMENT, "</w:sectPr>", "<w:titlePg/></w:sectPr>")),
    "a date in Chinese numerals": ("G321", right(date=p("二〇二四年三月五日", style="Date"))),
    "a signature without a date": ("G322", right(date="")),
    "a signature right below the text": ("G323", right(free3="", signature=p("某区妇女联合会", style="Signature", properties=NO_SPACE))),
    "a free line between signature and date": ("G324", right(signature=p("某区妇女联合会", style="Signature") + p("", style="BodyText"))),
    "a list of attachments right below the text": ("G325", right(free2="")),
    "a tag left in": ("G401", right(body5=body("绩效目标编制水平为{{ 得分 }}，有待进一步提高。"))),
    "a blank left in": ("C164", right(body5=body("全年支出____万元，完成年度预算，绩效目标编制水平有待提高。"))),
    "tracked changes": ("G403", right(body5=p(r(LONG), TRACKED, style="BodyText"))),
    "a comment": ("G404", right(body5=p(r(LONG), COMMENT, style="BodyText"))),
    "hidden words": ("G405", right(body1=run("维护妇女权益", "<w:vanish/>"))),
    "an empty line in the text": ("G406", right(body1=body(LONG) + body("") + body(LONG))),
    "blanks for an indent": ("G407", right(body1=body("\u3000\u3000" + LONG, properties='<w:ind w:firstLineChars="0" w:firstLine="0"/>'))),
    "a line broken by hand": ("G408", right(body1=body(LONG[:20] + "\n" + LONG[20:]))),
    "a link": ("G409", with_link()),
    "an author": ("G411", with_author()),
    "highlighted words": ("G412", right(body1=run("维护妇女权益", '<w:highlight w:val="yellow"/>'))),
    "a floating picture": ("G413", right(body1=p(r(LONG), FLOATING, style="BodyText"))),
    "a face of the theme": ("G414", with_theme()),
    "a face that few computers have": ("G415", right(body1=run("维护妇女权益", '<w:rFonts w:eastAsia="方正仿宋简体"/>'))),
    "a table wider than the text": (
        "G501",
        changed(DOCUMENT, '<w:gridCol w:w="1000"/>', '<w:gridCol w:w="5000"/>'),
    ),
    "a long table without a head on each page": (
        "G502",
        right(table=table([HEAD, *([p("3.00", style="TableText")] for _ in range(40))])),
    ),
}


def test_the_right_document_has_no_finding() -> None:
    assert [finding.message("zh") for finding in findings(right())] == []


@pytest.mark.parametrize("name", CASES)
def test_one_fault_gives_its_one_finding(name: str) -> None:
    code, content = CASES[name]
    found = findings(content)
    assert [finding.code for finding in found] == [code], [finding.message("zh") for finding in found]
    worded = [text for locale in LOCALES for text in (found[0].message(locale), found[0].hint(locale))]
    assert not any("{" in text.replace("{{ 得分 }}", "") for text in worded)

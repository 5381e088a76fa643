"""A document with nothing wrong, from which tests make documents with one thing wrong."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reportgen.compiler.dressing import dress
from reportgen.ooxml import open_package, write_archive
from reportgen.packs import load
from tests.documents import archive, docx, p, parts_of, r, table

PACK = load("base", [Path(__file__).parents[2] / "templates"])
PROFILE = PACK.profile
LONG = "根据机构编制文件的规定，本单位的主要任务是团结、动员、组织妇女群众投身改革开放和社会主义现代化建设，维护妇女儿童合法权益。"
NEW_PAGE = "<w:pageBreakBefore/>"
BLOCKS = {
    "title": p("某区妇女联合会部门整体支出绩效自评报告", style="Title"),
    "free1": p("", style="BodyText"),
    "addressee": p("区财政局：", style="Salutation"),
    "opening": p(LONG, style="BodyText"),
    "h1": p("一、基本情况", style="Heading1"),
    "h2": p("（一）部门概况", style="Heading2"),
    "body1": p(LONG, style="BodyText"),
    "h3": p("1.主要职能", style="Heading3"),
    "body2": p("内设二个部室，年末实有在编人员六人，工作有序开展，任务全部完成，各项支出均有依据，没有超出范围。", style="BodyText"),
    "h4": p("（1）机构情况", style="Heading4"),
    "body3": p(LONG, style="BodyText"),
    "h2b": p("（二）部门收支", style="Heading2"),
    "body4": p("收入和支出情况见下表，各项支出均按规定审批，没有截留、挪用资金的情况。", style="BodyText"),
    "caption": p("表1 部门收支", style="Caption"),
    "table": table(
        [
            [p("项目", style="TableHeading"), p("金额", style="TableHeading")],
            [p("基本支出", style="TableText"), p("330.00", style="TableText")],
        ]
    ),
    "h1b": p("二、存在的主要问题", style="Heading1"),
    "body5": p("绩效目标编制水平有待进一步提高，下一步将加强业务培训，完善制度。", style="BodyText"),
    "free2": p("", style="BodyText"),
    "note1": p("附件：1.项目支出绩效自评表", style="AttachmentNote"),
    "note2": p("2.佐证材料目录", style="AttachmentNote", properties='<w:ind w:firstLineChars="200"/>'),
    "free3": p("", style="BodyText"),
    "signature": p("某区妇女联合会", style="Signature"),
    "date": p("2024年3月5日", style="Date"),
    "mark1": p("附件1", style="Attachment", properties=NEW_PAGE),
    "title1": p("项目支出绩效自评表", style="Title"),
    "text1": p(LONG, style="BodyText"),
    "mark2": p("附件2", style="Attachment", properties=NEW_PAGE),
    "title2": p("佐证材料目录", style="Title"),
    "text2": p(LONG, style="BodyText"),
}
_NOTE = '<w:style w:type="paragraph" w:styleId="AttachmentNote"><w:name w:val="Attachment Note"/><w:basedOn w:val="BodyText"/></w:style>'


def right(**changes: str) -> bytes:
    """The right document, some of its blocks by others ("" leaves one out)."""
    return _dressed(tuple({**BLOCKS, **changes}.values()))


@cache
def _dressed(blocks: tuple[str, ...], header: str = "") -> bytes:
    package = open_package(docx(*(block for block in blocks if block), styles=_NOTE, header=header))
    return write_archive(dress(package, PROFILE), reproducible=True)


def headed(header: str) -> bytes:
    """The right document with a header."""
    return _dressed(tuple(BLOCKS.values()), header)


def changed(part: str, pattern: str, new: str, times: int = 0) -> bytes:
    """The right document with what a pattern matches in one part by other words. Raises: AssertionError where nothing matches."""
    parts = parts_of(right())
    text, count = re.subn(pattern, new, parts[part].decode(), count=times)
    assert count, f"{part} does not hold {pattern}"
    return archive({**parts, part: text.encode()})


def with_part(content: bytes, name: str, data: str, source: str, kind: str) -> bytes:
    """A file with one more part, related to by the relationships part `source`."""
    parts = parts_of(content)
    target = name.removeprefix("word/") if source.startswith("word/") else name
    one = f'<Relationship Id="rNew" Type="{kind}" Target="{target}"/></Relationships>'
    related = parts[source].decode().replace("</Relationships>", one)
    return archive({**parts, source: related.encode(), name: data.encode()})


def run(text: str, properties: str) -> str:
    """A body paragraph of which some words have a look of their own."""
    return p(r(LONG[:30]), r(text, properties=properties), r(LONG[30:]), style="BodyText")

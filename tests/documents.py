"""Word files built inline from a line of text, and read back as text.

A block is XML (it begins with `<`) or text, which becomes a paragraph:
`docx("一、基本情况", p("正文", style="Heading1"), table([["a", "b"]]))`.
The same blocks give the same bytes. Styles: Normal, Heading1 to Heading3, TableGrid, and whatever `styles` adds.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from struct import pack
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
    'w:header="851" w:footer="992" w:gutter="0"/>'
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    f'<w:qFormat/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)
_STYLES = (
    "<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>{_HEADINGS}'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/></w:style>'
)
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


def r(text: str, *, bold: bool = False, style: str = "", properties: str = "") -> str:
    """A run; tabs and line breaks of the text become Word's."""
    rpr = (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "") + ("<w:b/>" if bold else "") + properties
    words = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">').replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, each text or XML; `p("{{ na", "me }}")` has its tag split over two runs."""
    ppr = (f"<w:pStyle w:val={quoteattr(style)}/>" if style else "") + properties
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{''.join(_xml(run, r) for run in runs)}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{''.join(_xml(block, p) for block in blocks) or '<w:p/>'}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, each text, a block or a whole `tc(…)`."""
    trpr = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{trpr}{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def table(rows: Iterable[Sequence[str] | str], *, columns: int = 0, style: str = "TableGrid") -> str:
    """A table; a row is its cells, or XML (`tr(…)`). `columns` where the first row does not tell."""
    rows = list(rows)
    columns = columns or (rows[0].count("<w:tc>") if isinstance(rows[0], str) else len(rows[0]))
    grid = '<w:gridCol w:w="1000"/>' * columns
    body = "".join(row if isinstance(row, str) else tr(*row) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def picture(relationship: str, number: int = 1) -> str:
    """A run that shows the image of a relationship; `number` is its drawing id."""
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="{number}" '
        f'name="Picture {number}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="p.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def png(shade: int = 0) -> bytes:
    """A picture of one grey dot; other shades are other bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes((0, shade)))) + chunk(b"IEND", b"")


def docx(
    *blocks: str,
    header: Sequence[str] | str = (),
    footer: Sequence[str] | str = (),
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    section: str = "",
    images: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A .docx file of these blocks.

    `footnotes` and the like are the texts (or blocks) of notes 1, 2, …; `styles` and `numbering` are XML added to those
    parts, `settings` and `section` XML put into the settings and the page set-up. `images` (PNG) and `links` (URLs) are by
    relationship id of the main part, to be named by `picture("rId50")` and `r:id="rId50"`. `parts` are added, or replace
    what stands there, as they are.
    """
    extra = {"header": header, "footer": footer, "footnotes": footnotes, "endnotes": endnotes, "comments": comments}
    members = {"styles": _part("styles", _STYLES + styles), "settings": _part("settings", settings)}
    if numbering:
        members["numbering"] = _part("numbering", numbering)
    members |= {kind: _extra(kind, content) for kind, content in extra.items() if content}
    sides = "".join(f'<w:{k}Reference w:type="default" r:id="rId_{k}"/>' for k in ("header", "footer") if extra[k])
    body = "".join(_xml(block, p) for block in blocks)
    members["document"] = _part("document", f"<w:body>{body}<w:sectPr>{sides}{section or _SECTION}</w:sectPr></w:body>")
    files = {f"word/{name}.xml": xml for name, xml in members.items()}
    pictures = {f"word/media/{rid}.png": data for rid, data in (images or {}).items()}
    whole = {
        "[Content_Types].xml": _content_types(members).encode(),
        "_rels/.rels": _rels([("rId1", "officeDocument", "word/document.xml", False)]).encode(),
        "word/_rels/document.xml.rels": _document_rels(members, images or {}, links or {}).encode(),
        **{name: xml.encode() for name, xml in files.items()},
        **pictures,
        **(parts or {}),
    }
    return archive(whole)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of these parts, made at the dawn of time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts in a .docx file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def text_of(data: bytes) -> list[str]:
    """The text of each paragraph of the body, in order, those in tables too."""
    document = Document(io.BytesIO(data))
    return [Paragraph(element, document).text for element in document.element.body.iter(f"{{{W}}}p")]


def side_text_of(data: bytes, kind: str = "header") -> list[str]:
    """The text of each paragraph of the first section's header (or footer)."""
    section = Document(io.BytesIO(data)).sections[0]
    return [paragraph.text for paragraph in (section.header if kind == "header" else section.footer).paragraphs]


def tables_of(data: bytes) -> list[list[list[str]]]:
    """The tables of the body, as rows of cell texts."""
    return [grid_of(one) for one in Document(io.BytesIO(data)).tables]


def grid_of(one: Table) -> list[list[str]]:
    """A table's cell texts by row and grid column; a merged cell's text stands in each column and row it covers."""
    return [[cell.text for cell in row.cells] for row in one.rows]


def outline_of(data: bytes) -> list[tuple[int, str]]:
    """Level (1, 2, …) and text of each paragraph in a heading style."""
    paragraphs = Document(io.BytesIO(data)).paragraphs
    return [(int(one.style.name[-1]), one.text) for one in paragraphs if one.style and one.style.name.startswith("Heading ")]


def _xml(content: str, wrap: Callable[[str], str]) -> str:
    return content if content.startswith("<") else wrap(content)


def _part(kind: str, content: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:{tag} {_NAMESPACES}>{content}</w:{tag}>"


def _extra(kind: str, content: Sequence[str] | str) -> str:
    """A header, a footer, or a part of notes."""
    blocks = [content] if isinstance(content, str) else content
    if kind not in _NOTES:
        return _part(kind, "".join(_xml(block, p) for block in blocks))
    name = _NOTES[kind]
    author = ' w:author="a"' if kind == "comments" else ""
    rules = "" if kind == "comments" else f'<w:{name} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{name}>'
    notes = "".join(f'<w:{name} w:id="{n}"{author}>{_xml(note, p)}</w:{name}>' for n, note in enumerate(blocks, 1))
    return _part(kind, rules + notes)


def _content_types(members: Iterable[str]) -> str:
    kinds = {name: f"{_OFFICE}{'document.main' if name == 'document' else name}+xml" for name in members}
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
        + "</Types>"
    )


def _document_rels(members: Iterable[str], images: Iterable[str], links: Mapping[str, str]) -> str:
    inside = [(f"rId_{name}", name, f"{name}.xml", False) for name in members if name != "document"]
    media = [(rid, "image", f"media/{rid}.png", False) for rid in images]
    return _rels(inside + media + [(rid, "hyperlink", url, True) for rid, url in links.items()])


def _rels(relationships: Iterable[tuple[str, str, str, bool]]) -> str:
    lines = ""
    for rid, kind, target, external in relationships:
        mode = ' TargetMode="External"' if external else ""
        lines += f'<Relationship Id="{rid}" Type="{R}/{kind}" Target={quoteattr(target)}{mode}/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'

"""The templates that the examples render, one for each, and the files that lie beside them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.documents import docx, p, picture, png, r, table, tc, tr

_STRONG = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
_WIDTH = '<w:tcW w:w="1000" w:type="dxa"/>'
_NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
_PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ test }} title</dc:title><dc:subject>{{ test }}</dc:subject>'
    "<dc:creator>{{ author }}</dc:creator><dc:description>comments: {{ test }}</dc:description></cp:coreProperties>"
)
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="png" ContentType="image/png"/>%s'
    + b"".join(
        b'<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>' % (part, _WORD, kind)
        for part, kind in ((b"document", b"document.main"), (b"styles", b"styles"), (b"settings", b"settings"))
    )
    + b"</Types>"
)
_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
    b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/%s" Target="%s"/></Relationships>'
)


def with_properties(*blocks: str, core: str = _PROPERTIES) -> bytes:
    """A document with document properties."""
    kind = b'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    rels = (b"officeDocument", b"word/document.xml", b"package/2006/relationships/metadata/core-properties", b"docProps/core.xml")
    parts = {"docProps/core.xml": core.encode(), "[Content_Types].xml": _TYPES % kind, "_rels/.rels": _RELS % rels}
    return docx(*blocks, parts=parts)


def with_embeddings(*blocks: str) -> bytes:
    """A document with a picture, an embedded document and an embedded workbook."""
    kind = (
        b'<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>'
        b'<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    relation = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
    rels = "".join(
        relation.format(*one)
        for one in (
            *(("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"), ("rId50", "image", "media/rId50.png")),
            *(("rId51", "package", "embeddings/doc1.docx"), ("rId52", "package", "embeddings/book1.xlsx")),
        )
    )
    parts = {
        "[Content_Types].xml": _TYPES % kind,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'.encode(),
        "word/embeddings/doc1.docx": EMBEDDED,
        "word/embeddings/book1.xlsx": b"PK old workbook",
    }
    return docx(*blocks, images={"rId50": png(0)}, parts=parts)


def _wide(text: str) -> str:
    return tc(text, properties=_WIDTH)


EMBEDDED = docx("embedded")
FILES: Mapping[str, bytes] = {
    "one.png": png(0),
    "two.png": png(200),
    "other.docx": docx(p("Other", style="Heading1"), table([["a", "b"]]), "end"),
    "embedded.docx": EMBEDDED,
    "book.xlsx": b"PK new workbook",
}
TEMPLATES: Mapping[str, bytes] = {
    "quickstart": docx(p("Dear ", r("{{ company_name }}", bold=True), ", good day.")),
    "paragraphs": docx(
        *("{%p if display_paragraph %}", "One or many paragraphs", "{%p endif %}", "{%p if hidden %}", "Nothing", "{%p else %}", "Else"),
        *("{%p endif %}", "{%p for item in items %}", p("{{ loop.index }}. {{ item }}", style="Heading1"), "{%p endfor %}"),
    ),
    "variables": docx(p(r("Before {{ var }} after", bold=True), properties='<w:jc w:val="center"/>')),
    "comments": docx("one{# a comment #}", "{#p a whole paragraph #}", table([["a", "b"], ["{#tr a row #}", ""], ["c", "d"]]), "two"),
    "merging_text": docx(
        *("My house is located", "{%- if living_in_town -%}", "\u00a0in urban area", "{%- else -%}", "\u00a0in countryside"),
        *("{%- endif -%}", "\u00a0and I love it."),
    ),
    "escaped_delimiters": docx("{_{ name }_} and {_% if %_} but {{ name }}"),
    "dynamic_table": docx(
        table(
            [
                tr("", tc("{% colspan labels|length %}Labels", properties=_WIDTH + '<w:gridSpan w:val="3"/>')),
                tr("", "{%tc for label in labels %}", "{{ label }}", "{%tc endfor %}"),
                tr("{%tr for line in lines %}", "", "", ""),
                tr(_wide("{% cellbg line.color %}{{ line.label }}"), "{%tc for cell in line.cells %}", "{{ cell }}", "{%tc endfor %}"),
                tr("{%tr endfor %}", "", "", ""),
            ],
            columns=4,
        )
    ),
    "merged_cells": docx(
        table(
            [
                tr("{%tc for column in columns %}", _wide("{% hm %}All"), "{%tc endfor %}"),
                tr("{%tr for item in items %}", "", ""),
                tr(_wide("{% vm %}Every item"), "{{ item.name }}", "{{ item.price }}"),
                tr("{%tr endfor %}", "", ""),
            ],
            columns=3,
        )
    ),
    "nested_loops": docx(
        *("{%p for dish in dishes %}", "{{ dish.name }} is made of:", "{%p for one in dish.ingredients %}", "- {{ one }}"),
        *("{%p endfor %}", "{%p endfor %}"),
    ),
    "rich_text": docx(p("{{r example }}"), p("{{r chinese }}"), p(r("{{r blanks }}"), r("after")), p("{{r tabs }}"), styles=_STRONG),
    "rich_paragraphs": docx("before", "{{p example }}", "after"),
    "hyperlink": docx(p("{{r rt }}")),
    "inline_image": docx(
        "{{ logo }}", table([["{%tr for row in rows %}", ""], ["{{ row.desc }}", "{{ row.image }}"], ["{%tr endfor %}", ""]])
    ),
    "sub_document": docx("before", "{{p mysubdoc }}", "after"),
    "merged_document": docx("before", "{{p mysubdoc }}", "after"),
    "escaping": docx(p("{{r rich }}"), "{{ filtered|e }}", "{{ escaped }}", p(r("{{ mylisting }}", bold=True)), p("{{r break }}")),
    "autoescaping": docx("{{ var }}", table([["{%tr for row in rows %}"], ["{{ row.code }}"], ["{%tr endfor %}"]])),
    "replaced_picture": docx(p("{{ name }}", picture("rId50")), images={"rId50": png(0)}),
    "replaced_media": with_embeddings(p("{{ name }}", picture("rId50"))),
    "missing_variables": docx("{{ name }}{% for item in items %}{{ item }}{% endfor %}", header="{{ header_text }}"),
    "several_renderings": docx(p("{{ name }}", picture("rId50")), images={"rId50": png(50)}),
    "custom_filters": docx("Price: {{ price_dollars|multiply_by(0.88) }}, total {{ prices|total }}"),
    "header_footer": docx(
        *("{{ title }}", p("Text", _NOTE.format(1), _NOTE.format(2))),
        header=[p("{{ company }}"), p("{% if date %}{{ date }}{% endif %}")],
        footer="The end of {{ title }}",
        footnotes=["{{ notes[0] }} note", "{{ notes[1] }} note"],
    ),
    "properties": with_properties("{{ test }}"),
    "template_error": docx("first", "unclosed {% if test_variable %} tag", "last"),
    "edited_before": docx(p("{{ name }}")),
    "edited_after": docx(p("{{ name }}")),
    "file_objects": docx("{{ name }}"),
}

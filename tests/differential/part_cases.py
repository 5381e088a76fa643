"""Tags outside the body: headers, footers, notes, properties, boxes, content controls."""

from __future__ import annotations

from tests.differential.cases import Case
from tests.documents import docx, p, r, table

_DATA = {"name": "妇联", "yes": True, "items": ["甲", "乙"], "year": 2023}
_CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:50pt"><v:textbox><w:txbxContent>{}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


PART_CASES = [
    Case("header and footer", docx("文", header=[p(r("{{ name }}", bold=True), r("头"))], footer="第{{ year }}年"), _DATA),
    Case(
        "statements in a header",
        docx("文", header=["{%p for i in items %}", "{{ i }}", "{%p endfor %}", "末{% if yes %}是{% endif %}"]),
        _DATA,
    ),
    Case(
        "a table in a header",
        docx("文", header=[table([["{%tr for i in items %}", ""], ["{{ i }}", "{{ name }}"], ["{%tr endfor %}", ""]]), p("末")]),
        _DATA,
    ),
    Case("a page number in a footer", docx("文", footer=[p("{{ name }}", _FIELD)]), _DATA),
    Case("footnotes", docx(p("文{{ name }}", _note(1), "乙", _note(2)), footnotes=["注{{ name }}", "{% if yes %}是{% endif %}"]), _DATA),
    Case("a content control around paragraphs", docx(_CONTROL.format(p("控{{ name }}")), "末"), _DATA),
    Case("a content control within a paragraph", docx(p("前", _CONTROL.format(r("{{ name }}")), "后{{ year }}")), _DATA),
    Case("a text box", docx(p(_BOX.format(p("框{{ name }}")), "后{{ year }}")), _DATA),
    Case("paragraph tags in a text box", docx(p("甲", _BOX.format(p("{% for i in items %}{{ i }}{% endfor %}")))), _DATA),
    Case(
        "a hyperlink's text",
        docx(p("看", f'<w:hyperlink r:id="rId50">{r("{{ name }}")}</w:hyperlink>', "好"), links={"rId50": "http://a.cn/"}),
        _DATA,
    ),
    Case("fields in a paragraph with tags", docx(p("{{ name }}", _FIELD, "{{ year }}")), _DATA),
]

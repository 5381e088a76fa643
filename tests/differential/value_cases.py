"""Values that are more than strings: rich text, listings, pictures, sub-documents, hyperlinks."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx.shared import Mm, Pt

from tests.differential.cases import Case
from tests.documents import docx, p, picture, png, r, table, tc

_STRONG = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
_QUOTE = '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>'


def _image(api: Any, template: Any, shade: int = 0, **size: Any) -> Any:
    return api.InlineImage(template, io.BytesIO(png(shade)), **size)


def _rich(api: Any, _: Any) -> Mapping[str, Any]:
    rich = api.RichText("甲")
    rich.add("粗", bold=True)
    rich.add("斜", italic=True)
    rich.add("色", color="#ff00ff")
    rich.add("线", underline="wave")
    rich.add("单线", underline=True)
    rich.add("删", strike=True)
    rich.add("大", size=60)
    rich.add("上", superscript=True)
    rich.add("下", subscript=True)
    rich.add("式", style="Strong")
    rich.add("体", font="eastAsia:微软雅黑")
    rich.add("语", lang="en-GB", rtl=True, bold=True, italic=True)
    rich.add(" <&> ")
    rich.add(12)
    return {"rich": rich}


def _breaks(api: Any, _: Any) -> Mapping[str, Any]:
    return {"rich": api.R("一\n二\t三\a四\f五", bold=True)}


def _nested(api: Any, _: Any) -> Mapping[str, Any]:
    outer = api.RichText("外", color="FF0000")
    outer.add(api.RichText("内", italic=True))
    return {"rich": outer, "empty": api.RichText(""), "many": [api.R("甲", bold=True), api.R("乙", italic=True)]}


def _paragraphs(api: Any, _: Any) -> Mapping[str, Any]:
    rich = api.RP("常文")
    rich.add("引文", parastyle="Quote")
    rich.add(api.R("粗文", bold=True), parastyle="Heading1")
    return {"rich": rich}


def _link(api: Any, template: Any) -> Mapping[str, Any]:
    rich = api.RichText("见")
    rich.add("网站", url_id=template.build_url_id("http://www.gz.gov.cn/"), style="Strong")
    rich.add("同上", url_id=template.build_url_id("http://www.gz.gov.cn/"))
    rich.add("另一", url_id=template.build_url_id("http://b.cn/?a=1&b=2"))
    return {"rich": rich}


def _images(api: Any, template: Any) -> Mapping[str, Any]:
    return {
        "one": _image(api, template, width=Mm(20), height=Mm(10)),
        "wide": _image(api, template, width=Mm(20)),
        "plain": _image(api, template),
        "high": _image(api, template, 9, height=Pt(30)),
        "linked": _image(api, template, 7, width=Mm(5), anchor="http://a.cn/"),
        "rows": [{"name": name, "photo": _image(api, template, shade, width=Mm(9))} for shade, name in enumerate("甲乙丙")],
    }


def _built(_: Any, template: Any) -> Mapping[str, Any]:
    part = template.new_subdoc()
    part.add_paragraph("子文档一段").add_run("，粗").bold = True
    part.add_heading("标题", 1)
    grid = part.add_table(rows=1, cols=2)
    grid.rows[0].cells[0].text, grid.rows[0].cells[1].text = "左", "右"
    part.add_paragraph("图").add_run().add_picture(io.BytesIO(png(5)), width=Mm(10))
    return {"part": part}


def _merged(_: Any, template: Any) -> Mapping[str, Any]:
    source = docx("合并一段", p("引文", style="Quote"), table([["甲", "乙"]]), p(picture("rId50")), styles=_QUOTE, images={"rId50": png(6)})
    return {"part": template.new_subdoc(io.BytesIO(source))}


def _listing(api: Any, _: Any) -> Mapping[str, Any]:
    return {"list": api.Listing("一\n二 <&>\t三\a四\f五"), "number": api.Listing(12)}


VALUE_CASES = [
    Case("rich text", docx(p(r("前"), r("{{r rich }}"), r("后")), styles=_STRONG), _rich),
    Case("rich text amid a plain run", docx(p("前{{r rich }}后"), styles=_STRONG), _rich),
    Case("rich texts with a blank between them", docx(p("{{r rich }} {{r rich }}\u3000{{r rich }}"), styles=_STRONG), _rich),
    Case("blanks beside run tags", docx(p("{%r if rich %} {{r rich }} 后 {%r endif %}"), styles=_STRONG), _rich),
    Case("rich text with breaks", docx(p(r("{{r rich }}"), properties='<w:jc w:val="center"/>')), _breaks),
    Case("rich text in rich text, and none", docx(p("{{r rich }}"), p("甲{{r empty }}乙")), _nested),
    Case("rich text in a loop", docx(p("{% for x in many %}{{r x }}，{% endfor %}完")), _nested),
    Case("rich text in paragraphs of a loop", docx("{%p for x in many %}", p("{{r x }}", style="Heading1"), "{%p endfor %}"), _nested),
    Case("rich text in a cell", docx(table([["{%tr for x in many %}"], ["{{r x }}"], ["{%tr endfor %}"]])), _nested),
    Case("rich text in a condition", docx(p("{% if rich %}有{{r rich }}{% endif %}")), _nested),
    Case("rich text with autoescape", docx(p("{{r rich }}")), _nested, autoescape=True),
    Case("rich paragraphs", docx("前", "{{p rich }}", "后", styles=_QUOTE), _paragraphs),
    Case("rich paragraphs in a cell", docx(table([[tc("{{p rich }}"), "乙"]]), styles=_QUOTE), _paragraphs),
    Case("hyperlinks", docx(p("{{r rich }}"), styles=_STRONG), _link),
    Case("a listing", docx(p(r("{{ list }}{{ number }}", bold=True), properties='<w:jc w:val="right"/>')), _listing),
    Case("a listing with autoescape", docx(p("{{ list }}")), _listing, autoescape=True),
    Case("pictures", docx(p("图{{ one }}和{{ wide }}"), p(r("{{ plain }}", bold=True)), "{{ high }}"), _images),
    Case(
        "pictures in rows", docx(table([["{%tr for x in rows %}", ""], ["{{ x.name }}", "{{ x.photo }}"], ["{%tr endfor %}", ""]])), _images
    ),
    Case("a picture with a link", docx(p("{{ linked }}")), _images),
    Case("a picture in a header", docx("文", header=[p("头{{ one }}")], footer=[p("{{ high }}")]), _images),
    Case("a picture that is not there", docx(p("甲{% if nothing %}{{ one }}{% endif %}乙")), _images),
    Case("a sub-document", docx("前", "{{p part }}", "后"), _built),
    Case("a sub-document in a cell", docx(table([[tc("{{p part }}", p("末")), "乙"]])), _built),
    Case("a sub-document twice", docx("{%p for i in [1, 2] %}", "{{p part }}", "{%p endfor %}"), _built),
    Case("a merged document", docx("前", "{{p part }}", "后"), _merged),
]

"""Charts as values: a chart part that Word draws, with the workbook that Word opens to edit it.

Source: ECMA-376 Part 1, 14.2.1 and 21.2.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from reportgen.expressions.charts import Chart
from reportgen.expressions.official import Caption
from reportgen.ooxml.namespaces import C, R, qn
from reportgen.render.captions import caption_xml
from reportgen.render.chart_parts import chart_part
from reportgen.render.drawings import inline, length_of, standing
from reportgen.render.insertion import Insertion

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEGINNING = datetime(2000, 1, 1)
"""When every workbook says that it was made: same data, same bytes."""
_FACE = "宋体"


def chart_xml(chart: Chart, place: Insertion) -> str:
    """A paragraph with the chart, and one with its caption.

    Raises: FindingsError (T072).
    """
    width, height = length_of(chart.width, place), length_of(chart.height, place)
    content = f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{_related(chart, place)}"/>'
    drawing = inline(content, C, width, height, str(chart), place, word="Chart")
    drawn = f"<w:p>{standing(keep_next=bool(chart.caption))}<w:r>{drawing}</w:r></w:p>"
    return drawn + (caption_xml(Caption("图", chart.caption, chart.name), place) if chart.caption else "")


def _related(chart: Chart, place: Insertion) -> str:
    """The relationship id of the chart, whose parts are added to the document."""
    rendering = place.rendering
    draft = rendering.draft
    name = draft.add("word/charts/chart1.xml", b"", CHART_TYPE)
    book = draft.add("word/embeddings/workbook1.xlsx", workbook(chart), WORKBOOK_TYPE)
    draft.put(name, chart_part(chart, draft.relate(name, "package", book), _face(place)))
    return draft.relate(rendering.part, "chart", name)


def _face(place: Insertion) -> str:
    """The Chinese face of the text in tables."""
    package, style = place.rendering.package, place.styles.named("Table Text") or place.styles.default()
    part = package.part("styles")
    if part is None or style is None:
        return _FACE
    for element in package.root(part).iter(qn("w:style")):
        if element.get(qn("w:styleId")) == style.id:
            fonts = element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            return _FACE if fonts is None else fonts.get(qn("w:eastAsia"), _FACE)
    return _FACE


def workbook(chart: Chart) -> bytes:
    """The sheet behind a chart: categories down, a column for each series."""
    # Loaded only when there is a chart.
    import xlsxwriter

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": _BEGINNING})
        sheet = book.add_worksheet("Sheet1")
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, category)
        for column, (name, values) in enumerate(chart.series.items(), 1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return target.getvalue()

"""The XML of a chart: greys, patterns and dashes that a black-and-white printer tells apart, numbers exactly as given.

Source: ECMA-376 Part 1, 21.2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain

from reportgen.chinese import plain
from reportgen.expressions.charts import Chart, Value
from reportgen.ooxml.namespaces import A, C, R
from reportgen.render.text import escaped, in_attribute, in_one_line

_FILLS = (
    '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>',
    '<a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill>',
    '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="404040"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
    '<a:solidFill><a:srgbClr val="808080"/></a:solidFill>',
    '<a:pattFill prst="pct20"><a:fgClr><a:srgbClr val="404040"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
    '<a:solidFill><a:srgbClr val="F2F2F2"/></a:solidFill>',
)
_OUTLINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln>'
_DASHES = ("solid", "sysDash", "dash", "lgDashDot")
_MARKERS = ("circle", "square", "triangle", "diamond")
_GRID = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
_SIZE, _SMALL = 1050, 900
"""五号 and 小五, in hundredths of a point."""
_MOST_LABELS = 36
"""With more numbers than these none is written beside its column: they would run into each other."""
_CATEGORY_AXIS, _VALUE_AXIS = "111111111", "222222222"


def chart_part(chart: Chart, book: str, face: str) -> bytes:
    """The chart's part; `book` is the relationship id of its workbook, `face` the face of its letters."""
    title = _titled(chart)
    heading = f'<c:title>{_rich(title)}<c:overlay val="0"/></c:title>' if title else ""
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        f'<c:chart>{heading}<c:autoTitleDeleted val="{int(not title)}"/><c:plotArea><c:layout/>{_plot(chart)}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{_SIZE}">{_letters(face)}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="zh-CN"/></a:p></c:txPr><c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def _titled(chart: Chart) -> str:
    """The words above; a pie has no axis that could tell its unit."""
    return f"{chart.title}（{chart.unit}）" if chart.kind == "pie" and chart.title and chart.unit else chart.title


def _letters(face: str) -> str:
    name = in_attribute(escaped(face))
    black = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    return f'{black}<a:latin typeface="{name}"/><a:ea typeface="{name}"/><a:cs typeface="{name}"/>'


def _rich(words: str, *, rotation: str = "") -> str:
    turned = f' rot="{rotation}" vert="horz"' if rotation else ""
    return (
        f'<c:tx><c:rich><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" b="0"/>'
        f"<a:t>{in_one_line(words)}</a:t></a:r></a:p></c:rich></c:tx>"
    )


def _plot(chart: Chart) -> str:
    decimals = _decimals(chain.from_iterable(chart.series.values()))
    form = f"0.{'0' * decimals}" if decimals else "0"
    series = "".join(_series(chart, index, form) for index in range(len(chart.series)))
    if chart.kind == "pie":
        return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if chart.kind == "line":
        drawn = f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}</c:lineChart>'
    else:
        direction = "col" if chart.kind == "column" else "bar"
        drawn = (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
            f'<c:gapWidth val="80"/>{axes}</c:barChart>'
        )
    return drawn + _axes(chart)


def _decimals(values: Iterable[Value]) -> int:
    """As many places as the number with most of them has."""
    exponents = (value.as_tuple().exponent for value in values if isinstance(value, Decimal))
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def _series(chart: Chart, index: int, form: str) -> str:
    name, values = list(chart.series.items())[index]
    column = chr(ord("B") + index)
    last = len(chart.categories) + 1
    points = list(enumerate(chart.categories))
    numbers = [(row, plain(value)) for row, value in enumerate(values) if value is not None]
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>'
        f"<c:strCache>{_cache(1, [(0, name)])}</c:strCache></c:strRef></c:tx>{_look(chart, index)}{_labels(chart)}"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{_cache(len(points), points)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>{form}</c:formatCode>"
        f"{_cache(len(points), numbers)}</c:numCache></c:numRef></c:val>"
        + ('<c:smooth val="0"/>' if chart.kind == "line" else "")
        + "</c:ser>"
    )


def _cache(count: int, points: Sequence[tuple[int, str]]) -> str:
    """What a range of the workbook holds."""
    return f'<c:ptCount val="{count}"/>' + "".join(f'<c:pt idx="{row}"><c:v>{in_one_line(words)}</c:v></c:pt>' for row, words in points)


def _look(chart: Chart, index: int) -> str:
    """How a series is told from the others: by greys and patterns, on lines by dashes and markers."""
    fill = _FILLS[index % len(_FILLS)]
    if chart.kind == "line":
        black = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>'
        marker = _MARKERS[index % len(_MARKERS)]
        return (
            f'<c:spPr><a:ln w="22225">{black}<a:prstDash val="{_DASHES[index % len(_DASHES)]}"/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="{marker}"/><c:size val="6"/><c:spPr>{fill}{_OUTLINE}</c:spPr></c:marker>'
        )
    if chart.kind == "pie":
        return "".join(
            f'<c:dPt><c:idx val="{point}"/><c:bubble3D val="0"/><c:spPr>{_FILLS[point % len(_FILLS)]}{_OUTLINE}</c:spPr></c:dPt>'
            for point in range(len(chart.categories))
        )
    return f'<c:spPr>{fill}{_OUTLINE}</c:spPr><c:invertIfNegative val="0"/>'


def _labels(chart: Chart) -> str:
    """Numbers beside what they are of; a pie's names and shares."""
    pie = chart.kind == "pie"
    shown = int(len(chart.categories) * len(chart.series) <= _MOST_LABELS)
    shares = '<c:numFmt formatCode="0.0%" sourceLinked="0"/>'
    place = {"pie": "outEnd", "line": "t"}.get(chart.kind, "outEnd")
    letters = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{_SMALL}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    return (
        f'<c:dLbls>{shares if pie else ""}{letters}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="{0 if pie else shown}"/><c:showCatName val="{int(pie)}"/><c:showSerName val="0"/>'
        f'<c:showPercent val="{int(pie)}"/><c:showBubbleSize val="0"/>'
        + ("<c:separator> </c:separator>" if pie else "")
        + ('<c:showLeaderLines val="1"/>' if pie else "")
        + "</c:dLbls>"
    )


def _axes(chart: Chart) -> str:
    """Categories from left to right, in a bar chart from top to bottom; values with their unit, columns from zero."""
    lying = chart.kind == "bar"
    negative = any(value is not None and value < 0 for value in chain.from_iterable(chart.series.values()))
    least = "" if negative or chart.kind == "line" else '<c:min val="0"/>'
    unit = f'<c:title>{_rich(chart.unit, rotation="" if lying else "0")}<c:overlay val="0"/></c:title>' if chart.unit else ""
    order, across, up, crossing = ("maxMin", "l", "b", "max") if lying else ("minMax", "b", "l", "autoZero")
    categories = (
        f'<c:catAx>{_axis(_CATEGORY_AXIS, across, f"""<c:orientation val="{order}"/>""")}{_ticks("low", _VALUE_AXIS)}'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )
    values = (
        f'<c:valAx>{_axis(_VALUE_AXIS, up, f"""<c:orientation val="minMax"/>{least}""")}{_GRID}{unit}{_ticks("nextTo", _CATEGORY_AXIS)}'
        f'<c:crosses val="{crossing}"/><c:crossBetween val="between"/></c:valAx>'
    )
    return categories + values


def _axis(number: str, side: str, scaling: str) -> str:
    return f'<c:axId val="{number}"/><c:scaling>{scaling}</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'


def _ticks(labels: str, other: str) -> str:
    return (
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{labels}"/><c:spPr>{_OUTLINE}</c:spPr><c:crossAx val="{other}"/>'
    )

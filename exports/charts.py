"""Charts, drawn from a table that stands beside them; without colour they read as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import SeriesLabel, XYSeries
from openpyxl.chart.series_factory import SeriesFactory as Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.utils import quote_sheetname

from exports.direction import right_to_left
from exports.styles import BLUE, INK, LINE, OCHRE, OCHRE_TINT, TYPEFACE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CM = 28.35
"""Points in a centimetre."""
_SPARE = 0.92
"""The part of its room that a chart takes."""

FEWEST = 3
"""Points that a radar needs to have a shape."""


def radar(
    sheet: Worksheet, first: int, last: int, *, names: int, scores: int, baseline: int | None
) -> RadarChart:
    """A corner an area from the rows of a table (columns from 1), with the baseline as a broken line."""
    chart = RadarChart()
    chart.type = "marker"
    chart.style = 10
    _series(sheet, chart, first, last, names, [scores] if baseline is None else [scores, baseline])
    _line(chart.series[0], BLUE, dash="solid", symbol="circle")
    if baseline is not None:
        _line(chart.series[1], OCHRE, dash="dash", symbol="diamond")
    chart.x_axis.delete = chart.y_axis.delete = False
    _scale(chart)
    chart.y_axis.majorTickMark = "none"
    chart.display_blanks = "gap"
    _legend(chart)
    return chart


def area_bars(sheet: Worksheet, first: int, last: int, *, names: int, series: tuple[int, int]) -> BarChart:
    """Two bars an area from the rows of a table (columns counted from 1), the second one lighter."""
    chart = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.gapWidth = 45
    chart.overlap = -5
    _series(sheet, chart, first, last, names, series)
    _paint(chart.series[0], BLUE)
    _paint(chart.series[1], OCHRE_TINT)
    _axes(chart)
    return chart


def _series(
    sheet: Worksheet, chart: BarChart | RadarChart, first: int, last: int, names: int, columns: Sequence[int]
) -> None:
    """A series a column, named by the heading of the table."""
    head = first - 1
    while not isinstance(sheet.cell(head, columns[0]).value, str):
        head -= 1  # rows of the overall and the fronts stand between
    for column in columns:
        values = Reference(sheet, min_col=column, min_row=first, max_row=last)
        series = Series(values, title_from_data=False)
        series.tx = SeriesLabel(
            strRef=StrRef(f"{quote_sheetname(sheet.title)}!{sheet.cell(head, column).coordinate}")
        )
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=names, min_row=first, max_row=last))


def _line(
    series: XYSeries, colour: str, *, dash: Literal["solid", "dash"], symbol: Literal["circle", "diamond"]
) -> None:
    line = LineProperties(solidFill=colour[2:], w=25400 if dash == "solid" else 15875, prstDash=dash)
    series.graphicalProperties = GraphicalProperties(ln=line)
    dot = GraphicalProperties(solidFill=colour[2:], ln=LineProperties(solidFill=INK[2:], w=6350))
    series.marker = Marker(symbol=symbol, size=6, spPr=dot)


def _scale(chart: BarChart | RadarChart) -> None:
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.majorUnit = 25
    chart.y_axis.number_format = "0"
    grid = GraphicalProperties(ln=LineProperties(solidFill=LINE[2:], w=6350))
    chart.y_axis.majorGridlines = ChartLines(spPr=grid)
    chart.x_axis.txPr = chart.y_axis.txPr = _type(900)


def _legend(chart: BarChart | RadarChart) -> None:
    if len(chart.series) > 1 and chart.legend is not None:
        chart.legend.position = "b"
        chart.legend.txPr = _type(900)
    else:
        chart.legend = None


def place(sheet: Worksheet, chart: BarChart | RadarChart, row: int, width: float, height: float) -> None:
    """Puts a chart on a sheet from a row on; width and height in points.

    A little narrower than asked for: how wide a column is depends on the typeface that a machine has, and a
    chart must not lie over the words beside it.
    """
    chart.width, chart.height = int(_SPARE * width / _CM), round(height / _CM)
    sheet.add_chart(chart, f"A{row}")


def _paint(series: XYSeries, colour: str) -> None:
    outline = LineProperties(solidFill=INK[2:], w=6350)
    series.graphicalProperties = GraphicalProperties(solidFill=colour[2:], ln=outline)
    series.dLbls = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        numFmt="0.0",
        txPr=_type(800),
    )


def _axes(chart: BarChart) -> None:
    # The first area on top: a bar chart otherwise grows from the bottom.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.crosses = "max"
    _scale(chart)
    _legend(chart)
    left = 0.4
    if right_to_left():
        # Bars grow from the names at the right.
        chart.y_axis.scaling.orientation = "maxMin"
        left = 0.05
    room = ManualLayout(layoutTarget="inner", x=left, y=0.03, w=0.55, h=0.83, xMode="edge", yMode="edge")
    chart.layout = Layout(manualLayout=room)


def _type(size: int) -> RichText:
    look = CharacterProperties(sz=size, solidFill=INK[2:], latin=Font(typeface=TYPEFACE))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)
    return RichText(p=[paragraph])

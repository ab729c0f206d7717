"""Charts, drawn from a table that stands beside them; without colour they read as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from exports.styles import BLUE, INK, LINE, OCHRE_TINT, TYPEFACE

if TYPE_CHECKING:
    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

_CM = 28.35
"""Points in a centimetre."""


def area_bars(
    sheet: Worksheet, first: int, last: int, *, names: int, scores: int, baseline: int | None
) -> BarChart:
    """A bar an area from the rows of a table (columns counted from 1), with the baseline as second bar."""
    chart = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.gapWidth = 45
    chart.overlap = -5 if baseline else 0
    for column in [scores] if baseline is None else [scores, baseline]:
        chart.add_data(
            Reference(sheet, min_col=column, min_row=first - 1, max_row=last), titles_from_data=True
        )
    chart.set_categories(Reference(sheet, min_col=names, min_row=first, max_row=last))
    _paint(chart.series[0], BLUE)
    if baseline is not None:
        _paint(chart.series[1], OCHRE_TINT)
    _axes(chart)
    return chart


def place(sheet: Worksheet, chart: BarChart, row: int, width: float, height: float) -> None:
    """Puts a chart on a sheet from a row on; width and height in points."""
    chart.width, chart.height = round(width / _CM), round(height / _CM)
    sheet.add_chart(chart, f"A{row}")


def _paint(series: Series, colour: str) -> None:
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
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.majorUnit = 25
    chart.y_axis.number_format = "0"
    chart.y_axis.crosses = "max"
    grid = GraphicalProperties(ln=LineProperties(solidFill=LINE[2:], w=6350))
    chart.y_axis.majorGridlines = ChartLines(spPr=grid)
    chart.x_axis.txPr = chart.y_axis.txPr = _type(900)
    if len(chart.series) > 1:
        chart.legend.position = "b"
        chart.legend.txPr = _type(900)
    else:
        chart.legend = None
    room = ManualLayout(layoutTarget="inner", x=0.4, y=0.03, w=0.55, h=0.83, xMode="edge", yMode="edge")
    chart.layout = Layout(manualLayout=room)


def _type(size: int) -> RichText:
    look = CharacterProperties(sz=size, solidFill=INK[2:], latin=Font(typeface=TYPEFACE))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)
    return RichText(p=[paragraph])

"""The translator's workbook: how it is written, and how one that came back is understood."""

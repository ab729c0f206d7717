"""From judgement to paper: the workbook. The only package that touches openpyxl."""

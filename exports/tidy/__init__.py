"""The published figures as tables for statistics programs: one row one observation (docs/export-csv.md)."""

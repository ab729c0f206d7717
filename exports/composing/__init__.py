"""What a report says: from ratings and decisions to a Report, before any cell is written."""

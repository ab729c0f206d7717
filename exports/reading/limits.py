"""How large a workbook may be. What people fill in stays far below every one of these."""

LARGEST_FILE = 20 * 2**20
"""Bytes of the file as it lies on the disk."""

MOST_PARTS = 200
"""Entries of the zip archive that a workbook is."""

MOST_INFLATED = 64 * 2**20
"""Bytes of all parts together, unpacked."""

HIGHEST_RATIO = 100
SMALL_PART = 2**20
"""A part may unpack to so many times its packed size; one of less than these bytes to any."""

MOST_ROWS = 5_000
MOST_COLUMNS = 300
MOST_CELLS = 200_000
"""Cells with something in them, in the whole workbook."""

MOST_MERGED = 1_000
"""Merged ranges of one sheet."""

MOST_TEXT = 4_000_000
"""Characters in all cells together, counted once for each cell that shows a text."""

SECONDS = 20.0
"""Of wall time, for the process that reads."""

MEMORY = 512 * 2**20
"""Bytes, for the process that reads."""

LARGEST_ANSWER = 32 * 2**20
"""Bytes of what the process that reads may say; the limits above keep it below that."""

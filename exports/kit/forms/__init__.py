"""The two workbooks of the kit that come back: how they are made, and how they are understood."""

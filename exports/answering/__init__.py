"""The sheets that come back: what the unit fills in, how they are written, and how they are understood."""

"""Sittings at the keyboard: interview, document review, staff data, workshop."""

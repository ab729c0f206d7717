"""The survey at the keyboard: one person, one form, nothing else within reach."""

"""Translating a questionnaire by workbooks: writing one, comparing it when it comes back, taking it in."""

"""The audit file: the only package that speaks SQL for an audit."""

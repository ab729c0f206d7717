"""The editor schema as `questionnaire schema` prints or writes it."""

from __future__ import annotations

import json

import typer

from questionnaires.editor_schema import editor_schema


def print_schema() -> None:
    """The JSON Schema of definition files on stdout; the same bytes on every run."""
    typer.echo(json.dumps(editor_schema(), indent=2, ensure_ascii=False))

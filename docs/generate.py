"""Write docs/cli.md from the program's own help; `--check` only says whether the page is up to date."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from audit_engine.cli import app

PAGE = Path(__file__).with_name("cli.md")
PROGRAM = "audit-engine"
OPENING = f"""# Commands

What `{PROGRAM} --help` and `{PROGRAM} COMMAND --help` say. Written by `make docs`, never by hand.

Help is in English. Beyond it the commands speak the language of the system, or that of the variable
`AUDIT_ENGINE_LANGUAGE` (`en`, `fr`, `es`, `ar`, `ru`); `AUDIT_ENGINE_BIDI=program` puts Arabic in order
where the terminal does not.
"""
# The page must not depend on the terminal of whoever makes it; None takes a variable away.
TERMINAL = {"COLUMNS": "80", "TERM": "dumb", "NO_COLOR": None, "FORCE_COLOR": None, "GITHUB_ACTIONS": None}


def commands() -> list[tuple[str, ...]]:
    """The words of every command that is not hidden, in the order of the help: (), ("new",), ..."""
    group: Any = typer.main.get_command(app)
    return list(walk(group, typer.Context(group, info_name=PROGRAM), ()))


def walk(command: Any, context: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`words` and the words of all commands below it."""
    yield words
    if not hasattr(command, "list_commands"):
        return
    for name in command.list_commands(context):
        _, below, _ = command.resolve_command(context, [name])
        if not below.hidden:
            yield from walk(below, typer.Context(below, info_name=name, parent=context), (*words, name))


def help_text(words: tuple[str, ...]) -> str:
    """What the command prints for --help; RuntimeError when it fails."""
    result = CliRunner(env=TERMINAL).invoke(app, [*words, "--help"], prog_name=PROGRAM)
    if result.exit_code != 0:
        raise RuntimeError(f"{' '.join((PROGRAM, *words))} --help failed: {result.output}")
    return "\n".join(line.rstrip() for line in result.output.strip("\n").splitlines())


def section(words: tuple[str, ...]) -> str:
    """One command: its heading and its help."""
    return f"## {' '.join((PROGRAM, *words))}\n\n```text\n{help_text(words)}\n```\n"


def page() -> str:
    """The whole of docs/cli.md."""
    return "\n".join([OPENING, *(section(words) for words in commands())])


def main(arguments: list[str]) -> int:
    """Write the page, or with --check print how it differs and end with 1 if it does."""
    new = page()
    if "--check" not in arguments:
        PAGE.write_text(new, encoding="utf-8")
        return 0
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    sys.stdout.writelines(
        difflib.unified_diff(old.splitlines(True), new.splitlines(True), "docs/cli.md", "help")
    )
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

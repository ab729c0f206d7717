"""The command line: a table of commands, each loaded when it is used, and the one place that catches.

Commands are found by name in COMMANDS; their modules (and with them the database, openpyxl and the
questionnaires) are imported only when one of them runs, so that `--help` starts quickly.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from contextlib import suppress
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from audit_engine.interrupts import StoppedForGood
from audit_engine.terminal_language import terminal_language
from questionnaires.catalogue import speaking, tr
from questionnaires.errors import ExitCode, UserError

COMMANDS = {
    "new": "Begin an audit: make its file, record the unit's facts.",
    "status": "What is collected, what is missing, what to do next.",
    "kit": "Write the papers of the audit: letters, lists, guides, forms.",
    "documents": "Register documents, or list those registered.",
    "review": "Review documents: draw, rate, compare, agree on the rating.",
    "staff": "Enter staff data by sex from the HR sheet.",
    "interview": "Interview a person, in any order.",
    "survey": "Let staff fill in the survey on this keyboard.",
    "workshop": "Record votes, statements and quiz of the workshop.",
    "import": "Read answers from CSV, a sheet of the kit, or another tool.",
    "void": "Take out a submission that should not be there.",
    "edit": "Change the facts of the audit; earlier ones are kept.",
    "phase": "Move the audit on to a phase.",
    "findings": "Write and order findings, strengths, good practices.",
    "score": "See the ratings: overall, fronts, areas, items.",
    "explain": "See why a rating is what it is, and what would change it.",
    "recommend": "Settle the recommendations.",
    "debrief": "Present the audit on its last day; record what the unit says.",
    "report": "Write the Excel workbook for the audited unit.",
    "respond": "Take in the unit's answers to the recommendations.",
    "follow-up": "See and record how far the recommendations are carried out.",
    "export": "Write the published figures as CSV files.",
    "questionnaire": "List, show, check, compare and publish questionnaires.",
    "demo": "Run a whole audit of a made-up unit, twice.",
}

MODULES = {"import": "import_", "follow-up": "follow_up"}
"""Commands whose module has another name than they have."""


class LazyGroup(TyperGroup):
    """A group whose commands are imported when they are called, and whose errors are caught once."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name])
        return None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name else command, rest

    def invoke(self, ctx: Any) -> Any:
        try:
            language = terminal_language()
        except UserError as error:
            _end_with(error)
        with speaking(language):
            return self._invoke(ctx)

    def _invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            _end_with(error)
        except OSError as error:
            if error.filename is None:
                raise
            _end_with(_refused(error))
        except EOFError:
            typer.echo("\n" + tr("The input ended. Everything confirmed is kept."), err=True)
            raise typer.Exit(int(ExitCode.NOT_NOW)) from None
        except KeyboardInterrupt:
            typer.echo("\n" + tr("Stopped. Everything confirmed is kept."), err=True)
            raise typer.Exit(int(ExitCode.INTERRUPTED)) from None


def _refused(error: OSError) -> UserError:
    """What the system says about a file that no command looked at more closely."""
    return UserError(
        f"{error.filename}: {error.strerror or error}.",
        tr("Check the name and its rights."),
        code=ExitCode.BUSY,
    )


def _end_with(error: UserError) -> NoReturn:
    from audit_engine.terminal import show_error  # rich is not needed by --help

    show_error(error)
    raise typer.Exit(int(error.code)) from None


def load_command(name: str) -> Any:
    """The command behind a name, with its options."""
    module = importlib.import_module(f"audit_engine.commands.{MODULES.get(name, name)}")
    module.app.rich_markup_mode = None
    command = get_command(module.app)
    command.name = name
    return command


app = typer.Typer(
    cls=LazyGroup,
    name="audit-engine",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Participatory gender audits, from the first interview to the workbook the unit acts on.\n\n"
    "One audit is one file, the first argument of every command: audit-engine new geneva.audit",
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # only --version needs it

        typer.echo(f"audit-engine {version('audit-engine')}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version."
    ),
) -> None:
    """Participatory gender audits, from the first interview to the workbook the unit acts on."""


def _interrupted(signum: int, frame: object) -> None:
    raise StoppedForGood


def main() -> None:
    """Runs the program. Ctrl-C, SIGTERM and a closed window exit 130 with everything recorded kept."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupted)
    if sys.stdin is None:  # closed by whoever started the program: there is nothing to read, and no crash
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    try:
        app(prog_name="audit-engine")
    except BrokenPipeError:
        # The reader went away; nothing more can be said, not even at interpreter shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(int(ExitCode.DONE))
    except Exception:
        import traceback  # a bug is the only path here

        traceback.print_exc()
        with suppress(UserError), speaking(terminal_language()):
            fault = tr("This is a fault of audit-engine, not yours. Everything confirmed is kept.")
            print(fault, file=sys.stderr)
        sys.exit(int(ExitCode.BUG))

"""The terminal: the only place that prints and reads.

Line by line, numbered choices, readable without colour, through a pipe and by a screen reader. What was
stored or typed is shown as it is: never as markup, never with control characters.
"""

from __future__ import annotations

import contextlib
import io
import os
import select
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import IO, cast

from rich.console import Console
from rich.text import Text

from audit_engine.visual_order import InVisualOrder, by_program, in_visual_order
from questionnaires.catalogue import tr
from questionnaires.errors import UserError

PASTE_SECONDS = 0.02
# Some terminals put these around what is pasted; nobody typed them.
_PASTE_MARKERS = ("\x1b[200~", "\x1b[201~")
# A terminal's line buffer holds 4096 bytes, the line break included.
_LONGEST_TYPED_LINE = 4095
_BIDI_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}


class InputEndedError(EOFError):
    """There is nothing more to read: Ctrl-D, a closed window, or the end of a script."""


def _console(file: IO[str] | None = None, *, stderr: bool = False) -> Console:
    if file is None and by_program():
        # Marks of colour in the middle of a line would be put in order, too.
        stream = InVisualOrder(sys.stderr if stderr else sys.stdout)
        return plain_console(cast("IO[str]", stream), color=False)
    return plain_console(file, stderr=stderr)


def plain_console(file: IO[str] | None, *, stderr: bool = False, color: bool = True) -> Console:
    return Console(
        file=file,
        stderr=stderr,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
        color_system="auto" if color else None,
    )


def out() -> Console:
    """What belongs to the result; made anew so that a redirected stdout is honoured."""
    return _console()


def err() -> Console:
    """What is said beside the result: warnings and errors."""
    return _console(stderr=True)


def clean(text: str, *, lines: bool = False) -> str:
    """Text safe to show: control characters and bidirectional overrides become visible marks.

    `lines`: line breaks and tabs may stay.
    """
    return "".join(_shown(c, lines) for c in text)


def _shown(c: str, lines: bool) -> str:
    if c in "\n\t":
        return c if lines else " "
    if c in _BIDI_CONTROLS or unicodedata.category(c) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return c


def styled(text: str, style: str = "") -> Text:
    """Stored or typed text as rich may print it."""
    return Text(clean(text, lines=True), style=style)


def say(text: str = "", style: str = "") -> None:
    """One line or paragraph of the result."""
    out().print(styled(text, style))


def say_command(text: str) -> None:
    """A command on a line of its own that no width breaks, so that it can be copied."""
    out().print(styled(f"  {text}"), soft_wrap=True)


def warn(text: str) -> None:
    """A warning beside the result, on stderr."""
    err().print(styled(tr("Warning: {text}", text=text), "yellow"))


def heading(text: str) -> None:
    """A title with a line of its own."""
    out().print()
    out().print(styled(text, "bold"))


def show_error(error: UserError) -> None:
    """A failure as the person sees it: what, what to do, and every place if there are several."""
    console = err()
    console.print(styled(tr("Error: {message}", message=error.message), "bold red"))
    for problem in error.problems:
        console.print(styled(str(problem)), soft_wrap=True)
    if error.remedy:
        console.print(styled(error.remedy))


def interactive() -> bool:
    """Whether a person sits at the keyboard. No command waits for input where this is false."""
    return sys.stdin is not None and sys.stdin.isatty()  # None where it was closed


def clear() -> None:
    """Empties the screen (and what can be scrolled back to), where there is one.

    A terminal that cannot be emptied gets as many blank lines as it is high.
    """
    if not sys.stdout.isatty():
        return
    if os.environ.get("TERM", "dumb") == "dumb":
        sys.stdout.write("\n" * shutil.get_terminal_size().lines)
    else:
        # Emptying the screen (2J) moves it into what can be scrolled back to in many terminals: 3J is last.
        sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
    sys.stdout.flush()


def read_line(prompt: str) -> list[str]:
    """The lines that were typed: one, or several where a block was pasted.

    Raises InputEndedError. Bytes that are no text come as lone surrogates, for the caller to refuse.
    """
    # Only before the first read: later it is refused, and no longer needed.
    with contextlib.suppress(AttributeError, io.UnsupportedOperation):
        sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]  # absent on test doubles
    while True:
        sys.stdout.write(in_visual_order(clean(prompt)) if by_program() else clean(prompt))
        sys.stdout.flush()
        lines = [_next_line()]
        while interactive() and _waiting():
            lines.append(_next_line())
        if not any(_cut_short(line) for line in lines):
            return lines
        say(tr("A line was longer than a terminal passes on; none of it was used."), "yellow")
        say(
            tr(
                "Please type it again in lines of under {number} characters.",
                number=_LONGEST_TYPED_LINE,
            ),
            "yellow",
        )


def _cut_short(line: str) -> bool:
    """Whether a terminal may have thrown away the end of a line without a word."""
    return interactive() and len(line.encode("utf-8", "surrogateescape")) >= _LONGEST_TYPED_LINE


def _next_line() -> str:
    try:
        line = sys.stdin.readline()
    except OSError:  # the window was closed
        line = ""
    if not line:
        raise InputEndedError
    if not interactive():
        # A script's input is not echoed by a terminal; the line break keeps the transcript readable.
        sys.stdout.write("\n")
    for marker in _PASTE_MARKERS:
        line = line.replace(marker, "")
    return line.rstrip("\r\n")


def _waiting() -> bool:
    if sys.platform == "win32":
        import msvcrt  # only there

        return msvcrt.kbhit()
    ready, _, _ = select.select([sys.stdin], [], [], PASTE_SECONDS)
    return bool(ready)


def ask_line(prompt: str) -> str:
    """One typed line. A pasted block is refused, so that no question is answered by accident."""
    while True:
        lines = read_line(prompt)
        if len(lines) == 1:
            return lines[0].strip()
        say(
            tr(
                "Several lines ({number}) arrived at once; none was used. Please answer this question alone.",
                number=len(lines),
            ),
            "yellow",
        )


def ask_words(prompt: str) -> str:
    """Typed words; a pasted block is one text."""
    return "\n".join(read_line(prompt)).strip()


def ask(question: str, default: str | None = None) -> str:
    """A question with a default that Enter takes. Without a person at the keyboard the default is taken.

    Raises UserError where there is neither.
    """
    if not interactive():
        if default is None:
            raise UserError(
                tr("'{question}' needs an answer and no one is at the keyboard.", question=question),
                tr("Give it as an option; --help lists them."),
            )
        return default
    mark = "" if question.endswith("?") and not default else ":"
    shown = f"{question} [{default}]{mark} " if default else f"{question}{mark} "
    return ask_line(shown) or (default or "")


def confirm(question: str, default: bool = False) -> bool:
    """Yes or no; Enter takes the default, which is also taken where nobody sits at the keyboard."""
    while True:
        said = yes_or_no(ask(" ".join((question, tr("(y/n)"))), tr("y") if default else tr("n")))
        if said is not None:
            return said
        say(tr("Please type y or n."))


def yes_or_no(typed: str) -> bool | None:
    """What was meant, in English or in the language spoken; None where it is neither."""
    answer = _without_accents(typed.strip().lower())
    if answer in ("y", "yes", *map(_without_accents, (tr("y"), tr("yes")))):
        return True
    return False if answer in ("n", "no", *map(_without_accents, (tr("n"), tr("no")))) else None


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def choose(question: str, options: Sequence[tuple[str, str]], default: str | None = None) -> str:
    """One of several, (id, label), by number or id."""
    if not interactive():
        return ask(question, default)
    say(question)
    for place, (name, label) in enumerate(options, 1):
        say(f"  {place}  {label}" + ("  " + tr("(Enter)") if name == default else ""))
    while True:
        typed = ask_line("> ")
        if not typed and default is not None:
            return default
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(options):
            return options[int(typed) - 1][0]
        if typed in [name for name, _ in options]:
            return typed
        say(tr("Please type a number from 1 to {number}.", number=len(options)))

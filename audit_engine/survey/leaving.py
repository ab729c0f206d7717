"""How a person leaves the form: keep or erase, what became of it, and the screen cleared for the next one."""

from __future__ import annotations

from contextlib import suppress

from audit_engine.interrupts import StoppedForGood
from audit_engine.same_key import latin
from audit_engine.survey.open_form import Sitting, erase, on_disk
from audit_engine.terminal import InputEndedError, ask_line, clear, interactive, say
from questionnaires.catalogue import marked, tr

_LOOK_ALIKES = str.maketrans("ке", "ke")
"""Cyrillic letters that look like the Latin ones asked for."""
_ASKED = marked("Keep this form to go on later, or erase it? (k keep, e erase, b back)")


def stop(sitting: Sitting) -> bool:
    """Keep or erase; False if the person would rather go back. Raises open_form.ElsewhereError."""
    if not sitting.kept:
        _say_and_leave(sitting)
        return True
    while True:
        typed = latin(ask_line(tr(_ASKED) + " ").lower().translate(_LOOK_ALIKES))
        if typed in ("b", "back"):
            return False
        if typed in ("k", "keep"):
            _say_and_leave(sitting)
            return True
        if typed in ("e", "erase"):
            erase(sitting)
            clear()
            say(tr("Erased. Nothing of it was kept."))
            leave()
            return True
        say(tr("Please type k, e or b."))


def _say_and_leave(sitting: Sitting) -> None:
    clear()
    say_kept(sitting, tr("Stopped."))
    leave()


def say_kept(sitting: Sitting, why: str) -> None:
    """What became of the form, as the file has it: a code is told only where it opens something."""
    if on_disk(sitting):
        say(tr("{why} Your form is kept, unsent. It opens only with your code:", why=why))
        say_code(sitting.code)
    else:
        say(tr("{why} Nothing of this form is kept unsent.", why=why))


def say_code(code: str) -> None:
    """A code on a line of its own: within a line of Arabic its halves would change places."""
    say(f"  {code}", "bold")


def leave() -> None:
    """Lets the last words be read; Ctrl-C is as good as Enter here."""
    try:
        pause(tr("Press Enter; then the screen is cleared for the next person."))
    except StoppedForGood:
        raise
    except KeyboardInterrupt:
        pass


def pause(what: str) -> None:
    """Lets a person read; a script is not held up and no line of it is taken."""
    if interactive():
        with suppress(InputEndedError):
            ask_line(f"{what} ")

"""The loop of a sitting: show a question, read a reply, put it on disk, go on to the next open one."""

from __future__ import annotations

from collections.abc import Callable

from audit_engine.sittings.answering import Outcome, take_answer
from audit_engine.sittings.beside import (
    show_list,
    step_named,
    take_note,
    take_practice,
    take_restricted_note,
)
from audit_engine.sittings.screens import COMMANDS, Command, Typed, read_reply, show_help
from audit_engine.sittings.sitting import Sitting
from audit_engine.sittings.steps import Step, next_open, state_of, step_before
from audit_engine.sittings.view import count_answered, show_end, show_step
from audit_engine.sittings.votes import is_voted
from audit_engine.terminal import InputEndedError, say, say_command, show_error
from questionnaires.answers import short
from questionnaires.catalogue import tr
from questionnaires.errors import UserError

_AT_THE_END = tuple("bgnprlf?q")


def conduct(sitting: Sitting) -> None:
    """Holds the sitting until it is closed or stopped; the end of the input stops it too."""
    loop = _Loop(sitting)
    try:
        while not loop.ended:
            loop.turn()
    except InputEndedError:
        say()
        loop.stop()


class _Loop:
    """Where a sitting stands on the screen. `at` None is the closing screen; `trail` serves going back."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.at = next_open(sitting.steps, sitting.values, sitting.skipped, sitting.last)
        self.trail: list[str] = []
        self.ended = False
        self.handlers: dict[str, Callable[[str], bool]] = {
            "b": self._back,
            "g": self._go,
            "n": self._note,
            "p": self._practice,
            "r": self._restricted,
            "l": self._list,
            "s": self._skip,
            "f": self._finish,
            "?": self._help,
            "q": self._quit,
        }

    def turn(self) -> None:
        """One question: shown once, asked until it is answered or left."""
        if self.at:
            show_step(self.sitting, self.at)
        else:
            show_end(self.sitting)
        left = False
        while not left:
            reply = self._read()
            try:
                left = self._handle(reply)
            except UserError as error:
                show_error(error)

    def stop(self) -> None:
        """Says what is kept and how to go on."""
        say(
            tr(
                "Stopped. Answered: {number}; everything confirmed is kept.",
                number=count_answered(self.sitting),
            )
        )
        say(tr("Go on with:"))
        say_command(self.sitting.go_on)
        self.ended = True

    def _read(self) -> Command | Typed:
        if self.at is None:
            return read_reply(commands=_AT_THE_END)
        return read_reply(words=self.at.item is None)

    def _handle(self, reply: Command | Typed) -> bool:
        if isinstance(reply, Command):
            return self.handlers[reply.name](reply.rest)
        return self._answer(reply.text)

    def _answer(self, typed: str) -> bool:
        sitting, step = self.sitting, self.at
        if step is None:
            raise UserError(
                tr("'{typed}' is not a choice here.", typed=short(typed)), tr("f finishes, q leaves it open.")
            )
        if not typed:
            if state_of(step, sitting.values, ()) == "answered":
                return self._go_on(step)
            typed = sitting.offered.get(step.id, "")
            if not typed and not _voted(sitting, step):
                raise UserError(tr("Nothing was typed."), self._hint(step))
        outcome = take_answer(sitting, step, typed)
        if isinstance(outcome, Command):
            return self.handlers[outcome.name](outcome.rest)
        return self._go_on(step) if outcome is Outcome.STORED else True

    def _hint(self, step: Step) -> str:
        slash = "" if step.item else "/"
        return tr("{slash}s skips the question, {slash}? shows all that can be typed.", slash=slash)

    def _go_on(self, step: Step) -> bool:
        sitting = self.sitting
        self.trail.append(step.id)
        self.at = next_open(sitting.steps, sitting.values, sitting.skipped, step.id)
        return True

    def _back(self, rest: str) -> bool:
        steps, values = self.sitting.steps, self.sitting.values
        earlier = next((step for step in steps if self.trail and step.id == self.trail[-1]), None)
        if earlier:
            self.trail.pop()
        earlier = earlier or step_before(steps, values, self.at.id if self.at else None)
        if earlier is None:
            raise UserError(tr("This is the first question."))
        self.at = earlier
        return True

    def _go(self, rest: str) -> bool:
        found = step_named(self.sitting, rest)
        if self.at:
            self.trail.append(self.at.id)
        self.sitting.skipped.discard(found.id)
        self.at = found
        return True

    def _note(self, rest: str) -> bool:
        take_note(self.sitting, self.at, rest)
        return False

    def _practice(self, rest: str) -> bool:
        take_practice(self.sitting, self.at)
        return False

    def _restricted(self, rest: str) -> bool:
        take_restricted_note(self.sitting, self.at)
        return False

    def _list(self, rest: str) -> bool:
        show_list(self.sitting, rest)
        return True

    def _help(self, rest: str) -> bool:
        commands = tuple(COMMANDS) if self.at else _AT_THE_END
        item = self.at.item if self.at else None
        instrument, words = self.sitting.asked_as, self.at is not None and item is None
        show_help(self.sitting.questionnaire, instrument, item, commands, words=words)
        return False

    def _quit(self, rest: str) -> bool:
        self.stop()
        return True

    def _skip(self, rest: str) -> bool:
        step = self.at
        if step is None or rest not in ("", "area"):
            raise UserError(
                tr("'s {rest}' is not known.", rest=short(rest)), tr("s skips the question, s area the area.")
            )
        sitting = self.sitting
        passed = [step] if not rest else [each for each in sitting.steps if each.area == step.area]
        sitting.skipped |= {each.id for each in passed if state_of(each, sitting.values, ()) == "open"}
        say(tr("Skipped; the list (l) shows it as skipped, and it stays open."), "dim")
        return self._go_on(step)

    def _finish(self, rest: str) -> bool:
        if self.at is not None:
            self.trail.append(self.at.id)
            self.at = None
            return True
        self.sitting.close()
        say(tr("Closed. It can be opened again with:"))
        say_command(self.sitting.go_on)
        self.ended = True
        return True


def _voted(sitting: Sitting, step: Step) -> bool:
    return is_voted(step.item, sitting.questionnaire, sitting.submission.instrument)

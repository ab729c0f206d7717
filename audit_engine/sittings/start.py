"""How a sitting begins: who records, what lies unfinished, and the command that goes on with it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from audit_engine.audit import Facts, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.loop import conduct
from audit_engine.sittings.naming import called
from audit_engine.sittings.screens import show_probes
from audit_engine.sittings.sitting import opened
from audit_engine.store import submissions
from audit_engine.terminal import ask, choose, interactive, say, warn
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, speaking, tr, tr_many
from questionnaires.definition import Instrument, Prompt, Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import group_size
from questionnaires.scope import asks_by

NEW = "new"
GENDERS = (
    ("woman", marked("Woman")),
    ("man", marked("Man")),
    ("another", marked("Another gender")),
    ("pnts", marked("Prefers not to say")),
)
ROLES = (
    ("director", marked("Head of unit or manager")),
    ("hr_officer", marked("Personnel or administration officer")),
    ("focal_point", marked("Focal point or specialist")),
    ("staff", marked("Member of staff")),
    ("partner", marked("Constituent, partner, member or client")),
)
_LARGEST_ROOM = 99_999
_HOLDS_NONE: dict[Instrument, str] = {
    "survey": marked("{title} holds no survey."),
    "staff_data": marked("{title} asks for no staff data."),
    "workshop": marked("{title} holds no workshop."),
}


def who_records(facts: Facts, by: str) -> str:
    """The name beside what is recorded: the lead facilitator unless another is given."""
    name = " ".join(by.split()) or facts.lead
    if facts.facilitators and name not in facts.facilitators:
        warn(
            tr(
                "'{name}' is not in the facilitation team ({names}).",
                name=name,
                names=", ".join(facts.facilitators),
            )
        )
    return name


def go_on_command(command: str, path: Path, *options: str) -> str:
    """What to type to go on, safe to paste into a shell."""
    return shlex.join(["audit-engine", command, str(path), *options])


def unfinished(file: AuditFile, instrument: Instrument) -> list[Submission]:
    """The sittings of an instrument that were not closed yet, in the order begun.

    What a facilitator rates by what was told is no interview of anybody; `review --told` goes on with it.
    """
    with file.reading() as connection:
        found = submissions.submissions(connection, instrument=instrument, state="open")
    return [each for each in found if each.role != "facilitator"]


def show_unfinished(sittings: Sequence[Submission]) -> None:
    """The list that --list gives."""
    if not sittings:
        say(tr("Nothing is unfinished. One that is closed can be opened again with --resume and its id."))
        return
    told = any(each.profile.gender for each in sittings)
    rows = [
        (each.id, called(each.role), *_gender(each, told), str(each.answers), *_begun(each))
        for each in sittings
    ]
    gender = (tr("Gender"),) if told else ()
    heads = (tr("Id"), tr("Role"), *gender, tr("Answers"), tr("By"), tr("Begun"))
    table(heads, rows, right=(2 + len(gender),))


def _gender(sitting: Submission, told: bool) -> tuple[str, ...]:
    return (called(sitting.profile.gender or ""),) if told else ()


def _begun(sitting: Submission) -> tuple[str, str]:
    return sitting.by, sitting.started.replace("T", " ").rstrip("Z") + " UTC"


def pick(sittings: Sequence[Submission], what: Instrument, *, begin_new: bool) -> str:
    """The id of the unfinished sitting to go on with, or NEW.

    `begin_new`: options for a new one were given. Raises UserError where a script left it open.
    """
    if not sittings or (begin_new and not interactive()):
        return NEW
    if not interactive():
        if len(sittings) == 1:
            return sittings[0].id
        raise UserError(
            tr("Several sittings are unfinished: {number}.", number=len(sittings)),
            tr("Name one with --resume; --list shows them."),
        )
    options = [(each.id, tr("Go on with {id}", id=_described(each))) for each in sittings]
    beginning = (NEW, tr("Begin a new one: {what}", what=called(what)))
    return choose(tr("Something is unfinished: {what}.", what=called(what)), [*options, beginning])


def _described(sitting: Submission) -> str:
    answers = tr_many("{number} answer", "{number} answers", sitting.answers)
    parts = [called(sitting.role), called(sitting.profile.gender or ""), answers]
    by, begun = _begun(sitting)
    about = ", ".join(part for part in parts if part)
    return tr("{id}: {about}, begun by {by}, {begun}", id=sitting.id, about=about, by=by, begun=begun)


def ask_option(question: str, options: Sequence[tuple[str, str]], option: str) -> str:
    """A numbered choice at the keyboard; a script names it with `option`. Raises UserError if it did not."""
    if not interactive():
        raise missing_option(question, option)
    return choose(question, [(name, tr(label)) for name, label in options])


def ask_number(question: str, option: str) -> int:
    """A number of people from the keyboard; a script names it with `option`."""
    if not interactive():
        raise missing_option(question, option)
    while True:
        typed = ask(question)
        if typed.isdecimal() and len(typed) <= 9 and int(typed) <= _LARGEST_ROOM:
            return int(typed)
        say(tr("Please type a number, 0 if there were none."))


def missing_option(question: str, option: str) -> UserError:
    """What a script is told where a person would have been asked."""
    return UserError(
        tr("{question}: no one is at the keyboard to say.", question=question),
        tr("Give it with {option}.", option=option),
    )


def refuse_unasked(questionnaire: Questionnaire, instrument: Instrument) -> None:
    """Refuses a sitting in which nothing would be asked. Raises UserError."""
    if not asks_by(questionnaire, instrument):
        raise UserError(
            tr(_HOLDS_NONE[instrument], title=questionnaire.title),
            tr("See what it asks: audit-engine status FILE"),
            code=ExitCode.NOT_NOW,
        )


def check_instrument(file: AuditFile, name: str, instrument: Instrument) -> None:
    """Refuses an id that belongs to another kind of sitting. Raises UserError."""
    with file.reading() as connection:
        found = submissions.submission(connection, name)
    if found.instrument != instrument:
        raise UserError(
            tr(
                "{name} is no {wanted} but a {found}.",
                name=name,
                wanted=called(instrument),
                found=called(found.instrument),
            ),
            tr("--list shows the ids."),
            code=ExitCode.NOT_NOW,
        )


def hold(file: AuditFile, name: str, by: str, go_on: str) -> None:
    """Takes the sitting for this terminal and goes through it."""
    with opened(file, name, by, go_on) as sitting, speaking(sitting.language):
        say(tr("Type ? for help, q to stop. Every answer is saved at once."), "dim")
        if sitting.submission.instrument == "interview" and sitting.submission.role != "facilitator":
            show_probes(sitting.questionnaire)
        for prompt in sitting.too_small:
            _say_too_small(prompt, sitting.submission)
        conduct(sitting)


def _say_too_small(prompt: Prompt, room: Submission) -> None:
    """Why a group is not asked what it releases: a reader could tell whose words they are."""
    people = {"woman": marked("women"), "man": marked("men"), None: marked("people")}[prompt.of]
    present = group_size(prompt, room.women, room.men)
    say(
        tr(
            "Not asked, because {present} {people} take part and the group needs "
            "{minimum_people} or more: {text}",
            present=present,
            people=tr(people),
            minimum_people=prompt.minimum_people,
            text=prompt.text,
        ),
        "yellow",
    )

"""What can be done beside answering: notes, good practices, restricted notes, the list, going elsewhere."""

from __future__ import annotations

from difflib import get_close_matches

from audit_engine.audit import Finding
from audit_engine.sittings.naming import all_called
from audit_engine.sittings.screens import ask_yes_no, slash_command
from audit_engine.sittings.sitting import Sitting
from audit_engine.sittings.steps import Step, can_be_taken_up, find_step, state_in_words
from audit_engine.terminal import ask_line, ask_words, heading, say
from questionnaires.answers import listed, parse_words, short
from questionnaires.catalogue import tr
from questionnaires.definition import Item
from questionnaires.errors import UserError
from questionnaires.routing import asked_here, relevant, takes

_LINE = 60


def clean_words(typed: str) -> str:
    """Typed words as they are stored; says so where something could not be kept. Raises UserError."""
    if "\0" in typed:
        say(tr("A NUL character was taken out of the text."), "yellow")
    return parse_words(typed).text


def _typed(question: str) -> str:
    """Words for one of these; any command (`/b`, `/q` ...) breaks it off."""
    typed = ask_words(question)
    if slash_command(typed):
        raise UserError(tr("Broken off; nothing was saved."), tr("You are back at the question."))
    return typed


def take_note(sitting: Sitting, step: Step | None, rest: str) -> None:
    """A note beside a question, or beside the sitting at its end."""
    text = rest or _typed(tr("Note (Enter = none): "))
    if text:
        sitting.add_note(step.id if step else "", clean_words(text), restricted=False)
        say(tr("Note saved."), "dim")


def take_restricted_note(sitting: Sitting, step: Step | None) -> None:
    """A note that only its author and the lead facilitator read, with the contacts for the person."""
    say(tr("A restricted note is read by you and the lead facilitator only and never enters the report."))
    contacts = sitting.facts.referral or tr("those on the audit's contact card")
    say(tr("Contacts for the person: {contacts}.", contacts=contacts))
    if not ask_yes_no(tr("Does the person agree that you write it down?")):
        say(tr("Nothing was written down."))
        return
    text = _typed(tr("Restricted note (Enter = none): "))
    if text:
        sitting.add_note(step.id if step else "", clean_words(text), restricted=True)
        say(tr("Restricted note saved. It will not be shown here again."), "dim")


def take_practice(sitting: Sitting, step: Step | None) -> None:
    """A good practice, as the report leads with it."""
    what = _typed(tr("Good practice: what is done? (Enter = none): "))
    if not what:
        return
    practice = Finding(
        id=0,
        kind="practice",
        area=step.area.id if step and step.area else _ask_area(sitting),
        text=clean_words(what),
        where=_asked(tr("Where? ")),
        evidence=_asked(tr("Evidence? (Enter = none named) ")),
        support=sitting.submission.instrument.replace("_", " "),
        transferable=ask_yes_no(tr("Could others take it over?")),
        consent=ask_yes_no(tr("May it be passed on with the name of the unit?")),
        by=sitting.by,
    )
    say(tr("Good practice {number} saved.", number=sitting.add_practice(practice)), "dim")


def _asked(question: str) -> str:
    typed = _typed(question)
    return clean_words(typed) if typed else ""


def _ask_area(sitting: Sitting) -> str:
    while True:
        typed = ask_line(tr("Which area? ")).upper()
        if sitting.questionnaire.area(typed):
            return typed
        say(tr("The areas are {names}.", names=", ".join(area.id for area in sitting.questionnaire.areas)))


def show_list(sitting: Sitting, only: str = "") -> None:
    """Every question with its state, area by area; `only`: of one area."""
    values, area = sitting.values, None
    for step in sitting.steps:
        title = f"{step.area.id}  {step.area.title}" if step.area else tr("To close")
        if only and not (step.area and step.area.id.casefold() == only.casefold()):
            continue
        if title != area:
            heading(title)
            area = title
        text = " ".join(step.text.split())
        text = text if len(text) <= _LINE else text[: _LINE - 3] + "..."
        say(f"  {state_in_words(step, values, sitting.skipped):<12} {step.id}  {text}")
    if area is None:
        raise UserError(
            tr("There is no area '{only}' here.", only=short(only)), tr("l alone lists everything.")
        )


def step_named(sitting: Sitting, name: str) -> Step:
    """The question to go to. Raises UserError that says why a question cannot be reached here."""
    if not name:
        raise UserError(
            tr("Where to?"), tr("Write for example g {id}; l lists the questions.", id=sitting.steps[0].id)
        )
    found = find_step(sitting.steps, sitting.values, sitting.skipped, name)
    if found is None:
        item = _item_named(sitting, name)
        sitting.wanted.add(item.id)
        found = next(step for step in sitting.steps if step.id == item.id)
    condition = found.item.asked_if if found.item else None
    if found.item and condition and not relevant(found.item, sitting.values):
        raise UserError(
            tr(
                "{id} is asked only if {item} was answered {answers}.",
                id=found.id,
                item=condition.item,
                answers=listed([*condition.one_of]),
            ),
            tr("Answer {item} first: g {item}", item=condition.item),
        )
    return found


def _item_named(sitting: Sitting, name: str) -> Item:
    items = sitting.questionnaire.items
    item = next((item for key, item in items.items() if key.casefold() == name.casefold()), None)
    if item is None:
        raise _unknown(sitting, name)
    setting, role = sitting.facts.setting, sitting.submission.role
    if not can_be_taken_up(sitting.questionnaire, setting, sitting.submission.instrument, role, item):
        raise UserError(
            tr("{id} is not asked here: {why}.", id=item.id, why=_why_not(sitting, item)),
            tr("l lists the questions."),
        )
    return item


def _why_not(sitting: Sitting, item: Item) -> str:
    if not asked_here(item, sitting.facts.setting):
        return tr("it needs a unit of {number} staff or more", number=item.minimum_staff)
    instrument = sitting.submission.instrument
    if not takes(sitting.questionnaire, sitting.facts.setting, item, instrument):
        return tr("it comes by {instruments}", instruments=all_called(item.instruments))
    return tr("it is asked of {roles}", roles=all_called(item.respondents))


def _unknown(sitting: Sitting, name: str) -> UserError:
    names = [step.id for step in sitting.steps] + [area.id for area in sitting.questionnaire.areas]
    close = get_close_matches(name.upper(), names, n=1)
    remedy = tr("Did you mean {near}?", near=close[0]) + " " if close else ""
    return UserError(
        tr("There is no question '{name}'.", name=short(name)), remedy + tr("l lists the questions.")
    )

"""One typed reply becomes an answer on disk, with what has to be asked around it."""

from __future__ import annotations

from enum import Enum

from audit_engine.audit import Document
from audit_engine.facts.options import parse_date
from audit_engine.sittings.beside import clean_words
from audit_engine.sittings.screens import TAKE_OUT, Command, answer_in_words, bare_command, slash_command
from audit_engine.sittings.sitting import Sitting
from audit_engine.sittings.steps import Step, state_of
from audit_engine.sittings.votes import count_votes, is_voted
from audit_engine.store import judgement
from audit_engine.terminal import ask_line, ask_words, say, show_error, warn
from questionnaires.answers import parse_answer
from questionnaires.catalogue import tr
from questionnaires.definition import Item, Scale
from questionnaires.errors import UserError
from questionnaires.routing import NOT_ASKED
from questionnaires.values import Choice, Missing, SexCount, Value, Votes


class Outcome(Enum):
    """What became of a reply: stored (or left out on purpose), or broken off with nothing stored."""

    STORED = 1
    BROKEN_OFF = 2


def take_answer(sitting: Sitting, step: Step, typed: str) -> Outcome | Command:
    """Understands and stores a reply; a command if one was typed where evidence was asked.

    Raises UserError that says what is wrong; then nothing was stored.
    """
    if typed == TAKE_OUT and state_of(step, sitting.values, ()) == "answered":
        sitting.save(step.id, NOT_ASKED, evidence="")
        sitting.skipped.add(step.id)
        say(tr("Taken out; it stays in the history."), "dim")
        return Outcome.STORED
    if step.item is None:
        _save(sitting, step, clean_words(typed))
        if bare_command(typed):
            say(
                tr("'{typed}' was taken as text; the command is /{typed} here.", typed=typed),
                "yellow",
            )
            say(tr("To take it out: /b goes back, and there a - alone."), "yellow")
        return Outcome.STORED
    scale = sitting.questionnaire.scale_of(step.item)
    instrument = sitting.submission.instrument
    if is_voted(step.item, sitting.questionnaire, instrument) and typed.lower() in ("", "v"):
        counted = count_votes(scale)
        if counted is None:
            return Outcome.BROKEN_OFF
        typed = counted
    value = parse_answer(step.item, scale, typed, instrument=sitting.asked_as, positions=True)
    return _store(sitting, step, step.item, scale, value)


def _store(sitting: Sitting, step: Step, item: Item, scale: Scale, value: Value) -> Outcome | Command:
    if isinstance(value, SexCount) and _too_few(item, value):
        _leave_out(sitting, step, item)
        return Outcome.STORED
    if isinstance(value, Votes):
        _compare_with_room(sitting, value)
    _save(sitting, step, str(value), scale)
    if isinstance(value, Choice) and _shows_something(item, scale, value):
        if sitting.submission.instrument == "document_review":
            return _ask_evidence(sitting, step) or Outcome.STORED
    elif sitting.answers[step.id].evidence:
        sitting.save(step.id, str(value), evidence="")
    return Outcome.STORED


def _save(sitting: Sitting, step: Step, value: str, scale: Scale | None = None) -> None:
    standing = sitting.answers.get(step.id)
    before = standing.value if standing and standing.value != NOT_ASKED else value
    was_agreed = standing is not None and standing.agreed and before != value
    agreed = standing is not None and standing.agreed and before == value
    gone = sitting.save(step.id, value, agreed=agreed)
    if before == value:
        say(tr("Saved."), "dim")
    else:
        earlier = answer_in_words(scale, before, sitting.submission.instrument)[:60]
        say(tr("Saved. The earlier answer ({earlier}) stays in the history.", earlier=earlier), "dim")
    if was_agreed:
        say(
            tr("It was the value that two facilitators had agreed on; agree on it again with --agree."),
            "yellow",
        )
    for name in gone:
        say(tr("{name} is not asked any more; its answer stays in the history.", name=name), "yellow")


def _too_few(item: Item, value: SexCount) -> bool:
    return item.minimum_total is not None and value.women + value.men < item.minimum_total


def _leave_out(sitting: Sitting, step: Step, item: Item) -> None:
    """A count of so few people could point at them; an earlier larger one no longer holds either."""
    say(
        tr(
            "Fewer than {minimum_total} people: the numbers are not stored, because they "
            "could point at persons. The item is left out.",
            minimum_total=item.minimum_total,
        ),
        "yellow",
    )
    if step.id in sitting.answers:
        sitting.save(step.id, str(Missing("na", "N3")))
        say(tr("The earlier numbers were replaced by 'na N3' (too few to be fair or safe)."))
    sitting.skipped.add(step.id)


def _compare_with_room(sitting: Sitting, votes: Votes) -> None:
    women, men = sitting.submission.women, sitting.submission.men
    if women is not None and men is not None and votes.voters > women + men:
        warn(
            tr(
                "More votes than participants: {voters} votes, {people} participants. Please check.",
                voters=votes.voters,
                people=women + men,
            )
        )


def _shows_something(item: Item, scale: Scale, value: Choice) -> bool:
    """Whether the rating is above the lowest one, so that something must have been seen."""
    points = {option.id: option.points for option in scale.options if option.points is not None}
    if value.option not in points:
        return False
    lowest = max(points.values()) if item.reverse else min(points.values())
    return points[value.option] != lowest


def _ask_evidence(sitting: Sitting, step: Step) -> Command | None:
    """What was seen. The rating itself is on disk already; a command typed here is for the caller."""
    keep = tr("Enter = keep") if sitting.answers[step.id].evidence else tr("Enter = none named")
    while True:
        typed = ask_words(
            tr("Evidence ({keep}; a number or + title for a document, ? lists them): ", keep=keep)
        )
        if not typed:
            return None
        command = slash_command(typed) or bare_command(typed)
        if command and command.name != "?":
            return command
        try:
            evidence = _understood(sitting, typed)
        except UserError as error:
            show_error(error)
            continue
        if evidence is not None:
            _save_evidence(sitting, step, evidence)
            return None


def _save_evidence(sitting: Sitting, step: Step, evidence: str) -> None:
    answer = sitting.answers[step.id]
    sitting.save(step.id, answer.value, evidence=evidence, agreed=answer.agreed)
    say(tr("Evidence saved: {evidence}", evidence=evidence[:70]), "dim")


def _understood(sitting: Sitting, typed: str) -> str | None:
    """What was named, as text; None if the list was asked for."""
    with sitting.file.reading() as connection:
        documents = judgement.every(connection, Document)
    if typed in ("?", "/?"):
        show_documents(documents)
        return None
    if typed.isdecimal():
        number = int(typed[:9])
        found = next((document for document in documents if document.id == number), None)
        if found is None:
            raise UserError(
                tr("There is no document number {number}.", number=number),
                tr("? lists them; + title adds one."),
            )
        return found.title
    if typed.startswith("+"):
        return _registered(sitting, clean_words(typed[1:]))
    return clean_words(typed)


def _registered(sitting: Sitting, title: str) -> str:
    date = _date()
    kind = ask_line(tr("What kind of document (Enter = none): "))
    document = Document(
        id=0,
        title=" ".join(title.split()),
        date=date,
        kind=clean_words(kind) if kind else "",
    )
    with sitting.file.writing() as connection:
        number = judgement.add(connection, document, sitting.by)
    say(tr("Document {number} registered.", number=number), "dim")
    return document.title


def _date() -> str:
    while True:
        typed = ask_line(tr("Its date, as 2025-03-31 (Enter = none): "))
        try:
            return parse_date(tr("Date"), typed).isoformat() if typed else ""
        except UserError as error:
            say(str(error), "yellow")


def show_documents(documents: list[Document]) -> None:
    """The registered documents with their numbers."""
    if not documents:
        say(tr("No document is registered yet; + title adds one."))
    for document in documents:
        parts = [document.title, document.date, document.kind, "" if document.drawn else tr("not drawn")]
        say(f"  {document.id}  " + ", ".join(part for part in parts if part))

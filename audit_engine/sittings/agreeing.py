"""Two facilitators who rated the same items settle on one value an item."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.sittings.beside import clean_words
from audit_engine.sittings.rated_twice import Rated, Source, ratings
from audit_engine.sittings.screens import (
    Around,
    Command,
    answer_in_words,
    ask_yes_no,
    bare_command,
    read_reply,
    show_help,
    show_item,
    slash_command,
    word_column,
)
from audit_engine.sittings.sitting import Sitting, opened
from audit_engine.store.ratings import settled
from audit_engine.terminal import InputEndedError, ask_words, heading, say, say_command, show_error
from questionnaires.answers import parse_answer
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError

ALIKE = marked("rated alike")
"""The reason that the audit file keeps where all rated alike, in English."""
_COMMANDS = ("b", "s", "?", "q")


def agree(file: AuditFile, source: Source, submission: str, by: str, go_on: str) -> bool:
    """Goes through what several facilitators rated by one source; False if it was stopped.

    The agreed values go into the named sheet, which belongs to whoever records.
    """
    with opened(file, submission, by, go_on) as sitting:
        try:
            _settle(sitting, rated_by_two(file, source))
        except InputEndedError:
            say(tr("\nStopped; everything confirmed is kept. Go on with:"))
            say_command(go_on)
            return False
        finally:
            if sitting.submission.state == "done":
                sitting.close()
    return True


def rated_by_two(file: AuditFile, source: Source) -> list[Rated]:
    """The items with the ratings of two or more by this source, in the order of the questionnaire."""
    order = list(file.definition.questionnaire.items)
    twice = [each for each in ratings(file).values() if each.source == source and len(each.ratings) > 1]
    return sorted(twice, key=lambda each: order.index(each.item))


def _settle(sitting: Sitting, twice: list[Rated]) -> None:
    before = [each for each in twice if each.settled]
    equal = [each for each in twice if each.equal and not each.settled]
    apart = [each for each in twice if each.apart]
    if before:
        say(tr("Agreed before: ") + ", ".join(each.item for each in before))
    if equal:
        _confirm_equal(sitting, equal)
    if apart:
        _walk(sitting, apart)
    say(tr("Nothing is left to agree on.") if not apart else tr("That was the last one."))


def _confirm_equal(sitting: Sitting, equal: list[Rated]) -> None:
    heading(
        tr("Rated alike by both")
        if all(len(each.ratings) == 2 for each in equal)
        else tr("Rated alike by all")
    )
    for each in equal:
        say(f"  {each.item}  {rating_in_words(sitting.questionnaire, each.item, each.ratings[0].value)}")
    if ask_yes_no(tr("Record these as agreed?")):
        for each in equal:
            _record(sitting, each, each.ratings[0].value, ALIKE)
        say(tr("{number} recorded as agreed.", number=len(equal)), "dim")


def _walk(sitting: Sitting, apart: list[Rated]) -> None:
    heading(tr("Rated differently: {number}", number=len(apart)))
    place = 0
    while place < len(apart):
        _show(sitting, apart[place], place + 1, len(apart))
        move = 0
        while move == 0:
            move = _turn(sitting, apart[place])
        place = max(place + move, 0)


def _turn(sitting: Sitting, each: Rated) -> int:
    """Reads one reply; how far to move on (0 = ask again). Raises InputEndedError to stop."""
    reply = read_reply(commands=_COMMANDS, prompt=" ".join((tr("Agreed value"), "> ")))
    item = sitting.questionnaire.items[each.item]
    if isinstance(reply, Command):
        if reply.name == "?":
            show_help(sitting.questionnaire, "document_review", item, _COMMANDS)
        return _moved(reply)
    try:
        scale = sitting.questionnaire.scale_of(item)
        # As for a document, whatever was rated by: an `na` that facilitators agree on owes its reason.
        value = parse_answer(item, scale, reply.text, instrument="document_review", positions=True)
        reason = _reason()
        if isinstance(reason, Command):
            say(tr("Nothing was saved for this item."), "yellow")
            return _moved(reason)
        _record(sitting, each, str(value), reason)
    except UserError as error:
        show_error(error)
        return 0
    say(tr("Saved as agreed."), "dim")
    return 1


def _moved(command: Command) -> int:
    if command.name == "q":
        raise InputEndedError
    return {"b": -1, "s": 1}.get(command.name, 0)


def _reason() -> str | Command:
    """Why they settled on the value, in words; nothing is agreed without it."""
    while True:
        typed = ask_words(tr("Why? What decided it > "))
        if command := slash_command(typed) or bare_command(typed):
            return command
        if typed:
            return clean_words(typed)
        say(tr("A few words are needed, so that a reader can follow it; s leaves the item open."), "yellow")


def _show(sitting: Sitting, each: Rated, number: int, of: int) -> None:
    item, area = sitting.questionnaire.items[each.item], sitting.questionnaire.area_of[each.item]
    around = Around(number, of, word_column(sitting.facts))
    show_item(item, area, sitting.questionnaire, "document_review", around)
    show_ratings(sitting.questionnaire, each)


def show_ratings(questionnaire: Questionnaire, each: Rated) -> None:
    """Who rated what, with the evidence and notes beside it."""
    for rating in each.ratings:
        seen = tr("No evidence named")
        if rating.evidence:
            seen = tr("Evidence: {evidence}", evidence=rating.evidence)
        if each.source == "told":
            seen = tr("By what was told")
        value = rating_in_words(questionnaire, each.item, rating.value)
        parts = (value, seen, *(tr("Note: {note}", note=note) for note in rating.notes))
        say(f"  {rating.by}: " + " ".join(f"{part.rstrip('.')}." for part in parts), "cyan")


def rating_in_words(questionnaire: Questionnaire, item: str, value: str) -> str:
    """A rating as a person reads it."""
    scale = questionnaire.scale_of(questionnaire.items[item])
    return answer_in_words(scale, value, "document_review")


def _record(sitting: Sitting, each: Rated, value: str, reason: str) -> None:
    """The agreed value stands in the recorder's own sheet; evidence of the other serves if they had none."""
    own = sitting.answers.get(each.item)
    named = own.evidence if own and own.evidence else ""
    others = [rating.evidence for rating in each.ratings if rating.evidence and rating.value == value]
    before = " / ".join(f"{rating.by} {rating.value}" for rating in each.ratings)
    logged = settled(each.item, before, value, reason)
    evidence = named or (others[0] if others else "")
    sitting.save(each.item, value, evidence=evidence, agreed=True, logged=logged)

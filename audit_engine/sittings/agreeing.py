"""Two facilitators who rated the same documents settle on one value an item."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.sittings.rated_twice import Rated, ratings
from audit_engine.sittings.screens import (
    Around,
    Command,
    answer_in_words,
    ask_yes_no,
    read_reply,
    show_help,
    show_item,
    word_column,
)
from audit_engine.sittings.sitting import Sitting, opened
from audit_engine.terminal import InputEndedError, heading, say, say_command, show_error
from questionnaires.answers import parse_answer
from questionnaires.errors import UserError

_COMMANDS = ("b", "s", "?", "q")


def agree(file: AuditFile, submission: str, by: str, go_on: str) -> None:
    """Goes through what two reviews rated; the agreed values go into the named review."""
    with opened(file, submission, by, go_on) as sitting:
        try:
            _settle(sitting)
        except InputEndedError:
            say("\nStopped; everything confirmed is kept. Go on with:")
            say_command(go_on)
        finally:
            if sitting.submission.state == "done":
                sitting.close()


def rated_by_two(file: AuditFile) -> list[Rated]:
    """The items with ratings in two reviews or more, in the order of the questionnaire."""
    order = list(file.definition.questionnaire.items)
    twice = [each for each in ratings(file).values() if len(each.ratings) > 1]
    return sorted(twice, key=lambda each: order.index(each.item))


def _settle(sitting: Sitting) -> None:
    twice = rated_by_two(sitting.file)
    settled = [each for each in twice if each.agreed]
    equal = [each for each in twice if each.equal and not each.agreed]
    apart = [each for each in twice if not each.equal and not each.agreed]
    if settled:
        say("Agreed before: " + ", ".join(each.item for each in settled))
    if equal:
        _confirm_equal(sitting, equal)
    if apart:
        _walk(sitting, apart)
    say("Nothing is left to agree on." if not apart else "That was the last one.")


def _confirm_equal(sitting: Sitting, equal: list[Rated]) -> None:
    heading("Rated alike by both")
    for each in equal:
        say(f"  {each.item}  {_in_words(sitting, each.item, each.ratings[0].value)}")
    if ask_yes_no("Record these as agreed?"):
        for each in equal:
            _record(sitting, each, each.ratings[0].value)
        say(f"{len(equal)} recorded as agreed.", "dim")


def _walk(sitting: Sitting, apart: list[Rated]) -> None:
    heading(f"Rated differently: {len(apart)}")
    place = 0
    while place < len(apart):
        _show(sitting, apart[place], place + 1, len(apart))
        move = 0
        while move == 0:
            move = _turn(sitting, apart[place])
        place = max(place + move, 0)


def _turn(sitting: Sitting, each: Rated) -> int:
    """Reads one reply; how far to move on (0 = ask again). Raises InputEndedError to stop."""
    reply = read_reply(commands=_COMMANDS, prompt="Agreed value > ")
    item = sitting.questionnaire.items[each.item]
    if isinstance(reply, Command):
        if reply.name == "q":
            raise InputEndedError
        if reply.name == "?":
            show_help(sitting.questionnaire, "document_review", item, _COMMANDS)
        return {"b": -1, "s": 1}.get(reply.name, 0)
    try:
        scale = sitting.questionnaire.scale_of(item)
        value = parse_answer(item, scale, reply.text, instrument="document_review", positions=True)
        _record(sitting, each, str(value))
    except UserError as error:
        show_error(error)
        return 0
    say("Saved as agreed.", "dim")
    return 1


def _show(sitting: Sitting, each: Rated, number: int, of: int) -> None:
    item, area = sitting.questionnaire.items[each.item], sitting.questionnaire.area_of[each.item]
    around = Around(number, of, word_column(sitting.facts))
    show_item(item, area, sitting.questionnaire, "document_review", around)
    for rating in each.ratings:
        seen = f" Evidence: {rating.evidence}" if rating.evidence else " No evidence named."
        note = f" Note: {rating.note}" if rating.note else ""
        say(f"  {rating.by}: {_in_words(sitting, each.item, rating.value)}.{seen}{note}", "cyan")


def _record(sitting: Sitting, each: Rated, value: str) -> None:
    """The agreed value stands in the reviewer's own review; evidence of the other serves if they had none."""
    own = sitting.answers.get(each.item)
    named = own.evidence if own and own.evidence else ""
    others = [rating.evidence for rating in each.ratings if rating.evidence and rating.value == value]
    sitting.save(each.item, value, evidence=named or (others[0] if others else ""), agreed=True)


def _in_words(sitting: Sitting, item: str, value: str) -> str:
    return answer_in_words(sitting.questionnaire.scale_of(sitting.questionnaire.items[item]), value)

"""Why one item is rated as it is, on the screen."""

from __future__ import annotations

from audit_engine.judging.explain_words import answers, compared, points, precise, reached, total
from audit_engine.judging.rating_view import SOURCES, figure
from audit_engine.terminal import heading, say, table
from exports.composing.figures import answer_words
from questionnaires.definition import Item, Questionnaire
from scoring.assessment import ItemRating
from scoring.explanation import Counted, Found, ItemExplained, Looked, Part, Respondents

RULES = {
    "documents": "One value: the one two facilitators agreed on, else the last one confirmed (rule 1).",
    "told": "No document was there: facilitators rated it by what they were told (rule 1).",
    "survey": "The mean of all answers with points (rule 1).",
    "interviews": "The mean of all answers with points (rule 1).",
    "workshop": "The value that the group agreed on after voting (rule 1).",
    "on_record": "Asked of the head as a function, on record: one answer is enough (rule 1).",
    "partners": "The mean of what partner organisations answered, one form each (rule 1).",
    "pooled": "A small unit: no item of people has a figure of its own; they count together (rule 8).",
}
STATES = {
    "lost": "It stays in the coverage and leaves the mean (rule 3).",
    "na": "It leaves the mean and the coverage (rule 3).",
    "information": "It is never rated (rule 2).",
}


def show_item(
    questionnaire: Questionnaire, name: str, item: ItemExplained, respondents: Respondents | None
) -> None:
    """Sources, counts, arithmetic, band, and how it enters its area."""
    _verdict(questionnaire, name, item)
    _sources(item)
    _values(item.found)
    _unsettled(item)
    _arithmetic(item)
    _in_area(item)
    if not item.hidden and item.rating.state == "counted":
        compared(item.rating.baseline, respondents)


def _verdict(questionnaire: Questionnaire, name: str, item: ItemExplained) -> None:
    rating, asked = item.rating, questionnaire.items[name]
    if rating.why:
        say(f"{_state(item)}.", "bold")
    elif item.limits is not None and rating.score is not None and asked.evidence == "perception":
        words = answer_words(questionnaire, asked, rating.score)
        say(f"{precise(rating.score)}, in the words of the answers: {words} (rule 4).", "bold")
        say(f"As a band: {reached(item.limits)}.")
    elif item.limits is not None and rating.score is not None:
        say(f"{precise(rating.score)}: {reached(item.limits)} (rule 4).", "bold")
    say(RULES[rating.source or ""] if rating.state == "counted" else STATES[rating.state])
    if rating.state == "counted" and not item.hidden:
        _in_a_report(asked, rating)


def _in_a_report(asked: Item, rating: ItemRating) -> None:
    if not rating.shown:
        say("A report does not show its own figure: it points at one superior (rule 8).")
    elif asked.sensitivity == "high":
        say("A report prints its band only (rule 8).")


def _state(item: ItemExplained) -> str:
    words = item.rating.why.words if item.rating.why else ""
    return f"Lost: {words}" if item.rating.state == "lost" else words[:1].upper() + words[1:]


def _sources(item: ItemExplained) -> None:
    if item.looked:
        heading("Sources (rule 1)")
        rows = [_source_row(one) for one in item.looked]
        table(("Source", "n", "Score", "Why"), rows, right=(1, 2))


def _source_row(looked: Looked) -> tuple[str, ...]:
    return (SOURCES[looked.source], str(looked.n), points(looked.score), looked.why)


def _values(found: tuple[Found, ...]) -> None:
    if found:
        heading("What was found")
        rows = [(one.value, one.instrument.replace("_", " "), one.why) for one in found]
        table(("Value", "By", "Why"), rows)


def _unsettled(item: ItemExplained) -> None:
    found = item.unsettled
    if found:
        others = " or ".join(value for value in found.values if value != found.counts)
        say(f"{found.why[:1].upper()}{found.why[1:]} ({found.counts}, not {others}).", "yellow")


def _arithmetic(item: ItemExplained) -> None:
    if item.total is None and not item.working:
        return
    heading("From the answers to the points")
    if item.counts:
        table(("Answer", "People", "Points"), [_count_row(one) for one in item.counts], right=(1, 2))
    for line in item.working:
        say(line)
    rating = item.rating
    if item.reverse and item.total is not None:
        say("It names a problem, so it is turned round: points are 100 minus those of the scale.")
    if item.total is not None and rating.score is not None:
        say(f"Sum of points {total(item.total)} / {answers(rating.n)} = {precise(rating.score)}")
    if item.total is not None and not item.counts and rating.n:
        say("How many chose what is told from 10 answers up (rule 8).")
    if item.without_points:
        say(f"{item.without_points} more gave no points (don't know, not in my work, prefer not to say).")


def _count_row(counted: Counted) -> tuple[str, ...]:
    return (counted.label, str(counted.number), points(counted.points))


def _in_area(item: ItemExplained) -> None:
    part = item.part
    if item.rating.state != "counted":
        return
    heading(f"In its area {item.area} (rule 2)")
    say(_weight(part))
    if part.adds is None or part.share is None:
        say(f"{item.area} is not rated.")
        return
    whole = "Together they bring" if item.hidden else "It brings"
    say(f"{whole} {figure(part.adds)} of the area's points and {figure(part.share)} % of its weight.")


def _weight(part: Part) -> str:
    return f"Weight {part.weight} x weight of its evidence {part.evidence}."

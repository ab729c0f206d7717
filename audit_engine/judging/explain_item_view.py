"""Why one item is rated as it is, on the screen."""

from __future__ import annotations

from audit_engine.judging.explain_words import answers, by_rule_4, compared, points, precise, reached, total
from audit_engine.judging.rating_view import SOURCES, figure
from audit_engine.judging.words import answer
from audit_engine.sittings.naming import called
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from exports.composing.figures import answer_words
from exports.composing.words import capital
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Item, Questionnaire, Scale
from scoring.assessment import ItemRating
from scoring.explanation import Counted, Found, ItemExplained, Looked, Part, Respondents

RULES = {
    "documents": marked(
        "One value: the one two facilitators agreed on, else the last one confirmed (rule 1)."
    ),
    "told": marked("No document was there: facilitators rated it by what they were told (rule 1)."),
    "survey": marked("The mean of all answers with points (rule 1)."),
    "interviews": marked("The mean of all answers with points (rule 1)."),
    "workshop": marked("The value that the group agreed on after voting (rule 1)."),
    "on_record": marked("Asked of the head as a function, on record: one answer is enough (rule 1)."),
    "partners": marked("The mean of what partner organisations answered, one form each (rule 1)."),
    "pooled": marked(
        "A small unit: no item of people has a figure of its own; they count together (rule 8)."
    ),
}
STATES = {
    "lost": marked("It stays in the coverage and leaves the mean (rule 3)."),
    "na": marked("It leaves the mean and the coverage (rule 3)."),
    "information": marked("It is never rated (rule 2)."),
}


def show_item(
    questionnaire: Questionnaire, name: str, item: ItemExplained, respondents: Respondents | None
) -> None:
    """Sources, counts, arithmetic, band, and how it enters its area."""
    _verdict(questionnaire, name, item)
    _sources(item)
    scale = questionnaire.scale_of(questionnaire.items[name])
    _values(scale, item.found)
    _unsettled(scale, item)
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
        say(
            tr(
                "{score}, in the words of the answers: {words} (rule 4).",
                score=precise(rating.score),
                words=words,
            ),
            "bold",
        )
        say(tr("As a band: {band}.", band=reached(item.limits)))
    elif item.limits is not None and rating.score is not None:
        say(by_rule_4(rating.score, item.limits), "bold")
    say(tr(RULES[rating.source or ""] if rating.state == "counted" else STATES[rating.state]))
    if rating.state == "counted" and not item.hidden:
        _in_a_report(asked, rating)


def _in_a_report(asked: Item, rating: ItemRating) -> None:
    if not rating.shown:
        say(tr("A report does not show its own figure: it points at one superior (rule 8)."))
    elif asked.sensitivity == "high":
        say(tr("A report prints its band only (rule 8)."))


def _state(item: ItemExplained) -> str:
    words = item.rating.why.words if item.rating.why else ""
    return tr("Lost: {reason}", reason=words) if item.rating.state == "lost" else capital(words)


def _sources(item: ItemExplained) -> None:
    if item.looked:
        heading(tr("Sources (rule 1)"))
        rows = [_source_row(one) for one in item.looked]
        table((tr("Source"), tr("n"), tr("Score"), tr("Why")), rows, right=(1, 2))


def _source_row(looked: Looked) -> tuple[str, ...]:
    return (tr(SOURCES[looked.source]), str(looked.n), points(looked.score), looked.why)


def _values(scale: Scale, found: tuple[Found, ...]) -> None:
    if found:
        heading(tr("What was found"))
        rows = [(answer(scale, one.value), called(one.instrument), one.why) for one in found]
        table((tr("Value"), tr("By"), tr("Why")), rows)


def _unsettled(scale: Scale, item: ItemExplained) -> None:
    found = item.unsettled
    if found:
        either = " ".join(("", tr("or"), ""))
        others = either.join(answer(scale, value) for value in found.values if value != found.counts)
        told = tr(
            "{reason} ({value}, not {others}).",
            reason=capital(found.why),
            value=answer(scale, found.counts),
            others=others,
        )
        say(told, "yellow")


def _arithmetic(item: ItemExplained) -> None:
    if item.total is None and not item.working:
        return
    heading(tr("From the answers to the points"))
    if item.counts:
        columns = (tr("Answer"), tr("People"), tr("Points"))
        table(columns, [_count_row(one) for one in item.counts], right=(1, 2))
    for line in item.working:
        say(line)
    rating = item.rating
    if item.reverse and item.total is not None:
        say(tr("It names a problem, so it is turned round: points are 100 minus those of the scale."))
    if item.total is not None and rating.score is not None:
        say(
            tr(
                "Sum of points {points} / {answers} = {score}",
                points=total(item.total),
                answers=answers(rating.n),
                score=precise(rating.score),
            )
        )
    if item.total is not None and not item.counts and rating.n:
        say(tr("How many chose what is told from 10 answers up (rule 8)."))
    if item.without_points:
        say(
            tr_many(
                "{number} more gave no points (don't know, not in my work, prefer not to say).",
                "{number} more gave no points (don't know, not in my work, prefer not to say).",
                item.without_points,
            )
        )


def _count_row(counted: Counted) -> tuple[str, ...]:
    return (counted.label, str(counted.number), points(counted.points))


def _in_area(item: ItemExplained) -> None:
    part = item.part
    if item.rating.state != "counted":
        return
    heading(tr("In its area {area} (rule 2)", area=item.area))
    say(_weight(part))
    if part.adds is None or part.share is None:
        say(tr("{area} is not rated.", area=item.area))
        return
    adds, share = figure(part.adds), figure(part.share)
    if item.hidden:
        say(
            tr(
                "Together they bring {points} of the area's points and {share} % of its weight.",
                points=adds,
                share=share,
            )
        )
    else:
        say(
            tr(
                "It brings {points} of the area's points and {share} % of its weight.",
                points=adds,
                share=share,
            )
        )


def _weight(part: Part) -> str:
    return tr(
        "Weight {weight} x weight of its evidence {evidence}.", weight=part.weight, evidence=part.evidence
    )

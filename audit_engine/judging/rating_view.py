"""The ratings on the screen: an overview of fronts and areas."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.people_view import show_gaps, show_who_spoke
from audit_engine.judging.words import short_head
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.scope import compares_by_sex, has_survey, hears_opinions, looked_up_in
from scoring.assessment import AreaRating, Assessment, Comparison, Source, Summary
from scoring.evidence import Evidence
from scoring.more_forms import more_forms
from scoring.rounding import one_decimal
from scoring.shares import share_of

WORKING_VIEW = marked("Working view of the facilitation team: not for the unit. Points of 0-100.")
NOTHING = "-"
COLUMNS = (
    "",
    marked("Score|short"),
    marked("Band|short"),
    marked("Cov.%"),
    marked("Obj."),
    marked("Perc."),
    marked("Women|short"),
    marked("Men|short"),
    marked("Gap|short"),
    marked("Base"),
    marked("Change|short"),
)
OF_PEOPLE = slice(4, 9)
"""The columns that are left out where nobody was asked for an opinion: documents against people."""
OF_BOTH = slice(6, 9)
"""The columns that are left out where women's and men's opinions are not told apart."""
SOURCES: dict[Source, str] = {
    "documents": marked("documents"),
    "told": marked("told"),
    "survey": marked("survey"),
    "workshop": marked("workshop"),
    "interviews": marked("interviews"),
    "on_record": marked("on record"),
    "partners": marked("partners"),
    "pooled": marked("pooled"),
}


def show_overview(
    questionnaire: Questionnaire, evidence: Evidence, assessment: Assessment, unit: str
) -> None:
    """Overall, fronts and areas; then who spoke, and everything that is not rated and why."""
    heading(tr("Ratings of {unit}", unit=unit))
    say(tr(WORKING_VIEW))
    if share := share_of(questionnaire):
        say(tr("Score of areas and overall: {share}.", share=share))
    if has_survey(questionnaire):
        _response(assessment)
    say()
    rows: list[tuple[str, ...]] = [_summary_row(tr("Overall"), assessment.overall, questionnaire)]
    for front in questionnaire.fronts:
        if len(questionnaire.fronts) > 1:  # a single one is the overall once more
            rating = next(each for each in assessment.fronts if each.id == front.id)
            rows.append(_summary_row(front.title, rating, questionnaire))
        rows += [_area_row(area, questionnaire) for area in assessment.areas if area.front == front.id]
    columns, *cells = (_told(questionnaire, row) for row in (tuple(map(short_head, COLUMNS)), *rows))
    table(columns, cells, right=(1, *range(3, len(columns))), gap=1)
    _legend(questionnaire)
    if compares_by_sex(questionnaire):
        show_gaps(evidence, assessment)
        show_who_spoke(questionnaire, evidence)
    _not_rated(questionnaire, assessment)
    _contradictions(questionnaire, assessment)


def _told(questionnaire: Questionnaire, row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the columns of people, or of women and men apart, where there are none."""
    if compares_by_sex(questionnaire):
        return row
    left_out = OF_BOTH if hears_opinions(questionnaire) else OF_PEOPLE
    return row[: left_out.start] + row[left_out.stop :]


def _legend(questionnaire: Questionnaire) -> None:
    if hears_opinions(questionnaire):
        sources = looked_up_in(questionnaire)
        say(tr("Cov.: coverage. Obj./Perc.: {sources} / people. Base: baseline.", sources=sources))
    else:
        say(tr("Cov.: coverage. Base: baseline."))
    if compares_by_sex(questionnaire):
        say(tr("!: a gap between women and men that calls for attention."))


def _response(assessment: Assessment) -> None:
    response = assessment.response
    if not response.held:
        say(tr("No survey is held in a unit of this size."))
        return
    if words := more_forms(response.forms, response.invited):
        say(tr("Survey: {told}.", told=words))
        return
    if response.counts:
        say(
            tr(
                "Survey: {forms} of {invited} answered (counts).",
                forms=response.forms,
                invited=response.invited,
            )
        )
    else:
        say(
            tr(
                "Survey: {forms} of {invited} answered (does not count: {percent} % needed).",
                forms=response.forms,
                invited=response.invited,
                percent=response.needed_percent,
            )
        )


def _summary_row(name: str, rating: Summary, questionnaire: Questionnaire) -> tuple[str, ...]:
    base, change = _baseline(rating.baseline)
    band = band_label(rating.band, questionnaire)
    return (name, figure(rating.score), band, figure(rating.coverage), *[""] * 5, base, change)


def _area_row(area: AreaRating, questionnaire: Questionnaire) -> tuple[str, ...]:
    base, change = _baseline(area.baseline)
    gap = figure(area.gap) + ("!" if area.gap_flagged else "")
    return (
        f"  {area.id}",
        figure(area.score),
        band_label(area.band, questionnaire) if area.applicable else tr("n/a"),
        figure(area.coverage),
        figure(area.objective),
        figure(area.perception),
        figure(area.women),
        figure(area.men),
        gap,
        base,
        change,
    )


def _baseline(comparison: Comparison | None) -> tuple[str, str]:
    if comparison is None:
        return NOTHING, NOTHING
    change = NOTHING if comparison.change is None else signed(comparison.change)
    return figure(comparison.score), change


def figure(value: Fraction | None) -> str:
    """One decimal, or a dash where there is no figure."""
    return NOTHING if value is None else one_decimal(value)


def signed(value: Fraction) -> str:
    """A change with its sign; zero without one."""
    return ("+" if value > 0 else "") + one_decimal(value)


def source_word(source: Source | None, instrument: Instrument | None) -> str:
    """Where a figure comes from, in a word; empty where nothing counts."""
    if source == "documents" and instrument == "staff_data":
        return tr("staff data")
    return tr(SOURCES[source]) if source else ""


def band_label(band: str | None, questionnaire: Questionnaire) -> str:
    """The word for a band, or that there is no rating."""
    return next((each.label for each in questionnaire.every_band if each.id == band), tr("not rated"))


def _not_rated(questionnaire: Questionnaire, assessment: Assessment) -> None:
    named = {area.id: area.title for area in questionnaire.areas}
    named |= {front.id: front.title for front in questionnaire.fronts} | {"overall": tr("Overall")}
    every: tuple[Summary | AreaRating, ...] = (assessment.overall, *assessment.fronts, *assessment.areas)
    missing = [each for each in every if each.why]
    if missing:
        heading(tr("Not rated"))
    for rating in missing:
        if rating.why:
            name = f"{rating.id} {named.get(rating.id, '')}"
            reason = rating.why.words
            say(tr("{name}: not rated, because {reason}.", name=name, reason=reason))
    for area in assessment.areas:
        if area.many_not_applicable:
            say(tr("{area}: more than a third of its items do not apply here.", area=area.id))


def _contradictions(questionnaire: Questionnaire, assessment: Assessment) -> None:
    if assessment.contradictions:
        heading(tr("Documents and people differ"))
    for found in assessment.contradictions:
        documents, people = questionnaire.items[found.objective], questionnaire.items[found.perception]
        say(f"{documents.id} {one_decimal(found.documents)}: {documents.text}")
        say(f"{people.id} {one_decimal(found.people)}: {people.text}")

"""What a report says, decided before any cell: published figures, people first, four reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

import pytest

from exports.compose import compose
from exports.material import Material, Noted
from exports.report import HeardRow, RatedArea, Report
from questionnaires.routing import Setting
from scoring.evidence import Evidence, Group, Heard, Observation
from scoring.people import of_staff
from tests.made_up_report import earlier, empty_report, evidence, material, report

REASONS = {"not enough evidence", "documents not given", "not applicable", "not shown"}


def said(value: object) -> Iterator[str]:
    """Every text in a report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from said(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from said(getattr(value, field.name))


def area(found: Report, name: str) -> RatedArea:
    return next(one for one in found.areas if one.line.id == name)


def test_a_small_unit_lists_no_item_that_people_answered_in_confidence() -> None:
    made = material(12)
    hidden = [item.id for item in made.questionnaire.items.values() if of_staff(item)]
    listed = {line.id for one in compose(made).areas for line in one.items}
    by_group = {rating.id for a in made.assessment.areas for rating in a.items if rating.source == "workshop"}
    assert listed & set(hidden) <= by_group
    mentioned = [name for name in set(hidden) - by_group for text in said(compose(made)) if name in text]
    assert [name for name in mentioned if not reference_line(made, name)] == []


def reference_line(made: Material, name: str) -> bool:
    """Whether the Method sheet names the item for what is declared about it, not for its answers."""
    item = made.questionnaire.items[name]
    return item.baseline is not None or item.target is not None


def test_a_small_unit_shows_one_figure_of_people_an_area_and_none_by_sex() -> None:
    for one in report(12).areas:
        assert one.line.women in (None, "not shown")
        assert one.line.men in (None, "not shown")
        assert one.line.gap in (None, "not shown")
        together = [line for line in one.items if line.id == ""]
        assert [line.score for line in together] in ([], ["not shown"])


def test_women_and_men_stand_in_steps_of_five_with_the_gap_between_what_is_printed() -> None:
    lines = [one.line for one in report(400).areas if isinstance(one.line.women, Fraction)]
    assert lines
    for line in lines:
        assert isinstance(line.women, Fraction)
        assert isinstance(line.men, Fraction)
        assert line.women % 5 == line.men % 5 == 0
        assert line.gap == line.women - line.men


def test_a_sensitive_item_is_a_band_and_never_a_figure() -> None:
    items = {line.id: line for line in area(report(400), "ST3").items}
    for name in ("ST3-06", "ST3-07", "ST3-08"):
        assert items[name].score is None
        assert items[name].perception is None
        assert items[name].band[:1] in "■□"
    assert area(report(400), "ST3").line.score in [Fraction(5 * step) for step in range(21)]


def test_an_item_of_people_is_printed_in_answer_words_and_one_of_documents_as_a_band() -> None:
    items = {line.id: line for line in area(report(40), "ST1").items}
    assert items["ST1-01"].band.split(" ")[-1] in ("Absent", "Emerging", "Established", "Leading")
    assert "■" not in items["ST1-07"].band
    assert items["ST1-07"].band


def test_the_overall_follows_from_the_printed_areas() -> None:
    found = report(40)
    scores = [Fraction(str(one.line.score).split(" ")[-1]) for one in found.areas]  # one is "about 80"
    assert len(scores) == 12
    assert found.summary.overall.score == pytest.approx(float(sum(scores, Fraction(0))) / 12, abs=0.051)


@pytest.mark.parametrize("made", [material(12), material(40), material(400)], ids=["12", "40", "400"])
def test_no_reason_says_more_than_a_published_file_knows(made: Material) -> None:
    for text in said(compose(made)):
        assert "too few" not in text
        assert "needed)" not in text
        assert "answers)" not in text


def test_what_is_not_rated_says_one_of_four_reasons() -> None:
    for one in empty_report().areas:
        assert one.line.why.removeprefix("not rated: ") in REASONS
        assert {line.why for line in one.items} <= REASONS | {"Information only"}


def test_documents_not_given_are_named_on_the_summary() -> None:
    bare = evidence(40)
    kept = tuple(
        replace(one, value="ng")
        if one.item.startswith("IA2") and one.instrument == "document_review"
        else one
        for one in bare.observations
    )
    found = compose(material(collected=replace(bare, observations=kept)))
    assert area(found, "IA2").line.why == "not rated: documents not given"
    assert any("Documents not given: IA2" in notice for notice in found.summary.notices)


def test_many_items_not_applicable_are_named_on_the_summary() -> None:
    bare = evidence(40)
    first = ("SU3-01", "SU3-02", "SU3-03", "SU3-04", "SU3-05")
    kept = tuple(replace(one, value="na N1") if one.item in first else one for one in bare.observations)
    found = compose(material(collected=replace(bare, observations=kept)))
    assert any("More than a third" in notice and "SU3" in notice for notice in found.summary.notices)


def test_a_reason_that_nobody_confirmed_is_marked() -> None:
    bare = evidence(40)
    kept = tuple(replace(one, value="na N1") if one.item == "SU3-01" else one for one in bare.observations)
    made = material(collected=replace(bare, observations=kept))
    facts = next(part.facts for part in compose(made).method if part.title == "Not applicable")
    line = next(fact.text for fact in facts if fact.label == "SU3-01")
    assert line.endswith("there is no such post or activity (not confirmed by the lead facilitator)")
    sure = compose(replace(made, confirmed_na=frozenset({"SU3-01"})))
    assert not any("not confirmed" in text for text in said(sure.method))


def test_confirmed_strengths_and_findings_lead_and_rules_fill_up() -> None:
    summary = report(40).summary
    assert summary.strengths[0].status == "confirmed"
    assert [one.status for one in summary.strengths[1:]] == ["proposed by rule"] * 2
    assert summary.findings[0].text.startswith("Nobody could say")
    assert {one.status for one in summary.gaps} == {"proposed by rule"}


def test_every_finding_says_how_far_it_is_supported() -> None:
    made = replace(material(40), noted=(Noted("finding", "ST1", "Somebody said so."),))
    assert all(one.support for one in compose(made).findings)
    assert compose(made).findings[0].support == "not stated"


def test_a_change_against_the_previous_audit_is_told_of_areas_but_not_of_single_confidential_items() -> None:
    found = report(40, before=earlier(40))
    assert isinstance(area(found, "ST1").line.change, Fraction)
    items = {line.id: line for line in area(found, "ST1").items}
    assert isinstance(items["ST1-01"].change, Fraction)
    assert items["ST1-07"].change is None
    assert items["ST1-07"].baseline is None


def test_an_aim_whose_year_is_past_is_called_the_aim_of_that_year() -> None:
    lines = next(part for part in report(40).method if part.title == "Reference lines").facts
    parity = next(fact.text for fact in lines if fact.label == "ST1-01" and "50 % women" in fact.text)
    assert "aim of 2010" in parity
    assert any("28 % men" in fact.text and "whole organisation" in fact.text for fact in lines)


def heard(*people: Heard, staff: int = 40) -> tuple[HeardRow, ...]:
    return compose(replace(material(staff), heard=people)).heard.rows


UNCOUNTED_WORKSHOP = HeardRow("Workshop (how many took part was not written down)")


@pytest.mark.parametrize("group", ["woman", "man", "x"])
def test_interviews_are_counted_by_function_whoever_was_heard(group: Group) -> None:
    """By sex, a row without one would tell that somebody named neither, and who."""
    rows = heard(
        Heard("interview", "director", group, 1),
        Heard("interview", "staff", "woman", 4),
        Heard("interview", "staff", "man", 3),
    )
    assert rows == (
        HeardRow("Interviews: Head of unit and managers", total=1),
        HeardRow("Interviews: Staff", total=7),
        HeardRow("Interviews: all", total=8),
        UNCOUNTED_WORKSHOP,
    )


def test_a_small_unit_counts_interviews_by_function_only() -> None:
    rows = heard(Heard("interview", "staff", "x", 6), staff=12)
    interviews = (HeardRow("Interviews: Staff", total=6), HeardRow("Interviews: all", total=6))
    assert rows == (*interviews, UNCOUNTED_WORKSHOP)


def test_the_survey_is_told_as_total_and_rate_only() -> None:
    (line,) = report(40).heard.survey
    assert line.text == "30 of 40 answered (75 %)"
    (none,) = compose(material(collected=Evidence(Setting(6)))).heard.survey
    assert none.text.startswith("None")


def test_a_constituent_reads_its_own_words_for_who_is_responsible() -> None:
    made = material(40)
    own = compose(replace(made, unit_type="constituent"))
    assert "Whoever handles personnel" in own.advice[0].responsible
    assert "Human Resources" in compose(made).advice[0].responsible


def test_a_fact_that_facilitators_were_told_is_their_rating_and_nobody_is_named() -> None:
    found = Observation("ST1-06", "interview", "hr_officer", "no", ref="i1")
    report = compose(material(collected=Evidence(Setting(40), observations=(found,))))
    line = next(line for line in area(report, "ST1").items if line.id == "ST1-06")
    assert (line.score, line.why) == (0, "Rated by the facilitators by what they were told: no")

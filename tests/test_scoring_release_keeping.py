"""What a later release keeps of the one before: all of it, and nothing else (docs/method.md, rule 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from questionnaires.definition import Instrument, Role
from questionnaires.routing import Setting
from scoring import assess
from scoring.evidence import Evidence, Group, Tally
from scoring.release import LedgerLine, Publishable, Release, ledger, publishable, without_people
from tests.counting import Submission, evidence_of
from tests.worked_cases import questionnaire_of

QUESTIONNAIRE = questionnaire_of(
    {
        "items": {
            "A-1 to A-4": "agree5 survey",
            "A-5": "yn3 documents",
            "A-6": "agree5 head",
            "A-7": "agree5 partners",
            "B-1 to B-4": "agree5 survey",
            "C-1 to C-4": "agree5 interview",
        }
    }
)
ALL_OF = {name: tuple(f"{name}-{number}" for number in range(1, 5)) for name in "ABC"}


def said(
    number: int,
    answer: str,
    items: Sequence[str],
    group: Group = "woman",
    role: Role = "staff",
    by: Instrument = "survey",
) -> list[Submission]:
    return [Submission(by, role, dict.fromkeys(items, answer), group)] * number


def counted(*forms: list[Submission], staff: int = 40) -> Evidence:
    return evidence_of(QUESTIONNAIRE, Setting(staff), [one for some in forms for one in some])


def after(before: Evidence, now: Evidence) -> Publishable:
    """What the second release tells, made of `now`, where the first one was made of `before`."""
    first = publishable(QUESTIONNAIRE, None, before)
    return publishable(QUESTIONNAIRE, Release(1, "2026-05-04", first.evidence, first.since), now)


def told(found: Publishable) -> tuple[dict[str, int], set[str]]:
    return dict(found.since), set(found.held)


THEN = (said(12, "agree", ALL_OF["A"]), said(11, "disagree", ALL_OF["A"], "man"))


def test_documents_alone_tell_nothing_of_people() -> None:
    looked_up = [Submission("document_review", "facilitator", {"A-5": "yes"})]
    assert publishable(QUESTIONNAIRE, None, counted(looked_up)).since == {}


def test_where_nothing_changed_nothing_is_renewed_and_no_older_numbers_are_kept() -> None:
    for staff in (15, 40):
        evidence = counted(said(24, "agree", ALL_OF["A"], "x"), staff=staff)
        found = after(evidence, evidence)
        assert (found.evidence, *told(found)) == (evidence, {"A": 1}, set())


def test_an_area_is_kept_whatever_became_of_those_before_it() -> None:
    interviews = said(6, "agree", ALL_OF["C"], by="interview")
    before = counted(said(23, "agree", ALL_OF["B"]), interviews)
    now = counted(
        said(23, "agree", ALL_OF["B"]),
        said(5, "disagree", ALL_OF["B"]),
        interviews,
        said(1, "disagree", ALL_OF["C"], by="interview"),
    )
    found = after(before, now)
    assert told(found) == ({"B": 2, "C": 1}, {"C"})
    kept = {tally for tally in found.evidence.tallies if tally.item.startswith("C")}
    assert kept == {Tally(name, "interview", "staff", "woman", "agree", 6) for name in ALL_OF["C"]}


def test_an_area_that_is_held_back_keeps_its_own_answers_and_leaves_the_others_theirs() -> None:
    before = counted(*THEN)
    one_more, others = said(1, "strongly_disagree", ALL_OF["A"]), said(14, "agree", ALL_OF["B"])
    now = counted(*THEN, one_more, others)
    found = after(before, now)
    assert told(found) == ({"A": 1, "B": 2}, {"A"})
    today = counted(*THEN, others)
    for name in ("tallies", "spreads", "scales"):
        assert set(getattr(found.evidence, name)) == set(getattr(today, name)), name


def test_the_pool_of_another_area_is_that_of_today() -> None:
    nine, others = said(9, "agree", ALL_OF["A"], "x"), said(12, "agree", ALL_OF["B"], "x")
    found = after(
        counted(nine, staff=15), counted(nine, said(1, "disagree", ALL_OF["A"], "x"), others, staff=15)
    )
    assert told(found) == ({"A": 1, "B": 2}, {"A"})
    assert found.evidence.pools == counted(nine, others, staff=15).pools
    assert set(found.evidence.pools) == {"A", "B"}


def test_five_who_are_pooled_bind_although_fewer_answered_each_item() -> None:
    three, two = said(3, "agree", ("A-1", "A-2"), "x"), said(2, "agree", ("A-3", "A-4"), "x")
    before = counted(three, two, staff=8)
    assert before.pools["A"].people == 5
    one_more = said(1, "disagree", ("A-3", "A-4"), "x")
    assert told(after(before, counted(three, two, one_more, staff=8))) == ({"A": 1}, {"A"})
    corrected = counted(three, said(1, "agree", ("A-3", "A-4"), "x"), one_more, staff=8)
    assert told(after(before, corrected)) == ({"A": 1}, {"A"})


def test_a_pool_that_comes_after_partners_have_been_told_of_renews_their_area() -> None:
    partners = said(5, "agree", ("A-7",), "x", "partner", "interview")
    before = counted(partners, staff=15)
    now = counted(partners, said(9, "agree", ALL_OF["A"], "x"), staff=15)
    assert told(after(before, now)) == ({"A": 2}, set())


def test_a_correction_among_just_five_answers_is_held_back() -> None:
    others = said(12, "agree", ("A-2", "A-3", "A-4"))
    before = counted(others, said(5, "agree", ("A-1",)), staff=20)
    now = counted(others, said(4, "agree", ("A-1",)), said(1, "disagree", ("A-1",)), staff=20)
    assert told(after(before, now)) == ({"A": 1}, {"A"})


def test_what_staff_said_in_interviews_is_kept_like_what_they_said_in_a_survey() -> None:
    interviews = said(6, "agree", ALL_OF["C"], by="interview")
    for more, expected in ((4, ({"C": 1}, {"C"})), (5, ({"C": 2}, set()))):
        now = counted(interviews, said(more, "disagree", ALL_OF["C"], by="interview"))
        assert told(after(counted(interviews), now)) == expected


def test_one_more_who_does_not_know_holds_back_no_five_who_rated() -> None:
    now = counted(*THEN, said(5, "disagree", ALL_OF["A"]), said(1, "dk", ALL_OF["A"]))
    assert told(after(counted(*THEN), now)) == ({"A": 2}, set())


def test_staff_of_every_function_are_added_up_before_they_are_compared() -> None:
    staff, others = said(3, "agree", ALL_OF["A"]), said(3, "agree", ALL_OF["A"], role="focal_point")
    silent = said(6, "dk", ("B-1",))
    before = counted(staff, others, silent, staff=20)
    now = counted(staff, others, silent, said(1, "disagree", ALL_OF["A"]), staff=20)
    assert told(after(before, now)) == ({"A": 1}, {"A"})


def test_what_heads_say_on_record_binds_nobody_and_their_survey_form_does() -> None:
    heads = said(5, "agree", ("A-6",), role="director", by="interview")
    sixth = said(1, "disagree", ("A-6",), role="director", by="interview")
    found = after(counted(*THEN, heads), counted(*THEN, heads, sixth))
    assert told(found) == ({"A": 1}, set())
    head = assess(QUESTIONNAIRE, found.evidence).item("A-6")
    assert head is not None
    assert head.n == 6
    form = said(1, "strongly_disagree", ALL_OF["A"], role="director")
    found = after(counted(*THEN), counted(*THEN, form))
    assert told(found) == ({"A": 1}, {"A"})
    assert set(found.evidence.tallies) == set(counted(*THEN).tallies)


def test_numbers_of_people_are_remembered_only_where_there_were_some_and_they_changed() -> None:
    others = said(12, "agree", ALL_OF["B"])
    assert after(counted(*THEN), counted(*THEN, others)).evidence.people_before == {}
    grown = after(counted(*THEN), counted(*THEN, said(5, "agree", ALL_OF["A"])))
    assert grown.evidence.people_before == {"A": ({"woman": 12, "man": 11, "x": 0},)}


def test_before_the_first_release_a_preview_holds_only_what_is_no_answer_in_confidence() -> None:
    looked_up = [Submission("document_review", "facilitator", {"A-5": "yes"})]
    head = said(1, "agree", ("A-6",), role="director", by="interview")
    for staff in (15, 40):
        everything = counted(*THEN, looked_up, head, staff=staff)
        assert everything.scales or everything.pools
        on_record = tuple(tally for tally in everything.tallies if tally.item == "A-6")
        assert without_people(QUESTIONNAIRE, everything) == replace(
            everything, tallies=on_record, spreads=(), scales=(), pools={}
        )


def test_the_ledger_goes_on_after_an_area_that_nobody_answered() -> None:
    evidence = counted(said(12, "agree", ALL_OF["B"]), staff=20)
    assert ledger(assess(QUESTIONNAIRE, evidence), evidence) == (LedgerLine("B", "all", 12, 0, 0),)

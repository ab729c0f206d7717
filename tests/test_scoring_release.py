"""What a later release may show: decided from numbers of people alone (docs/method.md, rule 8)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.routing import Setting
from scoring import assess
from scoring.evidence import Evidence
from scoring.evidence_json import evidence_from_json, evidence_to_json
from scoring.release import LedgerLine, Release, ledger, publishable, without_people
from tests.counting import Submission, evidence_of
from tests.worked_cases import questionnaire_of

QUESTIONNAIRE = questionnaire_of(
    {
        "items": {
            "A-1 to A-4": "agree5 survey",
            "A-5": "yn3 documents",
            "A-6": "agree5 head",
            "A-7": "agree5 partners",
            "B-1": "agree5 survey, sensitive",
            "B-2 to B-4": "agree5 survey",
        }
    }
)
A = QUESTIONNAIRE.areas[0]


def people(number: int, group: str, answer: str, items: str = "A-1 A-2 A-3 A-4") -> list[Submission]:
    answers = dict.fromkeys(items.split(), answer)
    return [Submission("survey", "staff", answers, group)] * number  # type: ignore[arg-type]


def evidence(*forms: list[Submission], staff: int = 40) -> Evidence:
    return evidence_of(QUESTIONNAIRE, Setting(staff), [one for some in forms for one in some])


def released(number: int, *forms: list[Submission], staff: int = 40) -> Release:
    made = publishable(QUESTIONNAIRE, None, evidence(*forms, staff=staff))
    return Release(number, "2026-05-04", made.evidence, made.since)


THEN = (people(12, "woman", "agree"), people(11, "man", "disagree"))


def test_the_first_release_shows_all_there_is() -> None:
    now = evidence(*THEN)
    found = publishable(QUESTIONNAIRE, None, now)
    assert found.evidence == now
    assert found.since == {"A": 1}


def test_fewer_than_five_newcomers_leave_an_area_as_it_was_published() -> None:
    found = publishable(
        QUESTIONNAIRE, released(1, *THEN), evidence(*THEN, people(4, "woman", "strongly_disagree"))
    )
    assert found.since == {"A": 1}
    figures = [assess(QUESTIONNAIRE, each).areas[0].perception for each in (found.evidence, evidence(*THEN))]
    assert figures[0] == figures[1]


def test_five_newcomers_of_one_group_renew_it() -> None:
    now = evidence(*THEN, people(5, "woman", "strongly_disagree"))
    found = publishable(QUESTIONNAIRE, released(1, *THEN), now)
    assert found.since == {"A": 2}
    assert set(found.evidence.tallies) == set(now.tallies)


def test_every_group_that_changed_must_have_grown_by_five() -> None:
    for group in ("man", "x"):
        now = evidence(*THEN, people(6, "woman", "strongly_disagree"), people(1, group, "strongly_disagree"))
        assert publishable(QUESTIONNAIRE, released(1, *THEN), now).since == {"A": 1}


def test_every_item_that_was_published_must_allow_it() -> None:
    newcomers = (
        people(5, "woman", "strongly_disagree", "A-1 A-2 A-3"),
        people(1, "woman", "strongly_disagree", "A-4"),
    )
    assert publishable(QUESTIONNAIRE, released(1, *THEN), evidence(*THEN, *newcomers)).since == {"A": 1}


def test_don_t_know_alone_is_no_new_answer_but_counts_as_a_change() -> None:
    now = evidence(*THEN, people(4, "woman", "dk"))
    assert publishable(QUESTIONNAIRE, released(1, *THEN), now).since == {"A": 1}
    enough = evidence(*THEN, people(5, "woman", "dk"))
    assert publishable(QUESTIONNAIRE, released(1, *THEN), enough).since == {"A": 2}
    mixed = evidence(*THEN, people(4, "woman", "strongly_disagree"), people(1, "woman", "dk"))
    assert publishable(QUESTIONNAIRE, released(1, *THEN), mixed).since == {"A": 1}


def test_a_corrected_answer_gains_nobody() -> None:
    corrected = evidence(people(11, "woman", "agree"), people(1, "woman", "strongly_disagree"), THEN[1])
    assert publishable(QUESTIONNAIRE, released(1, *THEN), corrected).since == {"A": 1}


def test_a_withdrawn_form_stays_in_what_was_published() -> None:
    found = publishable(QUESTIONNAIRE, released(1, *THEN), evidence(people(11, "woman", "agree"), THEN[1]))
    assert found.since == {"A": 1}
    assert found.evidence.spreads == evidence(*THEN).spreads


def test_newcomers_are_counted_from_what_was_last_published() -> None:
    last = released(1, *THEN)
    for number in (2, 3):
        now = evidence(*THEN, people(2 * (number - 1), "woman", "strongly_disagree"))
        found = publishable(QUESTIONNAIRE, last, now)
        assert found.since == {"A": 1}
        last = Release(number, "2026-06-01", found.evidence, found.since)
    found = publishable(QUESTIONNAIRE, last, evidence(*THEN, people(6, "woman", "strongly_disagree")))
    assert found.since == {"A": 4}


def test_an_area_that_lost_its_figures_for_a_release_is_not_forgotten() -> None:
    lost = publishable(QUESTIONNAIRE, released(1, *THEN), evidence(*THEN, staff=60))
    assert assess(QUESTIONNAIRE, lost.evidence).areas[0].perception is None
    one_more = evidence(*THEN, people(1, "woman", "strongly_disagree"))
    again = publishable(QUESTIONNAIRE, Release(2, "2026-06-01", lost.evidence, lost.since), one_more)
    assert again.held == {"A"}
    figures = [assess(QUESTIONNAIRE, each).areas[0] for each in (again.evidence, evidence(*THEN))]
    assert figures[0].perception == figures[1].perception is not None
    assert (figures[0].women, figures[0].men) == (figures[1].women, figures[1].men) == (75, 25)


@pytest.mark.parametrize("answer", ["dk", "na"])
def test_an_item_that_does_not_count_but_is_told_of_renews_nothing_by_one_more(answer: str) -> None:
    then = (people(12, "woman", answer, "A-1 A-2"), people(11, "man", answer, "A-1 A-2"))
    first = released(1, *then)
    assert first.since == {"A": 1}
    now = evidence(*then, people(1, "woman", "agree", "A-1 A-2"))
    assert publishable(QUESTIONNAIRE, first, now).held == {"A"}


def test_an_item_that_too_few_answered_to_be_told_of_binds_nobody() -> None:
    first = released(1, people(4, "woman", "agree", "A-1"), people(16, "man", "agree", "A-2 A-3"))
    more = evidence(people(6, "woman", "agree", "A-1"), people(16, "man", "agree", "A-2 A-3"))
    assert publishable(QUESTIONNAIRE, first, more).held == frozenset()


def test_documents_and_the_head_on_record_are_those_of_today() -> None:
    last = released(1, *THEN)
    looked_up = [Submission("document_review", "facilitator", {"A-5": "yes"})]
    head = [Submission("interview", "director", {"A-6": "agree"})]
    now = evidence(*THEN, people(1, "man", "strongly_disagree"), looked_up, head)
    found = publishable(QUESTIONNAIRE, last, now)
    ratings = {item.id: item for item in assess(QUESTIONNAIRE, found.evidence).areas[0].items}
    assert ratings["A-5"].score == 100
    assert ratings["A-6"].source == "on_record"
    assert found.since == {"A": 1}


def test_an_area_nobody_had_answered_is_shown_when_it_first_counts() -> None:
    later = people(12, "woman", "agree", "B-2 B-3 B-4")
    found = publishable(QUESTIONNAIRE, released(1, *THEN), evidence(*THEN, later))
    assert found.since == {"A": 1, "B": 2}


def test_a_group_that_an_older_total_would_tell_apart_stays_hidden() -> None:
    first = released(1, people(6, "woman", "agree"), people(4, "man", "disagree"), staff=20)
    assert assess(QUESTIONNAIRE, first.evidence).areas[0].women is None
    now = evidence(people(6, "woman", "agree"), people(9, "man", "disagree"), staff=20)
    found = publishable(QUESTIONNAIRE, first, now)
    assert found.since == {"A": 2}
    assert assess(QUESTIONNAIRE, now).areas[0].women is not None
    shown = assess(QUESTIONNAIRE, found.evidence).areas[0]
    assert shown.perception is not None
    assert (shown.women, shown.men) == (None, None)


def test_the_history_of_numbers_goes_on_from_release_to_release() -> None:
    forms = [people(6, "woman", "agree"), people(4, "man", "disagree")]
    last, before = released(1, *forms, staff=20), []
    for number in (2, 3):
        forms.append(people(5, "man", "neither"))
        found = publishable(QUESTIONNAIRE, last, evidence(*forms, staff=20))
        before.append(len(found.evidence.people_before["A"]))
        last = Release(number, "2026-06-01", found.evidence, found.since)
    assert before == [1, 2]


def test_in_a_small_unit_the_pool_must_grow_by_five_people() -> None:
    def small(*forms: list[Submission]) -> Evidence:
        return evidence(*forms, staff=15)

    first = publishable(QUESTIONNAIRE, None, small(people(9, "x", "agree")))
    last = Release(1, "2026-05-04", first.evidence, first.since)
    assert publishable(QUESTIONNAIRE, last, small(people(13, "x", "agree"))).since == {"A": 1}
    assert publishable(QUESTIONNAIRE, last, small(people(14, "x", "agree"))).since == {"A": 2}


def test_in_a_small_unit_a_sixth_partner_organisation_renews_nothing() -> None:
    def with_partners(number: int) -> Evidence:
        partners = [Submission("interview", "partner", {"A-7": "agree"})] * number
        return evidence(people(9, "x", "agree"), partners, staff=15)

    last = Release(1, "2026-05-04", with_partners(5), {"A": 1})
    assert publishable(QUESTIONNAIRE, last, with_partners(6)).held == {"A"}
    assert publishable(QUESTIONNAIRE, last, with_partners(10)).held == frozenset()


def test_before_the_first_release_a_preview_holds_nothing_of_people() -> None:
    looked_up = [Submission("document_review", "facilitator", {"A-5": "yes"})]
    head = [Submission("interview", "director", {"A-6": "agree"})]
    area = assess(QUESTIONNAIRE, without_people(QUESTIONNAIRE, evidence(*THEN, looked_up, head))).areas[0]
    assert [item.id for item in area.items if item.state == "counted"] == ["A-5", "A-6"]
    assert area.people == 0


def test_the_ledger_names_the_people_behind_each_figure() -> None:
    shown = evidence(
        people(12, "woman", "agree"), people(11, "man", "disagree"), people(1, "x", "strongly_disagree")
    )
    assert ledger(assess(QUESTIONNAIRE, shown), shown) == (
        LedgerLine("A", "all", 12, 11, 1),
        LedgerLine("A", "woman", 12, 0, 0),
        LedgerLine("A", "man", 0, 11, 0),
    )


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["woman", "man", "x"])), max_size=5),
    st.integers(8, 60),
)
def test_evidence_comes_back_from_a_file_as_it_was(groups: list[tuple[int, str]], staff: int) -> None:
    found = evidence(*(people(number, group, "neither") for number, group in groups), staff=staff)
    assert evidence_from_json(evidence_to_json(found)) == found

"""The change of documents and of what staff say, each on its own; how the earlier report printed them."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import AreaRating, Comparison, SubChange
from scoring.baselines import comparable_items
from scoring.collected import Collected
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, Printed
from scoring.sub_changes import of_people
from tests.counting import Submission, evidence_of
from tests.worked_cases import Case, questionnaire_of

TOLD = {
    "items": {
        "A-1 to A-4": "ev4 documents",
        "A-5 to A-7": "agree5 survey",
        "A-8": "agree5 head, weight 2",
    }
}
QUESTIONNAIRE = questionnaire_of(TOLD)
LEVELS = ["missing", "approaching", "meeting", "exceeding"]
AGREE = ["strongly_disagree", "disagree", "neither", "agree", "strongly_agree"]
PAPERS, PEOPLE = ["A-1", "A-2", "A-3", "A-4"], ["A-5", "A-6", "A-7"]

audits = st.fixed_dictionaries(
    {
        "papers": st.dictionaries(st.sampled_from(PAPERS), st.sampled_from(LEVELS), min_size=3),
        "people": st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(AGREE), min_size=2),
        "head": st.sampled_from(AGREE),
        "forms": st.integers(15, 30),
    }
)


def submitted(audit: dict[str, Any]) -> list[Submission]:
    half = audit["forms"] // 2
    return [
        Submission("document_review", "facilitator", audit["papers"]),
        Submission("interview", "director", {"A-8": audit["head"]}),
        *[Submission("survey", "staff", audit["people"], "woman")] * half,
        *[Submission("survey", "staff", audit["people"], "man")] * (audit["forms"] - half),
    ]


def rated(audit: dict[str, Any], before: Earlier | None = None) -> AreaRating:
    found = assess(QUESTIONNAIRE, evidence_of(QUESTIONNAIRE, Setting(30), submitted(audit)), before)
    return found.areas[0]


def kept(audit: dict[str, Any]) -> Earlier:
    found = assess(QUESTIONNAIRE, evidence_of(QUESTIONNAIRE, Setting(30), submitted(audit)))
    return earlier_from(
        QUESTIONNAIRE, found, unit="unit", start="2024-01-01", sha256="", respondents=audit["forms"]
    )


def changes(area: AreaRating) -> tuple[Comparison, SubChange, SubChange]:
    baseline = area.baseline
    assert baseline is not None
    assert baseline.objective is not None
    assert baseline.perception is not None
    return baseline, baseline.objective, baseline.perception


def audit_of(level: str, said: str, head: str = "neither", forms: int = 30) -> dict[str, Any]:
    papers, people = dict.fromkeys(PAPERS, level), dict.fromkeys(PEOPLE, said)
    return {"papers": papers, "people": people, "head": head, "forms": forms}


def test_documents_improve_while_people_and_the_head_say_the_same() -> None:
    now, then = audit_of("exceeding", "agree"), audit_of("missing", "agree")
    area, documents, people = changes(rated(now, kept(then)))
    assert (documents.change, documents.status, documents.comparable) == (100, "improved", "4 of 4")
    assert (people.change, people.status, people.comparable) == (0, "unchanged", "3 of 3")
    assert area.change == Fraction(400, 9)


def test_what_the_head_says_on_record_is_in_neither_change() -> None:
    now, then = audit_of("meeting", "agree", "strongly_agree"), audit_of("meeting", "agree", "disagree")
    area, documents, people = changes(rated(now, kept(then)))
    assert area.change == Fraction(2 * 75, 9)
    assert documents.change == people.change == 0


def test_documents_have_a_dead_zone_of_5_points_and_people_the_one_of_the_respondents() -> None:
    now = audit_of("meeting", "agree")
    now["papers"]["A-1"] = "exceeding"  # a third of the way on one of four: 8 1/3 points
    now["people"]["A-5"] = "strongly_agree"
    _, documents, people = changes(rated(now, kept(audit_of("meeting", "agree", forms=24))))
    assert (documents.change, documents.zone, documents.status) == (Fraction(25, 3), 5, "improved")
    assert (people.change, people.zone, people.status) == (Fraction(25, 3), 15, "unchanged")


@given(audits, audits)
def test_swapping_now_and_then_turns_both_changes_round(one: Any, other: Any) -> None:
    forward, backward = rated(one, kept(other)).baseline, rated(other, kept(one)).baseline
    assert forward is not None
    assert backward is not None
    turned = {"improved": "declined", "declined": "improved", "unchanged": "unchanged"}
    for name in ("objective", "perception"):
        there, back = getattr(forward, name), getattr(backward, name)
        assert (there is None) == (back is None)
        if there is not None:
            assert there.change == -back.change
            assert there.status == turned[back.status]
            assert (there.comparable, there.zone, there.whole) == (back.comparable, back.zone, back.whole)


@given(audits)
def test_an_audit_against_itself_has_changed_nowhere(audit: Any) -> None:
    baseline = rated(audit, kept(audit)).baseline
    assert baseline is not None
    for change in (baseline.objective, baseline.perception):
        assert change is None or (change.change, change.status) == (0, "unchanged")
    assert baseline.change is None or baseline.change == 0
    assert baseline.perception is None or baseline.perception.whole


@given(audits, audits)
def test_a_baseline_changes_no_rating_of_today(audit: Any, before: Any) -> None:
    against, alone = rated(audit, kept(before)), rated(audit)
    items = tuple(replace(item, baseline=None) for item in against.items)
    assert replace(against, baseline=None, items=items) == alone


@given(audits, st.fractions(-50, 50))
def test_a_baseline_that_moves_moves_only_the_change(audit: Any, by: Fraction) -> None:
    before = kept(audit)
    moved = {name: replace(item, score=item.score + by) for name, item in before.items.items()}
    found = rated(audit, replace(before, items=moved))
    assert found.score == rated(audit).score
    assert found.baseline is not None
    for change in (found.baseline, found.baseline.objective, found.baseline.perception):
        assert change is None or change.change is None or change.change == -by


def test_the_means_are_whole_only_if_the_same_items_made_both() -> None:
    now, then = audit_of("meeting", "agree"), audit_of("meeting", "disagree")
    assert changes(rated(now, kept(then)))[2].whole
    fewer_now = {**now, "people": dict.fromkeys(PEOPLE[:2], "agree")}
    assert not changes(rated(fewer_now, kept(then)))[2].whole
    fewer_then = {**then, "people": dict.fromkeys(PEOPLE[:2], "agree")}
    assert not changes(rated(now, kept(fewer_then)))[2].whole
    assert changes(rated(now, replace(kept(then), version="0.9.0")))[2].whole


def without_their_areas(earlier: Earlier) -> Earlier:
    """As it was copied in before the area and the weight of an item were kept."""
    items = {name: replace(item, area=None, item_weight=None) for name, item in earlier.items.items()}
    return replace(earlier, items=items)


def test_an_older_file_does_not_say_what_made_the_means_of_another_version() -> None:
    now, then = audit_of("meeting", "agree"), without_their_areas(kept(audit_of("meeting", "disagree")))
    assert wholes(now, then) == (True, True)
    assert wholes(now, replace(then, version="0.9.0")) == (False, False)


def wholes(now: dict[str, Any], earlier: Earlier) -> tuple[bool, bool]:
    """Whether the figures of the area, and those of what staff say, are made of the items compared."""
    area = rated(now, earlier)
    assert area.baseline is not None
    return area.baseline.whole, changes(area)[2].whole


def test_an_area_is_whole_only_if_the_same_items_weigh_the_same_in_both() -> None:
    now, then = audit_of("meeting", "agree"), kept(audit_of("meeting", "disagree"))
    assert wholes(now, then) == (True, True)
    one = then.items[PEOPLE[0]]
    for other in (replace(one, item_weight=Fraction(2)), replace(one, comparable_since="0.9.0")):
        assert wholes(now, replace(then, items={**then.items, PEOPLE[0]: other})) == (False, False)
    paper = replace(then.items[PAPERS[0]], comparable_since="0.9.0")
    assert wholes(now, replace(then, items={**then.items, PAPERS[0]: paper})) == (False, True)


def test_an_item_that_is_there_no_more_made_the_figures_of_then() -> None:
    now, then = audit_of("meeting", "agree"), kept(audit_of("meeting", "disagree"))
    for gone, expected in (
        (then.items[PEOPLE[0]], (False, False)),
        (then.items[PAPERS[0]], (False, True)),
        (replace(then.items[PEOPLE[0]], area="B"), (True, True)),
    ):
        assert wholes(now, replace(then, items={**then.items, "Z-99": gone})) == expected


def test_an_area_of_which_only_documents_count_twice_has_no_change_of_people() -> None:
    now, then = audit_of("meeting", "agree"), audit_of("missing", "agree")
    before = kept(then)
    only = replace(before, items={name: before.items[name] for name in PAPERS})
    baseline = rated(now, only).baseline
    assert baseline is not None
    assert baseline.perception is None
    assert baseline.objective is not None


def test_an_area_of_which_only_people_count_twice_has_no_change_of_documents() -> None:
    before = kept(audit_of("missing", "agree"))
    only = replace(before, items={name: before.items[name] for name in PEOPLE})
    baseline = rated(audit_of("meeting", "agree"), only).baseline
    assert baseline is not None
    assert baseline.objective is None
    assert baseline.perception is not None


def test_an_area_that_the_earlier_file_does_not_hold_is_new() -> None:
    before = replace(kept(audit_of("meeting", "agree")), areas={})
    baseline = rated(audit_of("meeting", "agree"), before).baseline
    assert baseline is not None
    assert (baseline.status, baseline.objective, baseline.perception) == ("new", None, None)


def test_the_figures_are_kept_as_the_report_printed_them_guard_and_all() -> None:
    area = kept(audit_of("meeting", "strongly_agree")).areas["A"]
    assert area.perception == 100
    assert area.printed_perception == Printed(Fraction(95), ">= 95", at_end=True)
    assert area.printed is not None
    assert (area.printed.text[:2], area.printed.at_end) == (">=", True)
    middle = kept(audit_of("meeting", "agree")).areas["A"]
    assert middle.printed_perception == Printed(Fraction(75), "75.0")
    assert middle.printed == Printed(Fraction(657, 10), "65.7")


def test_printed_figures_come_back_from_a_file_and_are_unknown_in_an_older_one() -> None:
    figures = kept(audit_of("meeting", "strongly_agree"))
    stored = json.loads(json.dumps(earlier_to_json(figures)))
    assert earlier_from_json(stored) == figures
    for name in ("printed", "printed_perception"):
        del stored["areas"]["A"][name]
    older = earlier_from_json(stored).areas["A"]
    assert (older.printed, older.printed_perception) == (None, None)


def test_a_figure_of_an_area_that_was_not_rated_is_not_printed() -> None:
    told = {"papers": {"A-1": "meeting"}, "people": {}, "head": "agree", "forms": 20}
    area = kept(told).areas["A"]
    assert (area.score, area.printed, area.printed_perception) == (None, None, None)
    baseline = rated(audit_of("meeting", "agree"), kept(told)).baseline
    assert baseline is not None
    assert (baseline.status, baseline.printed) == ("new", None)


def test_the_baseline_of_an_area_is_known_as_it_was_printed() -> None:
    baseline = changes(rated(audit_of("meeting", "agree"), kept(audit_of("meeting", "strongly_agree"))))[0]
    assert baseline.printed is not None
    assert baseline.printed.at_end


def test_items_of_weight_nought_are_no_part_of_what_could_be_compared() -> None:
    extra = {"A-9": "ev4 documents, weight 0", "A-10": "agree5 survey, weight 0"}
    told = {
        "staff": "30",
        "items": {**TOLD["items"], **extra},
        "documents": {"A-1 to A-4": "meeting", "A-9": "missing"},
        "forms": [{"30 women": {"A-5 to A-7": "agree", "A-10": "agree"}}],
    }
    area = Case("", told | {"earlier": {name: told[name] for name in ("staff", "documents", "forms")}})
    _, documents, people = changes(area.assess().areas[0])
    assert (documents.comparable, people.comparable, people.whole) == ("4 of 4", "3 of 3", True)


def test_the_means_are_not_whole_if_an_item_means_something_else_now() -> None:
    before = kept(audit_of("meeting", "disagree"))
    other = replace(before.items["A-5"], comparable_since="0.9.0")
    people = changes(
        rated(audit_of("meeting", "agree"), replace(before, items={**before.items, "A-5": other}))
    )[2]
    assert (people.comparable, people.whole) == ("2 of 3", False)


def change_of_people(now: dict[str, Any], previous: Earlier) -> SubChange | None:
    """What is told of people's change even where the area itself was not rated before."""
    evidence = evidence_of(QUESTIONNAIRE, Setting(30), submitted(now))
    collected, area = Collected(QUESTIONNAIRE, evidence), QUESTIONNAIRE.areas[0]
    rating = rated(now)
    both = comparable_items(collected, area, rating, previous)
    return of_people(collected, area, rating, both, previous)


def test_what_staff_said_before_is_told_as_its_report_printed_it_or_not_at_all() -> None:
    now, then = audit_of("exceeding", "strongly_agree"), kept(audit_of("missing", "agree"))
    change = SubChange(Fraction(25), "improved", "3 of 3", Fraction(10), whole=True)
    for previous, printed in (
        (then, Printed(Fraction(75), "75.0")),
        (replace(then, areas={"B": then.areas["A"]}), None),
    ):
        assert change_of_people(now, previous) == replace(change, printed=printed)

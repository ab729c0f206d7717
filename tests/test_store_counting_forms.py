"""Sums over whole forms are the same in SQL and one form after the other, to the last fraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from audit_engine.audit import Facts, Profile, StoredAnswer
from audit_engine.auditfile import AuditFile
from audit_engine.store import bulk, counting, submissions, survey
from audit_engine.store.whole_numbers import ruler, unit_of
from questionnaires.answers import parse_answer
from questionnaires.definition import Instrument, Questionnaire, Role
from questionnaires.library import load
from questionnaires.routing import Setting, asked_here
from questionnaires.rules import Rules
from scoring.confidential import chosen_items
from scoring.evidence import Evidence, Group, Heard, Spread
from tests.counting import Submission, evidence_of
from tests.worked_cases import PGA, questionnaire_of

AGREE = ["strongly_disagree", "disagree", "neither", "agree", "strongly_agree"]
CODES = ["dk", "na", "pnts"]
SCALES = {
    "A-1": AGREE,
    "A-2": AGREE,
    "A-3": ["no", "partly", "yes"],
    "A-4": AGREE,
    "B-1": ["missing", "approaching", "meeting", "exceeding"],
    "B-2": AGREE,
    "C-1": AGREE,
}
MADE_UP = questionnaire_of(
    {
        "items": {
            "A-1": "agree5 survey, weight 2",
            "A-2": "agree5 survey, reversed, weight 1/3",
            "A-3": "yn3 survey+interview",
            "A-4": "agree5 survey, sensitive",
            "B-1": "ev4 survey",
            "B-2": "agree5 survey, weight 5/4",
            "C-1": "agree5 interview",
        }
    }
)
RULES = Rules(
    **{**{name: getattr(MADE_UP.rules, name) for name in Rules.model_fields}, "no_survey_staff": 50}
)
BY_INTERVIEW = Questionnaire(
    **{**{name: getattr(MADE_UP, name) for name in Questionnaire.model_fields}, "rules": RULES}
)
"""Asks staff in interviews even where the unit is large enough to show women and men."""
GENDERS: dict[Group, tuple[str, ...]] = {"woman": ("woman",), "man": ("man",), "x": ("another", "pnts")}


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AuditFile]:
    facts = Facts("Made-up unit", "africa", "field_office", "KE", date(2030, 1, 1), "en", 60)
    path = tmp_path_factory.mktemp("counted") / "a.audit"
    with AuditFile.create(path, facts, load("pga", "1.0.0")) as opened:
        yield opened


def counted(
    audit: AuditFile, questionnaire: Questionnaire, setting: Setting, forms: Sequence[Submission]
) -> Evidence:
    """The evidence of these forms counted in SQL; afterwards the file is as it was."""
    with audit._engine.connect() as connection, connection.begin() as change:
        store(connection, questionnaire, forms)
        found = counting.evidence(connection, questionnaire, setting)
        change.rollback()
    return found


def store(connection: Connection, questionnaire: Questionnaire, forms: Sequence[Submission]) -> None:
    sent: list[tuple[Profile, dict[str, str], dict[str, str]]] = []
    for number, form in enumerate(forms):
        items = {name: questionnaire.items[name] for name in form.answers}
        answers = {
            name: str(
                parse_answer(
                    item,
                    questionnaire.scale_of(item),
                    form.answers[name],
                    instrument=form.instrument,
                )
            )
            for name, item in items.items()
        }
        gender = GENDERS[form.group][number % len(GENDERS[form.group])]
        if form.instrument == "survey":
            sent.append((Profile(gender), answers, {}))
        else:
            profile = Profile(gender)
            bulk.add_submission(
                connection, f"S{number}", "interview", form.role, profile, "Ada", answers, {}, {}
            )
    survey.send_all(connection, sent)


def made_up_forms(random: Random, number: int, share: float) -> list[Submission]:
    """So many forms and interviews in which this share of the questions was answered."""
    return [
        made_up_form(random, share, "interview" if random.random() < 0.3 else "survey") for _ in range(number)
    ]


def made_up_form(random: Random, share: float, instrument: Instrument) -> Submission:
    answered = {name: values for name, values in SCALES.items() if random.random() < share}
    roles: tuple[Role, ...] = ("staff",) if instrument == "survey" else ("staff", "director", "partner")
    groups: tuple[Group, ...] = ("woman", "man", "x")
    return Submission(
        instrument,
        random.choice(roles),
        {name: random.choice(values * 3 + CODES) for name, values in answered.items()},
        random.choices(groups, (5, 5, 2))[0],
    )


@given(
    st.randoms(use_true_random=False),
    st.integers(0, 60),
    st.sampled_from([0.4, 0.8, 1]),
    st.sampled_from([40, 24, 12, 6]),
)
def test_counting_in_sql_gives_what_counting_one_by_one_gives(
    audit: AuditFile, random: Random, number: int, share: float, staff: int
) -> None:
    setting = Setting(staff, switched_off={"A-3": "N1"})
    forms = made_up_forms(random, number, share)
    assert counted(audit, MADE_UP, setting, forms) == evidence_of(MADE_UP, setting, forms)


def test_interviews_in_place_of_a_survey_are_added_up_alike(audit: AuditFile) -> None:
    setting, random = Setting(40), Random(3)
    forms = [made_up_form(random, 0.9, "interview") for _ in range(60)]
    fast = counted(audit, BY_INTERVIEW, setting, forms)
    assert fast == evidence_of(BY_INTERVIEW, setting, forms)
    assert {spread.group for spread in fast.spreads if spread.compared} == {"woman", "man", "x"}
    assert fast.scales == ()


def test_a_void_interview_and_a_replaced_answer_are_in_no_sum(audit: AuditFile) -> None:
    answers = {"B-1": "meeting", "B-2": "agree"}
    forms = [Submission("interview", "staff", answers, group) for group in ("woman", "man") for _ in range(6)]
    with audit._engine.connect() as connection, connection.begin() as change:
        store(connection, BY_INTERVIEW, forms)
        submissions.set_state(connection, "S0", "void", by="Ada", reason="a mistake")
        submissions.record(connection, "S1", StoredAnswer("B-2", "disagree", by="Ada", at="2030-01-02"))
        found = counting.evidence(connection, BY_INTERVIEW, Setting(40))
        change.rollback()
    after = [replace(forms[1], answers={"B-1": "meeting", "B-2": "disagree"}), *forms[2:]]
    assert found == evidence_of(BY_INTERVIEW, Setting(40), after)
    assert [spread.people for spread in found.spreads] == [5, 6]


def of_everybody(questionnaire: Questionnaire, setting: Setting, number: int) -> list[Submission]:
    """So many forms with a few answers left out and a few codes."""
    random = Random(5)
    items = [
        item
        for item in questionnaire.items.values()
        if "survey" in item.instruments and asked_here(item, setting)
    ]
    groups: tuple[Group, ...] = ("woman", "man", "x")
    return [
        Submission(
            "survey",
            "staff",
            {
                item.id: random.choice(
                    [*(option.id for option in questionnaire.scale_of(item).options), "dk"]
                )
                for item in items
                if random.random() < 0.98
            },
            random.choices(groups, (9, 9, 2))[0],
        )
        for _ in range(number)
    ]


def test_a_large_survey_is_counted_alike_too(audit: AuditFile) -> None:
    setting = Setting(900)
    forms = of_everybody(PGA, setting, 600)
    fast = counted(audit, PGA, setting, forms)
    assert fast == evidence_of(PGA, setting, forms)
    assert len(fast.scales) == 10
    assert {spread.group for spread in fast.spreads} == {"woman", "man", "x"}


def test_forms_are_heard_by_group_beside_interviews(audit: AuditFile) -> None:
    answers = {"A-1": "agree"}
    forms = [
        Submission("survey", "staff", answers, "woman"),
        Submission("survey", "staff", answers, "woman"),
        Submission("survey", "staff", answers),
        Submission("interview", "director", {"A-3": "yes"}, "man"),
    ]
    assert counted(audit, MADE_UP, Setting(40), forms).heard == (
        Heard("interview", "director", "man", 1),
        Heard("survey", "staff", "woman", 2),
        Heard("survey", "staff", "x", 1),
    )


def test_a_form_has_its_own_mean_over_the_compared_items_that_it_answered(audit: AuditFile) -> None:
    whole, part = {"B-1": "meeting", "B-2": "agree"}, {"B-2": "disagree", "B-1": "dk"}
    forms = [Submission("survey", "staff", whole, "woman")] * 5
    forms += [Submission("survey", "staff", part, "woman")]
    forms += [Submission("survey", "staff", whole, "man")] * 5
    own = (Fraction(200, 3) + Fraction(5, 4) * 75) / Fraction(9, 4)
    found = counted(audit, MADE_UP, Setting(20), forms).spreads
    assert found == (
        Spread("B", "woman", 6, 6, 5 * own + 25, 5 * own**2 + 625),
        Spread("B", "man", 5, 5, 5 * own, 5 * own**2),
    )


def test_no_answer_of_a_survey_is_sorted(audit: AuditFile) -> None:
    """To sort them SQLite would hold all of them in memory."""
    plans: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        if "survey_answer" in statement and not statement.startswith("INSERT INTO survey_answer"):
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in cursor.fetchall())

    forms = of_everybody(PGA, Setting(60), 40)
    with audit._engine.connect() as connection, connection.begin() as change:
        store(connection, PGA, forms)
        event.listen(connection, "before_cursor_execute", explain)
        assert counting.evidence(connection, PGA, Setting(60)).scales
        event.remove(connection, "before_cursor_execute", explain)
        change.rollback()
    assert "SEARCH survey_answer USING PRIMARY KEY (form=?)" in plans
    assert not [step for step in plans if "TEMP B-TREE" in step]


def test_counting_leaves_no_table_behind(audit: AuditFile) -> None:
    with audit.reading() as connection:
        counting.evidence(connection, PGA, Setting(40))
        assert connection.exec_driver_sql("SELECT name FROM temp.sqlite_schema").all() == []


def test_the_unit_of_figures_goes_into_all_of_them() -> None:
    assert unit_of([Fraction(25), Fraction(75), Fraction(0)]) == 25
    assert unit_of([Fraction(100, 3), Fraction(25)]) == Fraction(25, 3)
    assert unit_of([Fraction(1, 3), Fraction(5, 4)]) == Fraction(1, 12)
    assert unit_of([]) == unit_of([Fraction(0)]) == 1


def test_weights_too_fine_to_add_up_exactly_leave_the_people_but_no_sums(audit: AuditFile) -> None:
    items = {"A-1": "agree5 survey, weight 0.333333333333", "A-2": "agree5 survey"}
    questionnaire = questionnaire_of({"items": items})
    answers = {"A-1": "agree", "A-2": "neither"}
    forms = [Submission("survey", "staff", answers, group) for group in ("woman", "man") for _ in range(6)]
    found = counted(audit, questionnaire, Setting(20), forms)
    assert found.spreads == (Spread("A", "woman", 6), Spread("A", "man", 6))
    assert [scale.forms for scale in found.scales] == [12]


def test_points_too_fine_to_add_up_exactly_make_no_scale() -> None:
    (chosen,) = chosen_items(MADE_UP, evidence_of(MADE_UP, Setting(20), of_agreement())).values()
    fine = {"A-1": {"agree": Fraction("0.000000000001"), "neither": Fraction(50)}}
    measured = ruler(replace(chosen, points={**chosen.points, **fine}), MADE_UP.items)
    assert (measured.scale, measured.weights, measured.largest) == ((), {}, 0)


def of_agreement() -> list[Submission]:
    answers = {"A-1": "agree", "A-2": "neither"}
    return [Submission("survey", "staff", answers, group) for group in ("woman", "man") for _ in range(6)]

"""Who spoke beside who works here: what the worked cases leave out."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.definition import Instrument, Role
from questionnaires.routing import Setting
from scoring.evidence import Evidence, Group, Heard
from scoring.participation import Participation, SpokeUp, participation
from tests.worked_cases import PGA


def heard(instrument: Instrument, women: int, men: int, role: Role = "staff") -> tuple[Heard, ...]:
    groups: tuple[tuple[Group, int], ...] = (("woman", women), ("man", men), ("x", 7))
    return tuple(Heard(instrument, role, group, number) for group, number in groups)


def found(
    people: tuple[Heard, ...], staff: tuple[int, int] | None = (20, 20), invited: int = 40
) -> Participation:
    table = {} if staff is None else {"support": (1, 2), "all": (staff[0] - 1, staff[1] - 2)}
    told = participation(PGA, Evidence(Setting(invited, table), heard=people))
    assert told is not None
    return told


def test_rates_are_those_of_the_women_and_men_who_work_here() -> None:
    told = found((*heard("survey", 15, 11), *heard("workshop", 4, 4, "group")))
    assert told == Participation(
        (20, 20),
        (
            SpokeUp("survey", 15, 11, Fraction(75), Fraction(55)),
            SpokeUp("workshop", 4, 4, Fraction(20), Fraction(20)),
        ),
        (),
    )


def test_head_focal_point_and_personnel_officer_are_staff_and_partners_are_not() -> None:
    people = (
        *heard("interview", 1, 0, "director"),
        *heard("interview", 1, 2, "focal_point"),
        *heard("interview", 1, 0, "hr_officer"),
        *heard("interview", 9, 9, "partner"),
    )
    assert found(people).spoke == (SpokeUp("interview", 3, 2, Fraction(15), Fraction(10)),)


def test_an_instrument_where_nobody_said_what_they_are_is_left_out() -> None:
    assert found(heard("survey", 0, 0)).spoke == ()
    assert [each.women for each in found(heard("survey", 1, 0)).spoke] == [1]
    assert [each.men for each in found(heard("survey", 0, 1)).spoke] == [1]


def test_without_staff_numbers_there_is_no_rate_and_the_team_is_told() -> None:
    told = found(heard("survey", 20, 1), staff=None)
    assert told.spoke == (SpokeUp("survey", 20, 1, None, None),)
    assert told.staff is None
    assert told.warnings == (
        "How many women and men work here was not given, so who spoke cannot be compared with it.",
    )


def test_a_unit_of_twenty_is_asked_and_one_of_nineteen_is_not() -> None:
    assert found(heard("survey", 1, 1), (10, 10), invited=20).spoke
    assert participation(PGA, Evidence(Setting(19), heard=heard("survey", 1, 1))) is None


def test_a_sex_that_does_not_work_here_has_no_rate() -> None:
    told = found(heard("survey", 10, 0), (10, 2))
    assert told.warnings == (
        "10 of 10 women but 0 of 2 men answered the survey: what 'staff say' is mostly what women say.",
    )
    alone = participation(PGA, Evidence(Setting(40, {"all": (40, 0)}), heard=heard("survey", 10, 0)))
    assert alone == Participation((40, 0), (SpokeUp("survey", 10, 0, Fraction(25), None),), ())
    others = participation(PGA, Evidence(Setting(40, {"all": (0, 40)}), heard=heard("survey", 0, 10)))
    assert others == Participation((0, 40), (SpokeUp("survey", 0, 10, None, Fraction(25)),), ())


def test_men_may_be_most_or_only_lean() -> None:
    assert found(heard("survey", 6, 18)).warnings == (
        "6 of 20 women but 18 of 20 men answered the survey: what 'staff say' is mostly what men say.",
    )
    assert found(heard("survey", 10, 8), (30, 10)).warnings == (
        "10 of 30 women but 8 of 10 men answered the survey: what 'staff say' leans towards what men say.",
    )
    assert "leans towards what men" in found(heard("survey", 10, 10), (30, 11)).warnings[0]
    assert "leans towards what women" in found(heard("survey", 10, 10), (11, 30)).warnings[0]


def test_a_difference_of_more_than_25_points_is_enough() -> None:
    assert found(heard("survey", 50, 25), (100, 100)).warnings == ()
    assert len(found(heard("survey", 51, 25), (100, 100)).warnings) == 1


def test_of_a_few_heard_in_person_nothing_is_said() -> None:
    assert found(heard("interview", 4, 0)).warnings == ()
    assert found(heard("interview", 5, 0)).warnings == (
        "Interviews: 5 of 5 are women, who are 20 of 40 staff. What was said there is mostly what women say.",
    )


def test_the_mixture_of_those_heard_may_differ_by_25_points() -> None:
    assert found(heard("workshop", 6, 2, "group")).warnings == ()
    assert found(heard("workshop", 2, 6, "group")).warnings == ()
    assert found(heard("workshop", 7, 2, "group")).warnings == (
        "Workshop: 7 of 9 are women, who are 20 of 40 staff. What was said there is mostly what women say.",
    )


def test_few_women_among_few_may_still_be_more_than_their_share() -> None:
    told = found(heard("workshop", 4, 6, "group"), (5, 35)).warnings[0]
    assert told.startswith("Workshop: 4 of 10 are women, who are 5 of 40 staff.")
    assert told.endswith("What was said there leans towards what women say.")


def test_numbers_that_cannot_be_right_are_told_also_where_nobody_works_by_the_table() -> None:
    told = participation(PGA, Evidence(Setting(40, {"all": (0, 0)}), heard=heard("interview", 3, 4)))
    assert told is not None
    assert told.warnings == (
        "Interviews: 3 of 0 women and 4 of 0 men cannot be. Correct the staff numbers, or who took part.",
    )
    men_only = found(heard("interview", 1, 3), (20, 2)).warnings
    assert men_only[0].startswith("Interviews: 1 of 20 women and 3 of 2 men cannot be.")
    assert found(heard("survey", 20, 20)).warnings == ()


def test_where_as_many_women_as_men_spoke_the_words_only_lean() -> None:
    survey = found(heard("survey", 10, 10), staff=(12, 28))
    assert survey.warnings == (
        "10 of 12 women but 10 of 28 men answered the survey: what 'staff say' leans towards what women say.",
    )
    survey = found(heard("survey", 10, 10), staff=(28, 12))
    assert survey.warnings[0].endswith("leans towards what men say.")
    for staff, whom in (((9, 31), "women"), ((31, 9), "men")):
        (warning,) = found(heard("interview", 5, 5), staff=staff).warnings
        assert warning.endswith(f"leans towards what {whom} say."), warning

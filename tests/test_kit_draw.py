"""Who is interviewed: the same for the same list and seed, women and men in turn, all where few work."""

from __future__ import annotations

from audit_engine.kit.draw import draw
from audit_engine.kit.staff_list import Person
from exports.kit.material import Sex


def people(women: int, men: int, *, categories: int = 1, unsaid: int = 0) -> list[Person]:
    """A made-up staff list: women first, then men, then people without a sex on the list."""
    sexes: list[Sex] = [*["woman"] * women, *["man"] * men, *[""] * unsaid]  # type: ignore[list-item]  # literals
    return [
        Person(line, "Officer", sex, f"category {line % categories}", False)
        for line, sex in enumerate(sexes, 2)
    ]


def test_the_same_list_and_seed_give_the_same_plan() -> None:
    assert draw(people(20, 20), "blue") == draw(people(20, 20), "blue")


def test_another_seed_draws_other_people() -> None:
    drawn = {tuple(seat.line for seat in draw(people(20, 20), seed).seats) for seed in ("a", "b", "c", "d")}
    assert len(drawn) == 4


def test_women_and_men_are_drawn_in_equal_numbers_where_there_are_enough() -> None:
    heard = [seat.sex for seat in draw(people(45, 5), "blue").seats]
    assert (heard.count("woman"), heard.count("man")) == (6, 5)


def test_all_of_a_sex_that_is_few_can_be_drawn_and_the_others_fill_up() -> None:
    heard = [seat.sex for seat in draw(people(50, 2), "blue").seats]
    assert (heard.count("woman"), heard.count("man")) == (10, 2)


def test_every_category_is_heard() -> None:
    listed = people(20, 20, categories=4)
    category = {person.line: person.category for person in listed}
    assert {category[seat.line] for seat in draw(listed, "blue").seats} == set(category.values())


def test_nobody_is_drawn_twice_though_no_sex_stands_on_the_list() -> None:
    lines = [seat.line for seat in draw(people(6, 6, unsaid=20), "blue").seats]
    assert len(lines) == len(set(lines)) == 10


def test_whoever_is_heard_for_the_function_is_first_and_counts_in_the_number() -> None:
    head = Person(99, "Head", "man", "", True)
    plan = draw([*people(20, 20), head], "blue")
    assert (plan.seats[0].line, plan.seats[0].fixed, len(plan.seats)) == (99, True, 10)


def test_under_twelve_people_everybody_is_heard() -> None:
    plan = draw(people(6, 5), "blue")
    assert (plan.everybody, len(plan.seats)) == (True, 11)


def test_from_twelve_people_on_eight_to_twelve_are_heard() -> None:
    assert [len(draw(people(n // 2, n - n // 2), "x").seats) for n in (12, 21, 32, 52, 400)] == [
        8,
        8,
        10,
        12,
        12,
    ]

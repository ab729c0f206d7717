"""What the team confirmed, as the workbook tells it: how far it is supported, and what nobody was asked."""

from __future__ import annotations

from dataclasses import replace

from exports.compose import compose
from exports.material import Noted
from exports.report import Report
from tests.made_up_report import material


def noted(*found: Noted) -> Report:
    return compose(replace(material(40), noted=found))


def test_of_a_good_practice_nothing_is_said_that_nobody_was_asked() -> None:
    (practice,) = noted(Noted("practice", "ST1", "Panels are mixed.", evidence="Panel lists")).practices
    assert (practice.evidence, practice.support) == ("Panel lists", "")


def test_how_far_a_good_practice_is_supported_is_told_where_the_team_said_it() -> None:
    (practice,) = noted(Noted("practice", "ST1", "Panels are mixed.", support="one source")).practices
    assert practice.support == "one source"


def test_of_a_finding_and_a_strength_it_is_told_that_nobody_stated_it() -> None:
    found = noted(Noted("finding", "ST1", "Few apply."), Noted("strength", "ST1", "Many stay."))
    assert (found.findings[0].support, found.strengths[0].support) == ("not stated", "not stated")

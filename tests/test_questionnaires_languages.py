"""Languages by their codes."""

from __future__ import annotations

import pytest

from questionnaires.errors import UserError
from questionnaires.languages import called, refuse_unknown, right_to_left


def test_a_language_calls_itself_by_its_own_name_and_else_by_its_code() -> None:
    assert [called(code) for code in ("fr", "pt", "sw", "kg")] == ["français", "português", "Kiswahili", "kg"]


def test_which_languages_run_from_right_to_left_is_known() -> None:
    assert [right_to_left(code) for code in ("ar", "fa", "ur", "fr", "ru")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("code", ["xx", "fra", "FR", "", "f", "../"])
def test_what_is_no_code_of_a_language_is_refused(code: str) -> None:
    with pytest.raises(UserError, match="is no code of a language"):
        refuse_unknown(code)


@pytest.mark.parametrize("code", ["fr", "pt", "sw", "zu", "am"])
def test_codes_of_languages_are_taken(code: str) -> None:
    refuse_unknown(code)

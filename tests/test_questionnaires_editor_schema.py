"""The JSON Schema that editors complete and check definitions with."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from typer.testing import CliRunner

from audit_engine.cli import app
from questionnaires import available, load
from questionnaires.definition import Questionnaire
from questionnaires.editor_schema import editor_schema
from questionnaires.errors import UserError
from questionnaires.reading import read
from tests.bad_definitions import BROKEN, WARNED

SCHEMA = editor_schema()
SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


# The slow loader stumbles over a question mark before a brace.
class AnEditor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2 as editors read it: true, numbers and nothing are no text; `yes`, `no` and dates are."""


AnEditor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AnEditor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})$"), list(first))


def slips(text: str) -> list[str]:
    """What an editor marks."""
    try:
        data: Any = yaml.load(text, Loader=AnEditor)
    except (yaml.YAMLError, ValueError) as unreadable:
        return [str(unreadable)]
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]


def has_a_slip_of_form(file: Path) -> bool:
    """Whether a field of the file is refused, and not only the whole."""
    try:
        Questionnaire.model_validate(read(file.read_text(encoding="utf-8"), "f").data)
    except ValidationError:
        return True
    except UserError:
        return False
    return False


WITH_SLIPS = [file for file in BROKEN if has_a_slip_of_form(file)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("known", available(), ids="@".join)
def test_every_shipped_questionnaire_pleases_the_editor(known: tuple[str, str]) -> None:
    assert slips(load(*known).text) == []


def test_text_alone_pleases_as_well_as_numbers_and_flags() -> None:
    assert slips(SMALL) == []
    for value in ('weight: "2"', "weight: 2", "weight: 2.5", "weight: 5/2"):
        assert slips(SMALL.replace("weight: 2", value)) == []
    assert slips(SMALL.replace("reverse: true", 'reverse: "true"')) == []
    assert [file.stem for file in WARNED if slips(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("file", WITH_SLIPS, ids=lambda file: file.stem)
def test_every_slip_of_form_is_marked(file: Path) -> None:
    assert slips(file.read_text(encoding="utf-8"))


def test_there_are_slips_of_many_kinds() -> None:
    assert len(WITH_SLIPS) > 20


def test_every_part_and_many_keys_say_what_they_are_for() -> None:
    parts = [SCHEMA, *SCHEMA["$defs"].values()]
    assert [part for part in parts if not part.get("description")] == []
    assert (
        "not asked in a smaller unit" in SCHEMA["$defs"]["Item"]["properties"]["minimum_staff"]["description"]
    )


def test_the_command_prints_the_schema() -> None:
    result = CliRunner().invoke(app, ["questionnaire", "schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == SCHEMA

"""A JSON Schema of definition files, so that an editor completes keys and marks slips while somebody types.

Made from the classes of the definition; what an editor shows beside a key stands in their docstrings. It
knows the form of each field only; what must be true of the whole, `questionnaire check` says.
"""

from __future__ import annotations

import inspect
import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from questionnaires.definition import Questionnaire
from questionnaires.parts import NUMBER, Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_WHOLE = r"^-?[0-9]+$"
LARGEST = 10**12 - 1
"""Of an exact number: it has no more digits."""


def editor_schema() -> dict[str, Any]:
    """The schema as plain values; the same on every run."""
    made = Questionnaire.model_json_schema(schema_generator=_AsWritten)
    return {"$schema": DIALECT, "title": "A questionnaire of audit-engine", **_described(made)}


class _AsWritten(GenerateJsonSchema):
    """Fields as they are written in YAML: an editor reads 5 as a number, our reader as text."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        may_be_a_number = re.search(made.get("pattern", ""), "1") is not None
        return {**made, "type": ["string", "number", "boolean"] if may_be_a_number else "string"}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        made = super().int_schema(schema)
        return {**made, "type": ["integer", "string"], "pattern": _WHOLE}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": [True, False, "true", "false"]}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Exact numbers, the one kind of field that is read by a function."""
        limits = {"minimum": -LARGEST, "maximum": LARGEST}
        return {"type": ["number", "string"], "pattern": f"^(?:{NUMBER.pattern})$", **limits}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key without a value is refused: what is not meant is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _described(made: dict[str, Any]) -> dict[str, Any]:
    """Every part and key with what the docstrings say of it, and without the titles that repeat the key."""
    parts = {part.__name__: part for part in _parts(Part)}
    for name, definition in [(Questionnaire.__name__, made), *made["$defs"].items()]:
        definition.pop("title", None)
        told = inspect.cleandoc(parts[name].__doc__ or "")
        definition["description"] = _plain(told)
        for key, shape in definition.get("properties", {}).items():
            shape.pop("title", None)
            if about := _about(key, told):
                shape["description"] = about
    return made


def _parts(part: type[Part]) -> list[type[Part]]:
    return [each for one in part.__subclasses__() for each in (one, *_parts(one))]


def _about(key: str, told: str) -> str:
    """The sentences of a docstring that name the key."""
    return " ".join(each for each in _SENTENCE.split(_plain(told)) if f"`{key}`" in each)


def _plain(text: str) -> str:
    return " ".join(text.split())

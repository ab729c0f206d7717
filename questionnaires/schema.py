"""What the fields of a definition refuse, in words for the person who writes one."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from questionnaires.definition import Questionnaire
from questionnaires.mistakes import Mistake, Place, listed, short
from questionnaires.parts import Part

_EMPTY = ("", "null", "~")


def place_of(error: ErrorDetails) -> Place:
    """Where an error stands; pydantic marks the key of a mapping with a last step of its own."""
    place = tuple(error["loc"])
    return place[:-1] if place and place[-1] == "[key]" else place


def part_at(place: Place) -> type[Part] | None:
    """The class of the part at a place; None where plain text, a list or a mapping of texts stands."""
    current: Any = Questionnaire
    for step in place:
        if isinstance(step, int):
            continue
        if not _is_part(current):
            current = _content(get_args(current)[1]) if get_origin(current) is dict else None
        elif step in current.model_fields:
            current = _content(current.model_fields[step].annotation)
        else:
            return None
    return current if _is_part(current) else None


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)


def _content(annotation: Any) -> Any:
    """What a field holds, without `| None`, `Annotated` and `tuple`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _content(next(argument for argument in arguments if argument is not types.NoneType))
    return _content(arguments[0]) if origin in (tuple, Annotated) else annotation


def may_be_left_out(place: Place) -> bool:
    """Whether the key at a place has a default."""
    owner, name = part_at(place[:-1]), place[-1] if place else None
    field = owner.model_fields.get(name) if owner and isinstance(name, str) else None
    return field is not None and not field.is_required()


def translate(error: ErrorDetails) -> Mistake:
    """One pydantic error as a mistake in plain words."""
    place = place_of(error)
    name, value = _name(place), error.get("input")
    if error["type"] not in ("missing", "extra_forbidden") and value in _EMPTY:
        return Mistake(place, f"{name} has no value.", _value_or_nothing(place))
    words = _WORDS.get(error["type"])
    if words is None:
        return Mistake(place, f"{name}: {error['msg']}.", "Correct the value.")
    message, remedy = words(place, error.get("ctx", {}), value)
    return Mistake(place, f"{name} {message}", remedy)


def _name(place: Place) -> str:
    names = [step for step in place if isinstance(step, str)]
    entry = f"Entry {place[-1] + 1} of " if place and isinstance(place[-1], int) else ""
    return f"{entry}`{short(names[-1])}`" if names else "The file"


def _value_or_nothing(place: Place) -> str:
    return "Write a value, or leave the line out." if may_be_left_out(place) else "Write a value."


def _is(value: object) -> str:
    return f"is `{short(value)}`" if isinstance(value, str) else "is a list or a mapping"


Words = Callable[[Place, Mapping[str, Any], object], tuple[str, str]]


def _missing(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return "is missing here.", f"Add a line `{place[-1]}: ...`."


def _extra(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    part = part_at(place[:-1])
    allowed = list(part.model_fields) if part else []
    near = get_close_matches(str(place[-1]), allowed, n=1)
    remedy = f"Did you mean `{near[0]}`?" if near else f"The keys here are {listed(allowed)}."
    return "is not a key that can stand here.", remedy


def _literal(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return f"{_is(value)}.", f"Write {str(context['expected']).replace(chr(39), '`')}."


def _pattern(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    if str(context["pattern"]).startswith("^(0|"):
        return f"{_is(value)}, which is no version.", "Write three whole numbers, for example 1.0.0."
    if place[-1] == "language":
        return f"{_is(value)}, which is no language code.", "Write two small letters, for example en."
    return f"{_is(value)}, which is no id.", "Use letters a-z, digits, `_`, `-`, `.`; no spaces."


def _at_least(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return f"{_is(value)}, below the floor of {context['ge']}.", f"Write {context['ge']} or more."


def _at_most(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return f"{_is(value)}, above the limit of {context['le']}.", f"Write {context['le']} or less."


def _too_long(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return f"is longer than {context['max_length']} characters.", "Shorten it."


def _too_few(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    return f"has {context['actual_length']} entries.", f"Write at least {context['min_length']}."


def _value(place: Place, context: Mapping[str, Any], value: object) -> tuple[str, str]:
    what, _, remedy = str(context["error"]).partition("; ")
    remedy = remedy or "correct the value"
    return f"{_is(value)}; it {what}.", f"{remedy[:1].upper()}{remedy[1:]}."


def _expects(what: str, remedy: str) -> Words:
    return lambda place, context, value: (f"{_is(value)}, not {what}.", remedy)


_NUMBER = _expects("a whole number", "Write digits only, for example 5.")
_TRUTH = _expects("true or false", "Write true or false.")
_MAPPING = _expects("a set of `key: value` lines", "Write its keys below it, indented.")
_LIST = _expects("a list", "Write a list: [a, b], or one `- ` line each.")

_WORDS: dict[str, Words] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_type": _expects("one text", "Write one text; quote it if it holds `: ` or `[`."),
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "too_short": _too_few,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_type": _NUMBER,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "value_error": _value,
}

"""What the fields of a definition refuse, in words for the person who writes one."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from questionnaires.catalogue import marked, tr, tr_many
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
        return Mistake(place, tr("{name} has no value.", name=name), _value_or_nothing(place))
    words = _WORDS.get(error["type"])
    if words is None:
        return Mistake(place, f"{name}: {error['msg']}.", tr("Correct the value."))
    return Mistake(place, *words(_Told(place, name, error.get("ctx", {}), value)))


def _name(place: Place) -> str:
    names = [step for step in place if isinstance(step, str)]
    if not names:
        return tr("The file")
    key = f"`{short(names[-1])}`"
    if isinstance(place[-1], int):
        return tr("Entry {number} of {key}", number=place[-1] + 1, key=key)
    return key


def _value_or_nothing(place: Place) -> str:
    if may_be_left_out(place):
        return tr("Write a value, or leave the line out.")
    return tr("Write a value.")


class _Told(NamedTuple):
    """What pydantic tells of an error; `name` is how a message calls the place."""

    place: Place
    name: str
    context: Mapping[str, Any]
    value: object

    @property
    def shown(self) -> str:
        """The value as a message repeats it."""
        return f"`{short(self.value)}`" if isinstance(self.value, str) else tr("a list or a mapping")


Words = Callable[[_Told], tuple[str, str]]


def _missing(told: _Told) -> tuple[str, str]:
    remedy = tr("Add a line `{key}: ...`.", key=told.place[-1])
    return tr("{name} is missing here.", name=told.name), remedy


def _extra(told: _Told) -> tuple[str, str]:
    part = part_at(told.place[:-1])
    allowed = list(part.model_fields) if part else []
    near = get_close_matches(str(told.place[-1]), allowed, n=1)
    if near:
        remedy = tr("Did you mean `{near}`?", near=near[0])
    else:
        remedy = tr("The keys here are {names}.", names=listed(allowed))
    return tr("{name} is not a key that can stand here.", name=told.name), remedy


def _literal(told: _Told) -> tuple[str, str]:
    expected = str(told.context["expected"]).replace("'", "`").replace(" or ", " ".join(("", tr("or"), "")))
    return (
        tr("{name} is {value}.", name=told.name, value=told.shown),
        tr("Write {names}.", names=expected),
    )


def _pattern(told: _Told) -> tuple[str, str]:
    if str(told.context["pattern"]).startswith("^(0|"):
        message = tr("{name} is {value}, which is no version.", name=told.name, value=told.shown)
        return message, tr("Write three whole numbers, for example 1.0.0.")
    if told.place[-1] == "language":
        message = tr("{name} is {value}, which is no language code.", name=told.name, value=told.shown)
        return message, tr("Write two small letters, for example en.")
    message = tr("{name} is {value}, which is no id.", name=told.name, value=told.shown)
    return message, tr("Use letters a-z, digits, `_`, `-`, `.`; no spaces.")


def _at_least(told: _Told) -> tuple[str, str]:
    least = told.context["ge"]
    return (
        tr("{name} is {value}, below the floor of {least}.", name=told.name, value=told.shown, least=least),
        tr("Write {least} or more.", least=least),
    )


def _at_most(told: _Told) -> tuple[str, str]:
    most = told.context["le"]
    return (
        tr("{name} is {value}, above the limit of {most}.", name=told.name, value=told.shown, most=most),
        tr("Write {most} or less.", most=most),
    )


def _too_long(told: _Told) -> tuple[str, str]:
    message = tr_many(
        "{name} is longer than {number} characters.",
        "{name} is longer than {number} characters.",
        told.context["max_length"],
        name=told.name,
    )
    return message, tr("Shorten it.")


def _too_few(told: _Told) -> tuple[str, str]:
    message = tr_many(
        "{name} has {number} entries.",
        "{name} has {number} entries.",
        told.context["actual_length"],
        name=told.name,
    )
    return message, tr("Write at least {least}.", least=told.context["min_length"])


def _value(told: _Told) -> tuple[str, str]:
    return (
        tr("{name} is {value}; it is not a number.", name=told.name, value=told.shown),
        tr("Write for example 25, 12.5 or 100/3."),
    )


def _expects(message: str, remedy: str) -> Words:
    return lambda told: (tr(message, name=told.name, value=told.shown), tr(remedy))


_NUMBER = _expects(
    marked("{name} is {value}, not a whole number."), marked("Write digits only, for example 5.")
)
_TRUTH = _expects(marked("{name} is {value}, not true or false."), marked("Write true or false."))
_MAPPING = _expects(
    marked("{name} is {value}, not a set of `key: value` lines."),
    marked("Write its keys below it, indented."),
)
_LIST = _expects(
    marked("{name} is {value}, not a list."), marked("Write a list: [a, b], or one `- ` line each.")
)

_WORDS: dict[str, Words] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_type": _expects(
        marked("{name} is {value}, not one text."),
        marked("Write one text; quote it if it holds `: ` or `[`."),
    ),
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

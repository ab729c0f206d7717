"""From what a person types to what is stored: one parser for the prompt and for files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import get_args

from questionnaires.catalogue import SOURCE, spoken, tr
from questionnaires.definition import Instrument, Item, MissingCode, Reason, Scale
from questionnaires.errors import UserError
from questionnaires.values import Choice, Count, Missing, Ratio, SexCount, SexRate, Value, Votes, Words

ASKED_OF_PEOPLE: tuple[Instrument, ...] = ("interview", "survey", "workshop")
PEOPLE_CODES: tuple[MissingCode, ...] = ("dk", "na", "pnts")
LOOKED_FOR_CODES: tuple[MissingCode, ...] = ("nf", "ng")
REASONS: tuple[str, ...] = get_args(Reason)
LARGEST = 999_999_999
LONGEST_TEXT = 2_000_000

_PAIR = re.compile(r"women=(?P<women>\S+)\s+men=(?P<men>\S+)|men=(?P<men2>\S+)\s+women=(?P<women2>\S+)")
_KEYED = re.compile(r"([^\s=]+)=(\S+)")


def parse_answer(
    item: Item, scale: Scale, typed: str, *, instrument: Instrument, positions: bool = False
) -> Value:
    """Understand an answer typed at the prompt or standing in a file (docs/answers-csv.md).

    `positions`: a number chooses by its place on the screen (prompt only, never in a file). Raises
    UserError that says what is wrong and what can be typed.
    """
    text = plain(typed)
    missing = _missing(text, item, scale, instrument)
    if missing is not None:
        return missing
    if voted(scale, instrument):
        return _votes(text, scale)
    return _READERS[scale.kind](text, item, scale, positions)


def voted(scale: Scale, instrument: Instrument) -> bool:
    """Whether a group answers by votes for each choice."""
    return scale.kind == "votes" or (scale.kind == "choice" and instrument == "workshop")


def read_value(item: Item, scale: Scale, stored: str) -> Value:
    """The value behind a canonical text that was stored earlier, whatever instrument it came by."""
    code, _, reason = stored.partition(" ")
    if code in get_args(MissingCode) and (not reason or reason in REASONS):
        return Missing(code, reason or None)  # type: ignore[arg-type]  # both were just compared with the literals
    if scale.kind == "votes" or (scale.kind == "choice" and "=" in stored):
        return _votes(stored, scale)
    return _READERS[scale.kind](stored, item, scale, False)


def parse_words(typed: str) -> Words:
    """An answer in words, stored exactly but for what no file can hold (NUL, lone surrogates).

    Raises UserError for an empty text or one of more than two million characters.
    """
    text = typed.strip()
    if not text:
        raise UserError(tr("The text is empty."), tr("Write something, or skip the question."))
    if len(text) > LONGEST_TEXT:
        raise UserError(tr("The text is longer than two million characters."), tr("Shorten it."))
    return Words(storable(text))


def storable(text: str) -> str:
    """The text without NUL; raises UserError for bytes that were not readable as text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise UserError(
            tr("The text holds characters that could not be read (the terminal's encoding is not UTF-8)."),
            tr("Type it again without them."),
        ) from None
    return text.replace("\0", "")


def codes_taken(item: Item, scale: Scale, instrument: Instrument) -> tuple[MissingCode, ...]:
    """The missing codes that can be typed for an item, in the order shown.

    People may always say don't know, not applicable or prefer not to say; `nf` and `ng` belong to what
    a facilitator looks for, never to a respondent.
    """
    codes = list(scale.codes)
    if instrument in ASKED_OF_PEOPLE:
        codes = [*PEOPLE_CODES, *(code for code in codes if code not in PEOPLE_CODES)]
    looked_for = instrument in ("document_review", "staff_data") or (
        instrument == "interview" and "facilitator" in item.respondents
    )
    return tuple(code for code in codes if looked_for or code not in LOOKED_FOR_CODES)


def needs_reason(instrument: Instrument) -> bool:
    """Whether `na` must name its reason: in documents and staff data, whoever answers."""
    return instrument not in ASKED_OF_PEOPLE


def plain(typed: str) -> str:
    """Typed text made comparable: trimmed, full-width forms and digits of any script as ASCII digits."""
    folded = unicodedata.normalize("NFKC", typed)
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    return " ".join("".join(digits).split())


def _missing(text: str, item: Item, scale: Scale, instrument: Instrument) -> Missing | None:
    words = text.split()
    if not words or words[0].lower() not in get_args(MissingCode):
        return None
    code = words[0].lower()
    taken = codes_taken(item, scale, instrument)
    if code not in taken:
        raise UserError(
            tr("'{code}' cannot be answered here.", code=code),
            tr("This item takes {codes}.", codes=listed([*taken]))
            if taken
            else tr("This item takes no code."),
        )
    return _with_reason(code, words[1:], instrument)


def _with_reason(code: str, rest: list[str], instrument: Instrument) -> Missing:
    if code != "na":
        if rest:
            raise UserError(
                tr("'{rest}' stands after '{code}'.", rest=" ".join(rest), code=code),
                tr("Write '{code}' alone.", code=code),
            )
        return Missing(code)  # type: ignore[arg-type]  # the caller compared it with the literals
    if not rest and needs_reason(instrument):
        raise UserError(
            tr("'na' needs its reason here."), tr("Write for example 'na N1'; the reasons are N1 to N5.")
        )
    if rest and (len(rest) > 1 or rest[0].upper() not in REASONS):
        raise UserError(
            tr("'{rest}' is not a reason for 'na'.", rest=" ".join(rest)), tr("The reasons are N1 to N5.")
        )
    return Missing("na", rest[0].upper() if rest else None)  # type: ignore[arg-type]  # compared just above


def _choice(text: str, item: Item, scale: Scale, positions: bool) -> Value:
    option = scale.option(text.lower().replace(" ", "_"))
    if option is None and positions and text.isdigit() and 1 <= _whole(text) <= len(scale.options):
        option = scale.options[_whole(text) - 1]
    if option is None:
        hint = (
            choose_one(len(scale.options), _choices(scale))
            if positions
            else tr("Write {names}.", names=_choices(scale))
        )
        raise UserError(tr("'{text}' is not an answer of this item.", text=short(text)), hint)
    return Choice(option.id)


def _ratio(text: str, item: Item, scale: Scale, positions: bool) -> Value:
    part, whole = _fraction(text, halves=item.halves)
    return Ratio(part, whole)


def _sexcount(text: str, item: Item, scale: Scale, positions: bool) -> Value:
    women, men = _by_sex(text, tr("12 18 (women, then men) or women=12 men=18"))
    return SexCount(_whole(women), _whole(men))


def _sexrate(text: str, item: Item, scale: Scale, positions: bool) -> Value:
    women, men = _by_sex(text, tr("women=3/10 men=5/14 (how many of how many)"))
    (a, of_a), (b, of_b) = _fraction(women), _fraction(men)
    return SexRate(int(a), of_a, int(b), of_b)


def _count(text: str, item: Item, scale: Scale, positions: bool) -> Value:
    return Count(_whole(text))


def _votes(text: str, scale: Scale) -> Votes:
    example = " ".join(f"{option.id}={number}" for option, number in zip(scale.options, (2, 5), strict=False))
    example = f"{example} agreed={scale.options[0].id}"
    remedy = tr("Write the votes for each, for example '{example}'.", example=example)
    pairs = [(match[1].lower(), match[2].lower()) for match in _KEYED.finditer(text)]
    if not pairs or " ".join(f"{key}={value}" for key, value in pairs) != text.lower():
        raise UserError(tr("'{text}' is not a count of votes.", text=short(text)), remedy)
    names = [key for key, _ in pairs]
    if len(set(names)) != len(names):
        raise UserError(tr("The same choice is counted twice."), remedy)
    cast, agreed = [(key, value) for key, value in pairs if key != "agreed"], dict(pairs).get("agreed")
    _known_votes([*names, *([agreed] if agreed else [])], scale, remedy)
    votes = Votes(tuple((key, _whole(value)) for key, value in cast), agreed)
    if agreed is not None and (scale.option(agreed) is None or votes.voters == 0):
        raise UserError(tr("The agreed value needs votes, and must be one of the choices."), remedy)
    return votes


def _known_votes(names: list[str], scale: Scale, remedy: str) -> None:
    allowed = {"agreed", *PEOPLE_CODES, *(option.id for option in scale.options)}
    unknown = [name for name in names if name not in allowed]
    if unknown:
        choices = tr("The choices are {names}.", names=_choices(scale))
        raise UserError(
            tr("'{unknown}' is not a choice of this item.", unknown=short(unknown[0])), f"{remedy} {choices}"
        )


def _by_sex(text: str, example: str) -> tuple[str, str]:
    match = _PAIR.fullmatch(text.lower())
    if match:
        return match["women"] or match["women2"], match["men"] or match["men2"]
    parts = text.split()
    if len(parts) == 2 and "=" not in text:
        return parts[0], parts[1]
    raise UserError(
        tr("'{text}' does not give women and men.", text=short(text)), tr("Write {example}.", example=example)
    )


def _fraction(text: str, *, halves: bool = False) -> tuple[Fraction, int]:
    example = "12.5/40" if halves else "3/8"
    part_text, slash, whole_text = text.replace(" ", "").partition("/")
    if not slash:
        raise UserError(
            tr("'{text}' is not a part of a whole.", text=short(text)),
            tr("Write for example {example}.", example=example),
        )
    whole = _whole(whole_text)
    part = _halves(part_text) if halves else Fraction(_whole(part_text))
    if part > whole:
        raise UserError(
            tr("'{text}': the part is larger than the whole.", text=short(text)), tr("Check the two numbers.")
        )
    return part, whole


def _halves(text: str) -> Fraction:
    if not re.fullmatch(r"\d{1,9}([.,][05]0*)?", text):
        raise UserError(
            tr("'{text}' is not a number of points.", text=short(text)), tr("Whole and half points, as 12.5.")
        )
    return Fraction(text.replace(",", "."))


def _whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise UserError(
            tr("'{text}' is not a whole number.", text=short(text)),
            tr("Write a number from 0 to {largest}, digits only.", largest=LARGEST),
        )
    return int(text)


def _choices(scale: Scale) -> str:
    return listed([option.id for option in scale.options])


def choose_one(number: int, names: str) -> str:
    """What can be typed at a list of choices; their ids are English words, so others are told the numbers."""
    if spoken() != SOURCE:
        return tr("Choose 1 to {number}.", number=number)
    return tr("Choose 1 to {number}, or write {names}.", number=number, names=names)


def listed(names: list[str]) -> str:
    """Names for a sentence: `a, b or c`; empty for none."""
    return " ".join(("", tr("or"), "")).join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def short(text: str, length: int = 40) -> str:
    """Typed text as it may be repeated in a message: cut, and without control characters."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= length else clean[: length - 3] + "..."


_READERS: dict[str, Callable[[str, Item, Scale, bool], Value]] = {
    "choice": _choice,
    "ratio": _ratio,
    "sexcount": _sexcount,
    "sexrate": _sexrate,
    "count": _count,
}

"""Two versions of a questionnaire side by side: what changed, and the smallest version that says so.

Patch: what cannot change an answer. Minor: something more is asked or recommended. Major: a person could
answer differently, or a stored answer could mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from questionnaires.catalogue import marked
from questionnaires.definition import Questionnaire, Scale
from questionnaires.parts import Part, next_patch, version_order
from questionnaires.texts import texts

Kind = Literal["added", "removed", "reworded", "corrected", "rescaled", "reweighted", "moved", "changed",
               "retranslated"]  # fmt: skip
Need = Literal["patch", "minor", "major"]
NEEDS: tuple[Need, ...] = ("patch", "minor", "major")


@dataclass(frozen=True)
class Change:
    """One difference. `key`: the item, or where else in the definition; `before`, `after`: None where absent.

    `need`: the smallest step of the version it asks for, for the reason in `effect`.
    """

    kind: Kind
    key: str
    before: str | None
    after: str | None
    need: Need
    effect: str


MEANING = marked("a person could answer differently")
STORED = marked("stored answers would mean something else")
RATED = marked("the same answers would be rated differently")
ELSEWHERE = marked("the same answers would be rated in another area")
MORE = marked("old answers stay as they were")
NO_ANSWER = marked("no answer changes")
UNRATED = marked("its answers are rated no more")
CORRECTION = marked("listed as a correction")
"""What a change means for answers: English, to be translated where it is said."""

_ASKED = (
    "instruments",
    "respondents",
    "sensitivity",
    "halves",
    "minimum_staff",
    "minimum_total",
    "asked_if",
    "na_preset",
)
_POINTS = ("scale", "reverse", "evidence", "voice")
_ADVICE = ("pair", "recommendation", "responsible", "baseline", "target")


def diff(old: Questionnaire, new: Questionnaire) -> tuple[Change, ...]:
    """Every difference between two versions: items first, then scales, texts and the rest."""
    return (*_items(old, new), *_scales(old, new), *_lists(old, new), *_rules(old, new), *_texts(old, new))


def smallest(old: Questionnaire, changes: Sequence[Change]) -> str:
    """The smallest version that honestly names the changes; the old one where there are none."""
    if not changes:
        return old.version
    need = max((change.need for change in changes), key=NEEDS.index)
    major, minor, _ = version_order(old.version)
    stepped = {
        "patch": next_patch(old.version),
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }
    return stepped[need]


def _items(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    for name, item in old.items.items():
        if name not in new.items:
            yield Change("removed", name, item.text, None, "major", UNRATED)
    for name, item in new.items.items():
        if name not in old.items:
            yield Change("added", name, None, item.text, "minor", MORE)
            continue
        yield from _item(name, old, new)


def _item(name: str, old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before, after = old.items[name], new.items[name]
    here, there = old.area_of[name].id, new.area_of[name].id
    if here != there:
        yield Change("moved", name, here, there, "major", ELSEWHERE)
    yield from _differing(name, before, after, ("weight",), "reweighted", "major", RATED)
    yield from _differing(name, before, after, _POINTS, "rescaled", "major", STORED)
    yield from _differing(name, before, after, _ASKED, "changed", "major", MEANING, without=("when",))
    yield from _differing(name, before, after, _ADVICE, "changed", "minor", NO_ANSWER, without=("note",))
    yield from _differing(name, before, after, ("sources",), "changed", "patch", NO_ANSWER)


def _differing(
    key: str,
    before: Part,
    after: Part,
    names: tuple[str, ...],
    kind: Kind,
    need: Need,
    effect: str,
    without: tuple[str, ...] = (),
) -> Iterator[Change]:
    """The named fields that differ; what stands under `without` inside them is a text of its own."""
    for name in names:
        then, now = _plain(getattr(before, name), without), _plain(getattr(after, name), without)
        if then != now:
            yield Change(kind, f"{key} {name}", _words(then), _words(now), need, effect)


def _plain(value: Any, without: tuple[str, ...] = ()) -> Any:
    if isinstance(value, Part):
        fields = value.model_dump(exclude_defaults=True)
        return {name: _plain(field) for name, field in fields.items() if name not in without}
    if isinstance(value, tuple):
        return [_plain(each, without) for each in value]
    return value


def _words(value: Any) -> str | None:
    if value is None or value in ([], {}):
        return None
    if isinstance(value, list):
        return ", ".join(str(_words(each)) for each in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_words(field)}" for name, field in value.items())
    return str(value)


def _scales(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    for name, scale in old.scale.items():
        if name not in new.scale:
            yield Change("removed", f"scales.{name}", scale.title, None, "major", STORED)
    for name, scale in new.scale.items():
        if name not in old.scale:
            yield Change("added", f"scales.{name}", None, scale.title, "minor", MORE)
        elif _shape(old.scale[name]) != _shape(scale):
            before, after = _shape(old.scale[name]), _shape(scale)
            yield Change("rescaled", f"scales.{name}", before, after, "major", STORED)


def _shape(scale: Scale) -> str:
    """Kind, codes, and options in their order with their points."""
    options = (f"{one.id}={'-' if one.points is None else one.points}" for one in scale.options)
    return " ".join([scale.kind, *options, *(f"+{code}" for code in scale.codes)])


_LISTS: tuple[tuple[str, Need, Need, tuple[str, ...], Need], ...] = (
    ("areas", "major", "major", ("front", "weight"), "major"),
    ("fronts", "major", "major", (), "major"),
    ("bands", "major", "major", ("minimum",), "major"),
    ("recommendations", "minor", "major", ("area", "due_days", "lead", "offer"), "minor"),
    ("responsible", "minor", "major", (), "minor"),
    ("reasons", "minor", "major", (), "major"),
    ("prompts", "minor", "major", ("instruments", "each_area", "respondents", "released", "of",
                                   "minimum_people"), "major"),
    ("profile", "major", "major", ("minimum_staff", "minimum_cell"), "major"),
    ("figures", "minor", "minor", ("value", "kind"), "minor"),
)  # fmt: skip
"""Part of the definition; what a new entry, a missing one, and another value of the named fields ask for."""


def _lists(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    for name, added, removed, fields, changed in _LISTS:
        before = {part.id: part for part in getattr(old, name)}
        after = {part.id: part for part in getattr(new, name)}
        for one in before.keys() - after.keys():
            yield Change("removed", f"{name}.{one}", one, None, removed, _effect(removed))
        for one in after:
            if one not in before:
                yield Change("added", f"{name}.{one}", None, one, added, _effect(added))
            else:
                kind: Kind = "reweighted" if changed == "major" else "changed"
                yield from _differing(
                    f"{name}.{one}", before[one], after[one], fields, kind, changed, _effect(changed)
                )
    yield from _profile_options(old, new)


def _profile_options(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before = {question.id: [one.id for one in question.options] for question in old.profile}
    for question in new.profile:
        options = [one.id for one in question.options]
        if question.id in before and before[question.id] != options:
            then, now = ", ".join(before[question.id]), ", ".join(options)
            yield Change("rescaled", f"profile.{question.id}", then, now, "major", STORED)


def _effect(need: Need) -> str:
    return {"patch": NO_ANSWER, "minor": MORE, "major": RATED}[need]


def _rules(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    names = tuple(type(new.rules).model_fields)
    yield from _differing("rules", old.rules, new.rules, names, "reweighted", "major", RATED)
    if old.method != new.method:
        yield Change("reweighted", "method", old.method, new.method, "major", RATED)
    share_then, share_now = _share(old), _share(new)
    if share_then != share_now:
        yield Change("reweighted", "share", share_then, share_now, "major", RATED)
    then, now = _right_answers(old), _right_answers(new)
    if then != now:
        yield Change("rescaled", "quiz", then, now, "major", STORED)
    if old.source != new.source:
        yield Change("changed", "source", old.source, new.source, "patch", NO_ANSWER)


def _share(questionnaire: Questionnaire) -> str | None:
    """From how many points an item is in the share, and where its bands begin; None for a mean."""
    share = questionnaire.share
    if share is None:
        return None
    return " ".join([f"from {share.from_points}", *(f"{band.id}={band.minimum}" for band in share.bands)])


def _right_answers(questionnaire: Questionnaire) -> str:
    quiz = questionnaire.quiz
    return " ".join([quiz.item, *(str(one.right) for one in quiz.questions)]) if quiz else ""


def _texts(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    """Texts that read differently, and lines that came or went within something that stayed."""
    before, after = texts(old), texts(new)
    mended = {correction.key for correction in new.corrections}
    stayed = _parts(old) & _parts(new)
    for key in dict.fromkeys((*before, *after)):
        then, now = before.get(key), after.get(key)
        what, name = [*key.split("."), ""][:2]
        if then == now or not (what in _WITHOUT_IDS or (what, name) in stayed):
            continue
        if mended & {key, key.split(".")[1] if key.startswith("items.") else key}:
            yield Change("corrected", key, then, now, "patch", CORRECTION)
        else:
            yield Change("reworded", key, then, now, "major", MEANING)


_WITHOUT_IDS = {"title", "summary", "share", "words", "consent", "field_texts", "quiz"}
"""First words of keys after which no id of a part stands."""


def _parts(questionnaire: Questionnaire) -> set[tuple[str, str]]:
    """(what, id) of every part with texts of its own; a whole part that came or went is told elsewhere."""
    lists = ("scales", "profile", *(name for name, *_ in _LISTS))
    found = {(name, part.id) for name in lists for part in getattr(questionnaire, name)}
    return found | {("items", name) for name in questionnaire.items}

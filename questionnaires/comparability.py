"""What a version says of how it compares with an earlier one, held against what really differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire
from questionnaires.history import Comparability, Origin, Relation
from questionnaires.parts import version_order
from questionnaires.texts import Texts, texts

FROM_OTHERS: tuple[Relation, ...] = ("split", "merged")
NEVER: tuple[Relation, ...] = ("rescaled", "split", "merged", "new")
_MEASURED = ("scale", "reverse", "evidence", "voice", "halves")
_READ = ("text", "counts_when")


@dataclass(frozen=True)
class Untrue:
    """Something the file should say otherwise. `key`: the item, or scale and option."""

    key: str
    message: str
    remedy: str


@dataclass(frozen=True)
class _Reading:
    """Both versions with their texts; `mended`: the keys listed as corrections."""

    old: Questionnaire
    new: Questionnaire
    before: Texts
    after: Texts
    mended: frozenset[str]


def _read(old: Questionnaire, new: Questionnaire) -> _Reading:
    mended = frozenset(correction.key for correction in new.corrections)
    return _Reading(old, new, texts(old), texts(new), mended)


def _relation(both: _Reading, name: str) -> Relation | None:
    """What became of an item that has the same id in both; None if it is the same, or was only corrected."""
    old, new = both.old, both.new
    before, after = old.items[name], new.items[name]
    if any(getattr(before, field) != getattr(after, field) for field in _MEASURED):
        return "rescaled"
    scales = old.scale_of(before), new.scale_of(after)
    points = [[(one.id, one.points) for one in scale.options] for scale in scales]
    if points[0] != points[1] or scales[0].kind != scales[1].kind:
        return "rescaled"
    return "reworded" if _reads_otherwise(both, after) else None


def _reads_otherwise(both: _Reading, item: Item) -> bool:
    before, after, mended = both.before, both.after, both.mended
    keys = [
        *(f"items.{item.id}.{name}" for name in _READ),
        *(key for key in {*before, *after} if key.startswith(f"items.{item.id}.criteria.")),
        *(key for key in {*before, *after} if key.startswith(f"scales.{item.scale}.")),
    ]
    return item.id not in mended and any(
        before.get(key) != after.get(key) and key not in mended for key in keys
    )


def declared(old: Questionnaire, new: Questionnaire) -> Comparability:
    """What the new version says of how it compares with the old one; empty if it names nothing."""
    nothing = Comparability(version=old.version)
    return next((one for one in new.comparability if one.version == old.version), nothing)


def untrue(old: Questionnaire, new: Questionnaire) -> list[Untrue]:
    """Everything that the new version's `comparability` with the old one leaves out or says wrongly."""
    told = declared(old, new)
    origins = {one.id: one for one in told.origins if one.scale is None}
    return [
        *_items(_read(old, new), origins),
        *_dropped(old, new, told),
        *_options(old, new, told),
        *_since(old, new, origins),
    ]


def _items(both: _Reading, origins: dict[str, Origin]) -> Iterator[Untrue]:
    old, new = both.old, both.new
    for name in new.items:
        origin = origins.get(name)
        if name not in old.items:
            yield from _of_a_new_one(name, origin, old)
            continue
        found = _relation(both, name)
        if (origin.relation if origin else None) != found and not (origin and origin.relation in FROM_OTHERS):
            yield _not_as_said(name, found, origin)
        elif origin and origin.comparable and origin.relation in NEVER:
            yield Untrue(
                name,
                tr("is {relation}, so it cannot be comparable.", relation=origin.relation),
                tr("Write `comparable: false`."),
            )
    for name in origins.keys() - new.items.keys():
        yield Untrue(
            name, tr("is named under `comparability` and is no item."), tr("Mend the id, or take it out.")
        )


def _not_as_said(name: str, found: Relation | None, origin: Origin | None) -> Untrue:
    """`found` and `origin` are not both None."""
    said = origin.relation if origin else None
    if found is None:
        message = tr("is the same as before, and `comparability` says {relation}.", relation=said)
        return Untrue(name, message, tr("Take its entry out."))
    remedy = tr("Write `relation: {relation}`.", relation=found)
    if said is None:
        return Untrue(
            name, tr("is {relation}, and `comparability` does not name it.", relation=found), remedy
        )
    return Untrue(
        name, tr("is {relation}, and `comparability` says {said}.", relation=found, said=said), remedy
    )


def _of_a_new_one(name: str, origin: Origin | None, old: Questionnaire) -> Iterator[Untrue]:
    if origin is None or origin.relation not in ("new", *FROM_OTHERS):
        yield Untrue(name, tr("is not in the older version."), tr("Name it: new, split or merged."))
        return
    unknown = [one for one in origin.of if one not in old.items]
    if unknown:
        yield Untrue(
            name,
            tr("is made of {names}, not in the older version.", names=", ".join(unknown)),
            tr("Mend `of`."),
        )
    elif bool(origin.of) != (origin.relation in FROM_OTHERS):
        yield Untrue(
            name,
            tr("is {relation}.", relation=origin.relation),
            tr("Write `of` for what is split or merged, and only there."),
        )


def _dropped(old: Questionnaire, new: Questionnaire, told: Comparability) -> Iterator[Untrue]:
    said = {one.id for one in told.dropped if one.scale is None}
    gone = old.items.keys() - new.items.keys()
    for name in sorted(gone - said):
        yield Untrue(name, tr("is there no more."), tr("Name it under `dropped`, with the reason."))
    for name in sorted(said - gone):
        yield Untrue(name, tr("is named as dropped and was not."), tr("Take it out of `dropped`."))


def _options(old: Questionnaire, new: Questionnaire, told: Comparability) -> Iterator[Untrue]:
    said = {(one.scale, one.id): one.relation for one in told.origins if one.scale is not None}
    gone = {(one.scale, one.id) for one in told.dropped if one.scale is not None}
    for name in old.scale.keys() & new.scale.keys():
        before = {one.id: one for one in old.scale[name].options}
        after = {one.id: one for one in new.scale[name].options}
        mended = {correction.key for correction in new.corrections}
        for option, now in after.items():
            was = before.get(option)
            same = was == now or (was and f"scales.{name}.options.{option}" in mended)
            if not same and (name, option) not in said:
                yield Untrue(
                    f"{name} {option}", tr("is not the same option as before."), tr("Name it, with `scale`.")
                )
        for option in before.keys() - after.keys():
            if (name, option) not in gone:
                yield Untrue(
                    f"{name} {option}", tr("is there no more."), tr("Name it under `dropped`, with `scale`.")
                )


def _since(old: Questionnaire, new: Questionnaire, origins: dict[str, Origin]) -> Iterator[Untrue]:
    """`comparable_since` is what baselines go by, so it must follow from what is declared."""
    for name, item in new.items.items():
        origin = origins.get(name)
        goes_on = name in old.items and (origin is None or origin.comparable)
        wanted = old.items[name].comparable_since if goes_on else new.version
        fits = item.comparable_since == wanted if goes_on else _begun(old, new, item.comparable_since)
        if not fits:
            yield Untrue(
                name,
                tr("has `comparable_since: {comparable_since}`.", comparable_since=item.comparable_since),
                tr("Write {version}.", version=wanted),
            )
        if name not in old.items and not _begun(old, new, item.since):
            yield Untrue(
                name,
                tr("is new and has `since: {since}`.", since=item.since),
                tr("Write {version}.", version=new.version),
            )


def _begun(old: Questionnaire, new: Questionnaire, version: str) -> bool:
    """Whether something can have begun in `version`: in the new one, or since an older one in between."""
    if new.supersedes == old.version:
        return version == new.version
    return version_order(version) > version_order(old.version)  # checks.py sees that it is not beyond the new

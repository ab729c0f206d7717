"""`questionnaire publish`: a version that keeps what it says, under a number that says how much changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit_engine.questionnaire_diff import kind_words, why_words
from audit_engine.questionnaire_publishing_texts import TextsToPublish, retranslations, texts_to_publish
from audit_engine.terminal import say, warn
from exports.on_disk import put, sync_folder
from questionnaires.canonical import fingerprint
from questionnaires.catalogue import tr, tr_many
from questionnaires.comparability import untrue
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.languages import called
from questionnaires.library import load, load_file, packaged
from questionnaires.parts import version_order
from questionnaires.published import Published, read_registry, registry_of, written
from questionnaires.translations import Shelf, packaged_shelf, shelf_beside
from questionnaires.versions import NEEDS, Change, diff, smallest


def publish(file: Path) -> None:
    """Freezes the version in a file, and its translations that are whole.

    Raises UserError, with nothing published, for whatever is not honest.
    """
    questionnaire, shelf = load_file(file).questionnaire, shelf_beside(file)
    registry = registry_of(file)
    known = read_registry(registry)
    versions = [one for one in known if not one.language]
    found = texts_to_publish(questionnaire, file, shelf, known, registry.parent)
    if any((one.id, one.version) == (questionnaire.id, questionnaire.version) for one in versions):
        if not found.whole:
            say(
                tr(
                    "Nothing to publish: {reference} is published with this content.",
                    reference=questionnaire.reference,
                )
            )
        new: tuple[Published, ...] = ()
    else:
        _check(questionnaire, shelf, versions, registry)
        new = (_entry(questionnaire, file, registry),)
    if new or found.whole:
        _write(registry, written((*known, *new, *found.whole)))
    _tell(questionnaire, new, found)


def _check(questionnaire: Questionnaire, shelf: Shelf, known: Sequence[Published], registry: Path) -> None:
    """Whether the step from the version before is honest, and what is said of all older ones is true."""
    before = _before(questionnaire, known, registry)
    if before is None:
        return
    old, earlier_shelf = before
    changes = _check_step(old, earlier_shelf, questionnaire, shelf)
    for earlier in (old, *_also_named(questionnaire, known, registry)):
        _check_comparability(earlier, questionnaire)
    fitting = smallest(old, changes)
    say(
        tr_many(
            "{number} change(s) since {version}; the smallest honest version is {fitting}.",
            "{number} change(s) since {version}; the smallest honest version is {fitting}.",
            len(changes),
            version=old.version,
            fitting=fitting,
        )
    )


def _entry(questionnaire: Questionnaire, file: Path, registry: Path) -> Published:
    place = file.resolve().relative_to(registry.parent).as_posix()
    return Published(questionnaire.id, questionnaire.version, place, fingerprint(questionnaire))


def _tell(questionnaire: Questionnaire, new: Sequence[Published], found: TextsToPublish) -> None:
    for one in new:
        say(
            tr(
                "{reference} is published and will not change (SHA-256 {sha256}...).",
                reference=questionnaire.reference,
                sha256=one.sha256[:12],
            )
        )
    for one in found.whole:
        say(
            tr(
                "Its texts in {name} ({language}) are published and will not change (SHA-256 {sha256}...).",
                name=called(one.language),
                language=one.language,
                sha256=one.sha256[:12],
            )
        )
    for draft in found.drafts:
        warn(draft)


def _before(
    questionnaire: Questionnaire, known: Sequence[Published], registry: Path
) -> tuple[Questionnaire, Shelf] | None:
    """The version it was made from, and where its texts stand; None for the first of an id."""
    earlier = [one for one in (*known, *packaged()) if one.id == questionnaire.id]
    versions = sorted({one.version for one in earlier}, key=version_order)
    if not versions:
        return None
    wanted = questionnaire.supersedes
    if wanted not in versions:
        raise UserError(
            tr(
                "{reference} does not say which published version it was made from.",
                reference=questionnaire.reference,
            ),
            tr("Write `supersedes:` with one of {versions}.", versions=", ".join(versions)),
        )
    return _published(questionnaire.id, wanted, known, registry)


def _also_named(
    questionnaire: Questionnaire, known: Sequence[Published], registry: Path
) -> Iterator[Questionnaire]:
    """The older versions besides the one it was made from that it says how it compares with."""
    there = {one.version for one in (*known, *packaged()) if one.id == questionnaire.id}
    for version in dict.fromkeys(one.version for one in questionnaire.comparability):
        if version not in there:
            raise UserError(
                tr(
                    "{reference} says how it compares with {version}, which was never published.",
                    reference=questionnaire.reference,
                    version=version,
                ),
                tr("Write one of {versions}.", versions=", ".join(sorted(there, key=version_order))),
            )
        if version != questionnaire.supersedes:
            yield _published(questionnaire.id, version, known, registry)[0]


def _published(
    name: str, version: str, known: Sequence[Published], registry: Path
) -> tuple[Questionnaire, Shelf]:
    own = next((one for one in known if (one.id, one.version) == (name, version)), None)
    if own:
        file = registry.parent / own.file
        return load_file(file).questionnaire, shelf_beside(file)
    return load(name, version).questionnaire, packaged_shelf(name)


def _check_step(old: Questionnaire, before: Shelf, new: Questionnaire, now: Shelf) -> tuple[Change, ...]:
    """What differs; raises UserError if it is nothing, or more than the number of the version says."""
    changes = (*diff(old, new), *retranslations(old, before, new, now))
    if not changes:
        raise UserError(
            tr(
                "Nothing to publish: {reference} says the same as {version}.",
                reference=new.reference,
                version=old.version,
            ),
            tr("Keep the version that there is."),
            code=ExitCode.NOT_NOW,
        )
    fitting = smallest(old, changes)
    if version_order(new.version) < version_order(fitting):
        raise UserError(
            tr(
                "{reference} is too small a step from {version}: it must be {fitting} at least.",
                reference=new.reference,
                version=old.version,
                fitting=fitting,
            ),
            tr("Write `version: {fitting}`, or take back what asks for it.", fitting=fitting),
            problems=tuple(_reason(change) for change in _too_big(old, new, changes)),
        )
    return changes


def _check_comparability(old: Questionnaire, new: Questionnaire) -> None:
    wrong = untrue(old, new)
    if wrong:
        raise UserError(
            tr(
                "{reference} does not say truly how it compares with {version}.",
                reference=new.reference,
                version=old.version,
            ),
            tr("Mend `comparability` and `comparable_since` in the file."),
            problems=tuple(Problem(one.key, one.message, one.remedy) for one in wrong),
        )


def _too_big(old: Questionnaire, new: Questionnaire, changes: tuple[Change, ...]) -> list[Change]:
    """The changes that ask for more than the declared version."""
    parts = zip(version_order(new.version), version_order(old.version), strict=True)
    step = next(need for need, (now, then) in zip(reversed(NEEDS), parts, strict=True) if now != then)
    return [change for change in changes if NEEDS.index(change.need) > NEEDS.index(step)]


def _reason(change: Change) -> Problem:
    return Problem(
        change.key,
        tr("was {kind} ({why}).", kind=kind_words(change), why=why_words(change)),
        "",
    )


def _write(registry: Path, text: str) -> None:
    try:
        put(registry, text.encode("utf-8"))
        sync_folder(registry.parent)
    except OSError as refused:
        message = tr("{name} cannot be written: {reason}.", name=registry.name, reason=refused.strerror)
        raise UserError(message, tr("Nothing was published.")) from None

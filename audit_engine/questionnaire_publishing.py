"""`questionnaire publish`: a version that keeps what it says, under a number that says how much changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit_engine.terminal import say
from exports.on_disk import put, sync_folder
from questionnaires.canonical import fingerprint
from questionnaires.comparability import untrue
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.library import load, load_file, packaged
from questionnaires.parts import version_order
from questionnaires.published import Published, read_published, registry_of, written
from questionnaires.versions import NEEDS, Change, diff, smallest


def publish(file: Path) -> None:
    """Freezes the version in a file. Raises UserError, with nothing published, for whatever is not honest."""
    questionnaire = load_file(file).questionnaire
    registry = registry_of(file)
    known = read_published(registry)
    if any((one.id, one.version) == (questionnaire.id, questionnaire.version) for one in known):
        say(f"Nothing to publish: {questionnaire.reference} is published with this content.")
        return
    old = _before(questionnaire, known, registry)
    if old is not None:
        changes = _check_step(old, questionnaire)
        for earlier in (old, *_also_named(questionnaire, known, registry)):
            _check_comparability(earlier, questionnaire)
        fitting = smallest(old, changes)
        say(f"{len(changes)} change(s) since {old.version}; the smallest honest version is {fitting}.")
    one = Published(
        questionnaire.id,
        questionnaire.version,
        file.resolve().relative_to(registry.parent).as_posix(),
        fingerprint(questionnaire),
    )
    _write(registry, written((*known, one)))
    say(f"{questionnaire.reference} is published and will not change (SHA-256 {one.sha256[:12]}...).")


def _before(questionnaire: Questionnaire, known: Sequence[Published], registry: Path) -> Questionnaire | None:
    """The version it was made from: the one it supersedes, None for the first of an id."""
    earlier = [one for one in (*known, *packaged()) if one.id == questionnaire.id]
    versions = sorted({one.version for one in earlier}, key=version_order)
    if not versions:
        return None
    wanted = questionnaire.supersedes
    if wanted not in versions:
        raise UserError(
            f"{questionnaire.reference} does not say which published version it was made from.",
            f"Write `supersedes:` with one of {', '.join(versions)}.",
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
                f"{questionnaire.reference} says how it compares with {version}, which was never published.",
                f"Write one of {', '.join(sorted(there, key=version_order))}.",
            )
        if version != questionnaire.supersedes:
            yield _published(questionnaire.id, version, known, registry)


def _published(name: str, version: str, known: Sequence[Published], registry: Path) -> Questionnaire:
    own = next((one for one in known if (one.id, one.version) == (name, version)), None)
    return (load_file(registry.parent / own.file) if own else load(name, version)).questionnaire


def _check_step(old: Questionnaire, new: Questionnaire) -> tuple[Change, ...]:
    """What differs; raises UserError if it is nothing, or more than the number of the version says."""
    changes = diff(old, new)
    if not changes:
        raise UserError(
            f"Nothing to publish: {new.reference} says the same as {old.version}.",
            "Keep the version that there is.",
            code=ExitCode.NOT_NOW,
        )
    fitting = smallest(old, changes)
    if version_order(new.version) < version_order(fitting):
        raise UserError(
            f"{new.reference} is too small a step from {old.version}: it must be {fitting} at least.",
            f"Write `version: {fitting}`, or take back what asks for it.",
            problems=tuple(_reason(change) for change in _too_big(old, new, changes)),
        )
    return changes


def _check_comparability(old: Questionnaire, new: Questionnaire) -> None:
    wrong = untrue(old, new)
    if wrong:
        raise UserError(
            f"{new.reference} does not say truly how it compares with {old.version}.",
            "Mend `comparability` and `comparable_since` in the file.",
            problems=tuple(Problem(one.key, one.message, one.remedy) for one in wrong),
        )


def _too_big(old: Questionnaire, new: Questionnaire, changes: tuple[Change, ...]) -> list[Change]:
    """The changes that ask for more than the declared version."""
    parts = zip(version_order(new.version), version_order(old.version), strict=True)
    step = next(need for need, (now, then) in zip(reversed(NEEDS), parts, strict=True) if now != then)
    return [change for change in changes if NEEDS.index(change.need) > NEEDS.index(step)]


def _reason(change: Change) -> Problem:
    return Problem(change.key, f"was {change.kind} ({change.need}: {change.effect}).", "")


def _write(registry: Path, text: str) -> None:
    try:
        put(registry, text.encode("utf-8"))
        sync_folder(registry.parent)
    except OSError as refused:
        message = f"{registry.name} cannot be written: {refused.strerror}."
        raise UserError(message, "Nothing was published.") from None

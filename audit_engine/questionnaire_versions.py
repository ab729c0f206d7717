"""`questionnaire publish` and `questionnaire diff`: versions that keep what they say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import typer

from audit_engine.terminal import say, table, warn
from exports.on_disk import put, sync_folder
from questionnaires.answers import short
from questionnaires.canonical import fingerprint
from questionnaires.comparability import untrue
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.library import Loaded, load, load_file, packaged, parse_reference
from questionnaires.parts import version_order
from questionnaires.published import Published, read_published, registry_of, written
from questionnaires.translations import in_language, languages, wording
from questionnaires.versions import NEEDS, Change, diff, smallest

LONGEST = 60
"""Characters of a text that the table of differences shows."""


def publish(file: Path) -> None:
    """Freezes the version in a file. Raises UserError, with nothing published, for whatever is not honest."""
    questionnaire = load_file(file).questionnaire
    registry = registry_of(file)
    known = read_published(registry)
    if any((one.id, one.version) == (questionnaire.id, questionnaire.version) for one in known):
        say(f"Nothing to publish: {_named(questionnaire)} is published with this content.")
        return
    old = _before(questionnaire, known, registry)
    if old is not None:
        _check_step(old, questionnaire)
    one = Published(
        questionnaire.id,
        questionnaire.version,
        file.resolve().relative_to(registry.parent).as_posix(),
        fingerprint(questionnaire),
    )
    _write(registry, written((*known, one)))
    say(f"{_named(questionnaire)} is published and will not change (SHA-256 {one.sha256[:12]}...).")


def _before(questionnaire: Questionnaire, known: Sequence[Published], registry: Path) -> Questionnaire | None:
    """The version it was made from: the one it supersedes, None for the first of an id."""
    earlier = [one for one in (*known, *packaged()) if one.id == questionnaire.id]
    versions = sorted({one.version for one in earlier}, key=version_order)
    if not versions:
        return None
    wanted = questionnaire.supersedes
    if wanted not in versions:
        raise UserError(
            f"{_named(questionnaire)} does not say which published version it was made from.",
            f"Write `supersedes:` with one of {', '.join(versions)}.",
        )
    own = next((one for one in known if (one.id, one.version) == (questionnaire.id, wanted)), None)
    loaded = load_file(registry.parent / own.file) if own else load(questionnaire.id, wanted)
    return loaded.questionnaire


def _check_step(old: Questionnaire, new: Questionnaire) -> None:
    changes = diff(old, new)
    if not changes:
        raise UserError(
            f"Nothing to publish: {_named(new)} says the same as {old.version}.",
            "Keep the version that there is.",
            code=ExitCode.NOT_NOW,
        )
    fitting = smallest(old, changes)
    if version_order(new.version) < version_order(fitting):
        raise UserError(
            f"{_named(new)} is too small a step from {old.version}: it must be {fitting} at least.",
            f"Write `version: {fitting}`, or take back what asks for it.",
            problems=tuple(_reason(change) for change in _too_big(old, new, changes)),
        )
    wrong = untrue(old, new)
    if wrong:
        raise UserError(
            f"{_named(new)} does not say truly how it compares with {old.version}.",
            "Mend `comparability` and `comparable_since` in the file.",
            problems=tuple(Problem(one.key, one.message, one.remedy) for one in wrong),
        )
    say(f"{len(changes)} change(s) since {old.version}; the smallest honest version is {fitting}.")


def _too_big(old: Questionnaire, new: Questionnaire, changes: tuple[Change, ...]) -> list[Change]:
    """The changes that ask for more than the declared version."""
    step = next(
        place
        for place in reversed(range(3))
        if version_order(new.version)[2 - place] != version_order(old.version)[2 - place]
    )
    return [change for change in changes if NEEDS.index(change.need) > step]


def _reason(change: Change) -> Problem:
    return Problem(change.key, f"was {change.kind} ({change.need}: {change.effect}).", "")


def _write(registry: Path, text: str) -> None:
    try:
        put(registry, text.encode("utf-8"))
        sync_folder(registry.parent)
    except OSError as refused:
        message = f"{registry.name} cannot be written: {refused.strerror}."
        raise UserError(message, "Nothing was published.") from None


def show_diff(old: str, new: str, *, as_json: bool) -> None:
    """The differences of two versions, each with what it asks for."""
    before, after = _named_or_file(old), _named_or_file(new)
    changes = diff(before, after)
    fitting = smallest(before, changes)
    if as_json:
        told: dict[str, object] = {"from": _named(before), "to": _named(after), "smallest_version": fitting}
        told |= {"changes": [asdict(change) for change in changes]}
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False))
        return
    if not changes:
        say(f"{_named(before)} and {_named(after)} say the same.")
        return
    rows = [
        (one.kind, one.key, short(one.before or "-", LONGEST), short(one.after or "-", LONGEST), one.need)
        for one in changes
    ]
    table(("What", "Where", "Before", "After", "Step"), rows)
    for need in reversed(NEEDS):
        effects = sorted({change.effect for change in changes if change.need == need})
        if effects:
            say(f"{need}: {'; '.join(effects)}.")
    say(f"Smallest honest version after {before.version}: {fitting}.")
    same = [name for name in after.items if name in before.items]
    since = [(before.items[name].comparable_since, after.items[name].comparable_since) for name in same]
    say(f"Items that compare: {sum(then == now for then, now in since)} of {len(after.items)}.")


def spoken(loaded: Loaded, language: str) -> Loaded:
    """The questionnaire in a language, and a word on how far it goes.

    Raises UserError if there are no texts in it.
    """
    known = languages(loaded.questionnaire)
    if language not in known:
        raise UserError(
            f"There are no texts of {_named(loaded.questionnaire)} in '{short(language)}'.",
            f"There are texts in {', '.join(known)}.",
            code=ExitCode.NOT_NOW,
        )
    found = wording(loaded.questionnaire, language)
    if found.read_by is None:
        warn("No speaker of the language has read these texts yet.")
    if left := len(found.missing) + len(found.outdated):
        warn(f"{left} texts are in English.")
    return replace(loaded, questionnaire=in_language(loaded.questionnaire, language))


def _named_or_file(text: str) -> Questionnaire:
    if text.endswith((".yaml", ".yml")):
        return load_file(Path(text)).questionnaire
    return load(*parse_reference(text)).questionnaire


def _named(questionnaire: Questionnaire) -> str:
    return f"{questionnaire.id}@{questionnaire.version}"

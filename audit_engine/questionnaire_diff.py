"""`questionnaire diff`: two versions side by side, for people or for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import typer

from audit_engine.questionnaire_named import named
from audit_engine.terminal import say
from audit_engine.terminal_table import table
from questionnaires.answers import short
from questionnaires.catalogue import SOURCE, marked, speaking, tr
from questionnaires.comparability import declared
from questionnaires.definition import Questionnaire
from questionnaires.history import Dropped, Origin, Relation
from questionnaires.versions import NEEDS, Change, Kind, Need, diff, smallest

LONGEST = 60
"""Characters of a text that the table of differences shows."""
_KINDS: Mapping[Kind, str] = {
    "added": marked("added"),
    "removed": marked("removed"),
    "reworded": marked("reworded"),
    "corrected": marked("corrected"),
    "rescaled": marked("rescaled"),
    "reweighted": marked("reweighted"),
    "moved": marked("moved"),
    "changed": marked("changed"),
    "retranslated": marked("retranslated"),
}
_STEPS: Mapping[Need, str] = {"patch": marked("patch"), "minor": marked("minor"), "major": marked("major")}
_RELATIONS: Mapping[Relation, str] = {
    "reworded": marked("reworded"),
    "rescaled": marked("rescaled"),
    "split": marked("split"),
    "merged": marked("merged"),
    "new": marked("new"),
}


def show_diff(old: str, new: str, *, as_json: bool) -> None:
    """The differences of two versions, each with what it asks for. `old`, `new`: NAME[@VERSION] or a file."""
    before, after = named(old).loaded.questionnaire, named(new).loaded.questionnaire
    if as_json:
        with speaking(SOURCE):
            _print(before, after, diff(before, after))
    elif changes := diff(before, after):
        _show(before, after, changes)
    else:
        say(
            tr(
                "{before} and {after} say the same.",
                before=before.reference,
                after=after.reference,
            )
        )


def kind_words(change: Change) -> str:
    """What became of it, in a word."""
    return tr(_KINDS[change.kind])


def why_words(change: Change) -> str:
    """The step it asks for and the reason: `major: a person could answer differently`."""
    return f"{tr(_STEPS[change.need])}: {tr(change.effect)}"


def _print(before: Questionnaire, after: Questionnaire, changes: Sequence[Change]) -> None:
    told = {
        "from": before.reference,
        "to": after.reference,
        "smallest_version": smallest(before, changes),
        "changes": [asdict(change) for change in changes],
        "comparability": declared(before, after).model_dump(mode="json"),
    }
    typer.echo(json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False))


def _show(before: Questionnaire, after: Questionnaire, changes: Sequence[Change]) -> None:
    rows = [
        (
            kind_words(one),
            one.key,
            short(one.before or "-", LONGEST),
            short(one.after or "-", LONGEST),
            tr(_STEPS[one.need]),
        )
        for one in changes
    ]
    table((tr("What"), tr("Where"), tr("Before"), tr("After"), tr("Step")), rows)
    for need in reversed(NEEDS):
        effects = sorted({tr(change.effect) for change in changes if change.need == need})
        if effects:
            say(f"{tr(_STEPS[need])}: {'; '.join(effects)}.")
    say(
        tr(
            "Smallest honest version after {version}: {smallest}.",
            version=before.version,
            smallest=smallest(before, changes),
        )
    )
    _show_declared(before, after)
    both = [(before.items[name], item) for name, item in after.items.items() if name in before.items]
    compare = sum(then.comparable_since == now.comparable_since for then, now in both)
    say(tr("Items that compare: {comparing} of {number}.", comparing=compare, number=len(after.items)))


def _show_declared(before: Questionnaire, after: Questionnaire) -> None:
    """What became of each item by the new version's own word, and whether older answers compare."""
    told = declared(before, after)
    origins = ((_named(one), *_said(one), one.why) for one in told.origins)
    dropped = ((_named(one), tr("dropped"), "-", tr("no"), one.why) for one in told.dropped)
    rows = [*origins, *dropped]
    if rows:
        say()
        say(
            tr(
                "What {reference} says of its items beside {version}; all others ask the same:",
                reference=after.reference,
                version=before.version,
            )
        )
        table((tr("Item"), tr("Is"), tr("Of"), tr("Compares"), tr("Why")), rows)
        say()


def _said(one: Origin) -> tuple[str, str, str]:
    return tr(_RELATIONS[one.relation]), ", ".join(one.of) or "-", tr("yes") if one.comparable else tr("no")


def _named(one: Origin | Dropped) -> str:
    return f"{one.scale} {one.id}" if one.scale else one.id

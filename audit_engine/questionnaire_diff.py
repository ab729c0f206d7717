"""`questionnaire diff`: two versions side by side, for people or for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer

from audit_engine.questionnaire_named import named
from audit_engine.terminal import say, table
from questionnaires.answers import short
from questionnaires.catalogue import tr
from questionnaires.comparability import declared
from questionnaires.definition import Questionnaire
from questionnaires.history import Dropped, Origin
from questionnaires.versions import NEEDS, Change, diff, smallest

LONGEST = 60
"""Characters of a text that the table of differences shows."""


def show_diff(old: str, new: str, *, as_json: bool) -> None:
    """The differences of two versions, each with what it asks for. `old`, `new`: NAME[@VERSION] or a file."""
    before, after = named(old).loaded.questionnaire, named(new).loaded.questionnaire
    changes = diff(before, after)
    if as_json:
        _print(before, after, changes)
    elif changes:
        _show(before, after, changes)
    else:
        say(
            tr(
                "{before} and {after} say the same.",
                before=before.reference,
                after=after.reference,
            )
        )


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
        (one.kind, one.key, short(one.before or "-", LONGEST), short(one.after or "-", LONGEST), one.need)
        for one in changes
    ]
    table((tr("What"), tr("Where"), tr("Before"), tr("After"), tr("Step")), rows)
    for need in reversed(NEEDS):
        effects = sorted({change.effect for change in changes if change.need == need})
        if effects:
            say(f"{need}: {'; '.join(effects)}.")
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
    dropped = ((_named(one), "dropped", "-", "no", one.why) for one in told.dropped)
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
    return one.relation, ", ".join(one.of) or "-", "yes" if one.comparable else "no"


def _named(one: Origin | Dropped) -> str:
    return f"{one.scale} {one.id}" if one.scale else one.id

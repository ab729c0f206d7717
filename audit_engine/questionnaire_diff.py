"""`questionnaire diff`: two versions side by side, for people or for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer

from audit_engine.questionnaire_named import named
from audit_engine.terminal import say, table
from questionnaires.answers import short
from questionnaires.definition import Questionnaire
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
        say(f"{before.reference} and {after.reference} say the same.")


def _print(before: Questionnaire, after: Questionnaire, changes: Sequence[Change]) -> None:
    told = {
        "from": before.reference,
        "to": after.reference,
        "smallest_version": smallest(before, changes),
        "changes": [asdict(change) for change in changes],
    }
    typer.echo(json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False))


def _show(before: Questionnaire, after: Questionnaire, changes: Sequence[Change]) -> None:
    rows = [
        (one.kind, one.key, short(one.before or "-", LONGEST), short(one.after or "-", LONGEST), one.need)
        for one in changes
    ]
    table(("What", "Where", "Before", "After", "Step"), rows)
    for need in reversed(NEEDS):
        effects = sorted({change.effect for change in changes if change.need == need})
        if effects:
            say(f"{need}: {'; '.join(effects)}.")
    say(f"Smallest honest version after {before.version}: {smallest(before, changes)}.")
    both = [(before.items[name], item) for name, item in after.items.items() if name in before.items]
    compare = sum(then.comparable_since == now.comparable_since for then, now in both)
    say(f"Items that compare: {compare} of {len(after.items)}.")

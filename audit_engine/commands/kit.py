"""audit-engine kit: the papers of the audit, filled with its facts."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_language
from audit_engine.kit.draw import draw
from audit_engine.kit.filling import kit_of
from audit_engine.kit.language import tell_language
from audit_engine.kit.staff_list import read_staff_list
from audit_engine.terminal import say, warn
from exports.kit.folder import write_kit
from exports.kit.material import InterviewPlan
from questionnaires.answers import short, storable
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)
LONGEST_SEED = 60


@app.command()
def kit(
    audit: AuditPath,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the papers go; made if missing.")],
    staff_list: Annotated[
        Path | None,
        typer.Option(
            "--staff-list",
            metavar="LIST.CSV",
            help="Draw interviews from it: columns function,sex,category,heard. It is not kept.",
        ),
    ] = None,
    seed: Annotated[
        str, typer.Option(help="Repeat a draw; chance decides if left out.", show_default=False)
    ] = "",
    language: Annotated[
        str, typer.Option(help="en, fr, es, ar or ru; the audit's if left out.", show_default=False)
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the papers of an earlier kit.")] = False,
) -> None:
    """Write the papers of the audit: letters, lists, guides, forms.

    Numbered in the order they are used, A4, filled with the unit's name, dates and words. What the unit fills
    in (document request list, HR sheet) comes back with: audit-engine import. No answer is in any paper.
    """
    if seed and staff_list is None:
        raise UserError(tr("--seed goes with --staff-list only."), tr("Add the list, or leave it out."))
    named = parse_language(language) if language else ""
    with AuditFile(audit) as opened:
        plan = _plan(staff_list, seed)
        filled = kit_of(opened, plan)
        wanted = named or opened.facts().language
    tell_language(wanted)
    names = write_kit(filled, folder, wanted, force=force)
    say(tr_many("{number} files in {folder}:", "{number} files in {folder}:", len(names), folder=folder))
    for name in names:
        say(f"  {name}")
    if plan:
        _tell(plan, filled.setting.invited)
    if not filled.referral:
        warn(
            tr(
                "no referral contacts are recorded. Add them: audit-engine edit {name} --referral TEXT",
                name=audit.name,
            )
        )


def _plan(staff_list: Path | None, seed: str) -> InterviewPlan | None:
    if staff_list is None:
        return None
    wanted = storable(" ".join(seed.split()))
    if len(wanted) > LONGEST_SEED:
        raise UserError(
            tr("--seed: '{seed}' is too long.", seed=short(wanted)),
            tr_many("At most {number} characters.", "At most {number} characters.", LONGEST_SEED),
        )
    return draw(read_staff_list(staff_list), wanted or secrets.token_hex(4))


def _tell(plan: InterviewPlan, invited: int) -> None:
    heard = [seat.sex for seat in plan.seats]
    women, men = heard.count("woman"), heard.count("man")
    if plan.everybody:
        say(
            tr_many(
                "Everybody on the list is interviewed: {number} people.",
                "Everybody on the list is interviewed: {number} people.",
                len(heard),
            )
        )
    else:
        say(
            tr_many(
                "Drawn: {drawn} of {number} people, {women} women and {men} men. Seed: {seed}",
                "Drawn: {drawn} of {number} people, {women} women and {men} men. Seed: {seed}",
                plan.listed,
                drawn=len(heard),
                women=women,
                men=men,
                seed=plan.seed,
            )
        )
        say(tr("The same list and --seed give the same plan. The list was not kept."))
    if not women or not men:
        warn(tr("the plan has {women} women and {men} men: one sex is not heard.", women=women, men=men))
    if invited != plan.listed:
        warn(
            tr_many(
                "the list has {number} people, the audit {invited} staff; is the list complete?",
                "the list has {number} people, the audit {invited} staff; is the list complete?",
                plan.listed,
                invited=invited,
            )
        )

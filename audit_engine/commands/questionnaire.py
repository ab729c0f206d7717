"""`audit-engine questionnaire`: list, show, check, compare and publish questionnaires."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine import questionnaire_versions as versions
from audit_engine import terminal
from audit_engine.questionnaire_page import area_page, counts, item_page, overview
from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import available, load, load_file, parse_reference, refuse_republished
from questionnaires.translations import SOURCE, languages

app = typer.Typer(
    help="List, show, check, compare and publish questionnaires.", no_args_is_help=True, add_completion=False
)


@app.command("list")
def list_() -> None:
    """List the questionnaires that come with the program."""
    rows = []
    for name, version in available():
        loaded = load(name, version)
        spoken = " ".join(languages(loaded.questionnaire))
        rows.append((name, version, loaded.questionnaire.title, spoken, loaded.sha256[:12]))
    terminal.table(("id", "version", "title", "languages", "SHA-256"), rows)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME[@VERSION]", help="For example pga or pga@1.0.0.")],
    area: Annotated[str | None, typer.Option(help="Everything about one area, for example ST1.")] = None,
    item: Annotated[str | None, typer.Option(help="Everything about one item, for example ST1-01.")] = None,
    language: Annotated[str, typer.Option(help="In another language: fr, es, ar or ru.")] = SOURCE,
) -> None:
    """Show what a questionnaire asks, of whom, and how it is rated."""
    loaded = versions.spoken(load(*parse_reference(name)), language)
    questionnaire = loaded.questionnaire
    if item is not None:
        page = item_page(questionnaire, _item(questionnaire, item))
    elif area is not None:
        page = area_page(questionnaire, _area(questionnaire, area))
    else:
        page = overview(loaded)
    console = terminal.out()
    for part in page:
        console.print(part)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire in a YAML file.")],
) -> None:
    """Check a questionnaire file: every mistake with its line, what is wrong and what to do."""
    loaded = load_file(file)
    refuse_republished(loaded)
    questionnaire = loaded.questionnaire
    terminal.say(f"OK: {questionnaire.id} {questionnaire.version}, {counts(questionnaire)}.")


@app.command()
def publish(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire in a YAML file.")],
) -> None:
    """Freeze a version: refused where its number promises less change than there is."""
    versions.publish(file)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="NAME[@VERSION] or a FILE.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="NAME[@VERSION] or a FILE.")],
    format: Annotated[Literal["table", "json"], typer.Option(help="For people, or for programs.")] = "table",
) -> None:
    """Compare two versions: what changed, and the smallest version that honestly says so."""
    versions.show_diff(old, new, as_json=format == "json")


def _area(questionnaire: Questionnaire, wanted: str) -> Area:
    areas = {area.id: area for area in questionnaire.areas}
    if wanted not in areas:
        raise _not_there("area", wanted, list(areas))
    return areas[wanted]


def _item(questionnaire: Questionnaire, wanted: str) -> Item:
    if wanted not in questionnaire.items:
        raise _not_there("item", wanted, list(questionnaire.items))
    return questionnaire.items[wanted]


def _not_there(kind: str, wanted: str, known: list[str]) -> UserError:
    near = get_close_matches(wanted.upper(), known, n=3) or known[:12]
    remedy = f"There is for example {', '.join(near)}."
    return UserError(f"There is no {kind} {wanted}.", remedy, code=ExitCode.NOT_NOW)

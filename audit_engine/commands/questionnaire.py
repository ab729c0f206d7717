"""`audit-engine questionnaire`: list, show, check, compare and publish questionnaires."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine import terminal
from audit_engine.questionnaire_diff import show_diff
from audit_engine.questionnaire_language import spoken
from audit_engine.questionnaire_named import named
from audit_engine.questionnaire_page import area_page, item_page, overview
from audit_engine.questionnaire_publishing import publish as publish_version
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr
from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.languages import SOURCE
from questionnaires.library import available, load
from questionnaires.translations import languages

app = typer.Typer(
    help="List, show, check, compare and publish questionnaires.", no_args_is_help=True, add_completion=False
)

NameOrFile = Annotated[
    str,
    typer.Argument(metavar="NAME[@VERSION]|FILE", help="For example pga or pga@1.0.0, or a YAML file."),
]


@app.command("list")
def list_() -> None:
    """List the questionnaires that come with the program."""
    rows = []
    for name, version in available():
        loaded = load(name, version)
        spoken = " ".join(languages(loaded.questionnaire))
        rows.append((name, version, loaded.questionnaire.title, spoken, loaded.sha256[:12]))
    table((tr("id"), tr("version"), tr("title"), tr("languages"), "SHA-256"), rows)


@app.command()
def show(
    name: NameOrFile,
    area: Annotated[str | None, typer.Option(help="Everything about one area, for example ST1.")] = None,
    item: Annotated[str | None, typer.Option(help="Everything about one item, for example ST1-01.")] = None,
    language: Annotated[
        str, typer.Option(help="In another language, for example fr, es, ar or ru.")
    ] = SOURCE,
) -> None:
    """Show what a questionnaire asks, of whom, and how it is rated."""
    wanted = named(name)
    loaded = spoken(wanted.loaded, language, wanted.shelf)
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
    staff: Annotated[
        int | None, typer.Option(min=1, help="Also: groups of the profile too small in a unit of so many.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with exit code 1 if there are warnings.")
    ] = False,
    format: Annotated[Literal["text", "json"], typer.Option(help="For people, or for programs.")] = "text",
) -> None:
    """Check a questionnaire file: every mistake with its line, what is wrong and what to do.

    A file without mistakes can be used. What an editor would look at again comes after the verdict: leading
    or double questions, words that leave somebody out, reversed items, thin areas and the like.
    """
    from audit_engine.questionnaire_check import check_aloud, check_for_programs  # start-up: only here

    look = check_for_programs if format == "json" else check_aloud
    look(file, staff=staff, strict=strict)


@app.command()
def publish(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire in a YAML file.")],
) -> None:
    """Freeze a version: refused where its number promises less change than there is."""
    publish_version(file)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="NAME[@VERSION] or a FILE.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="NAME[@VERSION] or a FILE.")],
    format: Annotated[Literal["table", "json"], typer.Option(help="For people, or for programs.")] = "table",
) -> None:
    """Compare two versions: what changed, and the smallest version that honestly says so."""
    show_diff(old, new, as_json=format == "json")


def _area(questionnaire: Questionnaire, wanted: str) -> Area:
    areas = {area.id: area for area in questionnaire.areas}
    if wanted not in areas:
        raise _not_there(tr("There is no area {area}.", area=wanted), wanted, list(areas))
    return areas[wanted]


def _item(questionnaire: Questionnaire, wanted: str) -> Item:
    if wanted not in questionnaire.items:
        raise _not_there(tr("There is no item {item}.", item=wanted), wanted, list(questionnaire.items))
    return questionnaire.items[wanted]


def _not_there(message: str, wanted: str, known: list[str]) -> UserError:
    near = get_close_matches(wanted.upper(), known, n=3) or known[:12]
    remedy = tr("There is for example {names}.", names=", ".join(near))
    return UserError(message, remedy, code=ExitCode.NOT_NOW)


@app.command()
def schema() -> None:
    """Print a JSON Schema of questionnaire files, so that an editor completes and checks YAML.

    Keep it in a file: audit-engine questionnaire schema > questionnaire.schema.json
    A definition then begins with the line: # yaml-language-server: $schema=questionnaire.schema.json
    """
    from audit_engine.questionnaire_schema import print_schema  # start-up: only here

    print_schema()


@app.command()
def paper(
    name: Annotated[
        str, typer.Argument(metavar="NAME[@VERSION]|AUDIT", help="A questionnaire, or an audit file.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT.DOCX", help="The form to print.")],
    instrument: Annotated[
        str, typer.Option(help="survey, interview, document_review or staff_data.")
    ] = "survey",
    role: Annotated[str, typer.Option(help="Who fills it in; left out: the usual role.")] = "",
    staff: Annotated[int | None, typer.Option(min=1, help="Size of the unit; decides what is asked.")] = None,
    language: Annotated[
        str, typer.Option(help="en, fr, es, ar or ru; the audit's if left out.", show_default=False)
    ] = "",
    typing: Annotated[
        Path | None, typer.Option(metavar="SHEET.CSV", help="Also write the empty sheet for typing.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that stand there.")] = False,
) -> None:
    """Write a paper form (A4) with a code beside each choice, and a page for whoever types it.

    What was typed comes in with: audit-engine import AUDIT SHEET.CSV
    """
    from audit_engine.questionnaire_paper import write_paper  # start-up: only here

    write_paper(
        name,
        out,
        instrument=instrument,
        role=role,
        staff=staff,
        language=language,
        typing=typing,
        force=force,
    )


@app.command()
def xlsform(
    name: NameOrFile,
    out: Annotated[Path, typer.Argument(metavar="FORM.xlsx", help="Where the form goes.")],
    instrument: Annotated[
        str, typer.Option(help="survey, interview, staff_data or document_review.")
    ] = "survey",
    audit: Annotated[
        Path | None, typer.Option(help="An audit: ask only what its unit asks, and name the unit.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="A language of the form, the first one first; all if left out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
) -> None:
    """Write a form for phones (ODK, KoboToolbox): docs/other-tools.md."""
    from audit_engine.phone_form import write_form  # start-up: only here

    write_form(name, out, instrument, audit, tuple(language or ()), force=force)


@app.command()
def glossary(
    language: Annotated[str, typer.Option(help="What the words are called in fr, es, ar or ru.")] = SOURCE,
) -> None:
    """Show the words of the field, for a translator: what each means, what it is called, what not."""
    from audit_engine.questionnaire_glossary import show_glossary  # start-up: only here

    show_glossary(language)


@app.command()
def translate(
    name: NameOrFile,
    language: Annotated[str, typer.Option(help="Two letters, for example fr or pt.", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Argument(
            metavar="[OUT.xlsx]",
            help="Where the workbook goes; left out: pga-1.1.0.fr.xlsx.",
            show_default=False,
        ),
    ] = None,
    returned: Annotated[
        Path | None,
        typer.Option("--from", metavar="RETURNED.xlsx", help="Read a workbook that came back instead."),
    ] = None,
    read_by: Annotated[
        str,
        typer.Option(
            "--read-by", metavar="NAME", help="With --from: who, at home in the language, read all of it."
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="With --from: write it without asking.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a workbook of that name.")] = False,
) -> None:
    """Write a workbook for a translator, and read it back.

    The translation stands beside the questionnaire, as VERSION.LANGUAGE.yaml; a new language needs nothing
    before. Whatever cannot be taken from a workbook is named by sheet and cell, and then nothing is written.
    """
    from audit_engine.translating.sending import send  # start-up: only here
    from audit_engine.translating.taking_in import take_in

    if returned is None:
        if yes or read_by:
            raise UserError(
                tr("--yes and --read-by go with --from."), tr("Name the workbook that came back: --from FILE")
            )
        send(name, language, out, force=force)
    elif out is not None or force:
        raise UserError(
            tr("--from reads a workbook and writes none."), tr("Leave out the other file and --force.")
        )
    else:
        take_in(name, language, returned, read_by=read_by, yes=yes)

"""audit-engine score: the team's working view of the ratings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_area
from audit_engine.judging.area_view import show_area
from audit_engine.judging.baseline import copy_figures
from audit_engine.judging.benchmark import read_benchmark
from audit_engine.judging.benchmark_json import benchmark_json
from audit_engine.judging.benchmark_view import show_benchmark
from audit_engine.judging.rating_view import show_overview
from audit_engine.judging.references_view import show_references
from audit_engine.terminal_language import said_in
from scoring import assess
from scoring.team_json import team_json

app = typer.Typer(add_completion=False)


@app.command()
def score(
    audit: AuditPath,
    area: Annotated[str, typer.Option(help="One area down to its items, for example ST1.")] = "",
    format: Annotated[Literal["table", "json"], typer.Option(help="For people, or for programs.")] = "table",
    baseline: Annotated[
        Path | None, typer.Option(help="The previous audit of this unit; its figures are copied in.")
    ] = None,
    benchmark: Annotated[
        Path | None, typer.Option(help="The bureau's file: where other units stand (docs/benchmark-json.md).")
    ] = None,
    by: By = "",
) -> None:
    """See the ratings: overall, fronts, areas, items.

    This is the facilitation team's working view, not for the unit. An area without enough evidence is not
    rated, and the view says why. The JSON format is documented in docs/score-json.md.
    """
    with AuditFile(audit) as opened:
        questionnaire = opened.definition.questionnaire if format == "json" else opened.questionnaire
        chosen = parse_area(area, questionnaire) if area else None
        others = read_benchmark(benchmark, questionnaire) if benchmark else None
        if baseline:
            copy_figures(opened, baseline, by or opened.facts().lead)
        evidence = opened.evidence()
        with said_in(format):
            assessment = assess(questionnaire, evidence, opened.earlier())
            if format == "json":
                found = team_json(questionnaire, evidence, assessment, opened.definition.sha256)
                if chosen:
                    found["areas"] = [each for each in found["areas"] if each["id"] == chosen.id]
                    found["items"] = [each for each in found["items"] if each["area"] == chosen.id]
                if others:
                    only = chosen.id if chosen else ""
                    found["benchmark"] = benchmark_json(others, assessment, opened.facts(), only)
                typer.echo(json.dumps(found, indent=2, ensure_ascii=False, allow_nan=False))
            elif chosen:
                show_area(questionnaire, evidence, assessment, chosen, opened.facts().unit)
                show_references(questionnaire, assessment, chosen, opened.facts())
            else:
                show_overview(questionnaire, evidence, assessment, opened.facts().unit)
            if others and format == "table":
                show_benchmark(others, assessment, opened.facts(), chosen.id if chosen else "")

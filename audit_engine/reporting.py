"""From an open audit file to its report: ratings, facts, what people decided. Notes stay out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

from sqlalchemy import Connection

from audit_engine import clock, reporting_after
from audit_engine.after import reference
from audit_engine.audit import Decision, Document, Draw, Facts, Finding
from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import CONSTITUENTS, PHASE_WORDS, REGIONS, UNIT_TYPES
from audit_engine.judging.voices import too_few_voices
from audit_engine.publishing import preview_evidence
from audit_engine.reporting_language import as_read, in_every_language, unread
from audit_engine.sittings.comparing import agreement_in_words, compare
from audit_engine.store import judgement, releases, submissions
from audit_engine.store.facts import get_meta
from exports.compose import compose
from exports.composing.edition import day_words
from exports.material import Decided, Edition, GroupSaid, Material, Noted
from exports.report import Fact, Report
from questionnaires.answers import short
from questionnaires.catalogue import SOURCE, known_or_english, speaking, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.routing import NOT_ASKED, group_size
from questionnaires.translations import in_language
from scoring import assess
from scoring.evidence import Earlier, Evidence
from scoring.release import Release

LONGEST_NAME = 300
"""Characters of a unit's name that a heading still holds."""


def report_of(
    opened: AuditFile, release: Release | None, *, draft: bool = False, language: str = ""
) -> Report:
    """The report of a release; without one a preview, with the figures of the last release.

    `language`: its two letters, that of the audit if left out; where the program has no texts in it, its own
    words are English, and those of the questionnaire as far as they are translated.
    """
    wanted = language or opened.facts().language
    with speaking(known_or_english(wanted)):
        return compose(material_of(opened, release, wanted, draft=draft))


def report_for_programs(opened: AuditFile, release: Release) -> Report:
    """The same with English words, as tables for programs take it apart."""
    with speaking(SOURCE):
        return compose(material_of(opened, release, opened.definition.questionnaire.language))


def material_of(
    opened: AuditFile, release: Release | None, language: str, *, draft: bool = False
) -> Material:
    """All that the report is made from, in the language spoken. `draft`: it is sent for comment.

    `language`: that of the questionnaire's texts.
    """
    original = opened.definition.questionnaire
    questionnaire = in_language(original, language)
    facts, earlier = opened.facts(), opened.earlier()
    evidence = release.evidence if release else preview_evidence(opened)
    with opened.reading() as connection:
        findings = judgement.every(connection, Finding)
        decisions = judgement.every(connection, Decision)
        said = tuple(_groups_said(connection, questionnaire))
        published = _edition(connection, release)
        audit = get_meta(connection, "audit") or ""
        answered, progressed = reporting_after.answered(connection), reporting_after.progressed(connection)
        views = reporting_after.views(connection, questionnaire)
        papers = reporting_after.papers(connection)
    every = in_every_language(original) if any(one.source for one in decisions) else ()
    return Material(
        questionnaire=questionnaire,
        sha256=opened.definition.sha256,
        assessment=assess(questionnaire, evidence, earlier),
        unit=short(facts.unit, LONGEST_NAME),
        unit_type=facts.unit_type,
        start=facts.start,
        facts=tuple(_facts(facts)),
        heard=evidence.heard,
        noted=tuple(_noted(finding) for finding in findings if finding.confirmed and not finding.kept_back),
        decided=tuple(
            _decided(as_read(decision, every, questionnaire, facts.unit_type)) for decision in decisions
        ),
        groups_said=said,
        confirmed_na=_confirmed_na(evidence),
        earlier=_earlier(earlier),
        practice=tuple(_practice(opened)),
        engine=f"audit-engine {version('audit-engine')}",
        edition=published,
        audit=audit,
        answered=answered,
        progressed=progressed,
        views=views,
        papers=papers,
        dates=reporting_after.dates(facts),
        draft=draft,
        language=language,
        unread=unread(original, language),
        today=date.fromisoformat(release.at) if release else clock.today(),
    )


def _edition(connection: Connection, release: Release | None) -> Edition:
    """Which release it is, and the day from which an area's kept figures of people are."""
    if release is None:
        last = releases.last_release(connection)
        shows = tr("release {number} of {day}", number=last.number, day=last.at) if last else ""
        return Edition(None, None, shows)
    made = releases.release_dates(connection)
    # Of every area that is not of this release: only of those held back it would tell who left out which.
    kept = {area: made[number] for area, number in release.since.items() if number < release.number}
    return Edition(
        number=release.number,
        at=date.fromisoformat(release.at),
        kept={area: date.fromisoformat(day) for area, day in kept.items()},
    )


def left_out(opened: AuditFile) -> int:
    """How many findings, strengths and good practices wait to be confirmed and so are not in the report."""
    with opened.reading() as connection:
        return sum(1 for finding in judgement.every(connection, Finding) if not finding.confirmed)


def kept_back(opened: AuditFile) -> str:
    """How many confirmed ones stay in the team although somebody confirmed them, and why; empty for none."""
    with opened.reading() as connection:
        return too_few_voices(judgement.every(connection, Finding))


def _facts(facts: Facts) -> Iterator[Fact]:
    kind = tr(UNIT_TYPES[facts.unit_type]) if facts.unit_type else ""
    kind = tr(CONSTITUENTS[facts.constituent]) if facts.constituent else kind
    region = tr(REGIONS[facts.region]) if facts.region else ""
    where = ", ".join(part for part in (kind, facts.country, region) if part)
    yield Fact(tr("Unit"), where or tr("not said"))
    phase = tr(PHASE_WORDS[facts.phase])
    stage = tr("Fieldwork from {day}; now: {phase}", day=day_words(facts.start), phase=phase)
    yield Fact(tr("Audit"), stage)
    if "final_report" in facts.dates:
        yield Fact(tr("Final report due"), day_words(facts.dates["final_report"]))
    if facts.invited:
        yield Fact(tr("Staff"), tr_many("{number} people", "{number} people", facts.invited))
    if facts.facilitators:
        yield Fact(tr("Facilitators"), ", ".join(facts.facilitators))


def _noted(finding: Finding) -> Noted:
    return Noted(
        kind=finding.kind,
        area=finding.area,
        text=finding.text,
        where=finding.where,
        evidence=finding.evidence,
        support=finding.support,
        transferable=finding.transferable,
        consent=finding.consent,
    )


def _decided(decision: Decision) -> Decided:
    return Decided(
        source=decision.source,
        area=decision.area,
        text=decision.text,
        status=decision.status,
        priority=decision.priority,
        responsible=decision.responsible,
        due=date.fromisoformat(decision.due) if decision.due else None,
        verification=decision.verification,
        raised_by=decision.raised_by,
        ref=reference(decision.source, decision.id),
    )


def _groups_said(connection: Connection, questionnaire: Questionnaire) -> Iterator[GroupSaid]:
    """What was written under prompts that are meant to be published, in workshops that count."""
    meant = {name: prompt for name, prompt in questionnaire.open_prompts.items() if prompt.released}
    for room in submissions.submissions(connection, instrument="workshop"):
        if room.state == "void":
            continue
        for name, answer in submissions.answers(connection, room.id).items():
            if name in meant and answer.value != NOT_ASKED:
                yield GroupSaid(name, answer.value, group_size(meant[name], room.women, room.men))


def _confirmed_na(evidence: Evidence) -> frozenset[str]:
    return frozenset(
        found.item for found in evidence.observations if found.agreed and found.value.startswith("na")
    )


def _earlier(earlier: Earlier | None) -> dict[str, str]:
    if earlier is None:
        return {}
    told = tr(
        "The audit of {day} of {unit}, {questionnaire} {version}",
        day=day_words(date.fromisoformat(earlier.start)),
        unit=earlier.unit,
        questionnaire=earlier.questionnaire,
        version=earlier.version,
    )
    return {tr("Baseline"): told}


def _practice(opened: AuditFile) -> Iterator[Fact]:
    with opened.reading() as connection:
        documents = judgement.every(connection, Document)
        draws = judgement.every(connection, Draw)
    if documents:
        read = tr_many(
            "{number} of {registered} registered were read",
            "{number} of {registered} registered were read",
            sum(one.drawn for one in documents),
            registered=len(documents),
        )
        yield Fact(tr("Documents"), read)
    for draw in draws:
        yield Fact(tr("Drawn: {kind}", kind=draw.kind or tr("documents")), _draw(draw))
    alike = compare(opened)
    twice, wanted, of = alike.levels
    if of:
        told = tr_many(
            "rated {twice} of {number} items with written levels independently; {wanted} are asked for",
            "rated {twice} of {number} items with written levels independently; {wanted} are asked for",
            of,
            twice=twice,
            wanted=wanted,
        )
        yield Fact(tr("Two facilitators"), told)
    if alike.overall.items:
        yield Fact(tr("How alike they rated"), agreement_in_words(alike.overall))


def _draw(draw: Draw) -> str:
    if draw.step <= 1:
        return tr_many(
            "all {number} on the list, by {name}",
            "all {number} on the list, by {name}",
            draw.listed,
            name=draw.by,
        )
    return tr(
        "{drawn} of {listed}, one of every {step} by date, from number {first}, by {name}",
        drawn=draw.drawn,
        listed=draw.listed,
        step=draw.step,
        first=draw.start,
        name=draw.by,
    )

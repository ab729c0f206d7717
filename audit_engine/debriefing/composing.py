"""From an open audit file to what is presented: no figure of people, nothing published, nothing closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from audit_engine.after import Rank, View
from audit_engine.audit import Decision, Document, Facts, Finding, default_dates
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.debriefing import told
from audit_engine.debriefing.by_documents import (
    LOOKED_UP,
    ByDocuments,
    by_documents,
    is_high,
    judged_by_papers,
)
from audit_engine.debriefing.days import day_of_debriefing, evidence_until
from audit_engine.debriefing.offered import Choice, choice
from audit_engine.debriefing.papers import area_block, figure, promised
from audit_engine.debriefing.presentation import Block, Debriefing, Line, Part
from audit_engine.debriefing.thanks import thanks
from audit_engine.judging.voices import too_few_voices
from audit_engine.store import after, counting, judgement, submissions
from exports.composing.edition import day_words
from exports.composing.words import capital
from exports.kit.material import DAYS_FOR_COMMENTS
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.routing import survey_held
from questionnaires.scope import looked_up_in
from scoring.evidence import Evidence

LONGEST_NAME = 300
WRONG_OR_MISSING = marked(
    "what is wrong or missing? We note: agreed, disputed with the reason, or evidence by a day."
)


@dataclass(frozen=True)
class _Known:
    """What the parts are made from; `areas` and `choice` rest on documents and staff data alone."""

    questionnaire: Questionnaire
    facts: Facts
    evidence: Evidence
    areas: tuple[ByDocuments, ...]
    choice: Choice
    findings: list[Finding]
    seen: Mapping[str, str]
    views: Mapping[str, View]


def areas_by_documents(opened: AuditFile) -> tuple[ByDocuments, ...]:
    """Every area by documents and staff data alone, as they stand now."""
    questionnaire = opened.questionnaire
    with opened.reading() as connection:
        now = counting.of_audit(connection, questionnaire)
    return by_documents(questionnaire, judged_by_papers(questionnaire, now, opened.earlier()))


def choice_of(opened: AuditFile) -> Choice:
    """The proposals that the unit ranks."""
    questionnaire = opened.questionnaire
    with opened.reading() as connection:
        now = counting.of_audit(connection, questionnaire)
        decisions = judgement.every(connection, Decision)
        ranks = after.standing(connection, Rank)
    return choice(questionnaire, judged_by_papers(questionnaire, now, opened.earlier()), decisions, ranks)


def debriefing_of(opened: AuditFile) -> Debriefing:
    """All that is presented. Never fails for want of evidence or of decisions."""
    with opened.reading() as connection:
        known = _known(opened, connection)
        said = thanks(connection, known.questionnaire, known.facts, known.evidence, known.areas)
    day = day_words(day_of_debriefing(known.facts))
    return Debriefing(
        title=tr("Debriefing of {day}: {unit}", day=day, unit=short(known.facts.unit, LONGEST_NAME)),
        parts=(
            Part(1, tr("Thanks, and what was done"), (Block(said),)),
            Part(2, tr("Strengths"), _strengths(known), empty=tr("None was written down yet.")),
            Part(3, _looked_up(known.questionnaire), _papers(known), ask=tr(WRONG_OR_MISSING)),
            Part(
                4,
                tr("What people told us, in words"),
                _words(known),
                empty=tr("Nothing is told here: it takes three people or more who said the same."),
            ),
            Part(5, tr("Proposals, for you to rank"), _proposals(known), empty=tr("None yet.")),
            Part(6, tr("Dates"), (Block(tuple(_dates(known))),)),
            Part(7, tr("Open questions"), (Block(tuple(_questions(known))),)),
        ),
        team=tuple(_team(known)),
    )


def _known(opened: AuditFile, connection: Connection) -> _Known:
    questionnaire = opened.questionnaire
    evidence = counting.of_audit(connection, questionnaire)
    judged = judged_by_papers(questionnaire, evidence, opened.earlier())
    decisions = judgement.every(connection, Decision)
    return _Known(
        questionnaire=questionnaire,
        facts=opened.facts(),
        evidence=evidence,
        areas=by_documents(questionnaire, judged),
        choice=choice(questionnaire, judged, decisions, after.standing(connection, Rank)),
        findings=judgement.every(connection, Finding),
        seen=_seen(connection),
        views=after.standing(connection, View),
    )


def _looked_up(questionnaire: Questionnaire) -> str:
    return capital(looked_up_in(questionnaire))


def _seen(connection: Connection) -> dict[str, str]:
    """Item -> the registered paper that was named for it last; other words about it are not read aloud."""
    titles = {paper.title.casefold(): paper.title for paper in judgement.every(connection, Document)}
    found: dict[str, str] = {}
    for sheet in submissions.submissions(connection):
        if sheet.instrument in LOOKED_UP and sheet.state != "void":
            answered = submissions.answers(connection, sheet.id).values()
            named = {one.item: titles.get(one.evidence.strip().casefold()) for one in answered}
            found |= {item: title for item, title in named.items() if title}
    return found


def _strengths(known: _Known) -> tuple[Block, ...]:
    """One an area: the team's own words, else the figure of an area that is high by documents."""
    written = {each.area: each for each in told.strengths(known.findings)}
    lines = []
    for found in known.areas:
        mine = written.get(found.area.id)
        if mine:
            lines.append(Line(_said(mine), found.area.id))
        elif is_high(known.questionnaire, found):
            lines.append(Line(f"{found.area.title}. {figure(known.questionnaire, found)}", found.area.id))
    return (Block(tuple(lines)),) if lines else ()


def _said(finding: Finding) -> str:
    beside = "; ".join(part for part in (finding.where, finding.evidence) if part)
    return f"{finding.text} ({beside})" if beside else finding.text


def _papers(known: _Known) -> tuple[Block, ...]:
    return tuple(
        area_block(known.questionnaire, found, known.seen, known.views.get(found.area.id))
        for found in known.areas
    )


def _words(known: _Known) -> tuple[Block, ...]:
    """Where it was seen may be told, what else shows it too; how many said it never is."""
    shown = [one for one in told.of_voices(known.findings) if one.kind != "strength"]
    return (Block(tuple(Line(_said(one), one.area) for one in shown)),) if shown else ()


def _proposals(known: _Known) -> tuple[Block, ...]:
    lines = tuple(
        Line(
            "  ".join((f"{one.text} ({one.area}, {one.ref})", *_place(one.rank))),
            f"{number}.",
        )
        for number, one in enumerate(known.choice.offered, 1)
    )
    return (Block(lines),) if lines else ()


def _place(rank: int | None) -> tuple[str, ...]:
    return (tr("Your place: {place}.", place=rank),) if rank else ()


def _dates(known: _Known) -> Iterator[Line]:
    facts = known.facts
    days = default_dates(facts.start) | dict(facts.dates)
    comments = days["draft_report"] + timedelta(days=DAYS_FOR_COMMENTS)
    if survey_held(known.questionnaire, facts.setting):
        yield Line(tr("Survey closes: {day}", day=day_words(facts.survey_due)))
    yield Line(
        tr(
            "New {sources}, to change a rating: by {day}",
            sources=looked_up_in(known.questionnaire),
            day=day_words(evidence_until(facts)),
        )
    )
    yield Line(tr("Draft report: {day}", day=day_words(days["draft_report"])))
    yield Line(tr("Your comments on facts: by {day}", day=day_words(comments)))
    yield Line(tr("Final report: {day}", day=day_words(days["final_report"])))
    yield Line(tr("Your action plan: {day}", day=day_words(days["follow_up"])))


def _questions(known: _Known) -> Iterator[Line]:
    for view in known.views.values():
        if view.evidence_by:
            yield Line(tr("Evidence promised by {day}.", day=promised(view)), view.area)
    for found in known.areas:
        not_given = {item.id for item in found.not_given}
        missing = [item.id for item in found.missing if item.id not in not_given]
        if not_given:
            items = ", ".join(sorted(not_given))
            yield Line(tr("Asked for twice and not given: {items}.", items=items), found.area.id)
        if missing:
            yield Line(tr("Not found yet: {items}.", items=", ".join(missing)), found.area.id)
    yield Line(tr("What have we not asked?"))


def _team(known: _Known) -> Iterator[str]:
    """What the unit must not see; told before anything is shown."""
    day = day_of_debriefing(known.facts)
    if today() != day and not known.views:
        yield tr(
            "Today is {today}; the debriefing stands for {day}. If it is today: "
            "audit-engine edit, --date debrief={date}.",
            today=day_words(today()),
            day=day_words(day),
            date=today(),
        )
    few = too_few_voices(known.findings)
    if few:
        yield few
    figures = told.with_figures(known.findings)
    if figures:
        yield tr_many(
            "Finding {findings} is left out today, as the words give a figure of people; put it in words: "
            "audit-engine findings, --edit N --text TEXT.",
            "Findings {findings} are left out today, as the words give a figure of people; put it in words: "
            "audit-engine findings, --edit N --text TEXT.",
            len(figures),
            findings=_numbers(figures),
        )
    waiting = [one for one in known.findings if not one.confirmed]
    if waiting:
        yield tr_many(
            "Finding {findings} is left out, as nobody confirmed it.",
            "Findings {findings} are left out, as nobody confirmed it.",
            len(waiting),
            findings=_numbers(waiting),
        )
    unsaid = [one for one in known.findings if _unsaid(one)]
    if unsaid:
        yield tr_many(
            "Finding {findings} is left out today, as nobody says how many people said it. If people did: "
            "audit-engine findings, --edit N --voices NUMBER. If papers show it, they speak for it here.",
            "Findings {findings} are left out today, as nobody says how many people said it. If people did: "
            "audit-engine findings, --edit N --voices NUMBER. If papers show it, they speak for it here.",
            len(unsaid),
            findings=_numbers(unsaid),
        )
    held, beyond = known.choice.held_back, known.choice.beyond
    if held:
        yield tr(
            "Proposals that wait for the report, as only what people answered raised them: {number}.",
            number=held,
        )
    if beyond:
        yield tr(
            "Proposals beyond the twelve, left out today: {number}. See: audit-engine recommend.",
            number=beyond,
        )


def _numbers(some: Sequence[Finding]) -> str:
    return ", ".join(str(one.id) for one in some)


def _unsaid(finding: Finding) -> bool:
    """A confirmed one, no strength, that neither rests on voices nor is shown elsewhere."""
    return (
        finding.confirmed and finding.voices is None and not finding.kept_back and finding.kind != "strength"
    )

"""Playing the script of the made-up unit: the same functions that a person's keys reach."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audit_engine.audit import Document, Profile
from audit_engine.auditfile import AuditFile
from audit_engine.demo.unit import Form, facts, findings, forms
from audit_engine.judging.deciding import decide, undecided
from audit_engine.sittings.sitting import Sitting, opened
from audit_engine.store import judgement, submissions, survey
from audit_engine.survey.form import form_for, to_send
from questionnaires.answers import parse_answer, parse_words
from questionnaires.library import Loaded

ACCEPTED = 9


def play(path: Path, definition: Loaded, which: int) -> AuditFile:
    """One whole audit but for its baseline, ratings and workbook. Raises UserError if the file exists."""
    what = facts(definition.questionnaire, which)
    audit = AuditFile.create(path, what, definition)
    room = {
        group: sum(pair[place] for pair in what.staff.values()) // 2 + 1 for place, group in enumerate("wm")
    }
    for form in forms(definition.questionnaire, which):
        if form.instrument == "survey":
            _fill_in(audit, form)
        else:
            _sit(audit, form, room if form.instrument == "workshop" else {})
    _write_down(audit)
    audit.change_facts(what, replace(what, phase="draft_report"), what.lead)
    return audit


def _sit(audit: AuditFile, form: Form, room: dict[str, int]) -> None:
    lead = audit.facts().lead
    with audit.writing() as connection:
        name = submissions.begin(
            connection,
            form.instrument,
            form.role,
            by=lead,
            profile=Profile(form.gender or None),
            women=room.get("w"),
            men=room.get("m"),
        )
    with opened(audit, name, lead, "") as sitting:
        for item, typed in form.answers.items():
            _answer(sitting, form, item, typed)
        for prompt, said in form.words.items():
            sitting.save(prompt, str(parse_words(said)))
        sitting.close()


def _answer(sitting: Sitting, form: Form, name: str, typed: str) -> None:
    item = sitting.questionnaire.items[name]
    scale = sitting.questionnaire.scale_of(item)
    value = parse_answer(item, scale, typed, instrument=form.instrument, positions=True)
    sitting.save(name, str(value), evidence=form.evidence.get(name))


def _fill_in(audit: AuditFile, form: Form) -> None:
    """One person's survey form: every answer into the draft, then sent and the draft erased.

    A person's answers reach the disk one by one; here a form is one step, so that the whole is quick.
    """
    questions = form_for(audit.definition.questionnaire, audit.facts().setting)
    typed = {**form.answers, **form.words, "gender": form.gender}
    kept: dict[str, str] = {}
    with audit.writing() as connection:
        draft = survey.draft_key(connection, survey.new_code())
        for question in questions:
            if question.id in typed:
                kept[question.key] = question.read(typed[question.id])
                survey.keep_in_draft(connection, draft, question.key, kept[question.key])
        sent = to_send(questions, kept)
        survey.send(connection, sent.profile, sent.answers, sent.words)
        survey.erase_draft(connection, draft)


def _write_down(audit: AuditFile) -> None:
    lead = audit.facts().lead
    papers = ("Work plan and budget", "Staffing figures by sex", "Harassment policy", "Strategy document")
    year = audit.facts().start.year - 1
    with audit.writing() as connection:
        for title in papers:
            judgement.add(connection, Document(0, title, f"{year}-11-30", "single paper"), lead)
        for finding in findings(lead):
            judgement.add(connection, finding, lead)


def settle(audit: AuditFile) -> None:
    """Decides on the proposals: the strongest accepted, one rejected with its reason, the rest left open."""
    lead = audit.facts().lead
    on = audit.facts().dates["draft_report"]
    waiting = [each.draft for each in undecided(audit, on) if not each.proposal.also]
    for place, draft in enumerate(waiting[: ACCEPTED + 1]):
        if place == ACCEPTED:
            reason = "Taken up by the regional office for all its units this year."
            decide(audit, replace(draft, status="rejected", reason=reason), lead)
        else:
            seen = "Note to the bureau with the paper itself"
            decide(audit, replace(draft, status="accepted", verification=seen), lead)

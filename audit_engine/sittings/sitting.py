"""An open sitting: its questions, its answers on disk, its notes. What is confirmed is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from sqlalchemy import Connection

from audit_engine.audit import Finding, StoredAnswer, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.clock import now
from audit_engine.responding.earlier import offered
from audit_engine.sittings.steps import Step, no_longer_asked, steps_of
from audit_engine.store import judgement, sittings, submissions
from audit_engine.store.facts import log_changes
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Prompt
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import NOT_ASKED, group_too_small
from questionnaires.translations import in_language


class Sitting:
    """One submission being worked on by one person at one terminal.

    `skipped` and `wanted` (items taken up out of order) live only as long as the sitting; everything
    else is read from the file. `offered`: item -> the answer that Enter takes. `go_on` is the command that
    continues it.
    """

    def __init__(self, file: AuditFile, submission: Submission, by: str, go_on: str) -> None:
        self.file = file
        self.submission = submission
        self.by = by
        self.go_on = go_on
        self.facts = file.facts()
        self.language = submission.language or self.facts.language
        self.questionnaire = in_language(file.definition.questionnaire, self.language)
        self._closed = submission.state == "done"
        self._conditional = any(item.asked_if for item in self.questionnaire.items.values())
        self.skipped: set[str] = set()
        self.wanted: set[str] = set()
        with file.reading() as connection:
            self.answers = submissions.answers(connection, submission.id)
            self.offered = offered(connection) if submission.instrument == "document_review" else {}

    @property
    def values(self) -> dict[str, str]:
        """Item or prompt id -> canonical text of the standing answer."""
        return {name: answer.value for name, answer in self.answers.items()}

    @property
    def asked_as(self) -> Instrument:
        """By which instrument's words and codes items are asked: a facilitator who rates what was told is
        asked as for a document, so that "not applicable" owes its reason."""
        told = self.submission.instrument == "interview" and self.submission.role == "facilitator"
        return "document_review" if told else self.submission.instrument

    @property
    def last(self) -> str | None:
        """The question that was answered last; None before the first answer."""
        given = [name for name, value in self.values.items() if value != NOT_ASKED]
        return given[-1] if given else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The questions in their order, with those answered or taken up outside of it."""
        taken_up = self.wanted | {name for name, value in self.values.items() if value != NOT_ASKED}
        found = steps_of(
            self.questionnaire,
            self.facts.setting,
            self.submission.instrument,
            self.submission.role,
            taken_up & self.questionnaire.items.keys(),
        )
        return tuple(step for step in found if step.prompt not in self.too_small)

    @property
    def too_small(self) -> tuple[Prompt, ...]:
        """Prompts of this instrument that are not asked, because too few of their group take part."""
        women, men = self.submission.women, self.submission.men
        here = (p for p in self.questionnaire.prompts if self.submission.instrument in p.instruments)
        return tuple(prompt for prompt in here if group_too_small(prompt, women, men))

    def save(
        self,
        name: str,
        value: str,
        *,
        evidence: str | None = None,
        agreed: bool = False,
        logged: tuple[str, str, str] | None = None,
    ) -> list[str]:
        """Puts an answer on disk and returns the items that it made irrelevant (their answers stay in the
        history). `evidence` None keeps what was named before; `logged` (what, before, after) goes into the
        history of the audit with the answer. Raises UserError if the disk refuses."""
        before = self.answers.get(name, StoredAnswer(name, ""))
        named = before.evidence if evidence is None else evidence
        answer = replace(before, value=value, evidence=named, agreed=agreed, by=self.by, at=now())
        gone = no_longer_asked(self.steps, {**self.values, name: value}) if self._conditional else []
        marked = [StoredAnswer(item, NOT_ASKED, by=self.by, at=answer.at) for item in gone]
        with self.file.writing() as connection:
            self._reopen(connection)
            for each in (answer, *marked):
                submissions.record(connection, self.submission.id, each)
            log_changes(connection, [logged] if logged else [], self.by)
        self.answers |= {each.item: each for each in (answer, *marked)}
        self.skipped.discard(name)
        return gone

    def _reopen(self, connection: Connection) -> None:
        """A closed sitting is open again from its first change on, not by being looked at."""
        if self._closed:
            submissions.set_state(connection, self.submission.id, "open", by=self.by)
            self._closed = False

    def add_note(self, name: str, text: str, *, restricted: bool) -> None:
        """Keeps a note beside a question (empty name: beside the whole sitting)."""
        with self.file.writing() as connection:
            submissions.add_note(connection, self.submission.id, name, text, self.by, restricted)

    def notes(self, name: str) -> tuple[str, ...]:
        """The notes beside a question that may be shown on a screen: never restricted ones."""
        with self.file.reading() as connection:
            found = submissions.notes(connection, self.by, self.facts.lead)
        mine = (note for note in found if note.submission == self.submission.id and note.item == name)
        return tuple(note.text for note in mine if not note.restricted)

    def add_practice(self, practice: Finding) -> int:
        """Keeps a good practice and returns its number."""
        with self.file.writing() as connection:
            return judgement.add(connection, practice, self.by)

    def close(self) -> None:
        """Marks the sitting as done; it can be opened again."""
        if not self._closed:
            with self.file.writing() as connection:
                submissions.set_state(connection, self.submission.id, "done", by=self.by)
        self._closed = True


@contextmanager
def opened(file: AuditFile, name: str, by: str, go_on: str) -> Iterator[Sitting]:
    """A sitting for this terminal alone; one that was done is open again once something is changed.

    Raises UserError if another terminal has it open, if it was voided, or if there is none of that id.
    """
    with file.writing() as connection:
        submission = submissions.submission(connection, name)
        if submission.state == "void":
            raise UserError(
                tr("Submission {name} was taken out of the audit.", name=name),
                tr("Begin a new one instead."),
                code=ExitCode.NOT_NOW,
            )
        sittings.claim(connection, name, by)
    try:
        yield Sitting(file, submission, by, go_on)
    finally:
        # A claim that stays behind is harmless: it names a process that is gone.
        with suppress(UserError), file.writing() as connection:
            sittings.release(connection, name)

"""The tables of an audit file. Only audit_engine.store makes rows; natural keys, no relationships.

Survey answers live apart: their tables have no rowid, a random key, and no column that could hold a
time, an order, a person or a machine.
"""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

_NO_ROWID = {"sqlite_with_rowid": False}


class MetaRow(SQLModel, table=True):
    """Single facts about the file and the audit, as text."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class DefinitionRow(SQLModel, table=True):
    """The questionnaire the audit runs on, exactly as it was when the audit began."""

    __tablename__ = "definition"
    id: str = Field(primary_key=True)
    version: str
    sha256: str
    text: str


class StaffRow(SQLModel, table=True):
    """Declared staff of one category (people)."""

    __tablename__ = "staff"
    category: str = Field(primary_key=True)
    women: int
    men: int


class FacilitatorRow(SQLModel, table=True):
    """The facilitation team in its order; the first is the lead."""

    __tablename__ = "facilitator"
    position: int = Field(primary_key=True)
    name: str


class PhaseRow(SQLModel, table=True):
    """When a phase is due (ISO date)."""

    __tablename__ = "phase"
    phase: str = Field(primary_key=True)
    due: str


class SwitchedOffRow(SQLModel, table=True):
    """An item that the team declared not applicable for the whole audit, and why."""

    __tablename__ = "switched_off"
    item: str = Field(primary_key=True)
    reason: str
    by: str
    at: str


class SubmissionRow(SQLModel, table=True):
    """One sitting or form other than a survey form."""

    __tablename__ = "submission"
    id: str = Field(primary_key=True)
    instrument: str
    role: str
    gender: str | None = None
    category: str | None = None
    supervises: str | None = None
    by: str
    started: str
    state: str = "open"
    reason: str = ""
    women: int | None = None
    men: int | None = None
    language: str = ""


class AnswerRow(SQLModel, table=True):
    """Answers and their history: nothing is changed but the mark that a value was replaced.

    `seq` is the order in which answers were confirmed; `replaced_at` is empty for the standing one.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index(
            "answer_standing",
            "submission",
            "item",
            unique=True,
            sqlite_where=text("replaced_at = ''"),
        ),
        {"sqlite_autoincrement": True},
    )
    seq: int | None = Field(default=None, primary_key=True)
    submission: str = Field(foreign_key="submission.id")
    item: str
    value: str
    note: str = ""
    evidence: str = ""
    agreed: bool = False
    by: str
    at: str
    replaced_at: str = ""


class SurveyFormRow(SQLModel, table=True):
    """A sent survey form: a random key and the profile, nothing else."""

    __tablename__ = "survey_form"
    __table_args__ = _NO_ROWID
    form: str = Field(primary_key=True)
    gender: str | None = None
    category: str | None = None
    supervises: str | None = None


class SurveyAnswerRow(SQLModel, table=True):
    """One answer of a sent survey form."""

    __tablename__ = "survey_answer"
    __table_args__ = _NO_ROWID
    form: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    value: str


class SurveyWordsRow(SQLModel, table=True):
    """What respondents wrote in words; the key joins to no form, so words never stand beside a profile."""

    __tablename__ = "survey_words"
    __table_args__ = _NO_ROWID
    key: str = Field(primary_key=True)
    prompt: str
    text: str


class DraftRow(SQLModel, table=True):
    """An unsent survey form. `draft` is derived from a code that only its writer knows; never listed."""

    __tablename__ = "draft"
    __table_args__ = _NO_ROWID
    draft: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    value: str


class ImportedIdRow(SQLModel, table=True):
    """A salted hash of a survey id that came in a file; joins to no answer."""

    __tablename__ = "imported_id"
    __table_args__ = _NO_ROWID
    hash: str = Field(primary_key=True)


class ImportedFileRow(SQLModel, table=True):
    """The hash of a file that was imported, so that the same file twice is a no-op."""

    __tablename__ = "imported_file"
    __table_args__ = _NO_ROWID
    sha256: str = Field(primary_key=True)


class NoteRow(SQLModel, table=True):
    """A facilitator's note; restricted ones never leave the file."""

    __tablename__ = "note"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    submission: str
    item: str
    text: str
    by: str
    at: str
    restricted: bool = False


class FindingRow(SQLModel, table=True):
    """Findings, strengths and good practices."""

    __tablename__ = "finding"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    area: str
    text: str
    where: str = ""
    evidence: str = ""
    support: str = ""
    transferable: bool | None = None
    consent: bool | None = None
    confirmed: bool = False
    position: int = 0
    by: str = ""
    voices: int | None = None


class DocumentRow(SQLModel, table=True):
    """Papers registered for review."""

    __tablename__ = "document"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    title: str
    date: str
    kind: str
    drawn: bool = True
    draw: int | None = None


class DrawRow(SQLModel, table=True):
    """How documents were drawn from a list."""

    __tablename__ = "draw"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    listed: int
    drawn: int
    start: int
    step: int
    by: str
    at: str


class DecisionRow(SQLModel, table=True):
    """Recommendations as people decided on them; `raised_by` holds item ids with a blank between."""

    __tablename__ = "decision"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    source: str
    area: str
    text: str
    status: str
    priority: str
    responsible: str
    due: str
    verification: str = ""
    reason: str = ""
    raised_by: str = ""
    merged_into: int | None = None
    position: int = 0


class ChangeRow(SQLModel, table=True):
    """What people changed about the audit, with the earlier value: facts, voids, findings, decisions."""

    __tablename__ = "change"
    __table_args__ = ({"sqlite_autoincrement": True},)
    seq: int | None = Field(default=None, primary_key=True)
    what: str
    before: str
    after: str
    by: str
    at: str


class ReleaseRow(SQLModel, table=True):
    """What was published; `evidence`, `since` and `held` are JSON (scoring.release.Release)."""

    __tablename__ = "release"
    number: int = Field(primary_key=True)
    at: str
    by: str
    fingerprint: str
    evidence: str
    since: str
    held: str


class LedgerRow(SQLModel, table=True):
    """Who was in which published figure of people, as numbers of people; never leaves the file."""

    __tablename__ = "ledger"
    release: int = Field(primary_key=True, foreign_key="release.number")
    area: str = Field(primary_key=True)
    figure: str = Field(primary_key=True)
    women: int
    men: int
    x: int


class SittingRow(SQLModel, table=True):
    """Which sitting is open in a terminal now, so that a second one is refused."""

    __tablename__ = "sitting"
    submission: str = Field(primary_key=True)
    process: int
    process_started: str
    by: str
    since: str

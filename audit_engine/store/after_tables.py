"""The tables of what comes after the rating: the debriefing, the unit's response, the follow-up.

Nothing in them is changed but the mark that a row was replaced: `seq` is the order of recording, and
`replaced_at` is empty for the row that stands.
"""

from __future__ import annotations

from sqlmodel import Field, SQLModel

_COUNTED = {"sqlite_autoincrement": True}


class ResponseRow(SQLModel, table=True):
    """What the unit answered to one recommendation, as it came back; `source` names release and file."""

    __tablename__ = "response"
    __table_args__ = (_COUNTED,)
    seq: int | None = Field(default=None, primary_key=True)
    recommendation: str
    answer: str
    comment: str = ""
    owner: str = ""
    due: str = ""
    budget: str = ""
    source: str = ""
    by: str
    at: str
    replaced_at: str = ""


class ProgressRow(SQLModel, table=True):
    """How far one recommendation is carried out, apart from whether it was accepted."""

    __tablename__ = "progress"
    __table_args__ = (_COUNTED,)
    seq: int | None = Field(default=None, primary_key=True)
    recommendation: str
    state: str
    evidence: str = ""
    day: str = ""
    source: str = ""
    by: str
    at: str
    replaced_at: str = ""


class ViewRow(SQLModel, table=True):
    """One area at the debriefing: the facilitators' rating, the unit's view, the agreed rating (band ids)."""

    __tablename__ = "debrief_view"
    __table_args__ = (_COUNTED,)
    seq: int | None = Field(default=None, primary_key=True)
    area: str
    facilitators: str = ""
    reaction: str = ""
    unit: str = ""
    reason: str = ""
    evidence_by: str = ""
    agreed: str = ""
    by: str
    at: str
    replaced_at: str = ""


class RankRow(SQLModel, table=True):
    """The place (from 1) that the unit gave to a proposal at the debriefing."""

    __tablename__ = "debrief_rank"
    __table_args__ = (_COUNTED,)
    seq: int | None = Field(default=None, primary_key=True)
    recommendation: str
    place: int
    by: str
    at: str
    replaced_at: str = ""

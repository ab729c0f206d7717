"""What the unit said to the rating of an area: three facts that stand beside each other (rule 10).

The facilitators' rating is that by documents and staff data alone, as it stood on the day of the recording;
later changes of the other two leave it as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from audit_engine.after import View
from audit_engine.auditfile import AuditFile
from audit_engine.clock import now
from audit_engine.debriefing.by_documents import ByDocuments
from audit_engine.debriefing.composing import areas_by_documents
from audit_engine.debriefing.days import day_of_debriefing
from audit_engine.facts.options import parse_date
from audit_engine.store import after
from questionnaires.answers import listed, plain, short, storable
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError

_DAY = 10
"""Characters of an ISO day at the beginning of an ISO moment."""


@dataclass(frozen=True)
class Said:
    """What is said now; None leaves what stood. `view` and `agreed` are bands, by id or by word."""

    agree: bool = False
    dispute: str | None = None
    view: str | None = None
    evidence_by: str | None = None
    agreed: str | None = None

    @property
    def anything(self) -> bool:
        return self.agree or any(
            part is not None for part in (self.dispute, self.view, self.evidence_by, self.agreed)
        )


def react(opened: AuditFile, area: str, said: Said, by: str) -> View:
    """Records what the unit said to an area and returns what stands now.

    Raises UserError where both or no reason is given, for an unknown band, or a day that cannot be.
    """
    questionnaire = opened.questionnaire
    found = next(one for one in areas_by_documents(opened) if one.area.id == area)
    day = day_of_debriefing(opened.facts())
    with opened.writing() as connection:
        standing = after.standing(connection, View).get(area, View(area))
        begun = replace(standing, facilitators=_facilitators(connection, standing, found))
        after.record(connection, _with(questionnaire, begun, said, day), by)
        return after.standing(connection, View)[area]


def take_back(opened: AuditFile, area: str, by: str) -> bool:
    """Takes out what was recorded for an area; the history keeps it. False if there was nothing."""
    with opened.writing() as connection:
        return after.take_out(connection, View, area, by)


def parse_band(option: str, typed: str, questionnaire: Questionnaire) -> str:
    """The id of a band named by its id or its word; empty for none. Raises UserError."""
    word = plain(typed).casefold()
    for band in questionnaire.figure_bands:
        if word in (band.id.casefold(), band.label.casefold()):
            return band.id
    if not word:
        return ""
    known = listed([band.label.lower() for band in questionnaire.figure_bands])
    raise UserError(
        tr("{option}: '{typed}' is no band.", option=option, typed=short(typed)),
        tr("It is one of {names}.", names=known),
    )


def parse_evidence_by(typed: str, day: date) -> str:
    """The day by which evidence is promised, as ISO text; empty takes the promise out. Raises UserError."""
    if not typed.strip():
        return ""
    found = parse_date("--evidence-by", typed)
    if found < day:
        raise UserError(
            tr("--evidence-by {date}: that is before the debriefing of {day}.", date=found, day=day),
            tr(
                "Name a later day, or correct the day of the debriefing: "
                "audit-engine edit, --date debrief=DATE."
            ),
        )
    return found.isoformat()


def _facilitators(connection: Connection, standing: View, found: ByDocuments) -> str:
    """The rating of that day: of today if nothing stands yet or it was first recorded today."""
    if standing.at:
        first = after.history(connection, View, standing.area)[0]
        if first.at[:_DAY] != now()[:_DAY]:
            return standing.facilitators
    return found.band or ""


def _with(questionnaire: Questionnaire, standing: View, said: Said, day: date) -> View:
    if said.agree and said.dispute is not None:
        raise UserError(
            tr("--agree and --dispute contradict each other."), tr("Nothing was recorded. Give one.")
        )
    view = _agreeing(standing) if said.agree else _disputing(standing, said.dispute)
    if said.view is not None:
        view = replace(view, unit=parse_band("--view", said.view, questionnaire))
    if said.evidence_by is not None:
        view = replace(view, evidence_by=parse_evidence_by(said.evidence_by, day))
    if said.agreed is not None:
        view = replace(view, agreed=parse_band("--agreed", said.agreed, questionnaire))
    return view


def _agreeing(standing: View) -> View:
    """The unit agrees with the facilitators' rating of that day, so that is the agreed one."""
    return replace(
        standing, reaction="agree", reason="", unit="", evidence_by="", agreed=standing.facilitators
    )


def _disputing(standing: View, reason: str | None) -> View:
    if reason is None:
        return standing
    words = storable(reason.strip())
    if not words:
        raise UserError(tr("A dispute needs its reason."), tr("Write it: --dispute TEXT"))
    # What had been agreed on was agreed on before the dispute.
    agreed = "" if standing.reaction == "agree" else standing.agreed
    return replace(standing, reaction="dispute", reason=words, agreed=agreed)

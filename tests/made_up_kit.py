"""A made-up field kit for the tests of its papers, and their text as a reader sees it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from zipfile import ZipFile

from docx import Document

from audit_engine.audit import default_dates
from exports.kit.folder import papers
from exports.kit.material import InterviewPlan, Kit, Seat
from questionnaires.definition import Constituent, UnitType
from questionnaires.library import load
from questionnaires.routing import Setting

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG = (
    "Federation of Metal, Textile and Domestic Workers' Unions of the Northern and Eastern Provinces, "
    "including the Provisional Secretariat for Women, Youth and the Informal Economy"
)
START = date(2027, 3, 1)
PLAN = InterviewPlan(
    "abc",
    40,
    (Seat(2, "Director", "woman", True), Seat(9, "Driver", "man", False), Seat(12, "Clerk", "", False)),
    False,
)


def kit(
    staff: int = 40,
    unit: str = "Port Amara Office",
    unit_type: UnitType | None = "field_office",
    constituent: Constituent | None = None,
    referral: str = "counsellor (room 4); hotline 555 0199",
    plan: InterviewPlan | None = None,
    team: tuple[str, ...] = ("Lena Duarte", "Sami Rahal"),
) -> Kit:
    loaded = load("pga", "1.0.0")
    return Kit(
        questionnaire=loaded.questionnaire,
        sha256=loaded.sha256,
        audit="00ff00ff00ff00ff",
        setting=Setting(staff, {"professional": (staff // 2, staff - staff // 2)}, unit_type, constituent),
        unit=unit,
        country="Amara",
        dates=dict(default_dates(START).items()),
        survey_closes=date(2027, 3, 29),
        facilitators=team,
        coordinator="T. Okello" if team else "",
        referral=referral,
        plan=plan,
    )


def text_of(data: bytes) -> str:
    """All words of a printed paper: body, tables, headers and footers, a line each paragraph."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")]
    paragraphs = [found for part in parts for found in re.findall(r"<w:p>.*?</w:p>", part, re.DOTALL)]
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", each)) for each in paragraphs)


def words_of(made: Mapping[str, bytes]) -> dict[str, str]:
    """File name -> everything it says."""
    return {
        name: text_of(data) if name.endswith(".docx") else _plain(name, data) for name, data in made.items()
    }


def _plain(name: str, data: bytes) -> str:
    if not name.endswith(".xlsx"):
        return data.decode()
    with ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))


def rows_of(data: bytes) -> list[list[str]]:
    """Every row of every table of a printed paper; a cell over several columns comes once."""
    found = []
    for table in Document(io.BytesIO(data)).element.body.iter(f"{{{W}}}tr"):
        cells = table.findall(f"{{{W}}}tc")
        found.append(["\n".join(_text(p) for p in cell.iter(f"{{{W}}}p")) for cell in cells])
    return found


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t"))


def paper(made: Mapping[str, bytes], title: str) -> bytes:
    """The paper whose file name holds these words."""
    return next(data for name, data in made.items() if title in name)


@cache
def all_papers(**facts: Any) -> Mapping[str, bytes]:
    """The papers of a made-up kit."""
    return papers(kit(**facts), "en")

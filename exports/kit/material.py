"""What a field kit is filled with: facts of the audit and its questionnaire, never an answer or a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from questionnaires.definition import Questionnaire
from questionnaires.field_texts import Word
from questionnaires.routing import Setting
from questionnaires.translations import in_language

DAYS_KEPT = 90
"""Days after the final report after which notes and answers are deleted, as people are told."""
DAYS_FOR_COMMENTS = 14
"""Days that the unit has for comments on the facts of the draft, and for new documents after the debrief."""
Sex = Literal["woman", "man", ""]


@dataclass(frozen=True)
class Seat:
    """Somebody to be interviewed: the line of the staff list, the function and the sex that stand there.

    `fixed`: heard in every audit for the function; everybody else was drawn.
    """

    line: int
    function: str
    sex: Sex
    fixed: bool


@dataclass(frozen=True)
class InterviewPlan:
    """Who was drawn from a list of `listed` people; `everybody`: all of them, as the unit is small."""

    seed: str
    listed: int
    seats: tuple[Seat, ...]
    everybody: bool


@dataclass(frozen=True)
class Kit:
    """The facts that the papers carry.

    `audit` is the random name of the audit file, `sha256` that of its questionnaire. `dates`: phase -> when
    it is due; all phases from preparing on are in it. `survey_closes`: the day by which forms are in.
    `language`: what it is written in, and so the texts of `questionnaire`; `original`: the questionnaire as
    published, where that is another one.
    """

    questionnaire: Questionnaire
    sha256: str
    audit: str
    setting: Setting
    unit: str
    country: str
    dates: Mapping[str, date]
    survey_closes: date
    facilitators: tuple[str, ...] = ()
    coordinator: str = ""
    referral: str = ""
    plan: InterviewPlan | None = None
    language: str = "en"
    original: Questionnaire | None = None

    def written_in(self, language: str) -> Kit:
        """The same kit with the questionnaire in another language, as far as there are texts."""
        texts = in_language(self.published, language)
        return replace(self, language=language, questionnaire=texts, original=self.published)

    @property
    def published(self) -> Questionnaire:
        """The questionnaire with the texts it was published with."""
        return self.original or self.questionnaire

    @property
    def deletion(self) -> date:
        """The day by which notes, answers and lists are deleted."""
        return self.dates["final_report"] + timedelta(days=DAYS_KEPT)

    @property
    def kind(self) -> str:
        """The kind of organisation that decides on words: the constituent's, else the type of unit."""
        return self.setting.constituent or self.setting.unit_type or "other"

    def here(self, word: Word) -> str:
        """What a neutral term of the questionnaire is called in such organisations; empty: the same."""
        if self.kind == "government":
            return word.ministry
        if self.kind == "employers":
            return word.employers_organisation
        if self.kind == "workers":
            return word.trade_union
        return word.ilo_un if self.kind in ("field_office", "hq_unit", "un_agency", "project") else ""

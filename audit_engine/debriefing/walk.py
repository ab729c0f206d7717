"""Going through the debriefing with the unit, page by page; whatever is confirmed is on disk at once."""

from __future__ import annotations

import re
from collections.abc import Callable

from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.composing import choice_of, debriefing_of
from audit_engine.debriefing.days import day_of_debriefing
from audit_engine.debriefing.offered import rank
from audit_engine.debriefing.presentation import Block, Debriefing, Part
from audit_engine.debriefing.recording import Said, parse_band, parse_evidence_by, react, take_back
from audit_engine.debriefing.screen import say_recorded, show_page, tell_team
from audit_engine.terminal import (
    InputEndedError,
    ask_line,
    ask_words,
    choose,
    clear,
    heading,
    say,
    say_command,
    show_error,
)
from questionnaires.answers import short
from questionnaires.catalogue import marked, tr
from questionnaires.errors import UserError

Page = tuple[Part, Block | None]
PAPERS, PROPOSALS = 3, 5
KEYS = marked("Enter next, b back, g ST1 or g 5 go to, q stop")
KEYS_OF_AN_AREA = marked("a agree, d dispute, e evidence by a day, r agreed rating, - take back")
KEYS_OF_PROPOSALS = marked("To rank: the numbers, the most important first, for example 3 1 2")


class Walk:
    """One going through; `place` is the page shown."""

    def __init__(self, opened: AuditFile, by: str, go_on: str) -> None:
        self.opened = opened
        self.by = by
        self.go_on = go_on
        self.place = 0
        self.pages = _pages(debriefing_of(opened))
        self.keys: dict[str, Callable[[str], None]] = {
            "a": self._agree,
            "d": self._dispute,
            "e": self._evidence,
            "r": self._agreed,
            "-": self._take_back,
        }

    @property
    def area(self) -> str:
        """The area of the page, empty where it is about none."""
        block = self.pages[self.place][1]
        return block.area if block else ""

    def conduct(self) -> None:
        """Shows page after page until the last one or until somebody stops."""
        try:
            while 0 <= self.place < len(self.pages):
                self._show()
                if not self._turn():
                    break
            else:
                say(tr("That was the last part."))
                return
        except InputEndedError:
            say()
        say(tr("Stopped; everything confirmed is kept. Go on with:"))
        say_command(self.go_on)

    def _show(self) -> None:
        part, block = self.pages[self.place]
        show_page(part, block)
        say()
        if self.area:
            say(tr(KEYS_OF_AN_AREA), "dim")
        if part.number == PROPOSALS and part.blocks:
            say(tr(KEYS_OF_PROPOSALS), "dim")
        say(tr(KEYS), "dim")

    def _turn(self) -> bool:
        """Reads replies until one leads to another page; False to stop."""
        here = self.place
        while self.place == here:
            typed = ask_line("> ")
            if typed.lower() == "q":
                return False
            try:
                if self._handle(typed):
                    return True
            except UserError as error:
                show_error(error)
        return True

    def _handle(self, typed: str) -> bool:
        """True if the page is to be shown anew, or another one."""
        word, _, rest = typed.partition(" ")
        word = word.lower()
        if not word:
            self.place += 1
        elif word == "b":
            self.place = max(self.place - 1, 0)
        elif word == "g":
            self.place = self._named(rest)
        elif self.area and word in self.keys:
            self.keys[word](self.area)
            self.pages = _pages(debriefing_of(self.opened))
            return False
        elif self.pages[self.place][0].number == PROPOSALS and re.fullmatch(r"[\d,;\s]+", typed):
            self._rank(typed)
        else:
            raise UserError(tr("'{typed}' is no key here.", typed=short(typed)), tr(KEYS))
        return True

    def _named(self, rest: str) -> int:
        wanted = rest.strip().upper()
        for place, (part, block) in enumerate(self.pages):
            if wanted and wanted in (str(part.number), block.area if block else ""):
                return place
        raise UserError(
            tr("There is no part or area '{name}'.", name=short(rest)), tr("Type for example g ST1, or g 5.")
        )

    def _agree(self, area: str) -> None:
        self._record(area, Said(agree=True))

    def _dispute(self, area: str) -> None:
        """Each answer is on disk before the next question."""
        reason = ask_words(tr("Why? (Enter: not recorded)") + " ")
        if not reason:
            say(tr("Nothing was recorded."))
            return
        self._record(area, Said(dispute=reason))
        self._record(area, Said(view=self._band(tr("The unit's view:"))), only_if="view")
        self._evidence(area)
        self._agreed(area)

    def _evidence(self, area: str) -> None:
        day = _until_understood(
            tr("Evidence by which day, for example 2027-01-15? (Enter: none promised)") + " ",
            lambda typed: parse_evidence_by(typed, day_of_debriefing(self.opened.facts())),
        )
        self._record(area, Said(evidence_by=day), only_if="evidence_by")

    def _agreed(self, area: str) -> None:
        self._record(area, Said(agreed=self._band(tr("Agreed rating:"))), only_if="agreed")

    def _take_back(self, area: str) -> None:
        taken = take_back(self.opened, area, self.by)
        say(tr("Taken back.") if taken else tr("Nothing was recorded for it."))

    def _record(self, area: str, said: Said, only_if: str = "") -> None:
        """Records and says so; `only_if`: nothing happens where this part is empty."""
        if only_if and not getattr(said, only_if):
            return
        view = react(self.opened, area, said, self.by)
        say_recorded(self.opened.questionnaire, self.opened.facts(), view)

    def _band(self, question: str) -> str:
        questionnaire = self.opened.questionnaire
        options = [(band.id, band.label) for band in questionnaire.figure_bands]
        chosen = choose(question, [*options, ("", tr("Not said"))], "")
        return parse_band(question, chosen, questionnaire)

    def _rank(self, typed: str) -> None:
        offered = choice_of(self.opened).offered
        numbers = [int(word[:6]) for word in re.findall(r"\d+", typed)]
        wrong = [number for number in numbers if not 1 <= number <= len(offered)]
        if wrong or len(set(numbers)) < len(numbers):
            raise UserError(
                tr("The proposals are 1 to {number}, each at most once.", number=len(offered)),
                tr("Nothing was recorded."),
            )
        places: dict[str, int | None] = {one.ref: None for one in offered if one.rank}
        places |= {offered[number - 1].ref: place for place, number in enumerate(numbers, 1)}
        rank(self.opened, offered, places, self.by)
        say(tr("Recorded."), "dim")
        self.pages = _pages(debriefing_of(self.opened))


def walk(opened: AuditFile, by: str, go_on: str) -> None:
    """First what only the team may read, then a clean screen, then the parts."""
    debriefing = debriefing_of(opened)
    if debriefing.team:
        tell_team(debriefing)
        ask_line(tr("Enter when the unit may see the screen.") + " ")
        clear()
    heading(debriefing.title)
    Walk(opened, by, go_on).conduct()


def _pages(debriefing: Debriefing) -> list[Page]:
    """Every part is a page; of documents and staff data every area."""
    found: list[Page] = []
    for part in debriefing.parts:
        blocks: tuple[Block | None, ...] = part.blocks if part.number == PAPERS else (None,)
        found += [(part, block) for block in blocks]
    return found


def _until_understood(question: str, parse: Callable[[str], str]) -> str:
    while True:
        try:
            return parse(ask_line(question))
        except UserError as error:
            show_error(error)

"""Staff surveys that ran in LimeSurvey: a CSV file of question codes and answer codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from audit_engine.answers_csv import AnswersFile
from audit_engine.sources.source import Source, TableRow, refuse_twice, table_of
from audit_engine.sources.submitted import NEVER_SENT, Collected, Submitted
from exports.xlsform.fields import CONSENT, Field, folded, form_name, known_fields
from questionnaires.answers import PEOPLE_CODES, short
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import Problem, UserError

_NEEDED = ("id", "submitdate", "seed")
_OF_SERVER = (*_NEEDED, "lastpage", "startlanguage", "startdate", "datestamp", "refurl", "interviewtime")
_OF_PERSONS = ("token", "ipaddr", "email", "firstname", "lastname")
_PLACE = re.compile(r"(?:AO|A|SQ)?0*([1-9][0-9]?)", re.IGNORECASE)
_TIMES = re.compile(r"(groupTime|questionTime|[A-Za-z0-9]+Time)\d*", re.IGNORECASE)
_LABELLED = {"response id", "date submitted", "last page", "start language"}
_AGAIN = marked(
    "In LimeSurvey choose Responses > Export, the format CSV, the headings 'Question code' and the responses "
    "'Answer codes', with all columns."
)


def recognised(source: Source) -> bool:
    """Whether LimeSurvey wrote the file, whichever way it was told to."""
    names = {name.lower() for name in source.headings}
    coded = any(name == "submitdate" or name.startswith("submitdate.") for name in names)
    return coded or len(names & _LABELLED) > 1


def read(source: Source, questionnaire: Questionnaire) -> AnswersFile:
    """The submitted forms of the file. Raises UserError if it was exported with texts in place of codes."""
    reading = _Reading(questionnaire, _columns(source, questionnaire))
    table = table_of(source)
    found = Collected(problems=[*table.problems])
    for row in table.rows:
        reading.take(row, found)
    named = [name for name in source.headings if name.lower() in _OF_PERSONS]
    known = [name for name in named if any(name in row.cells for row in table.rows)]
    told = tuple(tr("the column {name} tells who answered; it is not read.", name=name) for name in known)
    return AnswersFile(source.sha256, tuple(found.rows), tuple(found.problems), (*found.warnings(), *told))


@dataclass(frozen=True)
class _Reading:
    questionnaire: Questionnaire
    columns: Mapping[str, Field]

    def take(self, row: TableRow, found: Collected) -> None:
        """One form: left out, a problem, or taken."""
        beside = {name.lower(): text for name, text in row.cells.items()}
        if not beside.get("submitdate"):
            found.left_out[NEVER_SENT] += 1
            return
        if not (beside.get("id") and beside.get("seed")):
            found.problems.append(
                Problem(tr("row {number}", number=row.number), tr("has no id or no seed."), tr(_AGAIN))
            )
            return
        cells, agreed = {}, "yes"
        for heading, field in self.columns.items():
            if (text := row.cells.get(heading)) is None:
                continue
            value = self._value(field, text)
            if field.of == CONSENT and field.kind == "form":
                agreed = value
            else:
                cells[field] = (heading, value)
        if agreed == "no":
            found.not_agreed()
            return
        name = f"limesurvey {beside['id']} {beside['seed']}"
        found.take(Submitted(name, "survey", "staff", row.number, cells))

    def _value(self, field: Field, text: str) -> str:
        """What an answer code stands for; what is none is left as it is, to be refused with its row."""
        if field.kind == "prompt" or text.lower() in PEOPLE_CODES:
            return text
        options = self._options(field)
        if text.upper() in ("Y", "N"):
            word = "yes" if text.upper() == "Y" else "no"
            return word if word in options else text
        place = _PLACE.fullmatch(text)
        number = int(place[1]) if place else 0
        return options[number - 1] if text not in options and 1 <= number <= len(options) else text

    def _options(self, field: Field) -> list[str]:
        if field.kind == "form":
            return ["yes", "no"]
        if field.kind == "profile":
            question = next(one for one in self.questionnaire.profile if one.id == field.of)
            return [option.id for option in question.options]
        scale = self.questionnaire.scale_of(self.questionnaire.items[field.of])
        return [option.id for option in scale.options]


def _columns(source: Source, questionnaire: Questionnaire) -> dict[str, Field]:
    """Heading -> field. `G1[ST107]` is the question ST107 of an array. Raises UserError."""
    lower = {name.lower() for name in source.headings}
    missing = [name for name in _NEEDED if name not in lower]
    if missing:
        raise UserError(
            tr("{name}: there is no column {column}.", name=source.path.name, column=missing[0]), tr(_AGAIN)
        )
    fields = known_fields(questionnaire)
    fields[folded(CONSENT)] = fields[folded(form_name(CONSENT))]
    found: dict[str, Field] = {}
    for heading in source.headings:
        inside = re.search(r"\[([^\]]+)\]$", heading)
        field = fields.get(folded(inside[1] if inside else heading))
        if field is not None:
            found[heading] = field
        elif not (heading.lower() in (*_OF_SERVER, *_OF_PERSONS, "") or _TIMES.fullmatch(heading)):
            raise UserError(
                tr(
                    "{name}: '{heading}' is the code of no item of {id}.",
                    name=source.path.name,
                    heading=short(heading),
                    id=questionnaire.id,
                ),
                " ".join(
                    (
                        tr("A code is the item's id without the hyphen, for example ST107 for ST1-07."),
                        tr(_AGAIN),
                    )
                ),
            )
    refuse_twice(source, found)
    return found

"""Counting in SQL: from answers to the evidence that scoring reads. No answer is loaded row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from sqlalchemy import Connection, text

from audit_engine.store import survey
from audit_engine.store.counting_forms import GROUP, sums_over_forms
from audit_engine.store.facts import read_facts
from questionnaires.definition import Instrument, MissingCode, Questionnaire
from questionnaires.routing import NOT_ASKED, STAFF_ROLES, Setting, small_unit, survey_held
from scoring.confidential import chosen_items, pooled_items, pooled_spreads
from scoring.evidence import GROUPS, Evidence, Group, Heard, Observation, Pool, Tally

_PEOPLE = f"""
WITH people AS (
    SELECT form, 'survey' AS instrument, 'staff' AS role, {GROUP} AS grp, item, value
    FROM survey_answer JOIN survey_form USING (form)
    UNION ALL
    SELECT submission, instrument, role, {GROUP}, item, value
    FROM answer JOIN submission ON submission.id = answer.submission
    WHERE instrument = 'interview' AND state <> 'void' AND replaced_at = ''
)
"""
# Counting one by one into a small table sorts nothing; a GROUP BY would hold every answer to sort it.
_TALLY = "CREATE TEMP TABLE tally (item, value, number, PRIMARY KEY (item, value)) WITHOUT ROWID"
_COUNT = f"""
INSERT INTO tally
SELECT item, value, 1 FROM survey_form CROSS JOIN survey_answer USING (form) WHERE {GROUP} = ?
ON CONFLICT DO UPDATE SET number = number + 1
"""
_INTERVIEWS = f"""
SELECT item, instrument, role, {GROUP} AS grp, value, count(*)
FROM answer JOIN submission ON submission.id = answer.submission
WHERE instrument = 'interview' AND state <> 'void' AND replaced_at = ''
GROUP BY item, instrument, role, grp, value
"""
_STAFF = ", ".join(f"'{role}'" for role in STAFF_ROLES)
_NOT_POINTS = ", ".join(f"'{code}'" for code in (*get_args(MissingCode), NOT_ASKED))
_POOLS = f"""{_PEOPLE},
asked AS (SELECT key AS item, value AS area FROM json_each(:areas)),
size AS (SELECT area, count(*) AS items FROM asked GROUP BY area),
given AS (
    SELECT form, area, item, value FROM people JOIN asked USING (item)
    WHERE instrument = :instrument AND role IN ({_STAFF})
    AND value NOT IN ({_NOT_POINTS}) AND value NOT LIKE 'na N_'
),
half AS (
    SELECT form, area FROM given JOIN size USING (area)
    GROUP BY form, area, items HAVING 2 * count(*) >= items
)
"""
_POOL_PEOPLE = f"{_POOLS} SELECT area, count(*) FROM half GROUP BY area"
_POOL_ANSWERS = f"""{_POOLS}
SELECT area, item, value, count(*) FROM given JOIN half USING (form, area)
GROUP BY area, item, value ORDER BY area, item, value
"""
_OBSERVATIONS = """
SELECT item, instrument, role, value, agreed, submission.id AS ref, evidence <> '' AS evidence
FROM answer JOIN submission ON submission.id = answer.submission
WHERE state <> 'void' AND replaced_at = '' AND value <> :not_asked
AND (instrument <> 'interview' OR item IN (SELECT value FROM json_each(:looked_up)))
AND item IN (SELECT value FROM json_each(:items))
ORDER BY seq
"""
_HEARD = f"""
SELECT instrument, role, {GROUP} AS grp, count(*) FROM submission
WHERE state <> 'void' AND instrument = 'interview' AND role <> 'facilitator'
GROUP BY instrument, role, grp ORDER BY instrument, role, grp
"""
_FORMS = f"""
SELECT 'survey', 'staff', {GROUP} AS grp, count(*) FROM survey_form GROUP BY grp ORDER BY grp
"""
_WORKSHOP = """
SELECT coalesce(sum(women), 0), coalesce(sum(men), 0) FROM submission
WHERE state <> 'void' AND instrument = 'workshop'
"""


def evidence(connection: Connection, questionnaire: Questionnaire, setting: Setting) -> Evidence:
    """All that was collected, counted (docs/method.md, sources)."""
    interviews = connection.exec_driver_sql(_INTERVIEWS).all()
    counted = Evidence(
        setting=setting,
        tallies=_tallies(questionnaire, (*_answered_in_survey(connection), *interviews)),
        observations=_observations(connection, questionnaire),
        survey_forms=survey.forms(connection),
        heard=_heard(connection),
    )
    instrument: Instrument = "survey" if survey_held(questionnaire, setting) else "interview"
    if small_unit(questionnaire, setting):
        pooled = pooled_items(questionnaire, counted)
        counted = replace(counted, pools=_pools(connection, instrument, pooled))
        return replace(counted, spreads=pooled_spreads(questionnaire, counted))
    chosen = chosen_items(questionnaire, counted)
    spreads, scales = sums_over_forms(connection, questionnaire, instrument, chosen)
    return replace(counted, spreads=spreads, scales=scales)


def of_audit(connection: Connection, questionnaire: Questionnaire) -> Evidence:
    """The same for the audit as its facts stand now."""
    now = read_facts(connection)
    return replace(evidence(connection, questionnaire, now.setting), policy=now.policy)


def staff_answered(connection: Connection, questionnaire: Questionnaire) -> int:
    """How many closed answers staff gave in interviews."""
    tallies = _tallies(questionnaire, connection.exec_driver_sql(_INTERVIEWS).all())
    return sum(tally.number for tally in tallies if tally.role in STAFF_ROLES)


def _tallies(questionnaire: Questionnaire, counted: Iterable[Sequence[Any]]) -> tuple[Tally, ...]:
    """Rows as tallies in one order, without what facilitators rate and what was not asked after all."""
    items = questionnaire.items
    rows = (row for row in counted if row[0] in items and items[row[0]].voice != "facilitator")
    return tuple(Tally(*row) for row in sorted(map(tuple, rows)) if row[4] != NOT_ASKED)


def _answered_in_survey(connection: Connection) -> Iterator[Sequence[Any]]:
    for group in GROUPS:
        connection.exec_driver_sql(_TALLY)
        connection.exec_driver_sql(_COUNT, (group,))
        for item, value, number in connection.exec_driver_sql("SELECT item, value, number FROM tally").all():
            yield item, "survey", "staff", group, value, number
        connection.exec_driver_sql("DROP TABLE temp.tally")


def _observations(connection: Connection, questionnaire: Questionnaire) -> tuple[Observation, ...]:
    looked_up = [i for i, item in questionnaire.items.items() if item.voice == "facilitator"]
    rows = connection.execute(
        text(_OBSERVATIONS),
        {
            "looked_up": json.dumps(looked_up),
            "items": json.dumps(list(questionnaire.items)),
            "not_asked": NOT_ASKED,
        },
    )
    return tuple(
        Observation(item, instrument, role, value, bool(agreed), ref, bool(named))
        for item, instrument, role, value, agreed, ref, named in rows
    )


def _pools(connection: Connection, instrument: Instrument, pooled: Mapping[str, str]) -> dict[str, Pool]:
    asked = {"areas": json.dumps(pooled), "instrument": instrument}
    people: dict[str, int] = dict(connection.execute(text(_POOL_PEOPLE), asked).all())
    counted: dict[str, dict[tuple[str, str], int]] = {}
    for area, item, value, number in connection.execute(text(_POOL_ANSWERS), asked):
        counted.setdefault(area, {})[item, value] = number
    return {area: Pool(number, counted.get(area, {})) for area, number in people.items()}


def _heard(connection: Connection) -> tuple[Heard, ...]:
    people = [Heard(*row) for query in (_HEARD, _FORMS) for row in connection.execute(text(query))]
    women, men = connection.execute(text(_WORKSHOP)).one()
    room: list[tuple[Group, int]] = [("woman", women), ("man", men)]
    return (*people, *(Heard("workshop", "group", group, number) for group, number in room if number))

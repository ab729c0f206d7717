"""Survey forms: sent without any trace of order, time or person; drafts that only their writer can open."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, inspect, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import SQLModel, col

from audit_engine.audit import Profile
from audit_engine.store.facts import get_meta, set_meta
from audit_engine.store.tables import DraftRow, ImportedIdRow, SurveyAnswerRow, SurveyFormRow, SurveyWordsRow

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
_LANGUAGES = "survey_languages"


def send(
    connection: Connection,
    profile: Profile,
    answers: Mapping[str, str],
    words: Mapping[str, str],
) -> None:
    """Counts a form: its closed answers under a new random key, its words under keys of their own."""
    send_all(connection, [(profile, answers, words)])


def send_all(
    connection: Connection, forms: Iterable[tuple[Profile, Mapping[str, str], Mapping[str, str]]]
) -> None:
    """Counts forms, (profile, closed answers, words), and leaves no trace of the order they came in."""
    rows: dict[type[SQLModel], list[dict[str, object]]] = {
        SurveyFormRow: [],
        SurveyAnswerRow: [],
        SurveyWordsRow: [],
    }
    for profile, answers, said in forms:
        form = secrets.token_hex(16)
        rows[SurveyFormRow].append({"form": form, **asdict(profile)})
        rows[SurveyAnswerRow] += [{"form": form, "item": i, "value": value} for i, value in answers.items()]
        rows[SurveyWordsRow] += [
            {"key": secrets.token_hex(16), "prompt": prompt, "text": text} for prompt, text in said.items()
        ]
    for table, made in rows.items():
        if made:
            connection.execute(insert(table), made)
    _forget_order(connection)


def count_language(connection: Connection, language: str) -> None:
    """Counts one form more that was answered in a language.

    Only totals are kept: beside a form its language could tell whose it is.
    """
    counted = languages(connection)
    counted[language] = counted.get(language, 0) + 1
    set_meta(connection, _LANGUAGES, json.dumps(counted, sort_keys=True))


def languages(connection: Connection) -> dict[str, int]:
    """Code of a language -> forms answered in it at this keyboard."""
    return dict(json.loads(get_meta(connection, _LANGUAGES) or "{}"))


def _forget_order(connection: Connection) -> None:
    """Writes the forms anew in the order of their random keys.

    Inside a page SQLite lays rows down in the order they come, whatever their key: without this the bytes
    of the file would tell who sent first.
    """
    for table in (SurveyFormRow, SurveyAnswerRow, SurveyWordsRow):
        name = table.__tablename__
        keys = ", ".join(column.name for column in inspect(table).primary_key)
        connection.exec_driver_sql(f"CREATE TEMP TABLE reordered AS SELECT * FROM {name}")
        connection.exec_driver_sql(f"DELETE FROM {name}")
        connection.exec_driver_sql(f"INSERT INTO {name} SELECT * FROM reordered ORDER BY {keys}")
        connection.exec_driver_sql("DROP TABLE reordered")


def forms(connection: Connection) -> int:
    """How many forms were sent."""
    return connection.execute(select(func.count()).select_from(SurveyFormRow)).scalar_one()


def words(connection: Connection) -> list[tuple[str, str]]:
    """What was written in words, (prompt, text), in the order of the texts themselves."""
    query = select(col(SurveyWordsRow.prompt), col(SurveyWordsRow.text)).order_by(
        col(SurveyWordsRow.prompt), col(SurveyWordsRow.text)
    )
    return [(prompt, text) for prompt, text in connection.execute(query)]


def new_code() -> str:
    """A code for a draft, for a person to write down: no letters or digits that look alike."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def draft_key(connection: Connection, code: str) -> str:
    """Where a draft lies; from the file alone nobody finds the code again."""
    letters = "".join(c for c in code.upper() if c.isalnum())
    salt = get_meta(connection, "salt") or ""
    return hashlib.scrypt(letters.encode(), salt=salt.encode(), n=2**12, r=8, p=1, dklen=16).hex()


def keep_in_draft(connection: Connection, draft: str, item: str, value: str) -> None:
    """Stores one answer (or profile answer) of an unsent form; no time, and no history."""
    connection.execute(
        upsert(DraftRow)
        .values(draft=draft, item=item, value=value)
        .on_conflict_do_update(["draft", "item"], set_={"value": value})
    )


def read_draft(connection: Connection, draft: str) -> dict[str, str]:
    """The answers of an unsent form; empty if there is none under this key."""
    query = select(col(DraftRow.item), col(DraftRow.value)).where(col(DraftRow.draft) == draft)
    return dict(connection.execute(query).all())


def erase_draft(connection: Connection, draft: str) -> None:
    """Removes an unsent form."""
    connection.execute(delete(DraftRow).where(col(DraftRow.draft) == draft))


def seen_ids(connection: Connection, ids: list[str]) -> list[str]:
    """Which survey ids were imported before."""
    hashes = {_id_hash(connection, name): name for name in ids}
    known = set(connection.execute(select(col(ImportedIdRow.hash))).scalars())
    return [name for value, name in hashes.items() if value in known]


def remember_ids(connection: Connection, ids: list[str]) -> None:
    """Keeps a salted hash of imported survey ids, in the order of the hashes."""
    rows = [{"hash": value} for value in sorted(_id_hash(connection, name) for name in ids)]
    if rows:
        connection.execute(insert(ImportedIdRow), rows)


def _id_hash(connection: Connection, name: str) -> str:
    salt = get_meta(connection, "salt") or ""
    return hashlib.sha256(f"{salt}:{name}".encode()).hexdigest()

"""An empty audit file, and the questionnaire that it carries."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select
from sqlmodel import SQLModel, col

from audit_engine.store import after_tables as after_tables  # so that its tables are made as well
from audit_engine.store.connection import APPLICATION_ID, FORMAT
from audit_engine.store.tables import DefinitionRow
from questionnaires.library import Loaded


def lay_out(connection: Connection) -> None:
    """Marks an empty database as an audit file of today's format and makes its tables."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
    SQLModel.metadata.create_all(connection)


def write_definition(connection: Connection, definition: Loaded) -> None:
    """Stores the questionnaire with its exact text."""
    connection.execute(
        insert(DefinitionRow),
        {
            "id": definition.questionnaire.id,
            "version": definition.questionnaire.version,
            "sha256": definition.sha256,
            "text": definition.text,
        },
    )


def read_definition(connection: Connection) -> tuple[str, str]:
    """The text of the questionnaire, and the SHA-256 that it had when the audit began."""
    row = connection.execute(select(col(DefinitionRow.text), col(DefinitionRow.sha256))).one()
    return row[0], row[1]

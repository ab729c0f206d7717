"""The audit file: one audit, one file, opened by every command."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from audit_engine.audit import Facts
from audit_engine.store import counting, facts, migrations, releases
from audit_engine.store.connection import check_file, check_format, engine_for, told_plainly
from audit_engine.store.definition import lay_out, read_definition, write_definition
from exports.on_disk import sync_folder
from questionnaires.catalogue import spoken, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import Loaded, load_text
from questionnaires.translations import in_language
from scoring.earlier import earlier_from_json
from scoring.evidence import Earlier, Evidence
from scoring.release import people_before


class AuditFile:
    """An open audit file.

    `reading()` and `writing()` give a connection inside one transaction for the functions of
    audit_engine.store; what was written is on disk when `writing()` ends.
    """

    def __init__(self, path: Path) -> None:
        """Opens an audit file. Raises UserError if there is none, or it is not ours to read."""
        check_file(path)
        self.path = path
        self._look: Connection | None = None
        self._read_in: dict[str, Questionnaire] = {}
        self._engine = engine_for(path)
        with self.reading() as connection:
            check_format(connection, path)
            old = migrations.outdated(connection)
        if old:
            with self.writing() as connection:
                migrations.migrate(connection)

    @classmethod
    def create(cls, path: Path, what: Facts, definition: Loaded) -> AuditFile:
        """Makes the file, whole or not at all. Raises UserError if something of that name exists."""
        if path.exists() or path.is_symlink():
            raise UserError(
                tr("{path} exists already.", path=path),
                tr("Choose another name, or go on with: audit-engine status {name}", name=path.name),
                code=ExitCode.NOT_NOW,
            )
        if not path.parent.is_dir():
            raise UserError(
                tr("There is no folder {folder}.", folder=path.parent),
                tr("Make it first."),
                code=ExitCode.NOT_NOW,
            )
        made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with told_plainly(path):
                _make(made, what, definition)
            _put_in_place(made, path)
        except FileExistsError:
            raise UserError(
                tr("{path} exists already.", path=path), tr("Choose another name."), code=ExitCode.NOT_NOW
            ) from None
        except OSError as error:
            raise UserError(
                tr("{path} could not be made: {reason}.", path=path, reason=error.strerror or error),
                tr("Free some space on the disk, or choose another folder."),
                code=ExitCode.BUSY,
            ) from None
        finally:
            for left in (made, made.with_name(f"{made.name}-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
        return cls(path)

    def __enter__(self) -> AuditFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look at the file; a look inside another one sees the same moment."""
        if self._look is not None:
            yield self._look
            return
        with told_plainly(self.path), self._engine.begin() as connection:
            self._look = connection
            try:
                yield connection
            finally:
                self._look = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One change, whole or not at all; the write lock is taken at once."""
        with told_plainly(self.path), self._engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                yield connection

    @cached_property
    def definition(self) -> Loaded:
        """The questionnaire this audit runs on, exactly as it was when the audit began."""
        with self.reading() as connection:
            text, sha256 = read_definition(connection)
        loaded = load_text(text, tr("{name} (questionnaire)", name=self.path.name), shares_checked=True)
        if loaded.sha256 != sha256:
            raise UserError(
                tr("The questionnaire in {name} is not the one the audit began with.", name=self.path.name),
                tr("Go back to your last copy of the file."),
                code=ExitCode.INTEGRITY,
            )
        return loaded

    @property
    def questionnaire(self) -> Questionnaire:
        """The same as it is read in the language spoken; its ids and numbers are those of `definition`."""
        language = spoken()
        if language not in self._read_in:
            self._read_in[language] = in_language(self.definition.questionnaire, language)
        return self._read_in[language]

    def facts(self) -> Facts:
        """The facts as they stand."""
        with self.reading() as connection:
            return facts.read_facts(connection)

    def change_facts(self, before: Facts, after: Facts, by: str) -> list[tuple[str, str, str]]:
        """Stores changed facts; see store.facts.change_facts."""
        with self.writing() as connection:
            return facts.change_facts(connection, before, after, by)

    def evidence(self) -> Evidence:
        """All that was collected, counted, and how many people stood behind what was published before."""
        questionnaire = self.definition.questionnaire  # read before: a transaction holds no other one
        with self.reading() as connection:
            found = counting.of_audit(connection, questionnaire)
            last = releases.last_release(connection)
        before = people_before(questionnaire, last.evidence, found) if last else {}
        return replace(found, people_before=before)

    def earlier(self) -> Earlier | None:
        """The figures of the previous audit, None if no one named one."""
        with self.reading() as connection:
            stored = facts.get_meta(connection, "earlier")
        return earlier_from_json(json.loads(stored)) if stored else None


def _make(path: Path, what: Facts, definition: Loaded) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    engine = engine_for(path)
    try:
        _fill(engine, what, definition)
    finally:
        engine.dispose()


def _put_in_place(made: Path, path: Path) -> None:
    """Gives a finished file its name. Raises FileExistsError, and OSError where the disk refuses."""
    try:
        os.link(made, path)
        made.unlink()
    except FileExistsError:
        raise
    except OSError:  # memory sticks know no hard links
        if path.exists():
            raise
        made.rename(path)
    try:
        sync_folder(path.parent)
    except OSError:
        path.unlink()
        raise


def _fill(engine: Engine, what: Facts, definition: Loaded) -> None:
    with engine.connect() as connection, connection.execution_options(writing=True).begin():
        lay_out(connection)
        facts.set_meta(connection, "audit", secrets.token_hex(8))
        facts.set_meta(connection, "salt", secrets.token_hex(16))
        facts.write_facts(connection, what, what.lead)
        write_definition(connection, definition)

"""Sent forms keep no trace of order, time or person; an erased draft is gone from the bytes of the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from audit_engine.audit import Facts, Profile
from audit_engine.auditfile import AuditFile
from audit_engine.store import survey
from questionnaires.library import load_file
from tests.running import survey_answered

FORMS = 300
SMALL = 28
ANONYMOUS = ("survey_form", "survey_answer", "survey_words", "draft", "imported_id")
# Every column that the tables of the survey may ever have; a new one has to be defended here.
COLUMNS = {
    "survey_form": ["form", "gender", "category", "supervises"],
    "survey_answer": ["form", "item", "value"],
    "survey_words": ["key", "prompt", "text"],
    "draft": ["draft", "item", "value"],
    "imported_id": ["hash"],
}
TELLING = ("time", "date", "order", "seq", "user", "machine", "host", "created", "sent", "when", "by", "name")


@pytest.fixture
def audit(tmp_path: Path) -> AuditFile:
    return new_audit(tmp_path)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> AuditFile:
    """300 forms whose content tells in which order they were sent."""
    audit = new_audit(tmp_path_factory.mktemp("marked"))
    send_marked(audit, FORMS)
    return audit


def new_audit(folder: Path) -> AuditFile:
    definition = load_file(Path(__file__).parent / "small.yaml")
    facts = Facts("Small unit", "africa", "field_office", "KE", date(2030, 1, 1), "en", 28)
    return AuditFile.create(folder / "small.audit", facts, definition)


def send_marked(audit: AuditFile, forms: int) -> None:
    for number in range(forms):
        with audit.writing() as connection:
            mark = f"mark{number:04d}"
            survey.send(connection, Profile("woman"), {"PE1-04": mark}, {"action": f"said{number:04d}"})


def rank_correlation(values: Sequence[int | str]) -> float:
    """Spearman's coefficient of the values with the order they are given in, -1 to 1."""
    ranks = [0] * len(values)
    for rank, place in enumerate(sorted(range(len(values)), key=lambda place: values[place])):
        ranks[place] = rank
    middle = (len(values) - 1) / 2
    spread = sum((place - middle) ** 2 for place in range(len(values)))
    return sum((place - middle) * (rank - middle) for place, rank in enumerate(ranks)) / spread


def keys_as_sent(audit: AuditFile, query: str) -> list[str]:
    with audit.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql(query)]


@pytest.mark.parametrize("table", ANONYMOUS)
def test_a_table_of_the_survey_has_no_rowid_and_no_column_for_order_time_or_person(
    audit: AuditFile, table: str
) -> None:
    with audit.reading() as connection:
        schema = connection.exec_driver_sql(f"SELECT sql FROM sqlite_schema WHERE name = '{table}'").scalar()
        columns = connection.exec_driver_sql(f"PRAGMA table_info({table})").mappings().all()
    assert "WITHOUT ROWID" in str(schema)
    assert [column["name"] for column in columns] == COLUMNS[table]
    assert {column["type"] for column in columns} == {"VARCHAR"}
    assert not [c["name"] for c in columns if c["name"] in TELLING]
    assert all(column["dflt_value"] is None for column in columns)


def test_nothing_else_in_the_file_watches_the_tables_of_the_survey(audit: AuditFile) -> None:
    with audit.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"
            " OR (type = 'index' AND tbl_name IN ('survey_form', 'survey_answer', 'survey_words', 'draft'))"
        )
        assert found.all() == []


def test_the_keys_of_forms_and_words_do_not_tell_who_sent_first(marked: AuditFile) -> None:
    answers = keys_as_sent(marked, "SELECT form FROM survey_answer ORDER BY value")
    words = keys_as_sent(marked, "SELECT key FROM survey_words ORDER BY text")
    # By chance a coefficient of 300 forms leaves 0.3 once in some million runs.
    assert abs(rank_correlation(answers)) < 0.3
    assert abs(rank_correlation(words)) < 0.3


def test_the_bytes_of_the_file_do_not_tell_who_sent_first(audit: AuditFile) -> None:
    """A small unit fits into one page, where SQLite would lay rows down in the order they came."""
    send_marked(audit, SMALL)
    answers = keys_as_sent(audit, "SELECT form FROM survey_answer ORDER BY value")
    file = audit.path.read_bytes()
    marks = [file.index(b"mark%04d" % number) for number in range(SMALL)]
    said = [file.index(b"said%04d" % number) for number in range(SMALL)]
    forms = [file.index(form.encode() + b"woman") for form in answers]
    # By chance a coefficient of 28 forms leaves 0.85 once in some million runs.
    for order in (marks, said, forms):
        assert abs(rank_correlation(order)) < 0.85


def test_the_words_of_a_form_cannot_be_linked_to_its_answers(marked: AuditFile) -> None:
    answers = keys_as_sent(marked, "SELECT form FROM survey_answer ORDER BY value")
    words = keys_as_sent(marked, "SELECT key FROM survey_words ORDER BY text")
    assert not set(answers) & set(words)
    by_answer, by_words = sorted(answers), sorted(words)
    linked = sum(by_answer.index(a) == by_words.index(w) for a, w in zip(answers, words, strict=True))
    # Guessing links one form on average; ten by chance happens once in ten million runs.
    assert linked < 10


def test_forms_stored_at_once_leave_no_order_either(audit: AuditFile) -> None:
    forms = [(Profile(), {"PE1-04": f"mark{number:04d}"}, {}) for number in range(SMALL)]
    with audit.writing() as connection:
        survey.send_all(connection, forms)
    file = audit.path.read_bytes()
    assert abs(rank_correlation([file.index(b"mark%04d" % number) for number in range(SMALL)])) < 0.85


def test_reordering_loses_no_form_and_changes_no_answer(audit: AuditFile) -> None:
    with audit.writing() as connection:
        survey.send(connection, Profile("man", None, "yes"), {"PE1-04": "agree", "PE1-05": "dk"}, {})
        survey.send(connection, Profile(), {"PE1-04": "na"}, {"action": "Größe \U0001f600"})
    with audit.reading() as connection:
        assert survey.forms(connection) == 2
        assert survey_answered(connection) == {"PE1-04": 2, "PE1-05": 1}
        assert survey.words(connection) == [("action", "Größe \U0001f600")]
        joined = connection.exec_driver_sql(
            "SELECT gender, supervises, item, value FROM survey_form JOIN survey_answer USING (form)"
        )
        assert {tuple(row) for row in joined} == {
            ("man", "yes", "PE1-04", "agree"),
            ("man", "yes", "PE1-05", "dk"),
            (None, None, "PE1-04", "na"),
        }


def test_a_form_is_sent_whole_or_not_at_all(audit: AuditFile) -> None:
    def send_and_fail() -> None:
        with audit.writing() as connection:
            survey.send(connection, Profile(), {"PE1-04": "agree"}, {"action": "Talk"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_and_fail()
    with audit.reading() as connection:
        assert survey.forms(connection) == 0
        assert survey.words(connection) == []


def test_an_erased_draft_is_nowhere_in_the_bytes_of_the_file(audit: AuditFile) -> None:
    long = "canary-of-an-erased-draft " * 800
    with audit.writing() as connection:
        draft = survey.draft_key(connection, survey.new_code())
        survey.keep_in_draft(connection, draft, "action", long)
        survey.keep_in_draft(connection, draft, "PE1-04", "canary-short")
    assert b"canary-of-an-erased-draft" in audit.path.read_bytes()
    with audit.writing() as connection:
        survey.erase_draft(connection, draft)
    assert b"canary" not in audit.path.read_bytes()
    assert [path.name for path in audit.path.parent.iterdir()] == [audit.path.name]


def test_a_replaced_answer_of_a_draft_is_nowhere_in_the_bytes_of_the_file(audit: AuditFile) -> None:
    with audit.writing() as connection:
        draft = survey.draft_key(connection, survey.new_code())
        survey.keep_in_draft(connection, draft, "action", "canary-before")
    with audit.writing() as connection:
        survey.keep_in_draft(connection, draft, "action", "after")
    assert b"canary" not in audit.path.read_bytes()


def test_a_draft_opens_with_its_code_however_it_is_typed_and_with_no_other(audit: AuditFile) -> None:
    code = survey.new_code()
    with audit.writing() as connection:
        draft = survey.draft_key(connection, code)
        survey.keep_in_draft(connection, draft, "PE1-04", "agree")
        again = survey.draft_key(connection, f" {code.lower().replace('-', ' ')} ")
        other = survey.draft_key(connection, survey.new_code())
    assert again == draft
    with audit.reading() as connection:
        assert survey.read_draft(connection, draft) == {"PE1-04": "agree"}
        assert survey.read_draft(connection, other) == {}
    file = audit.path.read_bytes()
    assert code.encode() not in file
    assert code.replace("-", "").encode() not in file


def test_codes_hold_nothing_that_looks_alike_and_do_not_repeat() -> None:
    codes = {survey.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert not set("".join(codes)) & set("IOL01")


def test_imported_survey_ids_are_known_again_without_being_kept(audit: AuditFile) -> None:
    with audit.writing() as connection:
        survey.remember_ids(connection, ["form-1", "form-2"])
        assert survey.seen_ids(connection, ["form-2", "form-3"]) == ["form-2"]
    assert b"form-1" not in audit.path.read_bytes()

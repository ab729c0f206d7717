"""What a respondent sees of the form: a question, the list of own answers, what can be typed."""

from __future__ import annotations

from audit_engine.sittings.screens import Around, code_word, show_item, show_prompt
from audit_engine.survey.form import SKIPPED, Kept, Question, asked
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire

_SHORT = 44
_HELP = (
    ("b", marked("back to the question before")),
    ("g 5", marked("go to question 5; its ID does as well")),
    ("s", marked("skip this question (an answer given before is taken out)")),
    ("l", marked("list your own answers")),
    ("q", marked("stop; you are asked whether to keep or erase the form")),
)
_HINTS = {
    "s": marked("skip"),
    "b": marked("back"),
    "g 5": marked("go to 5"),
    "l": marked("my answers"),
    "?": marked("help"),
    "q": marked("stop"),
}


def show_question(
    questionnaire: Questionnaire, form: tuple[Question, ...], kept: Kept, question: Question
) -> None:
    """One question with its place in the form, the choices, and what can be typed."""
    questions = asked(form, kept)
    answer = kept.get(question.key, SKIPPED)
    around = Around(questions.index(question) + 1, len(questions), answer=answer)
    if question.item is not None:
        area = questionnaire.area_of[question.item.id]
        show_item(question.item, area, questionnaire, "survey", around)
    elif question.kind == "words":
        show_prompt(questionnaire.open_prompts[question.id], question.id, None, around)
    else:
        _show_profile(question, around)
    say()
    say(_hint(question), "dim")


def _show_profile(question: Question, around: Around) -> None:
    heading(tr("{title}  ({number} of {of})", title=question.area, number=around.number, of=around.of))
    say(f"{question.id}  {question.text}")
    for place, option in enumerate(question.options, 1):
        say(f"  {place}  {option.label}")
    if around.answer:
        say(
            "  " + tr("Answered so far (Enter keeps it)") + f": {_in_words(question, around.answer)}",
            "cyan",
        )


def _hint(question: Question) -> str:
    slash = "/" if question.kind == "words" else ""
    return "   ".join(f"{slash}{key} {tr(meaning)}" for key, meaning in _HINTS.items())


def show_answers(form: tuple[Question, ...], kept: Kept) -> None:
    """All questions of the form with this person's own answers, numbered."""
    rows = [
        (str(place), question.id, _cut(question.text), _said(question, kept))
        for place, question in enumerate(asked(form, kept), 1)
    ]
    table(("", tr("ID"), tr("Question"), tr("Your answer")), rows, right=[0])


def _said(question: Question, kept: Kept) -> str:
    if question.key not in kept:
        return tr("(open)")
    return _cut(_in_words(question, kept[question.key])) if kept[question.key] else tr("(skipped)")


def _in_words(question: Question, answer: str) -> str:
    labels = {code: code_word(code, "survey") for code in question.codes}
    return ({option.id: option.label for option in question.options} | labels).get(answer, answer)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 3] + "..."


def show_help(question: Question | None) -> None:
    """What can be typed here; `question` None is the review."""
    heading(tr("What you can type"))
    if question is None:
        _table([("send", tr("sends the form; it cannot be changed afterwards")), *_help(("s",))])
        return
    slash = "/" if question.kind == "words" else ""
    codes = [(code, code_word(code, "survey")) for code in question.codes]
    _table([*((slash + key, meaning) for key, meaning in _help()), *codes])
    if question.kind == "words":
        say(tr("Everything else is taken as your answer."))


def _table(rows: list[tuple[str, str]]) -> None:
    table((tr("Type"), tr("What it does")), rows)


def _help(without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(key, tr(meaning)) for key, meaning in _HELP if key not in without]

"""The survey form of one person: what it asks, where it stands, what would be sent.

Pure: the form is a value, and the answers so far are a mapping from the key of a question to the
canonical text of its answer. Where the person stands follows from the two; nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from audit_engine.audit import Profile
from questionnaires.answers import choose_one, codes_taken, listed, parse_answer, parse_words, plain, short
from questionnaires.catalogue import tr
from questionnaires.definition import Item, MissingCode, Option, ProfileQuestion, Prompt, Questionnaire, Scale
from questionnaires.errors import UserError
from questionnaires.routing import Setting, items_for, profile_questions, prompts_for, relevant

SKIPPED = ""
"""Kept in a draft for a question that its writer passed over; never sent."""
Kept = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """One screen of the form. `id` is what its writer types after `g`, `key` where a draft keeps it.

    `area` is what the question is about.
    """

    id: str
    key: str
    kind: Literal["profile", "item", "words"]
    text: str
    area: str = ""
    options: tuple[Option, ...] = ()
    codes: tuple[MissingCode, ...] = ()
    item: Item | None = None
    scale: Scale | None = None

    def read(self, typed: str) -> str:
        """The canonical text of a typed answer. Raises UserError that says what can be typed."""
        if self.kind == "words":
            return str(parse_words(typed))
        if self.item is not None and self.scale is not None:
            return str(parse_answer(self.item, self.scale, typed, instrument="survey", positions=True))
        return _chosen(self.options, typed)


@dataclass(frozen=True)
class Sent:
    """What leaves a form when it is sent: profile, item -> canonical answer, prompt -> words."""

    profile: Profile
    answers: Mapping[str, str]
    words: Mapping[str, str]

    @property
    def empty(self) -> bool:
        """Whether nothing was answered but questions about the person."""
        return not self.answers and not self.words


def form_for(questionnaire: Questionnaire, setting: Setting) -> tuple[Question, ...]:
    """The questions that everybody in this unit is asked, in their order."""
    profile = [_about(question) for question in profile_questions(questionnaire, setting)]
    items = [_closed(questionnaire, item) for item in items_for(questionnaire, setting, "survey", "staff")]
    words = [_open(name, prompt) for name, prompt in prompts_for(questionnaire, "survey", "staff")]
    return (*profile, *items, *words)


def _about(question: ProfileQuestion) -> Question:
    # The colon keeps it apart from every item: no id of a definition holds one.
    return Question(
        question.id, f"profile:{question.id}", "profile", question.text, tr("About you"), question.options
    )


def _closed(questionnaire: Questionnaire, item: Item) -> Question:
    scale = questionnaire.scale_of(item)
    codes = codes_taken(item, scale, "survey")
    area = questionnaire.area_of[item.id].title
    return Question(item.id, item.id, "item", item.text, area, scale.options, codes, item, scale)


def _open(name: str, prompt: Prompt) -> Question:
    return Question(name, name, "words", prompt.text, tr("In your own words"))


def _chosen(options: tuple[Option, ...], typed: str) -> str:
    text = plain(typed).lower()
    names = [option.id for option in options]
    if text in names:
        return text
    if text.isdigit() and 1 <= int(text[:6]) <= len(names):
        return names[int(text[:6]) - 1]
    raise UserError(
        tr("'{text}' is not an answer here.", text=short(text)),
        choose_one(len(names), listed(names)),
    )


def asked(form: tuple[Question, ...], kept: Kept) -> tuple[Question, ...]:
    """The questions whose conditions hold, judged by answers that are asked for themselves."""
    standing: dict[str, str] = {}
    found = []
    for question in form:
        if question.item is None or relevant(question.item, standing):
            found.append(question)
            standing[question.key] = kept.get(question.key, SKIPPED)
    return tuple(found)


def next_open(form: tuple[Question, ...], kept: Kept, after: Question | None = None) -> Question | None:
    """The next question without an answer, from `after` on and then from the top; None: all are done."""
    questions = asked(form, kept)
    here = questions.index(after) + 1 if after in questions else 0
    turned = (*questions[here:], *questions[:here])
    return next((question for question in turned if question.key not in kept), None)


def before(form: tuple[Question, ...], kept: Kept, question: Question | None) -> Question | None:
    """The question asked before this one; `question` None is the review. None: it is the first."""
    questions = asked(form, kept)
    here = questions.index(question) if question in questions else len(questions)
    return questions[here - 1] if here else None


def find(form: tuple[Question, ...], kept: Kept, typed: str) -> Question:
    """The question with this id, or at this place of the form. Raises UserError if there is none."""
    questions, wanted = asked(form, kept), plain(typed).lower()
    named = [question for question in questions if question.id.lower() == wanted]
    if not named and wanted.isdigit() and 1 <= int(wanted[:6]) <= len(questions):
        named = [questions[int(wanted[:6]) - 1]]
    if not named:
        raise UserError(
            tr("There is no question '{typed}' in this form.", typed=short(typed)),
            tr(
                "Type g and a number from 1 to {number}, or an ID, for example g {id}.",
                number=len(questions),
                id=questions[-1].id,
            ),
        )
    return named[0]


def no_longer_asked(form: tuple[Question, ...], earlier: Kept, kept: Kept) -> tuple[Question, ...]:
    """Answered questions that the change from `earlier` to `kept` made irrelevant."""
    now = asked(form, kept)
    return tuple(
        question
        for question in asked(form, earlier)
        if question not in now and kept.get(question.key, SKIPPED) != SKIPPED
    )


def to_send(form: tuple[Question, ...], kept: Kept) -> Sent:
    """What counts of a draft: answers to questions that are asked, neither skipped nor irrelevant."""
    about, answers, words = (_given(form, kept, kind) for kind in ("profile", "item", "words"))
    profile = Profile(about.get("gender"), about.get("category"), about.get("supervises"))
    return Sent(profile, answers, words)


def _given(form: tuple[Question, ...], kept: Kept, kind: str) -> dict[str, str]:
    return {
        question.id: kept[question.key]
        for question in asked(form, kept)
        if question.kind == kind and kept.get(question.key, SKIPPED) != SKIPPED
    }


def minutes(form: tuple[Question, ...]) -> tuple[int, int]:
    """How long the form takes, in minutes from ... to: 18 to 21 seconds a question."""
    return max(1, round(len(form) * 18 / 60)), max(2, round(len(form) * 21 / 60))

"""What is put into the places of the texts: names, dates and words of the audited unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from exports.composing.edition import day_words
from exports.kit.joining import comma, enumerated
from exports.kit.material import DAYS_FOR_COMMENTS, DAYS_KEPT, Kit
from exports.kit.texts import Texts, chosen, raw
from questionnaires.catalogue import tr
from questionnaires.routing import survey_held
from questionnaires.scope import asks_by, compares_by_sex, hears_opinions

SHORT_WORKSHOP = 15
"""Staff from which the workshop takes two days (docs/method.md, workshop)."""
EVERYBODY = 12
"""Staff from which interviewees are drawn; in smaller units everybody is heard."""


_NEEDED_IF = {
    "survey": "survey",
    "quiz": "quiz",
    "quiz_key": "quiz",
    "staff_figures": "staff_figures",
    "workshop": "workshop",
    "cards": "workshop",
}
"""Paper -> the condition without which an audit does not need it."""


def texts_for(kit: Kit) -> Texts:
    """The texts of the kit in its language, their places filled for this audit."""
    words, papers = raw(kit.language)
    used, known = papers_of(kit, words["papers"]), conditions(kit)
    numbered = {f"{name}_number": str(used.index(name) + 1) for name in used}
    needed = {name: chosen(papers[name], known) for name in used}
    return Texts(chosen(words, known), needed, filling(kit, words) | numbered)


def papers_of(kit: Kit, papers: Sequence[str]) -> list[str]:
    """The papers that this audit needs, in the order used."""
    known = conditions(kit)
    return [name for name in papers if known.get(_NEEDED_IF.get(name, ""), True)]


def days(kit: Kit) -> dict[str, date]:
    """Every day that a paper can name, by the word that names it."""
    phases = dict(kit.dates)
    return phases | {
        "survey_closes": kit.survey_closes,
        "new_evidence": kit.dates["debrief"] + timedelta(days=DAYS_FOR_COMMENTS),
        "comments": kit.dates["draft_report"] + timedelta(days=DAYS_FOR_COMMENTS),
        "deletion": kit.deletion,
        "start": kit.dates["fieldwork"],
        "review": kit.dates["document_review"],
        "draft": kit.dates["draft_report"],
        "final": kit.dates["final_report"],
    }


def filling(kit: Kit, words: Mapping[str, Any]) -> dict[str, str]:
    """Place -> what is put there."""
    nobody, rules = str(words["nobody"]), kit.questionnaire.rules
    head = words["heads"][kit.kind]
    return {name: day_words(day) for name, day in days(kit).items()} | {
        "unit": kit.unit,
        "title": kit.questionnaire.title,
        "summary": kit.questionnaire.summary,
        "in_country": f"{comma()}{kit.country}" if kit.country else "",
        "body": words["bodies"][kit.kind],
        "head": head,
        "head_capital": head[:1].upper() + head[1:],
        "partners": words["partners"][kit.kind],
        "team": enumerated(kit.facilitators) or nobody,
        "lead": kit.facilitators[0] if kit.facilitators else tr("the lead facilitator"),
        "coordinator": kit.coordinator or nobody,
        "contacts": kit.referral or nobody,
        "fewest": str(rules.minimum_group),
        "draw_all": str(rules.draw_all_up_to),
        "everybody_under": str(EVERYBODY),
        "two_days_from": str(SHORT_WORKSHOP),
        "days_kept": str(DAYS_KEPT),
        "survey_from": str(rules.no_survey_staff),
        "partner_note": partner_note(kit, str(words["partner_note"])),
    }


def partner_note(kit: Kit, text: str) -> str:
    """How many partners are to be heard so that what they say can count."""
    return text.replace("#", str(kit.questionnaire.rules.partner_organisations))


def conditions(kit: Kit) -> dict[str, bool]:
    """What a text may depend on: the size of the unit, and what the questionnaire asks at all."""
    questionnaire = kit.questionnaire
    return {
        "survey": survey_held(questionnaire, kit.setting),
        "workshop": asks_by(questionnaire, "workshop"),
        "staff_figures": asks_by(questionnaire, "staff_data"),
        "quiz": questionnaire.quiz is not None,
        "partners": any("partner" in item.respondents for item in questionnaire.items.values()),
        "opinions": hears_opinions(questionnaire),
        "by_sex": compares_by_sex(questionnaire),
        "small_team": kit.setting.invited < EVERYBODY,
        "short_workshop": kit.setting.invited < SHORT_WORKSHOP,
    }

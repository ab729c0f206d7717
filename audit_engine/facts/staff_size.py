"""What the number of staff means for an audit, in words: what is asked, and whose figures can appear."""

from __future__ import annotations

from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.routing import Setting, asked_here, profile_questions, small_unit, survey_held
from questionnaires.scope import asks_by, compares_by_sex, has_survey, hears_opinions
from scoring.evidence import Policy

POLICIES: dict[Policy, str] = {
    "steps": marked("Women's and men's figures are published in steps of 5 points (policy: steps)."),
    "exact": marked(
        "Women's and men's figures are published to one decimal, and only where nobody else is left over and "
        "the same people answered every item (policy: exact): they appear less often than in steps."
    ),
}
_ASKED = {"gender": marked("gender"), "category": marked("category"), "supervises": marked("supervises")}
"""What people are asked about themselves, by the ids of the questions."""


def bracket(questionnaire: Questionnaire, setting: Setting) -> tuple[object, ...]:
    """What the size decides; two sizes of one bracket are asked the same and shown the same."""
    return (
        survey_held(questionnaire, setting),
        small_unit(questionnaire, setting),
        tuple(question.id for question in profile_questions(questionnaire, setting)),
        tuple(item.id for item in questionnaire.items.values() if asked_here(item, setting)),
    )


def meaning(questionnaire: Questionnaire, setting: Setting, policy: Policy = "steps") -> list[str]:
    """Sentences to be read out when the audit is opened (docs/method.md, staff size)."""
    if not hears_opinions(questionnaire):
        return [tr("This questionnaire asks for nobody's opinion: nothing that people say becomes a figure.")]
    told = [" ".join((_people(questionnaire, setting), tr("For an audit of this size:")))]
    told += [_survey(questionnaire, setting), _profile(questionnaire, setting)]
    left_out = [item.id for item in questionnaire.items.values() if not asked_here(item, setting)]
    if left_out:
        names = ", ".join(left_out)
        told.append(tr("Left out, because answers could point at a person: {names}.", names=names))
    told.append(_figures(questionnaire, setting))
    if not compares_by_sex(questionnaire):
        return told
    told.append(_by_sex(questionnaire, setting))
    return told if small_unit(questionnaire, setting) else [*told, tr(POLICIES[policy])]


def _people(questionnaire: Questionnaire, setting: Setting) -> str:
    if not has_survey(questionnaire):
        return tr_many("{number} people work here.", "{number} people work here.", setting.invited)
    return tr_many(
        "{number} people are invited to the survey.",
        "{number} people are invited to the survey.",
        setting.invited,
    )


def _survey(questionnaire: Questionnaire, setting: Setting) -> str:
    rules = questionnaire.rules
    if not has_survey(questionnaire):
        if asks_by(questionnaire, "workshop"):
            return tr("This questionnaire holds no survey: people are heard in interviews and the workshop.")
        return tr("This questionnaire holds no survey: people are heard in interviews.")
    if not survey_held(questionnaire, setting):
        return tr_many(
            "No survey (fewer than {number} staff). Interviews ask its questions instead.",
            "No survey (fewer than {number} staff). Interviews ask its questions instead.",
            rules.no_survey_staff,
        )
    small = small_unit(questionnaire, setting)
    percent = rules.response_percent_small if small else rules.response_percent
    needed = -(-setting.invited * percent // 100)
    return tr_many(
        "The survey counts if at least {number} of {invited} answer ({percent} %).",
        "The survey counts if at least {number} of {invited} answer ({percent} %).",
        needed,
        invited=setting.invited,
        percent=percent,
    )


def _profile(questionnaire: Questionnaire, setting: Setting) -> str:
    asked = [str(question.id) for question in profile_questions(questionnaire, setting)]
    if not asked:
        return tr("Respondents are asked nothing about themselves.")
    names = ", ".join(tr(_ASKED[name]) if name in _ASKED else name for name in asked)
    return tr("Respondents are asked about themselves: {names}.", names=names)


def _figures(questionnaire: Questionnaire, setting: Setting) -> str:
    least = questionnaire.rules.minimum_group
    if small_unit(questionnaire, setting):
        return tr_many(
            "No single item of people's opinions is shown; each area has one figure of people, "
            "from at least {number} who answered.",
            "No single item of people's opinions is shown; each area has one figure of people, "
            "from at least {number} who answered.",
            least,
        )
    return tr_many(
        "A figure about people appears from {number} answers up.",
        "A figure about people appears from {number} answers up.",
        least,
    )


def _by_sex(questionnaire: Questionnaire, setting: Setting) -> str:
    least = questionnaire.rules.minimum_group
    women = sum(pair[0] for pair in setting.staff.values())
    men = sum(pair[1] for pair in setting.staff.values())
    if small_unit(questionnaire, setting):
        return tr(
            "Women's and men's figures cannot appear; in the workshop, separate groups of 4 or more "
            "decide themselves what they release."
        )
    if setting.staff and min(women, men) < least:
        return tr(
            "Women's and men's figures cannot appear: with {women} women and {men} men a group is under "
            "{least}.",
            women=women,
            men=men,
            least=least,
        )
    return tr(
        "Women's and men's figures can appear for an area that at least {least} women and {least} men "
        "answered. Whether both can be shown depends on numbers alone: about one unit in five at 20 "
        "staff, two in five at 30, over half at 40.",
        least=least,
    )

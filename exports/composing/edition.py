"""Which release a report prints, and from when its figures of people are (docs/method.md, rule 8)."""

from __future__ import annotations

from datetime import date
from functools import cache

from exports.material import Edition, Material
from exports.report import Fact
from questionnaires.catalogue import marked, spoken, tr
from questionnaires.scope import compares_by_sex

POLICIES = {
    "steps": marked("Women's and men's figures stand in steps of 5 points"),
    "exact": marked("Women's and men's figures stand to one decimal, only where nobody else is left over"),
}
PREVIEW = marked("PREVIEW, not for the unit: nothing is published by it, and the survey stays as it is.")
_DATES = {"fr": "d MMMM y", "es": "d 'de' MMMM 'de' y", "ar": "", "ru": "d MMMM y 'года'"}
"""Language -> how a date stands in a sentence; in Arabic with both names of the month, as in the UN."""
LONGEST_MONTH = 5
"""Characters of a month that a narrow column holds."""
NOTHING_YET = marked("Nothing was published yet, so no figure of people is in it.")


def edition(material: Material) -> tuple[Fact, ...]:
    """The lines about the release on the Method sheet."""
    printed, policy = Fact(tr("Release"), release_words(material.edition)), material.assessment.policy
    told = tr("{figures} (policy: {policy})", figures=tr(POLICIES[policy]), policy=policy)
    apart = compares_by_sex(material.questionnaire) and not material.assessment.small_unit
    return (printed, Fact(tr("Policy"), told)) if apart else (printed,)


def release_words(edition: Edition) -> str:
    """The release by number and date; in a preview whose figures it shows."""
    if edition.number is None or edition.at is None:
        if edition.shows:
            return tr("a preview with the figures of {release}", release=edition.shows)
        return tr("a preview")
    return tr("{release} of {day}", release=edition.number, day=day_words(edition.at))


def preview_notice(edition: Edition) -> tuple[str, ...]:
    """The warning that stands on the first sheet of a preview."""
    if edition.number is not None:
        return ()
    return (tr(PREVIEW) if edition.shows else f"{tr(PREVIEW)} {tr(NOTHING_YET)}",)


def kept_notice(material: Material, area: str) -> tuple[str, ...]:
    """Said of an area that still shows what people had said at an earlier release."""
    since = material.edition.kept.get(area)
    return (tr("What people said is as published on {day}.", day=day_words(since)),) if since else ()


def day_words(day: date) -> str:
    """A date as it is printed in the language spoken, e.g. `2 March 2026`; in English if not known."""
    language = spoken()
    if language not in _DATES:
        return f"{day.day} {day:%B} {day.year}"
    from babel.dates import format_date  # English needs it not

    if language == "fr" and day.day == 1:
        return f"1er {format_date(day, 'MMMM y', locale=language)}"
    if language == "ar":
        names = (format_date(day, "MMMM", locale=locale) for locale in ("ar_LB", "ar"))
        return f"{day.day} {'/'.join(names)} {day.year}"
    return str(format_date(day, _DATES[language], locale=language))


def month_head(month: date) -> str:
    """A month over a narrow column, its year below: by its short name, or by number where names are long."""
    if spoken() not in _DATES:
        return f"{month:%b}\n{month:%y}"
    names = _short_months(spoken())
    return f"{names[month.month - 1] if names else month.month}\n{month:%y}"


@cache
def _short_months(language: str) -> tuple[str, ...]:
    """The short names of the twelve months; none where one of them is too long."""
    from babel.dates import format_date  # English needs it not

    names = tuple(str(format_date(date(2000, month, 1), "LLL", locale=language)) for month in range(1, 13))
    return names if max(map(len, names)) <= LONGEST_MONTH else ()

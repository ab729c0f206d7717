"""A sheet that comes back, in the language of whoever fills it in; it is known again in any of them."""

from __future__ import annotations

from dataclasses import replace

from exports.answering.form import Field, Form
from exports.layout import wide_enough
from exports.reading.values import Returned
from questionnaires.catalogue import SOURCE, speaking, spoken, tr
from questionnaires.languages import LANGUAGES


def in_language(form: Form, language: str) -> Form:
    """The form with its headings, lists and sentences in a language."""
    with speaking(language):
        return replace(
            form,
            title=tr(form.title),
            heading=tr(form.heading),
            intro=tr(form.intro),
            nothing=tr(form.nothing),
            ref=tr(form.ref),
            check=tr(form.check),
            fields=tuple(_in_words(one) for one in form.fields),
            language=language,
        )


def _in_words(one: Field) -> Field:
    heading = tr(one.heading)
    width = one.width if spoken() == SOURCE else wide_enough(heading, one.width)
    return replace(one, heading=heading, width=width, words=tuple(tr(choice) for choice in one.choices))


def as_sent(returned: Returned, form: Form) -> Form:
    """The form in the language that a workbook came back in: the one whose headings, else whose title it has.

    English where it has neither; what is missing is said later.
    """
    every = [in_language(form, language) for language in LANGUAGES]
    whole = (one for one in every if one.is_in(returned))
    titled = (one for one in every if returned.sheet(one.title) is not None)
    return next(whole, None) or next(titled, None) or in_language(form, SOURCE)

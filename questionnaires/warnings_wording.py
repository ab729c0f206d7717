"""Wording of items that steers the answer, or asks two things at once. English only.

A word list judges no sentence: what is found is to be read again, and may be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire
from questionnaires.mistakes import Place, placed_items, short
from questionnaires.warning import EditorWarning

LANGUAGE = "en"

_LEADING = re.compile(
    r"\b(of course|obviously|clearly|naturally|undoubtedly|surely|needless to say|"
    r"(?:every|any)(?:body|one) (?:knows|agrees)|as (?:we|you) (?:all )?know|it is (?:well )?known|"
    r"(?:do|would) you (?:not )?agree|"
    r"(?:don|doesn|isn|aren|wouldn|shouldn|haven|hasn)['\u2019]t (?:you|it|the|this|we)|"
    r"is it not|are you not|unfortunately|fortunately|regrettably|excellent|outstanding|wonderful|"
    r"how (?:good|well|bad|badly|important|useful|helpful|satisfied|fair)\b)",
    re.IGNORECASE,
)
# One idea in two words: removed before "and" is looked for.
_ONE_IDEA = re.compile(
    r"\b(?:(?:a |one )?wom[ae]n(?:['\u2019]s)? and (?:for )?(?:a |one )?m[ae]n(?:['\u2019]s)?|"
    r"(?:a |one )?m[ae]n(?:['\u2019]s)? and (?:for )?(?:a |one )?wom[ae]n(?:['\u2019]s)?|"
    r"girls and boys|boys and girls|terms and conditions|health and safety|between [^,]+ and \w+|"
    r"monitoring and evaluation|more and more)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)|^(?:when|if|where|before|after)\b[^,]*,", re.IGNORECASE)
_JOINED = re.compile(r"(?:\S+\s+)?\b(?:and(?:/or)?|as well as|but also|but)\s+\S+", re.IGNORECASE)
# What one person lives through may differ from one to the other.
_EITHER = re.compile(r"\S+\s+or\s+\S+", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine)\b")
_INCLUDED = re.compile(r"\w+ included\b|\bincluding \w+", re.IGNORECASE)
_TWO_VERBS = re.compile(
    r"\band (?:is|are|was|were|has|have|had|does|do|can|could|will|would|shares?|uses?|gives?|takes?|makes?|"
    r"gets?|knows?|promotes?|promoted|supports?|checks?|reports?|explains?|explained)\b\s*\S*",
    re.IGNORECASE,
)


def wording(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    """Leading and double-barrelled items."""
    if questionnaire.language != LANGUAGE:
        return
    for place, item in placed_items(questionnaire):
        yield from _leading((*place, "text"), item)
        yield from _double((*place, "text"), item)


def _leading(place: Place, item: Item) -> Iterator[EditorWarning]:
    if found := _LEADING.search(item.text):
        message = tr("`{id}` suggests its answer: “{found}”.", id=item.id, found=short(found[0]))
        yield EditorWarning("leading", place, message, tr("Say what is so without judging it."))


def _double(place: Place, item: Item) -> Iterator[EditorWarning]:
    """A perception must be one thing; what is looked at in papers may be two if it is written what counts."""
    text = _ONE_IDEA.sub("both", _ASIDE.sub("", item.text))
    found = _two_views(text) if item.evidence == "perception" else _two_facts(item, text)
    if found:
        message = tr("`{id}` asks two things at once: “{found}”.", id=item.id, found=short(found[0]))
        remedy = tr("Make two items of it, or name one thing that covers both.")
        if item.evidence != "perception":
            remedy = tr(
                "Make two items of it, or say in `counts_when` or `criteria` what counts if one is missing."
            )
        yield EditorWarning("double_barrelled", place, message, remedy)


def _two_views(text: str) -> re.Match[str] | None:
    either = _EITHER.search(text) if _FIRST_PERSON.search(text) else None
    return _JOINED.search(text) or _INCLUDED.search(text) or either


def _two_facts(item: Item, text: str) -> re.Match[str] | None:
    return None if item.criteria or item.counts_when else _TWO_VERBS.search(text)

"""Items on which agreeing is bad: the flag `reverse` and the wording must say the same. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire, Scale
from questionnaires.mistakes import placed_items, short
from questionnaires.warning import EditorWarning
from questionnaires.warnings_wording import LANGUAGE

# "without fear" is good, and so is what happens "if somebody is ignored"; "Don't you think" denies nothing.
_NOT_MEANT = re.compile(
    r"\bwithout (?:\w+ )?\w+|\bnot only\b|\bno matter\b|\([^)]*\)|^(?:when|if|where)\b[^,]*,|"
    r"^\w+n['\u2019]t\b|"
    r"\b(?:stopped|prevented|ended|fought) \w+|\b(?:women|men)'s\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|no one|nowhere|hardly|rarely|seldom|neither|cannot|"
    r"\w+n['\u2019]t)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:less|fewer|worse|lacks?|lacking|too (?:few|little|late)|only (?:one|men|women|a few)|"
    r"unfair\w*|unequal\w*|unsafe|unwanted|unclear|impossible|difficult\w*|hard to|harder|problems?|"
    r"sexist|stereotypes?|discriminat\w+|biased?|harm\w*|hurt\w*|punished|fears?|afraid|hesitates?|"
    r"keeps? \w+ from|prevents?|hinders?|stops? (?:us|me|them|women|men|people)|"
    r"ignored?|ignores|excluded?|excludes|overlooked|left out|passed over|interrupted|undermined?|undermines|"
    r"wasted?|pressure|suffers?|neglect\w*|fails?|failed|dominates?)\b",
    re.IGNORECASE,
)


def reverse(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    """Bad wording without the flag, and the flag on good wording, among what people are asked."""
    if questionnaire.language != LANGUAGE:
        return
    for place, item in placed_items(questionnaire):
        if item.evidence != "perception" or not _rises_with_agreement(questionnaire.scale.get(item.scale)):
            continue
        found = _sounds_bad(item)
        if found and not item.reverse:
            message = tr(
                "`{id}` sounds bad (“{found}”), but is not reversed.", id=item.id, found=short(found)
            )
            remedy = tr("Add `reverse: true` if agreeing is bad; else say what is good.")
            yield EditorWarning("reverse_missing", (*place, "text"), message, remedy)
        if item.reverse and not found:
            message = tr("`{id}` is reversed, but its wording sounds good.", id=item.id)
            remedy = tr("Delete `reverse` if agreeing is good; else say what is bad.")
            yield EditorWarning("reverse_kept", (*place, "reverse"), message, remedy)


def _sounds_bad(item: Item) -> str | None:
    """The word that makes the wording bad; None if it sounds good. A denial turns one into the other."""
    text = _NOT_MEANT.sub(" ", item.text)
    bad, denials = _BAD.search(text), _TURNS.findall(text)
    if len(denials) % 2:
        return None if bad else str(denials[0])
    return bad[0] if bad else None


def _rises_with_agreement(scale: Scale | None) -> bool:
    """Whether the options run from the lowest to the highest points, so that more of it is better."""
    points = [option.points for option in scale.options if option.points is not None] if scale else []
    return len(points) > 1 and points[0] < points[-1]

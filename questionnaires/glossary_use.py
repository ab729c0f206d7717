"""Whether a translation uses the words of the glossary, as far as patterns can tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from questionnaires.catalogue import tr
from questionnaires.glossary import OTHERS, Term, glossary

_ARABIC = re.compile("[\u0600-\u06ff]")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_VOWEL_MARKS = re.compile("[\u064b-\u0652\u0640]")
_PREFIX = "(?:[وف]?(?:[بك]?ال|لل|[بكل])?)"
"""And, so, by, as, for, the: what Arabic writes in one with the next word."""
_BETWEEN = r"(?:\s+\S+){0,3}\s+"


@dataclass(frozen=True)
class Doubt:
    """A text without the word for a term, or with one that must not stand for it (`found`, else None)."""

    term: Term
    language: str
    found: str | None

    def __str__(self) -> str:
        said = self.term.said(self.language)
        wanted = said.say if said else self.term.label
        term = self.term.label.lower()
        if self.found is None:
            return tr("'{term}' is '{wanted}' in the glossary.", term=term, wanted=wanted)
        return tr(
            "'{term}' is '{wanted}' in the glossary, never '{found}'.",
            term=term,
            wanted=wanted,
            found=self.found,
        )


def doubts(english: str, translated: str, language: str) -> Iterator[Doubt]:
    """Where a translation goes its own way; nothing for a language that the glossary does not hold."""
    if language not in OTHERS:
        return
    for term in terms_in(english):
        said = term.said(language)
        assert said is not None  # the list holds every term in every one of its languages
        if wrong := counts_as(said.never, translated):
            yield Doubt(term, language, wrong)
        elif counts_as(said.forms, translated) is None:
            yield Doubt(term, language, None)


def terms_in(english: str) -> tuple[Term, ...]:
    """The terms of an English text; the longer where one stands within another."""
    text = _plain(english)
    spans = sorted(_spans(text), key=lambda span: (span[0], -span[1]))
    kept: list[Term] = []
    reached = 0
    for start, end, term in spans:
        if start >= reached:
            kept += [term] if term else []
            reached = end
    return tuple(dict.fromkeys(kept))


def _spans(text: str) -> Iterator[tuple[int, int, Term | None]]:
    """From where to where a term stands; None for a phrase in which its word means something else."""
    for term in glossary():
        for form, meant in (*((one, term) for one in term.en), *((one, None) for one in term.apart)):
            yield from ((*match.span(), meant) for match in _pattern(form).finditer(text))


def counts_as(forms: Sequence[str], text: str) -> str | None:
    """What of a text is one of the forms; None if nothing is."""
    plain = _plain(text)
    matches = (_pattern(form).search(plain) for form in forms)
    return next((match[0].strip() for match in matches if match), None)


def _plain(text: str) -> str:
    """The text as it is compared: composed, without vowel marks and places, one kind of apostrophe."""
    composed = unicodedata.normalize("NFC", _PLACEHOLDER.sub(" ", text)).replace("'", "’")
    return " ".join(_VOWEL_MARKS.sub("", composed).split())


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """What a form of the glossary stands for; see the file for its signs."""
    between = ""
    built = r"(?<!\w)"
    for word in _plain(form).split():
        if word == "...":
            between = _BETWEEN
            continue
        built += between + _word(word)
        between = r"\s+"
    return re.compile(built, re.IGNORECASE)


def _word(word: str) -> str:
    stem, ending = (word[:-1], r"\w*") if word.endswith("*") else (word, r"(?!\w)")
    if _ARABIC.search(stem):
        return _PREFIX + re.escape(stem.removeprefix("ال")) + ending
    return re.escape(stem) + ending

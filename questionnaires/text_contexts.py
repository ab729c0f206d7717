"""Where each text of a questionnaire stands and who reads it, in words for somebody who translates it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from questionnaires.definition import Area, Item, Prompt, Questionnaire
from questionnaires.texts import texts

_ROLES: Mapping[str, str] = {
    "staff": "staff",
    "director": "the head of unit",
    "focal_point": "the gender focal point",
    "hr_officer": "the personnel officer",
    "facilitator": "the facilitators",
    "group": "a group in the workshop",
    "partner": "partners",
}
_FIELDS: Mapping[str, str] = {
    "label": "its name",
    "meaning": "what it means",
    "title": "its name",
    "text": "the text",
    "elsewhere": "the same post outside the ILO",
    "unit": "what is counted",
    "period": "of which time",
    "note": "a note",
    "gap": "short name of the gap where the rating is low",
    "counts_when": "what counts",
    "baseline.note": "a note on the baseline",
    "target.note": "a note on the aim",
    "term": "the neutral word",
    "ilo_un": "in a UN organisation",
    "ministry": "in a ministry",
    "trade_union": "in a trade union",
    "employers_organisation": "in an employers' organisation",
    "core": "opening",
    "small_office": "in a small office",
    "notes": "on notes",
    "limit": "the one limit",
    "withdrawal": "on withdrawing",
    "question": "the question itself",
    "survey": "in the survey",
    "instructions": "how it goes",
    "summary": "what it is",
}
_KINDS: Mapping[str, str] = {
    "bands": "Band of a rating",
    "fronts": "Front (a group of areas)",
    "reasons": "Reason why an item does not apply",
    "responsible": "Who answers for a recommendation",
    "figures": "Figure quoted from documents",
}


def contexts(questionnaire: Questionnaire) -> dict[str, str]:
    """Key -> where the text stands, for every key of `questionnaires.texts`."""
    places = dict(_places(questionnaire))
    return {key: _context(key, places) for key in texts(questionnaire)}


def _context(key: str, places: Mapping[str, str]) -> str:
    """The longest beginning of the key that has a place; what is left of it says which text is meant."""
    steps = key.split(".")
    for count in range(len(steps), 0, -1):
        place = places.get(".".join(steps[:count]))
        if place is not None:
            rest = ".".join(steps[count:])
            return f"{place}: {_FIELDS.get(rest, rest)}" if rest else place
    return f"The questionnaire: {_FIELDS.get(key, key)}"


def _places(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for kind, words in _KINDS.items():
        yield from ((f"{kind}.{part.id}", words) for part in getattr(questionnaire, kind))
    yield from ((f"prompts.{one.id}.text", _prompt(one)) for one in questionnaire.prompts)
    for advice in questionnaire.recommendations:
        area = questionnaire.area(advice.area)
        yield f"recommendations.{advice.id}.text", f"Recommendation, {_area(area) if area else advice.area}"
    yield from _scales(questionnaire)
    yield from ((f"words.{one.term}", f"Word of the house '{one.term}'") for one in questionnaire.words)
    for area in questionnaire.areas:
        yield from _in_area(questionnaire, area)
    yield "consent", "Consent, read out or shown before anybody answers"
    yield from _around(questionnaire)


def _prompt(prompt: Prompt) -> str:
    asked = ", ".join(one.replace("_", " ") for one in prompt.instruments)
    return f"Open question ({asked}){', once an area' if prompt.each_area else ''}"


def _scales(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for scale in questionnaire.scales:
        yield f"scales.{scale.id}.title", f"Scale {scale.id}: the question above the answers"
        for option in scale.options:
            yield f"scales.{scale.id}.options.{option.id}", f"Scale '{scale.title}': an answer to choose"
    for question in questionnaire.profile:
        yield f"profile.{question.id}.text", "Question about the person who answers"
        for choice in question.options:
            place = f"Question about the person, '{question.text}': an answer to choose"
            yield f"profile.{question.id}.options.{choice.id}", place


def _area(area: Area) -> str:
    return f"area {area.id} {area.title}"


def _in_area(questionnaire: Questionnaire, area: Area) -> Iterator[tuple[str, str]]:
    yield f"areas.{area.id}.title", f"Area {area.id}: its name"
    for role, lines in area.probes.items():
        for number in range(1, len(lines) + 1):
            place = f"Interview guide, {_area(area)}: to ask {_ROLES.get(role, role)}"
            yield f"areas.{area.id}.probes.{role}.{number}", place
    for item in area.items:
        yield from _item(questionnaire, item, area)


def _item(questionnaire: Questionnaire, item: Item, area: Area) -> Iterator[tuple[str, str]]:
    place = f"Item {item.id}"
    yield f"items.{item.id}", place
    asked = ", ".join(_ROLES.get(role, role) for role in item.respondents)
    instruments = ", ".join(one.replace("_", " ") for one in item.instruments)
    yield f"items.{item.id}.text", f"{place}, {_area(area)}: asked of {asked} ({instruments})"
    scale = questionnaire.scale_of(item)
    for option_id in item.criteria:
        option = scale.option(option_id)
        answer = option.label if option else option_id
        yield f"items.{item.id}.criteria.{option_id}", f"{place}: what must be true for '{answer}'"
    for number in range(1, len(item.na_preset) + 1):
        yield f"items.{item.id}.na_preset.{number}", f"{place}: when it does not apply"


def _around(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for number in range(1, len(questionnaire.field_texts.probes) + 1):
        yield f"field_texts.probes.{number}", "Interview guide: a question that fits any area"
    for number in range(1, len(questionnaire.field_texts.closing) + 1):
        yield f"field_texts.closing.{number}", "Interview guide: at the end"
    yield "quiz", "Knowledge quiz"
    for place, question in enumerate(questionnaire.quiz.questions if questionnaire.quiz else (), 1):
        yield f"quiz.{place}.text", f"Knowledge quiz: question {place}"
        for answer in range(1, len(question.answers) + 1):
            kind = "the right answer" if answer == question.right else "a wrong answer"
            yield f"quiz.{place}.answers.{answer}", f"Knowledge quiz, question {place}: {kind}"

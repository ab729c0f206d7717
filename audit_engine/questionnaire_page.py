"""A questionnaire as pages for the terminal: an overview, one area, one item.

Texts of a definition are shown as they stand, never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from audit_engine.sittings.naming import called
from audit_engine.terminal import styled
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Area, Evidence, Item, Option, Questionnaire, Recommendation
from questionnaires.library import Loaded
from questionnaires.references import Baseline, BaselineUnit, Direction, Level, Target

Page = Iterator[RenderableType]
Lines = list[tuple[str, str]]
_EVIDENCE: Mapping[Evidence, str] = {
    "objective": marked("objective"),
    "perception": marked("perception"),
    "information": marked("information"),
}
_UNITS: Mapping[BaselineUnit, str] = {
    "percent_women": marked("percent women"),
    "percent_men": marked("percent men"),
    "percent": marked("percent"),
    "count": marked("count"),
    "score": marked("score"),
    "extent": marked("extent"),
}
_DIRECTIONS: Mapping[Direction, str] = {
    "increase": marked("to increase"),
    "decrease": marked("to decrease"),
    "reach": marked("to reach"),
}
_LEVELS: Mapping[Level, str] = {
    "organisation": marked("of the organisation"),
    "unit": marked("of the unit"),
}


def counts(questionnaire: Questionnaire) -> str:
    """How much there is of everything, in one phrase."""
    one = questionnaire
    scored = sum(item.scored for item in one.items.values())
    areas = tr_many("{number} area", "{number} areas", len(one.areas))
    fronts = tr_many("in {number} front", "in {number} fronts", len(one.fronts))
    items = tr_many("{number} item", "{number} items", len(one.items))
    rated = tr_many("({number} scored)", "({number} scored)", scored)
    scales = tr_many("{number} scale", "{number} scales", len(one.scales))
    advice = tr_many("{number} recommendation", "{number} recommendations", len(one.recommendations))
    return f"{areas} {fronts}, {items} {rated}, {scales}, {advice}"


def overview(loaded: Loaded) -> Page:
    """The whole questionnaire: what it is, then every area with its items."""
    questionnaire = loaded.questionnaire
    yield styled(f"{questionnaire.title} ({questionnaire.id} {questionnaire.version})", "bold")
    yield Padding(styled(questionnaire.summary), (1, 0), expand=False)
    yield _facts(
        [
            (tr("Holds"), counts(questionnaire)),
            (tr("Language"), questionnaire.language),
            (tr("Source"), questionnaire.source),
            ("SHA-256", loaded.sha256),
        ]
    )
    for front in questionnaire.fronts:
        yield Padding(styled(front.title.upper(), "bold"), (1, 0, 0, 0), expand=False)
        for area in questionnaire.areas:
            if area.front == front.id:
                yield Padding(styled(_area_title(area), "bold"), (1, 0, 0, 0), expand=False)
                yield _items(area)


def area_page(questionnaire: Questionnaire, area: Area) -> Page:
    """One area in full: its guide questions, its items, what a low score leads to."""
    front = next(front.title for front in questionnaire.fronts if front.id == area.front)
    yield styled(f"{_area_title(area)}, {front}", "bold")
    guide = [(_words(role), question) for role, questions in area.probes.items() for question in questions]
    yield from _section(tr("Questions for interviews"), guide)
    yield from _section(tr("Source"), [("", source) for source in area.sources])
    for item in area.items:
        yield ""
        yield from item_page(questionnaire, item)
    texts = [text for text in questionnaire.recommendations if text.area == area.id]
    yield from _section(tr("Recommendations"), [(text.id, _advice(text)) for text in texts])


def item_page(questionnaire: Questionnaire, item: Item) -> Page:
    """One item in full."""
    yield _beside(styled(item.id, "bold"), styled(item.text, "bold"), 8)
    lines = [
        *_asking(item),
        *_answers(questionnaire, item),
        *_consequence(questionnaire, item),
        *_comparison(item),
    ]
    yield Padding(_facts(lines), (0, 0, 0, 2), expand=False)


def _advice(text: Recommendation) -> str:
    lead = ", ".join(text.lead)
    about = tr_many("({number} days; {lead})", "({number} days; {lead})", text.due_days, lead=lead)
    return f"{text.text} {about}"


def _area_title(area: Area) -> str:
    about = [
        tr_many("{number} items", "{number} items", len(area.items)),
        tr("weight {weight}", weight=area.weight),
    ]
    if area.ilo_areas:
        about.append(tr("ILO {letters}", letters=" ".join(area.ilo_areas)))
    return f"{area.id}  {area.title} ({', '.join(about)})"


def _items(area: Area) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for item in area.items:
        text = styled(item.text)
        text.append("\n")
        text.append_text(styled(_in_short(item), "dim"))
        grid.add_row(styled(f"  {item.id}"), text)
    return grid


def _in_short(item: Item) -> str:
    return " | ".join((_several(item.instruments), *_rated(item)))


def _rated(item: Item) -> tuple[str, str, str]:
    """The scale, the kind of evidence, the weight."""
    scale = tr("{scale}, reversed", scale=item.scale) if item.reverse else item.scale
    weight = tr("weight {weight}", weight=item.weight) if item.scored else tr("not scored")
    return scale, tr(_EVIDENCE[item.evidence]), weight


def _asking(item: Item) -> Lines:
    instruments, roles = _several(item.instruments), _several(item.respondents)
    lines = [
        (tr("Asked in"), tr("{instruments} of {roles}", instruments=instruments, roles=roles)),
        (tr("Rated as"), ", ".join(_rated(item))),
    ]
    if item.sensitivity != "none":
        points = item.sensitivity == "person"
        lines.append((tr("Sensitive"), tr("points at one person") if points else tr("highly")))
    if few := item.minimum_staff:
        under = tr_many("in units under {number} staff", "in units under {number} staff", few)
        lines.append((tr("Not asked"), under))
    if few := item.minimum_total:
        under = tr_many("under {number} people", "under {number} people", few)
        lines.append((tr("Not stored"), under))
    if item.asked_if:
        options = " ".join(("", tr("or"), "")).join(item.asked_if.one_of)
        lines.append((tr("Asked if"), tr("{item} is {options}", item=item.asked_if.item, options=options)))
    return lines


def _answers(questionnaire: Questionnaire, item: Item) -> Lines:
    scale = questionnaire.scale_of(item)
    lines = []
    for option in scale.options:
        points = _points(option, item)
        criterion = f": {item.criteria[option.id]}" if option.id in item.criteria else ""
        lines.append((tr("Answers"), f"{option.label}{points}{criterion}"))
    if not lines:
        lines.append((tr("Answer"), scale.title))
    if item.counts_when:
        lines.append((tr("Counts"), item.counts_when))
    if scale.codes:
        lines.append((tr("Codes"), ", ".join(scale.codes)))
    lines += [(tr("May be na"), f"{preset.reason}: {preset.when}") for preset in item.na_preset]
    return lines


def _points(option: Option, item: Item) -> str:
    """What an answer gives to this item; a reversed item exchanges the ends."""
    if option.points is None or not item.scored:
        return ""
    points = 100 - option.points if item.reverse else option.points
    return " " + tr_many("({points} points)", "({points} points)", int(points), points=points)


def _consequence(questionnaire: Questionnaire, item: Item) -> Lines:
    text = questionnaire.recommendation[item.recommendation]
    labels = {party.id: party.label for party in questionnaire.responsible}
    lines = [
        (tr("Low score"), item.gap),
        (tr("Leads to"), f"{text.id}: {text.text}"),
        (tr("Up to"), ", ".join(labels[party] for party in item.responsible)),
    ]
    if item.pair:
        lines.append((tr("Beside"), f"{item.pair}: {questionnaire.items[item.pair].text}"))
    return lines


def _comparison(item: Item) -> Lines:
    lines = []
    if item.baseline:
        lines += [(tr("Baseline"), _declared(item.baseline, item.baseline.period))]
    if item.target:
        when = item.target.by and tr("by {year}", year=item.target.by)
        lines += [(tr("Target"), _declared(item.target, when))]
    return lines + [(tr("Source"), source) for source in item.sources]


def _declared(figure: Baseline | Target, when: str | None) -> str:
    value = tr("no number") if figure.value is None else str(figure.value)
    direction, level = tr(_DIRECTIONS[figure.direction]), tr(_LEVELS[figure.level])
    parts = [f"{value}, {tr(_UNITS[figure.unit])}", when, direction, level]
    note = f" {figure.note}" if figure.note else ""
    return f"{', '.join(part for part in parts if part)}.{note} [{figure.source}]"


def _section(title: str, lines: Lines) -> Page:
    if lines:
        yield Padding(styled(title, "bold"), (1, 0, 0, 0), expand=False)
        yield Padding(_facts(lines), (0, 0, 0, 2), expand=False)


def _facts(lines: Lines) -> Table:
    """Names on the left, what they hold on the right; a name that repeats is printed once."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    previous = None
    for name, value in lines:
        grid.add_row(styled("" if name == previous else name, "dim"), styled(value))
        previous = name
    return grid


def _beside(left: Text, right: Text, width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=width)
    grid.add_column(overflow="fold")
    grid.add_row(left, right)
    return grid


def _words(name: str) -> str:
    """An instrument or function in words."""
    return tr("HR officer") if name == "hr_officer" else called(name)


def _several(names: Iterable[str]) -> str:
    return ", ".join(_words(name) for name in names)

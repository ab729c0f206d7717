"""A questionnaire as pages for the terminal: an overview, one area, one item.

Texts of a definition are shown as they stand, never as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from audit_engine.terminal import styled
from questionnaires.definition import Area, Item, Option, Questionnaire
from questionnaires.library import Loaded
from questionnaires.references import Baseline, Target

Page = Iterator[RenderableType]
Lines = list[tuple[str, str]]


def counts(questionnaire: Questionnaire) -> str:
    """How much there is of everything, in one phrase."""
    items = questionnaire.items.values()
    scored = sum(item.scored for item in items)
    return (
        f"{_many(questionnaire.areas, 'area')} in {_many(questionnaire.fronts, 'front')}, "
        f"{_many(items, 'item')} ({scored} scored), {_many(questionnaire.scales, 'scale')}, "
        f"{_many(questionnaire.recommendations, 'recommendation')}"
    )


def _many(parts: Sized, word: str) -> str:
    """A number with its word: `1 front`, `3 fronts`."""
    return f"{len(parts)} {word}" if len(parts) == 1 else f"{len(parts)} {word}s"


def overview(loaded: Loaded) -> Page:
    """The whole questionnaire: what it is, then every area with its items."""
    questionnaire = loaded.questionnaire
    yield styled(f"{questionnaire.title} ({questionnaire.id} {questionnaire.version})", "bold")
    yield Padding(styled(questionnaire.summary), (1, 0), expand=False)
    yield _facts(
        [
            ("Holds", counts(questionnaire)),
            ("Language", questionnaire.language),
            ("Source", questionnaire.source),
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
    yield from _section("Questions for interviews", guide)
    yield from _section("Source", [("", source) for source in area.sources])
    for item in area.items:
        yield ""
        yield from item_page(questionnaire, item)
    texts = [text for text in questionnaire.recommendations if text.area == area.id]
    lines = [(text.id, f"{text.text} ({text.due_days} days; {', '.join(text.lead)})") for text in texts]
    yield from _section("Recommendations", lines)


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


def _area_title(area: Area) -> str:
    letters = f", ILO {' '.join(area.ilo_areas)}" if area.ilo_areas else ""
    return f"{area.id}  {area.title} ({len(area.items)} items, weight {area.weight}{letters})"


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
    weight = f"weight {item.weight}" if item.scored else "not scored"
    reverse = ", reversed" if item.reverse else ""
    return f"{_several(item.instruments)} | {item.scale}{reverse} | {item.evidence} | {weight}"


def _asking(item: Item) -> Lines:
    lines = [
        ("Asked in", f"{_several(item.instruments)} of {_several(item.respondents)}"),
        ("Rated as", _in_short(item).split(" | ", 1)[1].replace(" | ", ", ")),
    ]
    if item.sensitivity != "none":
        lines.append(("Sensitive", {"person": "points at one person", "high": "highly"}[item.sensitivity]))
    if item.minimum_staff:
        lines.append(("Not asked", f"in units under {item.minimum_staff} staff"))
    if item.minimum_total:
        lines.append(("Not stored", f"under {item.minimum_total} people"))
    if item.asked_if:
        options = " or ".join(item.asked_if.one_of)
        lines.append(("Asked if", f"{item.asked_if.item} is {options}"))
    return lines


def _answers(questionnaire: Questionnaire, item: Item) -> Lines:
    scale = questionnaire.scale_of(item)
    lines = []
    for option in scale.options:
        points = _points(option, item)
        criterion = f": {item.criteria[option.id]}" if option.id in item.criteria else ""
        lines.append(("Answers", f"{option.label}{points}{criterion}"))
    if not lines:
        lines.append(("Answer", scale.title))
    if item.counts_when:
        lines.append(("Counts", item.counts_when))
    if scale.codes:
        lines.append(("Codes", ", ".join(scale.codes)))
    lines += [("May be na", f"{preset.reason}: {preset.when}") for preset in item.na_preset]
    return lines


def _points(option: Option, item: Item) -> str:
    """What an answer gives to this item; a reversed item exchanges the ends."""
    if option.points is None or not item.scored:
        return ""
    return f" ({100 - option.points if item.reverse else option.points} points)"


def _consequence(questionnaire: Questionnaire, item: Item) -> Lines:
    text = questionnaire.recommendation[item.recommendation]
    labels = {party.id: party.label for party in questionnaire.responsible}
    lines = [
        ("Low score", item.gap),
        ("Leads to", f"{text.id}: {text.text}"),
        ("Up to", ", ".join(labels[party] for party in item.responsible)),
    ]
    if item.pair:
        lines.append(("Beside", f"{item.pair}: {questionnaire.items[item.pair].text}"))
    return lines


def _comparison(item: Item) -> Lines:
    lines = []
    if item.baseline:
        lines += [("Baseline", _declared(item.baseline, item.baseline.period))]
    if item.target:
        lines += [("Target", _declared(item.target, item.target.by and f"by {item.target.by}"))]
    return lines + [("Source", source) for source in item.sources]


def _declared(figure: Baseline | Target, when: str | None) -> str:
    value = "no number" if figure.value is None else str(figure.value)
    parts = [f"{value}, {_words(figure.unit)}", when, f"to {figure.direction}", f"of the {figure.level}"]
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
    return name.replace("_", " ").replace("hr ", "HR ")


def _several(names: tuple[str, ...]) -> str:
    return ", ".join(_words(name) for name in names)

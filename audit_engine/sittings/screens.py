"""One question on the screen, and what can be typed at it. Used by sittings and by the survey alike."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rich.padding import Padding
from rich.table import Table

from audit_engine.audit import Facts
from audit_engine.same_key import latin
from audit_engine.terminal import ask_line, ask_words, heading, out, say, styled, yes_or_no
from questionnaires.answers import REASONS, codes_taken, needs_reason, voted
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Area, Instrument, Item, MissingCode, Prompt, Questionnaire, Scale

COMMANDS = {
    "b": marked("back to the question before"),
    "g": marked("go to an item, a prompt or an area, for example: g {example}"),
    "n": marked("note beside this question: n, or n and the text"),
    "p": marked("good practice: what, where, evidence"),
    "r": marked("restricted note, read by its author and the lead facilitator only"),
    "l": marked("list of the questions with their state; l and an area for that area"),
    "s": marked("skip this question; s area skips the rest of the area"),
    "f": marked("finish: see what is open, then close the sitting"),
    "?": marked("this help"),
    "q": marked("stop; everything is kept and the same command goes on"),
}
TAKE_OUT = "-"
_OUT_AGAIN = marked("take an answer out again; it stays in the history only")
ARABIC_MARK = "\N{ARABIC QUESTION MARK}"
_WITH_REST = "gnls"
_WITH_A_PLACE = "gls"
_COMMAND = re.compile(r"/([bgnprlsfq?])(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)

_WORDS_OF_CODES: dict[MissingCode, str] = {
    "dk": marked("don't know"),
    "na": marked("not applicable"),
    "pnts": marked("prefer not to say"),
    "nf": marked("looked for: does not exist"),
    "ng": marked("asked twice: not given"),
}
_EXAMPLES = {
    "ratio": marked("3/8 (how many, out of how many)"),
    "sexcount": marked("12 18 (women, then men)"),
    "sexrate": marked("women=3/10 men=5/14 (how many of how many)"),
    "count": "7",
}


@dataclass(frozen=True)
class Command:
    """One of COMMANDS with what was typed after it."""

    name: str
    rest: str = ""


@dataclass(frozen=True)
class Typed:
    """Anything that is no command: an answer, still to be understood. Empty where Enter came alone."""

    text: str


@dataclass(frozen=True)
class Around:
    """What stands around a question: progress (`number` of `of`), the words of this kind of organisation
    (`column`), probes, what was answered and noted before (empty = nothing), the answer that is offered."""

    number: int
    of: int
    column: str = "ilo_un"
    probes: tuple[str, ...] = ()
    answer: str = ""
    evidence: str = ""
    notes: tuple[str, ...] = ()
    offered: str = ""


def word_column(facts: Facts) -> str:
    """Which column of the questionnaire's words fits the kind of organisation that is audited."""
    if facts.unit_type != "constituent":
        return "ilo_un"
    columns = {"workers": "trade_union", "employers": "employers_organisation"}
    return columns.get(facts.constituent or "", "ministry")


def show_item(
    item: Item, area: Area, questionnaire: Questionnaire, instrument: Instrument, around: Around
) -> None:
    """An item with its progress, words, criteria or example, numbered choices and codes."""
    scale = questionnaire.scale_of(item)
    _show_head(area, item.id, item.text, around)
    _show_words(questionnaire, item.text, around.column)
    _show_lines(around.probes, "- ")
    if item.counts_when:
        _show_lines([item.counts_when], tr("Counts:") + " ")
    _show_choices(item, scale)
    if example := example_of(item, scale, instrument):
        _show_lines([example], tr("Type for example") + " ")
    if codes := codes_taken(item, scale, instrument):
        _show_lines(["; ".join(_code_line(code, instrument) for code in codes)], tr("Or:") + " ")
    _show_before(scale, around, instrument)


def show_prompt(prompt: Prompt, name: str, area: Area | None, around: Around) -> None:
    """An open question; `name` is the id it is answered under."""
    _show_head(area, name, prompt.text, around)
    _show_lines(around.probes, "- ")
    if prompt.released:
        _show_lines([tr("What is written here is printed in the report, as the group releases it.")], "")
    _show_before(None, around)
    _show_lines([tr("In words; a command has a / before it: /s skips, /? shows them all.")], "", "dim")


def code_word(code: MissingCode, instrument: Instrument) -> str:
    """What a missing code means to the one who answers."""
    if code == "na" and not needs_reason(instrument):
        return tr("not in my work")
    return tr(_WORDS_OF_CODES[code])


def _code_line(code: MissingCode, instrument: Instrument) -> str:
    if code == "na" and needs_reason(instrument):
        return tr("na N1 not applicable, with its reason (? lists them)")
    return f"{code} {code_word(code, instrument)}"


def example_of(item: Item, scale: Scale, instrument: Instrument) -> str:
    """What an answer looks like when typed; empty where choices are numbered on the screen."""
    if voted(scale, instrument):
        votes = " ".join(
            f"{option.id}={number}" for option, number in zip(scale.options, (1, 4, 7, 2, 1), strict=False)
        )
        agreed = scale.options[min(2, len(scale.options) - 1)].id
        meaning = tr("(votes for each, then the value agreed on)")
        return f"{votes} agreed={agreed} {meaning}"
    if item.halves:
        return tr("12.5/40 (points out of all questions put; halves count)")
    return tr(_EXAMPLES[scale.kind]) if scale.kind in _EXAMPLES else ""


def answer_in_words(scale: Scale | None, value: str, instrument: Instrument = "interview") -> str:
    """A stored answer as a person reads it: the words of an option or a code, else what was typed.

    `scale` None: an open question, where every text stands for itself.
    """
    if scale is None:
        return value
    option, (code, _, reason) = scale.option(value), value.partition(" ")
    if option:
        return option.label
    if code not in _WORDS_OF_CODES or (reason and reason not in REASONS):
        return value
    return f"{tr(_WORDS_OF_CODES[code])} ({reason})" if reason else code_word(code, instrument)


def read_reply(
    *, words: bool = False, commands: Collection[str] = tuple(COMMANDS), prompt: str = "> "
) -> Command | Typed:
    """What was typed at a question.

    `words`: an open question, where a command needs a leading `/` and a pasted block is one text.
    `commands`: those offered here. Raises terminal.InputEndedError.
    """
    text = ask_words(prompt) if words else ask_line(prompt)
    typed = text.replace(ARABIC_MARK, "?") if text in (ARABIC_MARK, f"/{ARABIC_MARK}") else text
    command = slash_command(typed) or (None if words else slash_command("/" + typed))
    if command is None or command.name not in commands or (command.rest and command.name not in _WITH_REST):
        return Typed(text)
    return command


def slash_command(text: str) -> Command | None:
    """The command behind a text such as `/q`; None where it is none."""
    letters, blank, rest = text.partition(" ")
    found = _COMMAND.fullmatch(latin(letters) + blank + rest)
    if found is None:
        return None
    name, rest = found[1].lower(), (found[2] or "").strip()
    return Command(name, latin(rest) if name in _WITH_A_PLACE else rest)


def bare_command(text: str) -> Command | None:
    """The command that may have been meant by its letter, or by `g` and a word, where words are asked."""
    meant = re.fullmatch(r"[a-z?]|g \S+", text, re.IGNORECASE)
    return slash_command("/" + text) if meant else None


def show_help(
    questionnaire: Questionnaire,
    instrument: Instrument,
    item: Item | None,
    commands: Collection[str] = tuple(COMMANDS),
    *,
    words: bool = False,
) -> None:
    """All that can be typed here: commands, codes with their meaning, reasons for `na`.

    `words`: at an open question, where a command has a slash before it.
    """
    slash = "/" if words else ""
    example = next(iter(questionnaire.items))
    heading(tr("What you can type"))
    _show_pairs([(slash + c, tr(COMMANDS[c], example=example)) for c in COMMANDS if c in commands])
    if words:
        _show_pairs([(TAKE_OUT, tr(_OUT_AGAIN))])
        say(tr("Everything else is taken as the text of the answer."))
    if instrument == "interview" and (words or item):
        show_probes(questionnaire)
    if item is None:
        return
    codes = codes_taken(item, questionnaire.scale_of(item), instrument)
    pairs = [(TAKE_OUT, tr(_OUT_AGAIN))]
    pairs += [(str(code), code_word(code, instrument)) for code in codes]
    if "na" in codes and needs_reason(instrument):
        pairs += [(f"na {reason.id}", reason.text) for reason in questionnaire.reasons]
    _show_pairs(pairs)
    presets = [tr("na {reason} where {when}", reason=p.reason, when=_lowered(p.when)) for p in item.na_preset]
    _show_lines(presets, tr("Here:") + " ")


def show_probes(questionnaire: Questionnaire) -> None:
    """What can be asked further at any question of an interview."""
    probes = questionnaire.field_texts.probes
    if probes:
        say(tr("To ask further, at any question:"))
        _show_lines(probes, "- ")


def ask_yes_no(question: str) -> bool:
    """Yes or no from the keyboard or a script; asked until it is one of them."""
    while True:
        said = yes_or_no(ask_line(" ".join((question, tr("(y/n)"), ""))))
        if said is not None:
            return said
        say(tr("Please type y or n."))


def _show_head(area: Area | None, name: str, text: str, around: Around) -> None:
    title = f"{area.id}  {area.title}" if area else tr("To close")
    heading(tr("{title}  ({number} of {of})", title=title, number=around.number, of=around.of))
    grid = _grid()
    grid.add_row(styled(name, "bold"), styled(text))
    out().print(grid)


def _show_words(questionnaire: Questionnaire, text: str, column: str) -> None:
    folded = text.casefold()
    found = [word for word in questionnaire.words if word.term.casefold() in folded]
    _show_lines([f"{word.term}: {getattr(word, column)}" for word in found], tr("Here,") + " ")


def _show_choices(item: Item, scale: Scale) -> None:
    rows = []
    for place, option in enumerate(scale.options, 1):
        criterion = item.criteria.get(option.id)
        number = option.id if scale.kind == "votes" else str(place)
        rows.append((number, f"{option.label}: {criterion}" if criterion else option.label))
    _show_pairs(rows)


def _show_before(scale: Scale | None, around: Around, instrument: Instrument = "interview") -> None:
    if around.answer:
        answer = answer_in_words(scale, around.answer, instrument)
        _show_lines([answer], tr("Answered so far (Enter keeps it)") + ": ", "cyan")
    if around.offered:
        offered = tr("From the follow-up of the earlier audit (Enter takes it)")
        _show_lines([around.offered], f"{offered}: ", "cyan")
    if around.evidence:
        _show_lines([around.evidence], tr("Evidence:") + " ", "cyan")
    _show_lines(around.notes, tr("Note:") + " ", "cyan")


def _show_pairs(rows: Collection[tuple[str, str]]) -> None:
    if rows:
        grid = _grid()
        for left, right in rows:
            grid.add_row(styled(left), styled(right))
        out().print(Padding(grid, (0, 0, 0, 2), expand=False))


def _show_lines(lines: Collection[str], before: str, style: str = "") -> None:
    for line in lines:
        out().print(Padding(styled(before + line, style), (0, 0, 0, 2), expand=False))


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")

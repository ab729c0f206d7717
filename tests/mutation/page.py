"""What a run found, as lines in the terminal and as docs/mutation.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from tests.mutation.mutants import Mutant
from tests.mutation.survivors import Known
from tests.mutation.trial import Trial

HEAD = """# Mutation testing

`make mutation` changes `scoring/` in thousands of small ways, one at a time (a limit moved by one, `<` made
`<=`, a condition turned round, an argument dropped, a text altered), and runs those tests of `scoring/` that
reach the changed line. A change that no test notices is a survivor. A run over all modules writes this page;
the reasons stand in `tests/mutation/survivors.yaml`, and the run fails when a survivor has none, or when
one is named there that no longer survives. Types, decorators, docstrings and the English of texts are not
changed. "Too slow" is a change that made the tests run without an end; it is noticed too.
"""


def percent(done: Sequence[Trial]) -> Fraction:
    """Mutants noticed, in a hundred."""
    noticed = sum(trial.verdict != "survived" for trial in done)
    return Fraction(100 * noticed, len(done)) if done else Fraction(100)


def line(name: str, done: Sequence[Trial]) -> str:
    """A module in the terminal."""
    count = Counter(trial.verdict for trial in done)
    return (
        f"{name:<16}{len(done):>6} mutants{count['survived']:>5} survived{count['too slow']:>4} too slow"
        f"{float(percent(done)):>8.1f} %{sum(trial.seconds for trial in done):>8.0f} s"
    )


def entries(found: Sequence[Mutant]) -> str:
    """Survivors as they are written into survivors.yaml, without their reasons."""
    lines: list[str] = []
    last: tuple[str, str] | None = None
    for one in found:
        if (one.module, one.where) != last:
            last = one.module, one.where
            lines += [f"- module: {one.module}", f"  in: {one.where}", "  reason: ", "  changes:"]
        lines += [f"    - was: {_quoted(one.was)}", f"      now: {_quoted(one.now)}"]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if "\n" in text else "'" + text.replace("'", "''") + "'"


def write(file: Path, done: Sequence[Trial], explained: Sequence[Known]) -> None:
    """The page of a run over all modules."""
    names = list(dict.fromkeys(trial.mutant.module for trial in done))
    by_module = {name: [trial for trial in done if trial.mutant.module == name] for name in names}
    rows = [_row(f"`{name}`", trials) for name, trials in by_module.items()]
    table = ["| module | mutants | noticed | of these too slow | survived | % |", "|---|---|---|---|---|---|"]
    text = [HEAD, *table, *rows, _row("**all**", done), "", "## Survivors", "", *_survivors(done, explained)]
    file.write_text("\n".join(text) + "\n", encoding="utf-8")


def _row(name: str, done: Sequence[Trial]) -> str:
    count = Counter(trial.verdict for trial in done)
    noticed = count["killed"] + count["too slow"]
    share = f"{float(percent(done)):.1f}"
    return f"| {name} | {len(done)} | {noticed} | {count['too slow']} | {count['survived']} | {share} |"


def _survivors(done: Sequence[Trial], explained: Sequence[Known]) -> list[str]:
    reasons = {one.key: one.reason for one in explained}
    by_reason: dict[str, list[Mutant]] = {}
    for trial in done:
        if trial.verdict == "survived":
            by_reason.setdefault(reasons.get(trial.mutant.key, "No reason yet"), []).append(trial.mutant)
    lines: list[str] = []
    for reason, found in by_reason.items():
        lines += [f"**{reason.strip()}** ({len(found)})", ""]
        lines += [
            f"- `{one.module}`, {_place(one)}: `{_flat(one.was)}` to `{_flat(one.now)}`" for one in found
        ]
        lines.append("")
    return lines[:-1]


def _place(mutant: Mutant) -> str:
    return f"`{mutant.where}`" if mutant.where else "the module"


def _flat(text: str) -> str:
    return text.replace("\n", " ⏎ ").replace("`", "'")

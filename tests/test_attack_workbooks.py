"""The attacker on whole audits: run by the real commands, published as workbooks, read back cell by cell."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.attack.equations import contradiction
from tests.attack.measured import measured
from tests.attack.publications import figures_elsewhere
from tests.attack.reading import Holdings
from tests.attack.workbooks import audited

UNITS = range(20)


def test_few_hidden_people_are_hardly_narrowed_by_the_workbooks_of_twenty_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """First that the attacker reads all figures, then that they come of the same answers, then the attack.

    A figure made from answers that were not published contradicts the others.
    """
    folders = [tmp_path / f"unit-{number}" for number in UNITS]
    for folder in folders:
        folder.mkdir()
    units = [audited(number, folder) for number, folder in zip(UNITS, folders, strict=True)]
    workbooks = [book for folder in folders for book in sorted(folder.glob("*.xlsx"))]
    assert len(workbooks) > len(UNITS)
    assert [(book, unread) for book in workbooks if (unread := figures_elsewhere(book))] == []
    fits = [(one.unit.number, contradiction(one.attack.equations)) for one in units]
    assert [(number, rows) for number, rows in fits if rows] == []
    assert [wrong for one in units for wrong in changes_that_tell_more(one.attack.audits)] == []
    found = measured(units)
    with capsys.disabled():
        print(f"\nWorkbooks of whole audits: {found.words}", file=sys.stderr)
    assert found.misread == ()
    assert found.recovered == 0, found.worst
    assert found.areas.within, (found.words, found.worst)


def changes_that_tell_more(audits: Sequence[Holdings]) -> Iterator[str]:
    """Areas whose change of what staff say is not the difference of the two figures printed."""
    first, *later = [audit.publications[-1].areas for audit in audits]
    for second in later:
        for area, now in second.items():
            then, told = first[area].perception, re.findall(r"what staff say \w+ \(([-+.\d]+)\)", now.words)
            if not told:
                continue
            assert isinstance(now.perception, float)
            assert isinstance(then, float)
            in_steps = "steps of 5" in now.words + first[area].words
            difference = float(told[0]) - (now.perception - then)
            if abs(difference) > 0.05 and not (in_steps and float(told[0]) % 5 == 0):
                yield f"{area}: {told[0]} between {then} and {now.perception}"

"""The debriefing as a text file to hand out, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from audit_engine.debriefing.presentation import Debriefing, as_text
from exports.on_disk import put_for_good
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

SUFFIX = ".txt"


def check_handout(path: Path, audit: Path, *, force: bool) -> None:
    """Whether the text may be written there. Raises UserError."""
    if path.suffix.lower() != SUFFIX:
        raise UserError(
            tr("{file} is no name for a text.", file=path.name),
            tr("Let it end in {suffix}.", suffix=SUFFIX),
        )
    if path.is_dir():
        raise UserError(
            tr("{path} is a folder.", path=path), tr("Choose another name."), code=ExitCode.NOT_NOW
        )
    if not path.parent.is_dir():
        raise UserError(
            tr("There is no folder {folder}.", folder=path.parent),
            tr("Make it first."),
            code=ExitCode.NOT_NOW,
        )
    if path.exists() and path.samefile(audit):
        raise UserError(tr("The text cannot replace the audit file."), tr("Choose another name."))
    if path.exists() and not force:
        raise UserError(
            tr("{path} exists already.", path=path),
            tr("Add --force to replace it, or choose another name."),
            code=ExitCode.NOT_NOW,
        )


def write_handout(debriefing: Debriefing, path: Path) -> None:
    """Writes what the unit is shown. Raises UserError if it cannot; what was there then stays."""
    # Older Notepads show no line that ends in LF alone, and misread letters without the mark.
    content = as_text(debriefing).replace("\n", "\r\n").encode("utf-8-sig")
    put_for_good(path, content)

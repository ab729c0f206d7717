"""Arguments and options that several commands share, with one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AuditPath = Annotated[
    Path,
    typer.Argument(metavar="AUDIT", help="The audit file, for example geneva.audit.", show_default=False),
]
By = Annotated[
    str,
    typer.Option(
        "--by", metavar="NAME", help="Who records; the lead facilitator if left out.", show_default=False
    ),
]

"""From judgement to paper: the Excel workbook that the audited unit reads, fills in and sends back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exports.report import Report as Report
    from exports.workbook import write_report as write_report

__all__ = ["Report", "write_report"]


def __getattr__(name: str) -> Any:
    """Opens the door only when someone walks through it: `--help` must not wait for openpyxl."""
    if name == "write_report":
        from exports.workbook import write_report  # start-up: only here

        return write_report
    if name == "Report":
        from exports.report import Report  # start-up: only here

        return Report
    raise AttributeError(name)

"""Why a workbook is not read: found without knowing its name, told with it."""

from __future__ import annotations

from questionnaires.catalogue import marked, tr
from questionnaires.errors import ExitCode, UserError

SAVE_AGAIN = marked(
    "Open it in Excel or LibreOffice, save it anew as an Excel workbook (.xlsx) and use that file."
)
ASK_AGAIN = marked(
    "Ask for the file again; if that does not help: open it in Excel or LibreOffice and save it anew."
)
NOT_OURS = marked("No spreadsheet program writes such a file. Do not open it; ask the sender what it is.")


class RefusedError(Exception):
    """A workbook is not read. `reason` follows "is not read: ".

    `remedy` says what to do; None: to save it anew.
    """

    def __init__(self, reason: str, remedy: str | None = None, code: ExitCode = ExitCode.BAD_INPUT) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = tr(SAVE_AGAIN) if remedy is None else remedy
        self.code = code

    def about(self, name: str) -> UserError:
        """The same for the person at the keyboard."""
        return UserError(
            tr("{name} is not read: {reason}.", name=name, reason=self.reason), self.remedy, code=self.code
        )


def damaged(where: str) -> RefusedError:
    """What contradicts itself or breaks off; `where` names the place."""
    return RefusedError(tr("it is damaged ({where})", where=where), tr(ASK_AGAIN))

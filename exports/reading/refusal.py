"""Why a workbook is not read: found without knowing its name, told with it."""

from __future__ import annotations

from questionnaires.errors import ExitCode, UserError

SAVE_AGAIN = "Open it in Excel or LibreOffice, save it anew as an Excel workbook (.xlsx) and use that file."
ASK_AGAIN = "Ask for the file again; if that does not help: open it in Excel or LibreOffice and save it anew."
NOT_OURS = "No spreadsheet program writes such a file. Do not open it; ask the sender what it is."


class RefusedError(Exception):
    """A workbook is not read. `reason` follows "is not read: ", `remedy` says what to do."""

    def __init__(self, reason: str, remedy: str = SAVE_AGAIN, code: ExitCode = ExitCode.BAD_INPUT) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.code = code

    def about(self, name: str) -> UserError:
        """The same for the person at the keyboard."""
        return UserError(f"{name} is not read: {self.reason}.", self.remedy, code=self.code)


def damaged(where: str) -> RefusedError:
    """What contradicts itself or breaks off; `where` names the place."""
    return RefusedError(f"it is damaged ({where})", ASK_AGAIN)

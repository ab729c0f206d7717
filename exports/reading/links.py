"""What a workbook may not bring along: programs, files inside the file, and ties to other files."""

from __future__ import annotations

from exports.reading.refusal import RefusedError
from questionnaires.catalogue import marked, tr

MACROS = (
    marked("it holds macros, which are programs"),
    marked("Save it as an Excel workbook without macros (.xlsx) and use that file."),
)
EMBEDDED = (
    marked("another file or a control is embedded in it"),
    marked("Delete what was put in through Insert > Object, save it, and send such files apart."),
)
LINKED = (
    marked("it draws on other files or data sources"),
    marked("Break the links (in Excel: Data > Edit Links, or Queries & Connections) and save it again."),
)

PART_NAMES = {
    "xl/macrosheets/": MACROS,
    "xl/dialogsheets/": MACROS,
    "xl/vba": MACROS,
    "xl/embeddings/": EMBEDDED,
    "xl/activex/": EMBEDDED,
    "xl/externallinks/": LINKED,
    "xl/connections": LINKED,
    "xl/querytables/": LINKED,
}
"""How the names of such parts begin, in small letters."""

RELATIONS = {
    "vbaproject": MACROS,
    "wordvbadata": MACROS,
    "attachedtoolbars": MACROS,
    "xlmacrosheet": MACROS,
    "xlintlmacrosheet": MACROS,
    "dialogsheet": MACROS,
    "oleobject": EMBEDDED,
    "package": EMBEDDED,
    "control": EMBEDDED,
    "activexcontrolbinary": EMBEDDED,
    "externallink": LINKED,
    "externallinkpath": LINKED,
    "connections": LINKED,
    "querytable": LINKED,
}
"""The last word of a relation's type, in small letters."""

TYPES = {
    "macro": MACROS,
    "vbaproject": MACROS,
    "dialogsheet": MACROS,
    "oleobject": EMBEDDED,
    "activex": EMBEDDED,
    "externallink": LINKED,
    "connections+xml": LINKED,
    "querytable": LINKED,
}
"""Words in a type of content, in small letters."""


def check_part_name(name: str) -> None:
    """Raises RefusedError for a part that is known by its name."""
    lower = name.casefold()
    for start, refusal in PART_NAMES.items():
        if lower.startswith(start):
            raise _refused(refusal)


def check_relation(_: str, attributes: dict[str, str]) -> None:
    """Raises RefusedError for what a part is tied to. Links to click are text and may stay."""
    kind = attributes.get("Type", "").rpartition("/")[2].casefold()
    if kind in RELATIONS:
        raise _refused(RELATIONS[kind])
    if attributes.get("TargetMode", "").casefold() == "external" and kind != "hyperlink":
        raise _refused(LINKED)


def check_type(_: str, attributes: dict[str, str]) -> None:
    """Raises RefusedError for a type of content that is listed."""
    content = attributes.get("ContentType", "").casefold()
    for word, refusal in TYPES.items():
        if word in content:
            raise _refused(refusal)


def _refused(refusal: tuple[str, str]) -> RefusedError:
    reason, remedy = refusal
    return RefusedError(tr(reason), tr(remedy))

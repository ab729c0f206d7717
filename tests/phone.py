"""A phone made of the form itself: fills in an XForm by its rules, and exports it as servers do."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyxform.xls2xform import convert

from exports.xlsform.fields import folded

XF = "{http://www.w3.org/2002/xforms}"
_PATH = re.compile(r"/[A-Za-z_][\w/.-]*")
_EQUALS = re.compile(r"(?<![<>!])=")


def converted(file: Path) -> str:
    """The XForm that pyxform makes of a form, which must have nothing to warn of."""
    made = convert(file)
    assert made.warnings == []
    return str(made.xform)


class Phone:
    """Filled in by one person; what is not relevant is empty when it is sent, as on a phone."""

    def __init__(self, xform: str) -> None:
        model = ET.fromstring(xform).find(f".//{XF}model")
        assert model is not None
        instance = model.find(f"{XF}instance")
        assert instance is not None
        self.root = instance[0]
        self.binds = [dict(bind.attrib) for bind in model.findall(f"{XF}bind")]
        self.values: dict[str, str] = {
            bind["nodeset"]: str(bind["calculate"]).strip("'") for bind in self.binds if "calculate" in bind
        }

    def answer(self, name: str, value: str) -> None:
        """Types a value into a field that the phone shows, within its constraint."""
        bind = next(b for b in self.binds if folded(b["nodeset"].rsplit("/", 1)[1]) == folded(name))
        path = bind["nodeset"]
        assert self.shown(path), f"{name} is not on the screen"
        self.values[path] = value
        assert self._true(bind.get("constraint", "true()"), value), f"{name} refuses {value}"

    def shown(self, path: str) -> bool:
        """Whether the field and every group around it is relevant."""
        conditions = {bind["nodeset"]: bind["relevant"] for bind in self.binds if "relevant" in bind}
        around = ["/".join(path.split("/")[:depth]) for depth in range(2, path.count("/") + 2)]
        return all(self._true(conditions[each]) for each in around if each in conditions)

    def _true(self, condition: str, here: str = "") -> bool:
        said = _PATH.sub(lambda path: repr(self.values.get(path[0], "")), condition)
        said = re.sub(r"(?<![\w.'])\.(?![\w.'])", here or "0", _EQUALS.sub("==", said))
        said = re.sub(r">=\s*'(\d+)'", r">= \1", said)
        return bool(eval(said.replace("true()", "True"), {"__builtins__": {"int": int}}))

    def sent(self, uuid: str) -> dict[str, str]:
        """Path below the root -> value of every field, as a server keeps it."""
        for bind in self.binds:
            path = bind["nodeset"]
            if bind.get("required") and bind["required"] != "true()":
                assert not self._true(bind["required"]) or not self.shown(path) or self.values.get(path)
        root = f"/{self.root.tag.rsplit('}', 1)[1]}/"
        fields = [b["nodeset"] for b in self.binds if b.get("type") and "instanceID" not in b["nodeset"]]
        found = {p.removeprefix(root): self.values.get(p, "") if self.shown(p) else "" for p in fields}
        return {**found, "meta/instanceID": f"uuid:{uuid}"}


def kobo(sent: list[Mapping[str, str]], *, groups: bool = True) -> list[dict[str, str]]:
    """Rows as KoboToolbox exports them with XML values and headers."""
    rows = []
    for number, one in enumerate(sent, 1):
        fields = {name if groups else name.rsplit("/", 1)[-1]: value for name, value in one.items()}
        uuid = one["meta/instanceID"].removeprefix("uuid:")
        beside = {
            "_id": str(700 + number),
            "_uuid": uuid,
            "_submission_time": f"2026-11-2{number % 10}T10:00:00",
            "_validation_status": "",
            "_notes": "",
            "_status": "submitted_via_web",
            "_submitted_by": "",
            "__version__": "vQ7",
            "_tags": "",
            "_index": str(number),
        }
        rows.append({**fields, **beside})
    return rows


def central(sent: list[Mapping[str, str]], *, groups: bool = True) -> list[dict[str, str]]:
    """Rows as ODK Central exports them."""
    rows = []
    for one in sent:
        fields = {n.replace("/", "-") if groups else n.rsplit("/", 1)[-1]: v for n, v in one.items()}
        row = {"SubmissionDate": "2026-11-20T10:00:00.000Z", **fields, "KEY": one["meta/instanceID"]}
        after = ("SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status")
        rows.append(row | dict.fromkeys((*after, "ReviewState", "DeviceID", "Edits", "FormVersion"), ""))
    return rows


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    """Rows as a CSV file."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()

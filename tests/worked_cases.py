"""Reads tests/cases/*.yaml: what was answered in one audit, and what the rules make of it.

How a case is written is explained in tests/cases/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from questionnaires.definition import Area, Item, Questionnaire, Recommendation
from questionnaires.library import load
from questionnaires.references import Baseline, Target
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import Assessment, ItemRating
from scoring.earlier import earlier_from, earlier_from_json, earlier_to_json
from scoring.evidence import Earlier, Evidence
from scoring.judgement import respondents
from scoring.no_answer import published_shares
from tests.counting import Submission, evidence_of

FOLDER = Path(__file__).parent / "cases"
PGA = load("pga", "1.0.0").questionnaire
GROUPS = {"women": "woman", "woman": "woman", "men": "man", "man": "man", "others": "x"}
ROLES = {"staff", "director", "focal_point", "hr_officer"}
ASKED = {
    "survey": (["survey"], "perception", "staff", ["staff"]),
    "documents": (["document_review"], "objective", "facilitator", ["facilitator"]),
    "staff_data": (["staff_data"], "objective", "facilitator", ["hr_officer"]),
    "workshop": (["workshop"], "perception", "staff", ["group"]),
    "survey+workshop": (["survey", "workshop"], "perception", "staff", ["staff"]),
    "survey+interview": (["survey", "interview"], "perception", "staff", ["staff"]),
    "interview": (["interview"], "perception", "staff", ["staff"]),
    "fact": (["survey"], "objective", "staff", ["staff"]),
    "documents+interview": (["document_review", "interview"], "objective", "facilitator", ["facilitator"]),
    "head": (["interview"], "perception", "management", ["director"]),
    "partners": (["interview"], "perception", "partner", ["partner"]),
    "information": (["document_review"], "information", "facilitator", ["facilitator"]),
}
FIGURES = {
    "score",
    "evidence_weight",
    "coverage",
    "evidence",
    "objective",
    "perception",
    "women",
    "men",
    "gap",
    "change",
    "attainment",
    "today",
    "start",
    "from_parity",
    "documents_change",
    "people_change",
}
REFERENCES = {
    "attainment": ("target", "attainment"),
    "attainment_why": ("target", "why"),
    "aim_level": ("target", "level"),
    "today": ("target", "value"),
    "start": ("target", "start"),
    "started": ("target", "start_kind"),
    "from_parity": ("parity", "points"),
    "fewer": ("parity", "fewer"),
    "documents_change": ("objective", "change"),
    "documents_status": ("objective", "status"),
    "people_change": ("perception", "change"),
    "people_status": ("perception", "status"),
    "people_comparable": ("perception", "comparable"),
}
"""What a case calls it -> the part of a rating that holds it, and its field there."""


@dataclass(frozen=True)
class Case:
    """One worked case; `told` is the file as it stands."""

    name: str
    told: dict[str, Any]

    def assess(self) -> Assessment:
        questionnaire = questionnaire_of(self.told)
        return assess(
            questionnaire, evidence_in(questionnaire, self.told), earlier_of(questionnaire, self.told)
        )


def cases() -> list[Case]:
    """Every worked case, by file name."""
    return [Case(path.stem, read(path)) for path in sorted(FOLDER.glob("*.yaml"))]


def read(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return told


def earlier_of(questionnaire: Questionnaire, case: dict[str, Any]) -> Earlier | None:
    """The previous audit of a case, as it comes back from a file."""
    told = case.get("earlier")
    if told is None:
        return None
    if {"items", "version"} & set(told):
        questionnaire = questionnaire_of(told)
    evidence = evidence_in(questionnaire, told)
    earlier = earlier_from(
        questionnaire,
        assess(questionnaire, evidence),
        unit="the same unit",
        start="2024-03-01",
        sha256="0" * 64,
        respondents=respondents(questionnaire, evidence),
    )
    return earlier_from_json(earlier_to_json(earlier))


def evidence_in(questionnaire: Questionnaire, told: dict[str, Any]) -> Evidence:
    working = by_sex(told["working_here"]) if "working_here" in told else {}
    setting = Setting(int(told["staff"]), working, switched_off=spread(told.get("switched_off", {})))
    return evidence_of(questionnaire, setting, submissions(told), told.get("policy", "steps"))


def by_sex(line: str) -> dict[str, tuple[int, int]]:
    """`12 women, 8 men` as the staff table of a unit with one category."""
    women, men = (int(part.split()[0]) for part in line.split(","))
    return {"all": (women, men)}


def submissions(told: dict[str, Any]) -> list[Submission]:
    found: list[Submission] = []
    for instrument, section in (("survey", "forms"), ("interview", "interviews")):
        for entry in told.get(section, []):
            ((who, answers),) = entry.items()
            found += people(instrument, who, answers)
    for section, instrument in (
        ("documents", "document_review"),
        ("staff_data", "staff_data"),
        ("workshop", "workshop"),
        ("agreed", "document_review"),
    ):
        answers = told.get(section, [])
        for sheet in answers if isinstance(answers, list) else [answers]:
            role = "group" if instrument == "workshop" else "facilitator"
            found.append(Submission(instrument, role, spread(sheet), agreed=section == "agreed"))  # type: ignore[arg-type]
    return found


def spread(told: dict[str, str]) -> dict[str, str]:
    """`A-1 to A-4: yes` as one line an item."""
    found: dict[str, str] = {}
    for name, what in told.items():
        first, _, last = name.partition(" to ")
        area, _, start = first.partition("-")
        numbers = range(int(start), int((last or first).partition("-")[2]) + 1)
        found |= {f"{area}-{number:0{len(start)}d}": what for number in numbers}
    return found


def people(instrument: str, who: str, answers: dict[str, str]) -> list[Submission]:
    """`12 women` or `5 partners` or `1 director` with what each of them answered."""
    number, *words = who.split()
    group = next((GROUPS[word] for word in words if word in GROUPS), "x")
    role = "partner" if {"partner", "partners"} & set(words) else "staff"
    role = next((word for word in words if word in ROLES), role)
    return [Submission(instrument, role, spread(answers), group) for _ in range(int(number))]  # type: ignore[arg-type]


def questionnaire_of(told: dict[str, Any]) -> Questionnaire:
    """The questionnaire that the case names, else pga; or the few items that the case writes out."""
    if "questionnaire" in told:
        name, version = told["questionnaire"].split()
        return load(name, version).questionnaire
    if "items" not in told:
        return load("pga", told.get("version", "1.0.0")).questionnaire
    items = [item_of(name, line) for name, line in spread(told["items"]).items()]
    names = list(dict.fromkeys(item.id.split("-")[0] for item in items))
    areas = tuple(
        Area(
            id=name,
            title=name,
            front="staffing",
            items=tuple(item for item in items if item.id.startswith(f"{name}-")),
        )
        for name in names
    )
    texts = tuple(
        Recommendation(
            id=f"REC-{item.id}", area=item.id.split("-")[0], text="Do it", due_days=90, lead=("UNIT",)
        )
        for item in items
    )
    parts = {name: getattr(PGA, name) for name in Questionnaire.model_fields}
    own = {"quiz": None, "areas": areas, "recommendations": texts}
    return Questionnaire(**{**parts, **own, "version": told.get("version", "1.0.0")})


def item_of(name: str, line: str) -> Item:
    """An item from a line such as `agree5 survey, weight 2, reversed`."""
    first, *extras = [part.strip() for part in line.split(",")]
    scale, asked = first.split()
    instruments, evidence, voice, respondents_ = ASKED[asked]
    fields: dict[str, Any] = {}
    for extra in extras:
        word, *rest = extra.split()
        fields |= EXTRAS[word](rest)
    return Item(
        id=name,
        since="1.0.0",
        text=name,
        scale=scale,
        instruments=instruments,
        evidence=evidence,
        voice=voice,
        respondents=respondents_,
        gap="a gap",
        recommendation=f"REC-{name}",
        responsible=("UNIT",),
        **{"comparable_since": "1.0.0", **fields},
    )


EXTRAS: dict[str, Any] = {
    "weight": lambda rest: {"weight": rest[0]},
    "reversed": lambda rest: {"reverse": True},
    "sensitive": lambda rest: {"sensitivity": "high"},
    "person": lambda rest: {"sensitivity": "person"},
    "since": lambda rest: {"comparable_since": rest[0]},
    "pair": lambda rest: {"pair": rest[0]},
    "from": lambda rest: {"minimum_staff": int(rest[0])},
    "baseline": lambda rest: {
        "baseline": Baseline(
            value=rest[0], unit=rest[1], level=rest[2], direction="increase", source="a document"
        )
    },
    "aim": lambda rest: {
        "target": Target(
            value=None if rest[1] == "none" else rest[1],
            unit=rest[2],
            level=rest[3],
            direction=rest[0],
            by=rest[4] if rest[4:] else None,
            source="a document",
        )
    },
}


def told_of(subject: Any, wanted: dict[str, str] | str) -> dict[str, Any]:
    """What an assessed thing says about each key of an expectation, in the words of the case."""
    keys = wanted if isinstance(wanted, dict) else {"score": wanted}
    return {key: _said(subject, key) for key in keys}


def _said(subject: Any, key: str) -> Any:
    if key in ("change", "status", "comparable", "note", "kind", "baseline"):
        if subject.baseline is None:
            return "none"
        return plain(subject.baseline.score if key == "baseline" else getattr(subject.baseline, key))
    if key in REFERENCES:
        whole, part = REFERENCES[key]
        of = subject.baseline if whole in ("objective", "perception") else subject
        return plain(getattr(getattr(of, whole), part)) if getattr(of, whole, None) else "none"
    if key in ("why", "words"):
        found = subject.why
        return "none" if found is None else (found.code if key == "why" else found.words)
    return plain(getattr(subject, key))


def plain(value: Any) -> str:
    """A value as a case writes it: exact fractions, `none`, `yes` and `no`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def wanted_of(wanted: dict[str, str] | str) -> dict[str, str]:
    """An expectation with its numbers brought to one form, so that 45.0 is 45."""
    keys = wanted if isinstance(wanted, dict) else {"score": wanted}
    return {key: str(Fraction(value)) if _is_figure(key, value) else value for key, value in keys.items()}


def _is_figure(key: str, value: str) -> bool:
    return (key in FIGURES or key == "baseline") and value != "none"


def no_answer_printed(questionnaire: Questionnaire, assessment: Assessment, rating: ItemRating) -> str:
    """The published shares in a line, e.g. "don't know 15 %, not in my work <= 10 %, ..."."""
    shares = published_shares(questionnaire, assessment, rating)
    words = ("don't know", "not in my work", "prefer not to say")
    return ", ".join(f"{word} {share}" for word, share in zip(words, shares, strict=False))

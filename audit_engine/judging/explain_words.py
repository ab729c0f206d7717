"""Words that the screens of `explain` share."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.rating_view import NOTHING, figure, signed
from audit_engine.judging.words import word
from audit_engine.terminal import heading, say, say_command
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.assessment import Comparison, SubChange
from scoring.band_limits import BandLimits
from scoring.change import compared as parted
from scoring.explanation import MadeFrom, Part, Respondents
from scoring.rounding import TENTH, brief, exact, rounded
from scoring.sensitivity import POOLED
from scoring.shares import share_of
from scoring.still_needed import StillNeeded

TOGETHER = marked("what staff say")
LONGEST_FRACTION = 14
"""Characters of a fraction that a person still reads."""
POLICIES = {
    "steps": marked("Policy {policy}: reports print women's and men's figures in steps of 5 points."),
    "exact": marked("Policy {policy}: reports print women's and men's figures to one decimal."),
}
HASHES = (
    marked("SHA-256 of the questionnaire:"),
    marked("SHA-256 of the answers:"),
    marked("SHA-256 of the method:"),
)


def precise(value: Fraction) -> str:
    """One decimal, and the exact fraction where that is not all: `71.0 (exactly 638/9)`.

    A fraction too long to be read is left to JSON.
    """
    readable = len(exact(value)) <= LONGEST_FRACTION and (value * 10).denominator > 1
    if not readable:
        return figure(value)
    return tr("{figure} (exactly {fraction})", figure=figure(value), fraction=exact(value))


def total(value: Fraction) -> str:
    """A sum in as few digits as it has, with its exact fraction."""
    return str(value) if value.denominator == 1 else precise(value)


def distance(value: Fraction) -> str:
    """How far it is to a limit; a little is never rounded to nothing."""
    if value and not rounded(value):
        return tr("under {figure}", figure=figure(TENTH))
    return figure(value)


def answers(n: int) -> str:
    return tr_many("{number} answer", "{number} answers", n)


def named(name: str) -> str:
    """An item by its id; what a small unit's staff say has none."""
    return tr(TOGETHER) if name == POOLED else name


def reached(limits: BandLimits) -> str:
    """Where a figure stands between the limits of its band."""
    begins, above = brief(limits.begins), distance(limits.above)
    if limits.next_begins is None or limits.to_next is None:
        return tr(
            "{band} from {begins}, the highest band; {above} above its limit",
            band=limits.label,
            begins=begins,
            above=above,
        )
    return tr(
        "{band} from {begins} to under {ends}; {above} above, {missing} short of {next_band}",
        band=limits.label,
        begins=begins,
        ends=brief(limits.next_begins),
        above=above,
        missing=distance(limits.to_next),
        next_band=limits.next_label,
    )


def by_rule_4(score: Fraction, limits: BandLimits) -> str:
    """A figure and where it stands in its band."""
    return tr("{score}: {band} (rule 4).", score=precise(score), band=reached(limits))


def points(value: Fraction | None) -> str:
    return NOTHING if value is None else figure(value)


def weight_words(part: Part) -> str:
    """What a part weighs in the mean, w x e: `1`, `2/3`."""
    weighs = part.weight * part.evidence
    return str(weighs) if part.adds is not None else NOTHING


def still_needed(missing: StillNeeded | None, *, areas: bool = False) -> None:
    """How many more must count, items or areas."""
    if missing is None:
        return
    if missing.number is None:
        say(tr("Nothing that is missing would be enough: too little applies, or rests on too few cases."))
        return
    ids = ", ".join(missing.of)
    if areas:
        told = tr_many(
            "What is missing: {number} more area rated, of {ids}.",
            "What is missing: {number} more areas rated, of {ids}.",
            missing.number,
            ids=ids,
        )
    else:
        told = tr_many(
            "What is missing: {number} more item counted, of {ids}.",
            "What is missing: {number} more items counted, of {ids}.",
            missing.number,
            ids=ids,
        )
    say(told)


def compared(baseline: Comparison | None, respondents: Respondents | None, *, areas: bool = False) -> None:
    """The baseline, what changed and from where on that is a change; items are compared, or areas."""
    heading(tr("Baseline (rule 6)"))
    if baseline is None:
        say(tr("None: no earlier audit was named, and no figure is declared for one unit."))
        return
    say(
        tr(
            "{score}, {kind}; {change}: {status}.",
            score=figure(baseline.score),
            kind=tr("the previous audit")
            if baseline.kind == "previous"
            else tr("declared in the questionnaire, for one unit"),
            change=tr("no change can be told")
            if baseline.change is None
            else tr("change {change}", change=signed(baseline.change)),
            status=word(baseline.status),
        )
    )
    say(_compared_over(baseline, areas=areas))
    if baseline.change is not None and baseline.note is None:
        say(_dead_zone(baseline, respondents))
    _part_of_it(tr("Documents alone"), baseline.objective, baseline)
    _part_of_it(tr("What staff say alone"), baseline.perception, baseline)


def _compared_over(baseline: Comparison, *, areas: bool) -> str:
    compared, of = parted(baseline.comparable)
    over = (
        tr_many(
            "Compared over {compared} of {number} areas.",
            "Compared over {compared} of {number} areas.",
            of,
            compared=compared,
        )
        if areas
        else tr_many(
            "Compared over {compared} of {number} items.",
            "Compared over {compared} of {number} items.",
            of,
            compared=compared,
        )
    )
    return " ".join((over, tr("Note: {note}.", note=word(baseline.note)))) if baseline.note else over


def _part_of_it(kind: str, part: SubChange | None, whole: Comparison) -> None:
    """The change of one kind of sources; nothing where that is the whole area."""
    if part is not None and part.comparable != whole.comparable:
        compared, of = parted(part.comparable)
        say(
            tr_many(
                "{kind}: change {change} over {compared} of {number} items: {status} "
                "(dead zone {zone} points).",
                "{kind}: change {change} over {compared} of {number} items: {status} "
                "(dead zone {zone} points).",
                of,
                kind=kind,
                change=signed(part.change),
                compared=compared,
                status=word(part.status),
                zone=brief(part.zone),
            )
        )


def _dead_zone(baseline: Comparison, respondents: Respondents | None) -> str:
    if not baseline.zone:
        return tr("A fact has no dead zone: every change is told.")
    zone = brief(baseline.zone)
    if baseline.kind == "declared" or respondents is None:
        return tr(
            "Dead zone {zone} points: a smaller change counts as unchanged, "
            "as against every declared figure.",
            zone=zone,
        )
    return tr(
        "Dead zone {zone} points: a smaller change counts as unchanged, "
        "with {now} respondents now and {then} then (the smaller number decides).",
        zone=zone,
        now=respondents.now,
        then=respondents.then,
    )


def made_of(questionnaire: Questionnaire, brought: Fraction, weight: Fraction, score: Fraction) -> str:
    """How a figure came about: `brought` is the sum of weight x points, `weight` the sum of weights."""
    if share := share_of(questionnaire):
        return tr(
            "The share: {share}. By weight {brought} of {weight} are, {score} % (rule 2).",
            share=share,
            brought=brought / 100,
            weight=weight,
            score=figure(score),
        )
    return tr(
        "Sum of weight x score {total}, divided by the sum of weights {weight}, is {score} (rule 2).",
        total=total(brought),
        weight=weight,
        score=figure(score),
    )


def made_from(found: MadeFrom, *, by_sex: bool) -> None:
    """What decides that another computer comes to the same figure."""
    heading(tr("Made from"))
    say(
        tr(
            "Method {method}, questionnaire {questionnaire} {version}.",
            method=found.method,
            questionnaire=found.questionnaire,
            version=found.version,
        )
    )
    if by_sex:
        say(tr(POLICIES[found.policy], policy=found.policy))
    hashes = (found.questionnaire_sha256, found.answers_sha256, found.method_sha256)
    for what, sha256 in zip(HASHES, hashes, strict=True):
        say(tr(what))
        say_command(sha256)

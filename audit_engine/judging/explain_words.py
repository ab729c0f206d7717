"""Words that the screens of `explain` share."""

from __future__ import annotations

from fractions import Fraction

from audit_engine.judging.rating_view import NOTHING, figure, signed
from audit_engine.terminal import heading, say, say_command
from questionnaires.definition import Questionnaire
from scoring.assessment import Comparison, SubChange
from scoring.band_limits import BandLimits
from scoring.explanation import MadeFrom, Part, Respondents
from scoring.rounding import TENTH, brief, exact, rounded
from scoring.sensitivity import POOLED
from scoring.shares import share_of
from scoring.still_needed import StillNeeded

TOGETHER = "what staff say"
LONGEST_FRACTION = 14
"""Characters of a fraction that a person still reads."""
POLICIES = {"steps": "in steps of 5 points", "exact": "to one decimal"}


def precise(value: Fraction) -> str:
    """One decimal, and the exact fraction where that is not all: `71.0 (exactly 638/9)`.

    A fraction too long to be read is left to JSON.
    """
    readable = len(exact(value)) <= LONGEST_FRACTION and (value * 10).denominator > 1
    return f"{figure(value)} (exactly {exact(value)})" if readable else figure(value)


def total(value: Fraction) -> str:
    """A sum in as few digits as it has, with its exact fraction."""
    return str(value) if value.denominator == 1 else precise(value)


def distance(value: Fraction) -> str:
    """How far it is to a limit; a little is never rounded to nothing."""
    return f"under {figure(TENTH)}" if value and not rounded(value) else figure(value)


def answers(n: int) -> str:
    return "1 answer" if n == 1 else f"{n} answers"


def named(name: str) -> str:
    """An item by its id; what a small unit's staff say has none."""
    return TOGETHER if name == POOLED else name


def reached(limits: BandLimits) -> str:
    """Where a figure stands between the limits of its band."""
    begins, above = f"{limits.label} from {brief(limits.begins)}", distance(limits.above)
    if limits.next_begins is None or limits.to_next is None:
        return f"{begins}, the highest band; {above} above its limit"
    short = f"{distance(limits.to_next)} short of {limits.next_label}"
    return f"{begins} to under {brief(limits.next_begins)}; {above} above, {short}"


def points(value: Fraction | None) -> str:
    return NOTHING if value is None else figure(value)


def weight_words(part: Part) -> str:
    """What a part weighs in the mean, w x e: `1`, `2/3`."""
    weighs = part.weight * part.evidence
    return str(weighs) if part.adds is not None else NOTHING


def still_needed(missing: StillNeeded | None, one: str, several: str) -> None:
    """How many more must count, items or areas, in their words for one and for several."""
    if missing is None:
        return
    if missing.number is None:
        say("Nothing that is missing would be enough: too little applies, or rests on too few cases.")
        return
    more = f"{missing.number} more {one if missing.number == 1 else several}"
    say(f"What is missing: {more}, of {', '.join(missing.of)}.")


def compared(baseline: Comparison | None, respondents: Respondents | None, what: str = "items") -> None:
    """The baseline, what changed and from where on that is a change; `what` is compared, items or areas."""
    heading("Baseline (rule 6)")
    if baseline is None:
        say("None: no earlier audit was named, and no figure is declared for one unit.")
        return
    kind = (
        "the previous audit" if baseline.kind == "previous" else "declared in the questionnaire, for one unit"
    )
    change = "no change can be told" if baseline.change is None else f"change {signed(baseline.change)}"
    say(f"{figure(baseline.score)}, {kind}; {change}: {baseline.status}.")
    say(
        f"Compared over {baseline.comparable} {what}." + (f" Note: {baseline.note}." if baseline.note else "")
    )
    if baseline.change is not None and baseline.note is None:
        say(_dead_zone(baseline, respondents))
    _part_of_it("Documents alone", baseline.objective, baseline)
    _part_of_it("What staff say alone", baseline.perception, baseline)


def _part_of_it(kind: str, part: SubChange | None, whole: Comparison) -> None:
    """The change of one kind of sources; nothing where that is the whole area."""
    if part is not None and part.comparable != whole.comparable:
        told = f"change {signed(part.change)} over {part.comparable} items: {part.status}"
        say(f"{kind}: {told} (dead zone {brief(part.zone)} points).")


def _dead_zone(baseline: Comparison, respondents: Respondents | None) -> str:
    if not baseline.zone:
        return "A fact has no dead zone: every change is told."
    zone = f"Dead zone {brief(baseline.zone)} points: a smaller change counts as unchanged"
    if baseline.kind == "declared" or respondents is None:
        return f"{zone}, as against every declared figure."
    now, then = respondents.now, respondents.then
    return f"{zone}, with {now} respondents now and {then} then (the smaller number decides)."


def made_of(questionnaire: Questionnaire, brought: Fraction, weight: Fraction, score: Fraction) -> str:
    """How a figure came about: `brought` is the sum of weight x points, `weight` the sum of weights."""
    if share := share_of(questionnaire):
        return f"The share: {share}. By weight {brought / 100} of {weight} are, {figure(score)} % (rule 2)."
    return (
        f"Sum of weight x score {total(brought)}, divided by the sum of weights {weight}, "
        f"is {figure(score)} (rule 2)."
    )


def made_from(found: MadeFrom, *, by_sex: bool) -> None:
    """What decides that another computer comes to the same figure."""
    heading("Made from")
    say(f"Method {found.method}, questionnaire {found.questionnaire} {found.version}.")
    if by_sex:
        say(f"Policy {found.policy}: reports print women's and men's figures {POLICIES[found.policy]}.")
    hashes = (found.questionnaire_sha256, found.answers_sha256, found.method_sha256)
    for what, sha256 in zip(("questionnaire", "answers", "method"), hashes, strict=True):
        say(f"SHA-256 of the {what}:")
        say_command(sha256)

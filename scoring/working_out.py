"""The arithmetic of one value, line by line, as a person would do it by hand (docs/method.md, rule 1)."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Item, Questionnaire, Scale
from questionnaires.values import Choice, Missing, Ratio, SexCount, SexRate, Value, Votes
from scoring.points import Mark, mark, parity
from scoring.rounding import brief, exact

LOW_SHARE = 20


def working_out(questionnaire: Questionnaire, item: Item, value: Value) -> tuple[str, ...]:
    """How the value becomes points of 0-100; empty where it carries none."""
    result = mark(questionnaire, item, value)
    if not isinstance(result, Mark):
        return ()
    raw = 100 - result.score if item.reverse else result.score
    lines = [*_lines(questionnaire.scale_of(item), value, raw)]
    if item.reverse and not isinstance(value, Missing):
        lines.append(
            tr(
                "it names a problem, so it is turned round: 100 - {points} = {score}",
                points=told(raw),
                score=told(result.score),
            )
        )
    if result.evidence_weight < 1:
        full = questionnaire.rules.full_evidence_denominator
        lines.append(
            tr(
                "few cases weigh less: {full} and more weigh 1, this weighs {weight}",
                full=full,
                weight=exact(result.evidence_weight),
            )
        )
    return tuple(lines)


def told(figure: Fraction) -> str:
    """A figure in an arithmetic line: whole, or to one decimal with the exact fraction beside it."""
    return brief(figure) if figure.denominator == 1 else f"{brief(figure)} ({exact(figure)})"


def _lines(scale: Scale, value: Value, points: Fraction) -> list[str]:
    if isinstance(value, Choice):
        answer = _label(scale, value.option)
        return [tr("{answer}: {points} points", answer=answer, points=told(points))]
    if isinstance(value, Votes):
        return [
            tr_many(
                "{number} voted and agreed on {answer}: {points} points",
                "{number} voted and agreed on {answer}: {points} points",
                value.voters,
                answer=_label(scale, str(value.agreed)),
                points=told(points),
            )
        ]
    if isinstance(value, Ratio):
        return [f"100 x {brief(value.part)} / {value.whole} = {told(points)}"]
    if isinstance(value, SexCount):
        return _balance(value)
    if isinstance(value, SexRate):
        return _rates(value, points)
    return [tr("looked for and confirmed not to exist: the lowest point of the scale")]


def _label(scale: Scale, option_id: str) -> str:
    label = {option.id: option.label for option in scale.options}[option_id]
    return (
        label.lower() if label.casefold() == option_id.replace("_", " ") else f"{option_id} ({label.lower()})"
    )


def _balance(value: SexCount) -> list[str]:
    fewer, half = min(value.women, value.men), (value.women + value.men) // 2
    share = Fraction(100 * fewer, 2 * half)
    formula = "1.25 x {0}" if share < LOW_SHARE else "2.5 x {0} - 25"
    return [
        tr(
            "share of the fewer: 100 x {fewer} / (2 x {half}) = {share}",
            fewer=fewer,
            half=half,
            share=told(share),
        ),
        tr("parity: {formula} = {points}", formula=formula.format(told(share)), points=told(parity(share))),
    ]


def _rates(value: SexRate, points: Fraction) -> list[str]:
    women, men = Fraction(100 * value.women, value.of_women), Fraction(100 * value.men, value.of_men)
    lower, higher = sorted((women, men))
    return [
        tr(
            "women 100 x {women} / {all_women} = {women_rate}, men 100 x {men} / {all_men} = {men_rate}",
            women=value.women,
            all_women=value.of_women,
            women_rate=told(women),
            men=value.men,
            all_men=value.of_men,
            men_rate=told(men),
        ),
        tr(
            "100 x the lower / the higher: 100 x {lower} / {higher} = {points}",
            lower=told(lower),
            higher=told(higher),
            points=told(points),
        ),
    ]

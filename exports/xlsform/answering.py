"""How an item is answered on a phone: its lines in the sheet `survey`, its list in the sheet `choices`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exports.xlsform.fields import Piece, field_name, pieces
from exports.xlsform.line import Choice, Line, both, group
from exports.xlsform.wording import Said, Wording, joined
from questionnaires.answers import LARGEST, codes_taken, needs_reason
from questionnaires.definition import Instrument, Item, MissingCode, Questionnaire

_NUMBER = f". >= 0 and . <= {LARGEST}"
_HALVES = f"{_NUMBER} and . * 2 = int(. * 2)"
_AFTER: dict[Piece, Piece] = {"whole": "part", "men": "women", "of_women": "women", "of_men": "men"}
"""A number that is needed as soon as the other one is there."""
_WHOLES: tuple[Piece, ...] = ("whole", "of_women", "of_men")
_LOOKED_UP: tuple[Instrument, ...] = ("document_review", "staff_data")


@dataclass(frozen=True)
class Answering:
    """What the items of one form are written from."""

    questionnaire: Questionnaire
    instrument: Instrument
    wording: Wording

    def lines(self, item: Item, relevant: str) -> list[Line]:
        """Everything that is asked of one item; `relevant`: when it is asked at all."""
        hint = self._hint(item)
        if pieces(self.questionnaire, item) == ("choice",):
            asked = Line(
                f"select_one {self.list_name(item)}",
                field_name(item.id),
                self.text(item),
                hint,
                relevant=relevant,
            )
            return [asked, *self._paper(item, f"${{{field_name(item.id)}}} != ''")]
        inside = [*self._figures(item, hint), *self._paper(item, f"${{{self._last(item)}}} != ''")]
        return group(f"about_{field_name(item.id)}", self.text(item), inside, relevant, "field-list")

    def text(self, item: Item) -> Said:
        """What is asked."""
        return self.wording.text(f"items.{item.id}.text")

    def list_name(self, item: Item) -> str:
        """The list of what can be chosen; items that take the same share it."""
        figures = pieces(self.questionnaire, item) != ("choice",)
        return "_".join([field_name("why" if figures else item.scale), *self._codes(item)])

    def choices(self, item: Item) -> list[Choice]:
        """The rows of that list: options in their order, then the ways of giving no answer."""
        name, scale = self.list_name(item), self.questionnaire.scale_of(item)
        figures = pieces(self.questionnaire, item) != ("choice",)
        found = [
            Choice(name, option.id, self.wording.text(f"scales.{scale.id}.options.{option.id}"))
            for option in (() if figures else scale.options)
        ]
        for code in self._codes(item):
            found += self._code(name, code)
        return found

    def _codes(self, item: Item) -> tuple[MissingCode, ...]:
        return codes_taken(item, self.questionnaire.scale_of(item), self.instrument)

    def _code(self, name: str, code: MissingCode) -> Iterator[Choice]:
        if code != "na" or not needs_reason(self.instrument):
            yield Choice(name, code, self.wording.word("codes", code))
            return
        for reason in self.questionnaire.reasons:
            why = self.wording.text(f"reasons.{reason.id}.text")
            yield Choice(name, f"na_{reason.id}", self.wording.word("not_applicable", this=why))

    def _hint(self, item: Item) -> Said:
        scale = self.questionnaire.scale_of(item)
        told = [self.wording.text(f"scales.{scale.id}.title")]
        if item.counts_when is not None:
            told.append(self.wording.text(f"items.{item.id}.counts_when"))
        for option in scale.options:
            if option.id in item.criteria:
                label = self.wording.text(f"scales.{scale.id}.options.{option.id}")
                meaning = self.wording.text(f"items.{item.id}.criteria.{option.id}")
                told.append(joined(": ", (label, meaning)))
        return joined("\n", told)

    def _figures(self, item: Item, hint: Said) -> Iterator[Line]:
        unexplained = f"${{{field_name(item.id, 'why')}}} = ''" if self._codes(item) else ""
        for place, piece in enumerate(pieces(self.questionnaire, item)):
            if piece == "why":
                if self._codes(item):
                    yield self._why(item)
            else:
                number = self._number(item, piece)
                yield replace(number, relevant=unexplained, hint=hint if place == 0 else {})

    def _number(self, item: Item, piece: Piece) -> Line:
        halves = item.halves and piece == "part"
        before = _AFTER.get(piece)
        other = f"${{{field_name(item.id, before)}}}" if before else ""
        bounded = piece in _WHOLES
        message = "not_below" if bounded else "half_number" if halves else "whole_number"
        return Line(
            "decimal" if halves else "integer",
            field_name(item.id, piece),
            self.wording.word(piece),
            constraint=both(_HALVES if halves else _NUMBER, f". >= {other}" if bounded else ""),
            constraint_message=self.wording.word(message),
            required=f"{other} != ''" if before else "",
            required_message=self.wording.word("both_needed") if before else {},
        )

    def _why(self, item: Item) -> Line:
        list_name = self.list_name(item)
        return Line(f"select_one {list_name}", field_name(item.id, "why"), self.wording.word("why"))

    def _paper(self, item: Item, relevant: str) -> Iterator[Line]:
        if self.instrument in _LOOKED_UP:
            name = field_name(item.id, "paper")
            yield Line("text", name, self.wording.word("paper"), relevant=relevant)

    def _last(self, item: Item) -> str:
        numbers = [piece for piece in pieces(self.questionnaire, item) if piece != "why"]
        return field_name(item.id, numbers[-1])

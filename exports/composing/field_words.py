"""The words of the field that a report explains, as questionnaires/glossary.yaml has them in English."""

from __future__ import annotations

from collections.abc import Mapping

from exports.report import Fact
from questionnaires.catalogue import marked

FIELD: Mapping[str, Fact] = {
    "gender": Fact(
        marked("Gender"),
        marked(
            "What a society expects of women and of men: their roles, chances and limits. It is "
            "learned, differs from place to place, and can change."
        ),
    ),
    "gender-equality": Fact(
        marked("Gender equality"),
        marked(
            "Women and men have the same rights, chances and say, and what they do and need counts "
            "the same. It does not mean that they become the same."
        ),
    ),
    "gender-parity": Fact(
        marked("Gender parity"),
        marked("As many women as men in a group or at a level. A count, and only a part of equality."),
    ),
    "gender-mainstreaming": Fact(
        marked("Gender mainstreaming"),
        marked(
            "Asking of every planned action what it means for women and for men, and acting on the answer."
        ),
    ),
    "gender-analysis": Fact(
        marked("Gender analysis"),
        marked(
            "Finding out who does what, who has what and who decides, for women and for men, before planning."
        ),
    ),
    "sex-disaggregated-data": Fact(
        marked("Sex-disaggregated data"),
        marked("Figures collected and shown for women and for men separately."),
    ),
    "two-pronged-approach": Fact(
        marked("Two-pronged approach"),
        marked("Gender in all work, and beside it targeted action for the sex that is at a disadvantage."),
    ),
    "gender-responsive-budget": Fact(
        marked("Gender-responsive budget"),
        marked("A budget that shows what is spent for equality and whom the rest of the money reaches."),
    ),
    "gender-focal-point": Fact(
        marked("Gender focal point"),
        marked(
            "A colleague who moves gender work on in the unit. It does not become that person's job alone."
        ),
    ),
    "participatory-gender-audit": Fact(
        marked("Participatory gender audit"),
        marked(
            "Staff and facilitators look together at how a unit works for equality, inside and in "
            "its projects, and agree on what to do. A way of learning, not an inspection."
        ),
    ),
    "harassment": Fact(
        marked("Harassment"),
        marked(
            "Unwanted conduct, once or repeatedly, that harms or is meant to harm, gender-based and "
            "sexual harassment included."
        ),
    ),
    "good-practice": Fact(
        marked("Good practice"),
        marked("Something that worked here and that others could take over, with the evidence for it."),
    ),
}
"""Id of the term -> its label and its meaning."""

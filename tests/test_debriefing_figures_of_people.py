"""Words that tell how many people said something are seen in all five languages; others are left alone."""

from __future__ import annotations

import pytest

from audit_engine.debriefing.figures_of_people import words_give_figure

TELL = {
    "en": [
        "Three women were asked to take notes.",
        "Two of the five said so.",
        "Half of the staff disagree.",
        "Everybody but one agreed.",
        "40 % want it.",
    ],
    "fr": [
        "Trois femmes ont dû prendre des notes.",
        "Deux sur cinq le disent.",
        "La moitié du personnel n’est pas d’accord.",
        "Tous sauf un sont d'accord.",
        "Quarante pour cent le veulent.",
        "Une seule personne l'a dit.",
        "Plusieurs collègues y voient un problème.",
    ],
    "es": [
        "Tres mujeres tuvieron que tomar notas.",
        "Dos de cada cinco lo dicen.",
        "La mitad del personal no está de acuerdo.",
        "Todos menos uno están de acuerdo.",
        "El cuarenta por ciento lo quiere.",
        "Solo una mujer lo dijo.",
        "Varias personas ven un problema.",
    ],
    "ru": [
        "Три женщины вели протокол.",
        "Двое из пяти так говорят.",
        "Половина сотрудников не согласна.",
        "Все, кроме одного, согласны.",
        "Этого хотят сорок процентов.",
        "Только одна женщина сказала об этом.",
        "Несколько коллег видят в этом проблему.",
        "Так считают 4 человека.",
    ],
    "ar": [
        "طُلب من ثلاث نساء تدوين الملاحظات.",
        "قال ذلك اثنان من خمسة.",
        "نصف الموظفين لا يوافقون.",
        "وافق الجميع إلا واحدا.",
        "يريد ذلك أربعون في المئة.",
        "امرأتان قالتا ذلك.",
        "عدة زملاء يرون في ذلك مشكلة.",
        "يرى ٤ أشخاص ذلك.",
    ],
}
DO_NOT = {
    "en": ["There is no complaints procedure.", "The focal point has no time for the task."],
    "fr": ["Il n’existe aucune procédure de plainte.", "Le plan de travail ne dit rien de l’égalité."],
    "es": ["No hay un procedimiento de quejas.", "El plan no dice nada sobre el punto focal."],
    "ru": ["Порядка подачи жалоб нет.", "В плане работы ничего не сказано о равенстве."],
    "ar": ["لا توجد إجراءات لتقديم الشكاوى.", "لا تذكر خطة العمل المساواة."],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in TELL for text in TELL[code]])
def test_a_figure_of_people_is_seen(language: str, text: str) -> None:
    assert words_give_figure(text), language


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in DO_NOT for text in DO_NOT[code]])
def test_a_finding_without_one_is_told(language: str, text: str) -> None:
    assert not words_give_figure(text), language

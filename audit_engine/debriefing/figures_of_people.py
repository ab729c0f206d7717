"""How people write how many said something, in five languages: rather too often than once too little.

A team writes in the language of the unit, or in its own, so all languages are looked for in every text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Counting:
    """A language's words. `number`: words for how many; `people`: for whom; each a pattern of whole words.

    `out_of`: what stands between two numbers ("3 of 12"); `between`: at most so many words stand between a
    number and the people. `alone`: what tells a figure without a number beside it.
    """

    number: str
    people: str
    out_of: str
    alone: str
    between: int = 2

    def pattern(self) -> str:
        """All of it as one."""
        number = rf"(?:\d+|{self.number})"
        return (
            rf"{self.alone}"
            rf"|\b{number}\s*(?:/|{self.out_of})\s*{number}\b"
            rf"|\b{number}(?:\s+\w+){{0,{self.between}}}\s+(?:{self.people})\b"
        )


_ENGLISH_NUMBER = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?|both|single|several|few|most|many"
)
COUNTING: Mapping[str, Counting] = {
    "en": Counting(
        number=_ENGLISH_NUMBER,
        people=r"wom[ae]n|m[ae]n|people|persons?|colleagues|staff|voices|interviewees|respondents",
        out_of=r"(?:of|out of|in)(?:\s+the)?",
        alone=r"%|\bper ?cent\b|\b(?:half|quarter|thirds?|majority|minority|rest|none|all|each) of\b"
        r"|\bonly (?:one|wo?man|female|male|person|other)\b"
        r"|\b(?:all|nobody|everybody) (?:but|except)\b"
        r"|\b(?:(?<!focal )points?|scored?|average|mean|survey)\b"
        rf"|\b(?:\d+|{_ENGLISH_NUMBER})"
        r" (?:said|say|told|think|thought|agreed?|disagreed?|answered|voices?|so)\b",
    ),
    "fr": Counting(
        number=r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
        r"|vingt|trente|quarante|cinquante|dizaines?|douzaines?|plusieurs|quelques|peu|beaucoup|aucune?|seule?s?",
        people=r"femmes?|hommes?|personnes?|gens|collègues|agente?s?|fonctionnaires?|employée?s?|membres?"
        r"|participante?s?|répondante?s?|voix|interrogée?s?|(?:d['’]entre (?:eux|elles|nous))",
        out_of=r"sur|parmi|de|des",
        alone=r"\bpour ?cent\b|\b(?:moitié|quart|tiers|majorité|minorité|plupart)\b"
        r"|\bseule?s?\s+(?:une?\s+)?(?:femmes?|hommes?|personnes?|autre)\b"
        r"|\b(?:tous|toutes|tout le monde|personne) sauf\b|\b(?:note|moyenne|enquête)\b",
    ),
    "es": Counting(
        number=r"un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
        r"|dieciséis|diecisiete|dieciocho|diecinueve|veinte|treinta|cuarenta|cincuenta|decenas?|docenas?"
        r"|vari[ao]s|algun[ao]s|poc[ao]s|much[ao]s|ningun[ao]?|ambos|ambas|sol[ao]s?",
        people=r"mujer(?:es)?|hombres?|personas?|gente|colegas?|funcionari[ao]s?|emplead[ao]s?|trabajador(?:es|as?)?"
        r"|miembros?|participantes?|encuestad[ao]s?|entrevistad[ao]s?|voz|voces",
        out_of=r"de|de cada|entre",
        alone=r"\bpor ciento\b|\b(?:mitad|cuarto|tercio|tercios|mayoría|minoría)\b"
        r"|\b(?:solo|sólo|solamente|únicamente) (?:una?|un[ao]?) \w+"
        r"|\b(?:todos|todas|nadie) (?:menos|salvo|excepto)\b"
        r"|\b(?:puntos?(?! focal)|puntuación|promedio|encuesta)\b",
    ),
    "ru": Counting(
        number=r"од(?:ин|на|но|ного|ной|ному|ну)|дв(?:а|е|ое|ух|оих)|тр(?:и|ое|[её]х|оих)|четыр\w+|четвер[оы]\w*"
        r"|пят\w+|шест\w+|сем(?:ь|и|еро)|восем\w*|восьм\w+|девят\w+|десят\w+|\w+надцат\w+|двадцат\w+|тридцат\w+"
        r"|сорок\w*|пятьдесят|нескольк\w+|немног\w+|мног\w+|мало|об[ае]|все|всех|никто",
        people=r"женщин\w*|мужчин\w*|человек\w*|люд\w+|сотрудни\w+|коллег\w*|работни\w+|участни\w+|респондент\w*"
        r"|опрошенн\w+|голос\w*|из них",
        out_of=r"из",
        alone=r"\bпроцент\w*|\b(?:половин\w+|четверт[ьи]|трет[ьи]|большинств\w*|меньшинств\w*)\b"
        r"|\b(?:только|лишь) (?:одн\w+|один|женщин\w*|мужчин\w*|человек)\b|\bкроме одн\w+"
        r"|\b(?:балл\w*|в среднем|опрос\w*)\b",
    ),
    "ar": Counting(
        number=r"\w{0,2}(?:واحدة?|اثن(?:ان|ين|تان|تين)|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?|عشرة?|عشر(?:ون|ين)"
        r"|ثلاث(?:ون|ين)|أربع(?:ون|ين)|خمس(?:ون|ين)|عدة|عدد من|بعض|معظم|أغلب|كل|جميع|قليل|كثير|عديد)",
        people=r"\w{0,3}(?:نساء|امرأة|رجال|رجلا?ً?|أشخاص|شخصا?ً?|ناس|زملاء|زميلات|زميلا?ً?|موظف\w*|عامل\w*|مشارك\w*"
        r"|مستجيب\w*|أصوات)|منه[من]",
        out_of=r"من أصل|من بين|من",
        alone=r"٪|\b(?:في|ب)\s?ال?م[ئا]\w*ة\b|\bبالم[ئا]\w*ة\b|\b\w{0,3}(?:نصف|ربع|ثلث|ثلثا|ثلثي|أغلبية|غالبية|أقلية|أكثرية)\b"
        r"|\b\w{0,3}(?:امرأت(?:ان|ين)|رجل(?:ان|ين)|شخص(?:ان|ين)|زميل(?:ان|ين|تان|تين)|موظف(?:ان|ين|تان|تين))\b"
        r"|\b(?:سوى|إلا)\s+\w+|\b\w{0,3}(?:نقطة|نقاط|متوسط|استبيان|استطلاع)\b",
    ),
}
_FIGURE = re.compile("|".join(one.pattern() for one in COUNTING.values()), re.IGNORECASE)


def words_give_figure(words: str) -> bool:
    """Whether words that people wrote tell how many people said or did something."""
    return bool(_FIGURE.search(words))

"""Languages by their two letters: what each calls itself, and which way it is written."""

from __future__ import annotations

from collections.abc import Mapping

from questionnaires.catalogue import tr
from questionnaires.errors import UserError

SOURCE = "en"
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "fr": "français",
    "es": "español",
    "ar": "العربية",
    "ru": "русский",
}
"""Code -> what the language calls itself; those in which `pga` is there, in this order."""

_OTHERS: Mapping[str, str] = {
    "am": "አማርኛ",
    "bn": "বাংলা",
    "de": "Deutsch",
    "fa": "فارسی",
    "ha": "Hausa",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "it": "italiano",
    "ja": "日本語",
    "km": "ខ្មែរ",
    "ky": "кыргызча",
    "mn": "монгол",
    "my": "မြန်မာ",
    "ne": "नेपाली",
    "nl": "Nederlands",
    "pl": "polski",
    "ps": "پښتو",
    "pt": "português",
    "rw": "Ikinyarwanda",
    "si": "සිංහල",
    "so": "Soomaali",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "tg": "тоҷикӣ",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "українська",
    "ur": "اردو",
    "uz": "oʻzbekcha",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
_CODES: Mapping[str, str] = {
    "a": "abefkmnrsvyz",
    "b": "aeghimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "adegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnorvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdegiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
"""ISO 639-1: first letter -> the second ones."""
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def called(code: str) -> str:
    """What a language calls itself; its code where that is not known here."""
    return LANGUAGES.get(code) or _OTHERS.get(code, code)


def right_to_left(code: str) -> bool:
    """Whether it is written from right to left."""
    return code in _RIGHT_TO_LEFT


def refuse_unknown(code: str) -> None:
    """Raises UserError if it is no code of a language."""
    if len(code) != 2 or code[1] not in _CODES.get(code[0], ""):
        raise UserError(
            tr("'{code}' is no code of a language.", code=code[:20]),
            tr("Write the two letters of ISO 639-1, for example fr, pt or sw."),
        )

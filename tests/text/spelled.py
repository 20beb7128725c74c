"""Numbers spelled out, as the grammars of the three languages want them: what the tests of numbers read back."""

from tawatur.model import Language

_AR_UNITS = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_AR_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_AR_HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمائة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمائة")
_EN_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_EN_TENS = ("x", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FR_UNITS = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)
_FR_TENS = ("", "dix", "vingt", "trente", "quarante", "cinquante", "soixante")


def spelled(number: int, language: Language) -> str:
    """A whole number from 1 to 999,999 in words."""
    return {Language.AR: _arabic, Language.FR: _french, Language.EN: _english}[language](number)


def _arabic(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفان")
    elif thousands:
        parts.append(f"{_arabic_below(thousands)} {'آلاف' if thousands <= 10 else 'ألف'}")
    if rest:
        parts.append(_arabic_below(rest))
    return " و".join(parts)


def _arabic_below(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_AR_HUNDREDS[hundreds]] if hundreds else []
    tens, units = divmod(rest, 10)
    if 0 < rest <= 10:
        parts.append(_AR_UNITS[rest])
    elif rest < 20:
        if rest:
            parts.append({11: "أحد عشر", 12: "اثنا عشر"}.get(rest, f"{_AR_UNITS[units]} عشر"))
    else:
        parts += [_AR_UNITS[units]] if units else []
        parts.append(_AR_TENS[tens])
    return " و".join(parts)


def _english(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    parts = [f"{_english_below(thousands)} thousand"] if thousands else []
    if rest:
        parts.append(("and " if thousands and rest < 100 else "") + _english_below(rest))
    return " ".join(parts)


def _english_below(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{_EN_UNITS[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, units = divmod(rest, 10)
        small = _EN_UNITS[rest] if rest < 20 else _EN_TENS[tens] + (f"-{_EN_UNITS[units]}" if units else "")
        parts.append(("and " if hundreds else "") + small)
    return " ".join(parts)


def _french(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    parts = [] if not thousands else ["mille"] if thousands == 1 else [f"{_french_below(thousands)} mille"]
    if rest:
        parts.append(_french_below(rest))
    return " ".join(parts)


def _french_below(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [] if not hundreds else ["cent"] if hundreds == 1 else [f"{_FR_UNITS[hundreds]} cents"]
    if rest:
        parts.append(_french_below_hundred(rest))
    return " ".join(parts)


def _french_below_hundred(number: int) -> str:
    if number <= 16:
        return _FR_UNITS[number]
    if number < 70:
        tens, units = divmod(number, 10)
        return _FR_TENS[tens] + ("" if not units else " et un" if units == 1 and tens > 1 else f"-{_FR_UNITS[units]}")
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_french_below_hundred(number - 60)}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{_french_below_hundred(number - 80)}"

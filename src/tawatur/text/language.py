"""Which of the three languages a text is in: its script first, then its small words."""

import re

from tawatur.lexicon.furniture import load_furniture
from tawatur.lexicon.spelling import fold
from tawatur.model import Language

__all__ = ["detect"]

_SAMPLE = 200_000
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u05ff\u0700-\u1cff\u2c00-\ud7ff\uf900-\ufaff\uff66-\uffdc]")
_NOT_ARABIC = re.compile("[\u0679-\u0680\u0686-\u06a3\u06a5-\u06a8\u06ab-\u06bf\u06c1-\u06cb\u06cd-\u06d3\u067e]")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile('"[^"\\n]{1,80}"|«[^»\\n]{1,80}»|“[^”\\n]{1,80}”')
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u064b-\u0652\u0670][^\W\d_]*)*")
_LEAST = {Language.AR: 0.04, Language.FR: 0.16, Language.EN: 0.09}
_SHORT = 12


def detect(text: str) -> Language | None:
    """The language of most of a text.

    The script of most letters decides between Arabic and Latin; then the share of small words that
    only one language has. A short quotation or a name in another script changes nothing.

    Args:
        text: any text; only its first 200,000 characters are looked at.

    Returns:
        The language; None where it is none of the three or where the text is too short to tell.

    >>> detect("قال متحدث في المدينة إن السوق فتح أبوابه")
    <Language.AR: 'ar'>
    """
    sample = text[:_SAMPLE]
    unquoted = _QUOTED.sub(" ", sample)
    if _LETTER.search(unquoted):
        sample = unquoted
    arabic, latin, other = (len(pattern.findall(sample)) for pattern in (_ARABIC, _LATIN, _OTHER))
    if other > max(arabic, latin):
        return None
    if arabic >= latin:
        return _arabic(sample, arabic) if arabic else None
    return _latin(sample)


def _arabic(sample: str, letters: int) -> Language | None:
    """Arabic, unless the letters or the small words are those of another language in its script."""
    if len(_NOT_ARABIC.findall(sample)) > 0.02 * letters:
        return None
    words = [fold(word) for word in _WORD.findall(sample) if _ARABIC.match(word)]
    if len(words) <= _SHORT:
        return Language.AR
    return Language.AR if _share(words, Language.AR) >= _LEAST[Language.AR] else None


def _latin(sample: str) -> Language | None:
    words = [fold(word) for word in _WORD.findall(sample) if _LATIN.match(word)]
    french, english = _share(words, Language.FR), _share(words, Language.EN)
    if french == english:
        return None
    language, share = (Language.FR, french) if french > english else (Language.EN, english)
    return language if share >= _LEAST[language] or len(words) <= _SHORT else None


def _share(words: list[str], language: Language) -> float:
    tell = load_furniture(language).tell
    return sum(word in tell for word in words) / len(words) if words else 0.0

"""How spellings that readers take for the same word are folded, and where one word ends.

One folding serves all languages, since reports mix scripts. It keeps no length: whoever needs the
way home keeps the offsets of whole words (``tawatur.text.tokens``).
"""

import re
import unicodedata

_ARABIC = {
    **dict.fromkeys(range(0x0610, 0x061B), None),  # signs of honour
    **dict.fromkeys(range(0x064B, 0x0660), None),  # short vowels, shadda, sukun
    0x0670: None,  # superscript alif
    0x0640: None,  # tatweel
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x00AD, 0x2060), None),
    **dict.fromkeys(range(0x202A, 0x202F), None),  # bidi embeddings
    **dict.fromkeys(range(0x2066, 0x206A), None),  # bidi isolates
    **{ord(c): "ا" for c in "أإآٱ"},
    ord("ى"): "ي",
    ord("ی"): "ي",
    ord("ة"): "ه",
    ord("ک"): "ك",
    ord("گ"): "ك",
    ord("ڤ"): "ف",
    ord("پ"): "ب",
    **{0x0660 + i: str(i) for i in range(10)},
    **{0x06F0 + i: str(i) for i in range(10)},
    0x2019: "'",
    0x2018: "'",
    0x02BC: "'",
    0x0060: "'",
    0x00B4: "'",
    0x2010: "-",
    0x2011: "-",
    ord("œ"): "oe",
    ord("Œ"): "oe",
    ord("æ"): "ae",
    ord("ı"): "i",
}

_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d\u200e\u200f\u061c\u00ad\u2060\u200b]"
_WORD = rf"{_LETTER}(?:{_LETTER}|{_MARK})*"
_APOSTROPHE = r"['\u2019\u02bc\u2018]"
_HYPHEN = r"[-\u2010\u2011]"
_SPLIT = re.compile(
    rf"(?P<plain>{_LETTER}+)(?=[\s,;:!?])"  # most words: tried first, since nothing below could take them otherwise
    rf"|(?P<abbreviation>(?:[A-Za-z]\.){{2,}}|(?:[\u0621-\u064a]\.){{2,}}(?:[\u0621-\u064a]\b)?|(?:[\u0621-\u064a]\.)+[\u0621-\u064a]\b)"
    rf"|(?P<elision>(?i:(?:jusqu|lorsqu|puisqu|quoiqu|qu|[dlnsmtjc]){_APOSTROPHE}(?=[\w\"«“]|$)))"
    rf"|(?P<inversion>(?<=\w){_HYPHEN}(?i:(?:t{_HYPHEN})?(?:ils?|elles?|on))\b)"
    rf"|(?P<number>\d+(?:[.,\u066b\u066c\u060c](?=\d)\d+)*)"
    rf"|(?P<model>[A-Za-z]{{1,4}}{_HYPHEN}\d+\w*\b)"
    rf"|(?P<possessive>(?i:{_APOSTROPHE}s\b))"
    rf"|(?P<word>{_WORD}(?:{_HYPHEN}(?!(?i:(?:t{_HYPHEN})?(?:ils?|elles?|on))\b){_WORD}|{_APOSTROPHE}(?!(?i:s\b)){_LETTER}+)*)"
    rf"|(?P<mark>[^\w\s#])"
)
_GLUED = re.compile(
    r"(?<!\w)[a-zà-ÿ][\w'\u2019-]*?[a-zà-ÿ]{3}(?=[A-ZÀ-Ý](?:[a-zà-ÿ]|['\u2019]))|[A-ZÀ-Ý]{4}(?=[A-ZÀ-Ý][a-zà-ÿ]{2})"
)
"""Where a text has lost the line break between two words: 'départLe', 'MESURESLes'."""

_KINDS = {"number": "n", "mark": "p"}
_SHORT = 2
_BARE = re.compile(r"[a-z]+\Z|[\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]+\Z")
"""Words that folding leaves as they are: plain Latin, and Arabic without hamza on a carrier, ta marbuta, marks."""


def fold(word: str) -> str:
    """The spelling under which a word is looked up.

    Case, accents, Arabic vowel signs, tatweel, hamza on alif, final ya and ta marbuta, invisible
    controls and the two sets of Arabic digits make no difference to it. Accents stay on words of one
    or two letters, which they tell apart in French (a, à; ou, où).

    Args:
        word: one word or several, as written.

    Returns:
        The folded spelling; it may be shorter or longer than ``word`` and may be empty.
    """
    if _BARE.match(word):
        return word
    folded = word.translate(_ARABIC)
    if folded.isascii():
        return folded.lower()
    if _BARE.match(folded):
        return folded
    if len(folded) <= _SHORT and folded[0] < "\u0590":
        return unicodedata.normalize("NFKC", folded).casefold()
    decomposed = unicodedata.normalize("NFKD", folded.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_ARABIC)


def split(text: str) -> list[tuple[int, int, str]]:
    """Where the words, numbers and marks of a text stand.

    French elisions (``l'``) and inverted pronouns (``-t-il``) and the English ``'s`` are words of
    their own; Arabic clitics are not split here. The marks of a hashtag (``#`` and ``_``) only part words.
    Two words that a lost line break has glued together ("départLe") are two.

    Args:
        text: any text.

    Returns:
        Start, end and kind of each in order: ``w`` for a word, ``n`` for digits, ``p`` for a mark.
    """
    edges = [match.end() for match in _GLUED.finditer(text)]
    if not edges:
        return [(*match.span(), _KINDS.get(match.lastgroup or "", "w")) for match in _SPLIT.finditer(text)]
    return [
        (*match.span(), _KINDS.get(match.lastgroup or "", "w"))
        for start, end in zip([0, *edges], [*edges, len(text)], strict=True)
        for match in _SPLIT.finditer(text, start, end)
    ]


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, split as texts are split."""
    return tuple(fold(phrase[start:end]) for start, end, _ in split(phrase))


def written(word: str) -> str:
    """A word as written but for its apostrophe, to tell accents apart."""
    return word.replace("\u2019", "'").replace("\u02bc", "'")


def fold_and_keep(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a phrase, split as texts are split: once folded, once as written in small letters.

    >>> fold_and_keep("État-major d'Alep")
    (('etat-major', "d'", 'alep'), ('état-major', "d'", 'alep'))
    """
    if phrase.isascii() and phrase.isalpha():
        alone = (phrase.lower(),)
        return alone, alone
    plain = phrase.replace(" ", "").isalpha()
    words = phrase.split() if plain else [phrase[start:end] for start, end, _ in split(phrase)]
    folded = tuple(map(fold, words))
    kept = tuple(written(word).lower() for word in words)
    return folded, folded if kept == folded else kept

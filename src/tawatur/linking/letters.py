"""How names are spelled across scripts: parts of a name, skeletons to look them up by, how alike two parts are."""

import re
import unicodedata
from functools import cache

from tawatur.lexicon.spelling import fold

__all__ = ["alike", "parts", "skeleton"]

_ARTICLE = "ال"
_SERVANT = "عبد"
_SON = ("بن", "ابن", "bin", "ben", "ibn")
_ARTICLES = ("al", "el", "ul", "ad", "as")
_ARABIC_FIRST, _ARABIC_LAST = "\u0621", "\u064a"
_GLUED = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ech)-(?=\w{3})")
_ABD = re.compile(r"abd[aeou](?:l|(?=[rnsdzt]))-?")
_DIN = re.compile(r"(?P<first>\w{2,})(?:[eaou]d-?d|al-?d|ul-?d)[ie]+ne?\Z|(?P<ar>\w{2,})الدين\Z")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_SOUNDS = (
    "ب:b|p ت:t ث:th|t|s ج:dj|j|g ح:h? خ:kh|k|h د:d ذ:dh|d|z ر:r ز:z س:s|c|ç ش:ch|sh|sch ص:s|c ض:d|dh ط:t ظ:z|dh|d "
    "ع:'? غ:gh|g|r ف:f|ph|v ق:q|k|g|c|gh ك:k|c|ck|q ل:l م:m ن:n ه:h? ء:'?"
)
"""The Latin letters that stand for an Arabic one, French and English spelling together."""

_CLASSES = "بپ:b تطث:t جخغقك:k دذضظز:d سشص:s ف:f ل:l م:m ن:n ر:r"
_LATIN_CLASSES = (
    "tch:s sch:s ch:s sh:s kh:k gh:k dj:k dh:d th:t ph:f ck:k x:ks ce:s ci:s cy:s b:b p:b t:t j:k g:k q:k k:k c:k "
    "d:d z:d s:s ç:s f:f v:f l:l m:m n:n r:r"
)
_LATIN = re.compile("|".join(re.escape(item.partition(":")[0]) for item in _LATIN_CLASSES.split(" ")) + "|.")
_SHORT = 5


def _table(items: str) -> dict[str, str]:
    return {item.partition(":")[0]: item.partition(":")[2] for item in items.split(" ")}


@cache
def _classes() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    arabic = {letter: class_ for letters, class_ in _table(_CLASSES).items() for letter in letters}
    return arabic, _table(_LATIN_CLASSES), _table(_SOUNDS)


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell people apart, folded: no articles, no 'son of', names with 'servant of' in one.

    >>> parts("عبد الحميد بن علي"), parts("Abdel-Hamid al-Sayed")
    (('عبدحميد', 'علي'), ('abdhamid', 'sayed'))
    """
    words = [w for word in _WORDS.findall(name) if (w := fold(word).replace("\u0640", "").replace("’", "'"))]
    found: list[str] = []
    servant = ""
    for word in words:
        bare = _bare(word)
        if word in _SON or (word in _ARTICLES and len(words) > 1) or not bare:
            continue
        if servant:
            found.append(servant + bare)
            servant = ""
        elif word == _SERVANT or (word.startswith("abd") and len(word) < 6 and word != "abdo"):
            servant = word[:3]
        else:
            found.extend(_of_the_faith(bare))
    if servant:
        found.append(servant)
    return tuple(found)


def _bare(word: str) -> str:
    if _is_arabic(word):
        if word.startswith(_SERVANT + _ARTICLE) and len(word) > 6:
            return _SERVANT + word[5:]
        return word.removeprefix(_ARTICLE) if len(word) > 3 else word
    word = _GLUED.sub("", word)
    match = _ABD.match(word)
    if match is not None and len(word) - match.end() > 2:
        return f"abd{word[match.end() :]}"
    return word.replace("-", "")


def _of_the_faith(word: str) -> tuple[str, ...]:
    """'Noureddine' and نورالدين written as one word are two parts."""
    match = _DIN.match(word)
    if match is None:
        return (word,)
    return (match["ar"], "دين") if match["ar"] else (match["first"], "din")


def _is_arabic(word: str) -> bool:
    return _ARABIC_FIRST <= word[:1] <= _ARABIC_LAST


@cache
def skeleton(part: str) -> str:
    """The classes of consonants of a part: what stays of it in every spelling, to look it up by.

    >>> skeleton("حفتر") == skeleton("haftar") == skeleton("hifter")
    True
    """
    arabic, latin, _ = _classes()
    if _is_arabic(part):
        letters = [arabic.get(letter, "") for letter in part]
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c))
        letters = [latin.get(letter, "") for letter in _LATIN.findall(plain)]
    joined = "".join(letters)
    return re.sub(r"(.)\1+", r"\1", joined) or part[:1]


@cache
def alike(left: str, right: str) -> float:
    """How surely two parts of names are one: 1 for the same spelling, 0 for another name.

    >>> alike("haftar", "hifter") > 0.5, alike("سراج", "دراج"), alike("hassan", "hussein")
    (True, 0.0, 0.0)
    """
    if left == right:
        return 1.0
    if skeleton(left) != skeleton(right):
        return 0.0
    of_left, of_right = _is_arabic(left), _is_arabic(right)
    if of_left != of_right:
        arabic, latin = (left, right) if of_left else (right, left)
        return 0.9 if _renders(arabic).fullmatch(latin) else 0.0
    return _arabic_alike(left, right) if of_left else _latin_alike(left, right)


@cache
def _renders(part: str) -> re.Pattern[str]:
    """What an Arabic part can look like in Latin letters."""
    sounds = _classes()[2]
    short = "(?:ou|[aeiouy])?'?"
    found = [short]
    for at, letter in enumerate(part):
        if letter == "ا":
            found.append("[aeiou](?:ou|[aeiouy])?" if at == 0 else f"[ae]{{1,2}}h?{short}")
        elif letter in "وي" and at == 1 and part[0] == "ا":
            continue
        elif letter == "و":
            found.append(f"(?:ou|oo|au|aw|[ouwv]){short}")
        elif letter == "ي":
            found.append(f"(?:ei|ai|ee|ie|ey|ay|[iyej]){short}")
        elif letter == "ه" and at == len(part) - 1:
            found.append("[ae]?[ht]?")
        elif letter in sounds:
            found.append(f"(?:{sounds[letter]}){{1,2}}{short}")
    return re.compile("".join(found))


def _arabic_alike(left: str, right: str) -> float:
    """Long vowels left out or doubled letters are spelling; one letter for a like-sounding one is likely so."""
    weak = str.maketrans("", "", "اويءه")
    if left.translate(weak) == right.translate(weak):
        short, long = sorted((left, right), key=len)
        return 0.85 if len(long) >= _SHORT - 1 and _lacks_one(short, long) else 0.0
    if min(len(left), len(right)) >= _SHORT and _one_letter_apart(left, right):
        return 0.75
    return 0.0


def _lacks_one(short: str, long: str) -> bool:
    """Whether the one is the other without one letter."""
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _one_letter_apart(left: str, right: str) -> bool:
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right)) == 1


def _latin_alike(left: str, right: str) -> float:
    """The same consonants with vowels that are spelled one for the other between them."""
    one, other = _syllables(left), _syllables(right)
    if len(one) != len(other):
        return 0.0
    score = 0.95
    for mine, theirs in zip(one, other):
        if mine == theirs:
            continue
        if not mine or not theirs or not _may_alternate(mine, theirs):
            return 0.0
        score -= 0.05 if _next_to(mine, theirs) else 0.12
    return max(score, 0.0)


def _syllables(part: str) -> list[str]:
    """What stands between the consonants of a part, h and doubled letters left out."""
    plain = re.sub(r"(?<!^)h(?![aeiouyw])|['’]", "", re.sub(r"(?:tch|sch|ch|sh|kh|gh|dj|dh|th|ph|ck)", "_", part))
    plain = re.sub(r"([^aeiouyw])\1+", r"\1", plain)
    return re.split(r"[^aeiouyw]", plain)


def _sound(vowels: str) -> str:
    """Round, long and narrow, or one of the open ones."""
    if "o" in vowels or "u" in vowels:
        return "u"
    if len(vowels) > 1 and ("i" in vowels or "y" in vowels or vowels == "ee"):
        return "y"
    return "a" if "a" in vowels else "e" if vowels == "e" else "i"


def _next_to(mine: str, theirs: str) -> bool:
    sounds = {_sound(mine), _sound(theirs)}
    return len(sounds) == 1 or sounds in ({"a", "e"}, {"e", "i"}, {"i", "y"}, {"e", "y"})


def _may_alternate(mine: str, theirs: str) -> bool:
    """Short a, e and i stand for one another; a round vowel only for a round one."""
    rounds = (_sound(mine) == "u", _sound(theirs) == "u")
    if rounds[0] != rounds[1]:
        return False
    return rounds[0] or (len(mine) == 1 and len(theirs) == 1) or _next_to(mine, theirs)

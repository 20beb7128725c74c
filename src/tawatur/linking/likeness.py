"""How surely two names that no list holds are one person's or body's: features that state what they saw."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon.entries import NameKind
from tawatur.linking.known import load_known
from tawatur.linking.letters import alike, parts, skeleton
from tawatur.model.linked import Reason

__all__ = ["ENOUGH", "WEIGHTS", "Bearer", "block_keys", "compare", "fits", "is_common", "known_bearers"]

ENOUGH = 0.9
"""Features that add up to so much make two names one."""

_PART = 0.75
_COMMON = 6
_NAMED = frozenset(NameKind) - {
    NameKind.COUNTRY, NameKind.PROVINCE, NameKind.TOWN, NameKind.AIRPORT, NameKind.BASE, NameKind.FRONT,
    NameKind.SITE, NameKind.WATER, NameKind.REGION, NameKind.PEOPLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody or something by one of its wordings, with what the reports around it say.

    Attributes:
        id: id of the wording, or the lexicon's id.
        words: the wording.
        parts: the parts of the name.
        country: the country that most of the reports naming it are about; its own for a known one.
        titles: folded titles that stand before it.
        documents: ids of the reports that name it; empty for a known one.
        known: whether the lexicon holds it.
    """

    id: str
    words: str
    parts: tuple[str, ...]
    country: str | None = None
    titles: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    known: bool = False


def block_keys(name: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Under what a name is looked up: only names that share one of these are compared.

    First and last part, and first and second, by their consonants: a name in the middle may be left out,
    and so may one at the end.
    """
    shapes = [skeleton(part) for part in name]
    return tuple(dict.fromkeys(((shapes[0], shapes[-1]), (shapes[0], shapes[1]))))


def compare(left: Bearer, right: Bearer) -> tuple[Reason, ...]:
    """What speaks for and against two wordings naming one, each feature with what it saw.

    Returns:
        Nothing where a part of the one name is another than the other's; else the features that had
        something to say. Their scores add up; from ``ENOUGH`` on the two are one.
    """
    if not fits(left.parts, right.parts):
        return ()
    found = []
    for feature in WEIGHTS:
        score, words = feature(left, right)
        if score:
            found.append(Reason(feature.__name__, round(score, 3), words))
    return tuple(found)


def fits(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names do not contradict each other: the parts of the shorter stand in the longer, in its order."""
    return _matched(left, right) is not None


def _matched(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, bool] | None:
    """How alike the parts are on average, and whether the last ones match; None where a part is another."""
    short, long = sorted((left, right), key=len)
    if len(short) < 2 or len(long) - len(short) > 2:
        return None
    scores: list[float] = []
    at = 0
    for part in short:
        while at < len(long) and (score := alike(part, long[at])) < _PART:
            at += 1
        if at == len(long):
            return None
        scores.append(score)
        at += 1
    if alike(short[0], long[0]) < _PART:
        return None
    return sum(scores) / len(scores), at == len(long)


@cache
def _common_parts() -> frozenset[str]:
    """Consonants of parts that many known people bear: Mohammed, Ali, Abdallah."""
    counts: Counter[str] = Counter()
    for bearer_id, name in load_known().names.items():
        if name.kind is NameKind.LEADER:
            forms = load_known().forms.get(bearer_id, ())
            counts.update({skeleton(part) for form in forms for part in parts(form)})
    return frozenset(part for part, count in counts.items() if count >= _COMMON)


def is_common(name: tuple[str, ...]) -> bool:
    """Whether many people could bear a name: two parts, both of them frequent."""
    return len(name) <= 2 and all(skeleton(part) in _common_parts() for part in name)


@cache
def known_bearers() -> dict[tuple[str, ...], tuple[Bearer, ...]]:
    """The wordings of known people and bodies, by the consonants of all their parts."""
    known = load_known()
    found: dict[tuple[str, ...], dict[str, Bearer]] = {}
    for id_, name in known.names.items():
        if name.kind not in _NAMED:
            continue
        for form in known.forms.get(id_, ()):
            split = parts(form)
            if len(split) > 1:
                bearer = Bearer(id_, form, split, name.country, known=True)
                found.setdefault(tuple(map(skeleton, split)), {}).setdefault(f"{id_} {' '.join(split)}", bearer)
    return {shape: tuple(bearers.values()) for shape, bearers in found.items()}


# -- features ---------------------------------------------------------------------------------------


def same_spelling(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The two wordings have the same parts once articles, hamzas and vowel signs are taken off."""
    same = left.parts == right.parts
    return (WEIGHTS[same_spelling], f"both spell it {' '.join(left.parts)}") if same else (0.0, "")


def like_spelling(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The parts are spellings of the same names, in one script or across two (Haftar, Hifter, حفتر)."""
    matched = _matched(left.parts, right.parts)
    if matched is None or left.parts == right.parts:
        return 0.0, ""
    one, other = sorted((left.words, right.words))
    return WEIGHTS[like_spelling] * matched[0], f"{one} and {other} are spellings of one name"


def shorter_wording(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The one wording leaves parts of the other out."""
    short, long = sorted((left, right), key=lambda bearer: len(bearer.parts))
    matched = _matched(left.parts, right.parts)
    if matched is None or len(short.parts) == len(long.parts):
        return 0.0, ""
    weight = WEIGHTS[shorter_wording]
    return (weight if matched[1] else 2 * weight), f"{short.words} leaves out parts of {long.words}"


def frequent_name(left: Bearer, right: Bearer) -> tuple[float, str]:
    """Both parts of the name are borne by many people."""
    common = is_common(left.parts) or is_common(right.parts)
    return (WEIGHTS[frequent_name], "many people bear such a name") if common else (0.0, "")


def same_country(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The reports that name the two are about one country."""
    same = left.country is not None and left.country == right.country
    return (WEIGHTS[same_country], f"both named in reports on {left.country}") if same else (0.0, "")


def other_country(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The reports that name the two are about different countries."""
    differ = left.country is not None and right.country is not None and left.country != right.country
    return (WEIGHTS[other_country], f"reports on {left.country} and on {right.country}") if differ else (0.0, "")


def same_title(left: Bearer, right: Bearer) -> tuple[float, str]:
    """The same title stands before both."""
    both = sorted(left.titles & right.titles)
    return (WEIGHTS[same_title], f"both are called {both[0]}") if both else (0.0, "")


def same_report(left: Bearer, right: Bearer) -> tuple[float, str]:
    """One report names both."""
    both = sorted(left.documents & right.documents)
    return (WEIGHTS[same_report], f"both stand in {both[0]}") if both else (0.0, "")


WEIGHTS: dict[Callable[[Bearer, Bearer], tuple[float, str]], float] = {
    same_spelling: 1.0,
    like_spelling: 1.05,
    shorter_wording: -0.2,
    frequent_name: -0.3,
    same_country: 0.3,
    other_country: -0.1,
    same_title: 0.2,
    same_report: 0.3,
}
"""The features in the order in which they are shown, with how much each says."""

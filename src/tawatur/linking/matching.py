"""Which held report is the one that a claim cites: features with their reasons, weighed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.lexicon.entries import Name, NameKind
from tawatur.lexicon.kit import load_lexicon
from tawatur.linking.groups import Member
from tawatur.linking.known import load_known
from tawatur.linking.letters import alike, skeleton
from tawatur.linking.publishers import names_publisher
from tawatur.linking.voices import Voice, VoiceKind
from tawatur.model import Document, Figure, Language, Unit
from tawatur.model.linked import ClaimRef, Reason
from tawatur.text.tokens import tokenise

__all__ = ["WEIGHTS", "Cited", "Namesakes", "Side", "Voices", "closest", "figures_in_common", "same_kind"]

_ENOUGH = 0.8
_LONG_AGO = dt.timedelta(days=30)
_SHORT_WORD = 3
_ALIKE = 0.75
_COMMON = 8
"""So many publishers may share a word for it to tell anything."""

_PARTLY = 0.35
_PEOPLE = frozenset((Unit.FIGHTERS, Unit.TROOPS, Unit.PEOPLE, Unit.CIVILIANS, Unit.OTHER))
_LANGUAGES = {"country-fr": Language.FR, "country-gb": Language.EN, "country-us": Language.EN}
"""Countries whose press is held in a language that is read and that is not that of the region."""

Voices = Mapping[ClaimRef, tuple[Voice, ...]]


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet as a claim cites it, with the sources that the claim names behind it."""

    voice: Voice
    behind: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A claim that cites, and a claim that may be what it cites."""

    citing: Member
    cited: Cited
    there: Member
    outlet: str
    heard: tuple[Voice, ...]
    alone: bool = False
    namesakes: "Namesakes | None" = None


Seen = tuple[float, str]
_NOTHING = (0.0, "")


def same_outlet(pair: _Pair) -> Seen:
    """The outlet that is cited published the report."""
    if _publishes(pair.cited.voice, pair.outlet, pair.there.report.document.outlet or ""):
        return 1.0, f"cites {pair.cited.voice.name}, which published it"
    return _NOTHING


def like_name(pair: _Pair) -> Seen:
    """The name that is cited and the outlet's name share words or sounds, and no list tells the two apart."""
    voice, name = pair.cited.voice, pair.there.report.document.outlet or ""
    if voice.kind is VoiceKind.PRESS or _publishes(voice, pair.outlet, name):
        return _NOTHING
    share = _name_in_common(voice.entity, pair.outlet, voice.name, name)
    return (share, f"'{voice.name}' and '{name}' share a name") if share else _NOTHING


def fits_description(pair: _Pair) -> Seen:
    """The press of a country is cited, and the report is written in its language."""
    voice, document = pair.cited.voice, pair.there.report.document
    if voice.kind is not VoiceKind.PRESS or document.language is pair.citing.report.document.language:
        return _NOTHING
    if any(_LANGUAGES.get(tie) is document.language for tie in voice.ties):
        return 1.0, f"'{voice.words}' fits a report in {document.language.value}"
    return _NOTHING


def same_figure(pair: _Pair) -> Seen:
    """Both tell the same figure of the same unit."""
    common = figures_in_common(pair.citing, pair.there)
    if not common:
        return _NOTHING
    return 1.0, f"both tell '{common[0].span.cut(pair.citing.report.document.text)}'"


def other_figure(pair: _Pair) -> Seen:
    """Both tell figures of one unit, and none is the same."""
    here, there = pair.citing.claim.figures, pair.there.claim.figures
    comparable = any(same_kind(f.unit, o.unit) for f in here for o in there)
    if not comparable or figures_in_common(pair.citing, pair.there):
        return _NOTHING
    return 1.0, "their figures differ"


def same_source(pair: _Pair) -> Seen:
    """The source that is named behind the outlet is the report's own source."""
    named = {v.entity for v in pair.cited.behind if v.kind is VoiceKind.NAMED}
    common = [v.name for v in pair.heard if v.kind is VoiceKind.NAMED and v.entity in named]
    return (1.0, f"both name {common[0]}") if common else _NOTHING


def other_source(pair: _Pair) -> Seen:
    """A source is named behind the outlet, and the report puts the claim down to somebody else."""
    named = [v for v in pair.cited.behind if v.kind is VoiceKind.NAMED]
    if not named or not pair.heard or {v.entity for v in named} & {v.entity for v in pair.heard}:
        return _NOTHING
    return 1.0, f"'{named[-1].words}' here, '{pair.heard[-1].words}' there"


def same_people(pair: _Pair) -> Seen:
    """Both reports name the same persons."""
    if pair.namesakes is None or not (like_name(pair)[0] or fits_description(pair)[0]):
        return _NOTHING
    common = pair.namesakes.persons(pair.citing.report.document) & pair.namesakes.persons(pair.there.report.document)
    return (1.0, f"both name {', '.join(sorted(common)[:2])}") if common else _NOTHING


def only_earlier_one(pair: _Pair) -> Seen:
    """No other report of another outlet told it before."""
    return (1.0, "no other earlier report of it is held") if pair.alone else _NOTHING


def long_before(pair: _Pair) -> Seen:
    """The report is more than a month older."""
    late, early = pair.citing.report.document.date, pair.there.report.document.date
    if late is None or early is None or late - early <= _LONG_AGO:
        return _NOTHING
    return 1.0, f"{(late - early).days} days older"


WEIGHTS: dict[Callable[[_Pair], Seen], float] = {
    same_outlet: 1.0,
    like_name: 0.75,
    fits_description: 0.35,
    same_figure: 0.35,
    other_figure: -0.1,
    same_source: 0.3,
    other_source: -0.5,
    same_people: 0.2,
    only_earlier_one: 0.15,
    long_before: -0.3,
}
"""What speaks for a report's being the one that is cited, and against it; 0.8 in sum is enough."""


class Namesakes:
    """Which outlets a cited name can be that of, and who is named in a document: worked out once for each."""

    def __init__(self, outlets: Iterable[tuple[str, str]]) -> None:
        """Index the publishers.

        Args:
            outlets: id and name of each.
        """
        self._by_sound: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._addresses: list[tuple[str, str]] = []
        for id_, name in sorted(outlets):
            if "." in name:
                self._addresses.append((id_, name))
            for word in _name_words(name):
                self._by_sound[skeleton(word)].add((id_, name))
        for sound in [sound for sound, pairs in self._by_sound.items() if len(pairs) > _COMMON]:
            del self._by_sound[sound]
        self._found: dict[tuple[str, str, str], frozenset[str]] = {}
        self._persons: dict[str, frozenset[str]] = {}

    def persons(self, document: Document) -> frozenset[str]:
        """The persons of the lexicon that a document names."""
        if document.id not in self._persons:
            self._persons[document.id] = _persons(document)
        return self._persons[document.id]

    def of(self, voice: Voice) -> frozenset[str]:
        """Ids of the outlets that a voice can name."""
        key = (voice.kind.value, voice.entity, voice.name)
        if key not in self._found:
            sounding = {pair for word in _name_words(voice.name) for pair in self._by_sound.get(skeleton(word), ())}
            pairs = sounding.union(self._addresses)
            named = {
                id_
                for id_, name in pairs
                if _publishes(voice, id_, name) or _name_in_common(voice.entity, id_, voice.name, name)
            }
            self._found[key] = frozenset((*named, voice.entity))
        return self._found[key]


class Side:
    """The claims of one event that assert it, or that deny it, with who speaks in them."""

    def __init__(
        self, members: Sequence[Member], voices: Voices, outlets: Mapping[str, str], namesakes: Namesakes
    ) -> None:
        """Index the claims.

        Args:
            members: the claims.
            voices: the sources of each.
            outlets: the outlet of each document.
            namesakes: which outlets a name can be that of.
        """
        self.members, self.voices, self.outlets = tuple(members), voices, outlets
        self.by_document: dict[str, list[Member]] = defaultdict(list)
        self._by_outlet: dict[str, list[str]] = defaultdict(list)
        self._by_language: dict[Language, list[str]] = defaultdict(list)
        self._namesakes = namesakes
        for member in members:
            self.by_document[member.ref.document].append(member)
        for id_ in sorted(self.by_document):
            self._by_outlet[outlets[id_]].append(id_)
            self._by_language[self.by_document[id_][0].report.document.language].append(id_)

    def cited_report(self, member: Member, cited: Cited) -> tuple[Member, tuple[Reason, ...]] | None:
        """The claim of another outlet's report that a claim cites, with the reasons; None where none is held.

        Args:
            member: the claim that cites.
            cited: the outlet that it cites.
        """
        earlier = self._earlier(member, cited)
        alone = len(earlier) == 1 and self._is_only_earlier(member, earlier[0])
        found: list[tuple[float, ClaimRef, Member, tuple[Reason, ...]]] = []
        for there in (other for id_ in earlier for other in self.by_document[id_]):
            pair = _Pair(
                member, cited, there, self.outlets[there.ref.document], self.voices[there.ref], alone, self._namesakes
            )
            reasons = _reasons(pair)
            score = sum(reason.score for reason in reasons)
            if score >= _ENOUGH and any(reason.feature in _NAMING for reason in reasons):
                found.append((-score, there.ref, there, reasons))
        if not found:
            return None
        _, _, there, reasons = min(found, key=lambda row: row[:2])
        return there, reasons

    def _earlier(self, member: Member, cited: Cited) -> list[str]:
        """Documents of other outlets that what is cited can name, none later than the claim's own."""
        if cited.voice.kind is VoiceKind.PRESS:
            languages = sorted({_LANGUAGES[tie] for tie in cited.voice.ties if tie in _LANGUAGES})
            ids = [id_ for language in languages for id_ in self._by_language.get(language, ())]
        else:
            ids = [id_ for outlet in sorted(self._namesakes.of(cited.voice)) for id_ in self._by_outlet.get(outlet, ())]
        return [id_ for id_ in ids if self._is_earlier(id_, member)]

    def _is_earlier(self, document: str, member: Member) -> bool:
        """Whether a document is another outlet's and not later than a claim's own."""
        if self.outlets[document] == self.outlets[member.ref.document]:
            return False
        return _not_later(self.by_document[document][0].report.document, member.report.document)

    def _is_only_earlier(self, member: Member, document: str) -> bool:
        """Whether no other outlet's report of the event is as early as the claim's own."""
        return not any(id_ != document and self._is_earlier(id_, member) for id_ in self.by_document)


def closest(member: Member, there: Sequence[Member], voices: Voices) -> tuple[Member, tuple[Reason, ...]] | None:
    """Of an original's claims about the event the one that a copier's claim repeats; None where it has none."""
    found: list[tuple[float, int, ClaimRef, Member, tuple[Reason, ...]]] = []
    own = voices[member.ref]
    for other in there:
        nobody = Voice(VoiceKind.PRESS, "", "", "")
        reasons = _reasons(_Pair(member, Cited(nobody, own), other, "", voices[other.ref]))
        score = sum(reason.score for reason in reasons) + 0.2 * (other.claim.type is member.claim.type)
        at = abs(other.claim.trigger.start - member.claim.trigger.start)
        found.append((-score, at, other.ref, other, reasons))
    if not found:
        return None
    _, _, _, other, reasons = min(found, key=lambda row: row[:3])
    return other, reasons


def figures_in_common(left: Member, right: Member) -> tuple[Figure, ...]:
    """The figures of one claim that the other has too: the same low and high of one kind of unit."""
    there = right.claim.figures
    return tuple(
        f
        for f in left.claim.figures
        if any(same_kind(f.unit, o.unit) and (f.low, f.high) == (o.low, o.high) for o in there)
    )


def same_kind(left: Unit, right: Unit) -> bool:
    """Whether two units are one, or both count people of whom reports speak now by this name and now by that."""
    return left is right or (left in _PEOPLE and right in _PEOPLE)


_NAMING = frozenset((same_outlet.__name__, like_name.__name__, fits_description.__name__))


def _reasons(pair: _Pair) -> tuple[Reason, ...]:
    seen = [(feature.__name__, weight, *feature(pair)) for feature, weight in WEIGHTS.items()]
    return tuple(Reason(name, weight * score, words) for name, weight, score, words in seen if score)


def _not_later(early: Document, late: Document) -> bool:
    return early.date is None or late.date is None or early.date <= late.date


def _publishes(voice: Voice, outlet: str, name: str) -> bool:
    """Whether a cited outlet is the one with an id and a name."""
    if voice.entity == outlet:
        return True
    return "." in name and voice.kind is VoiceKind.OUTLET and names_publisher(voice.name, name)


def _name_in_common(cited: str, outlet: str, cited_name: str, name: str) -> float:
    """How much two outlets' names have in common: 1 for the whole of the shorter, 0 where the lexicon holds both."""
    known = load_known().names
    if cited in known and outlet in known:
        return 0.0
    short, long = sorted((_name_words(cited_name), _name_words(name)), key=len)
    common = [word for word in short if any(alike(word, other) >= _ALIKE for other in long)]
    return 0.0 if not common else 1.0 if len(common) == len(short) else _PARTLY


def _name_words(name: str) -> tuple[str, ...]:
    plain = name.split("(")[0].replace("-", " ")
    return tuple(dict.fromkeys(word for word in tokenise(plain).folded if len(word) > _SHORT_WORD))


def _persons(document: Document) -> frozenset[str]:
    hits = load_lexicon(document.language).phrasebook.find(tokenise(document.text).folded)
    names = (hit.entry.data for hit in hits if isinstance(hit.entry.data, Name))
    return frozenset(name.english for name in names if name.kind is NameKind.LEADER and not name.weak)

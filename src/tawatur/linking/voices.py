"""Who speaks: an outlet, somebody with a name, somebody without one - and what their words tell of them."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Protocol

from tawatur.lexicon.clitics import stems
from tawatur.lexicon.entries import EntryKind, Name, NameKind, Noun, NounKind
from tawatur.lexicon.kit import load_lexicon
from tawatur.lexicon.names import load_governments
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.source_words import SourceSense, load_source_words
from tawatur.linking.known import load_known
from tawatur.linking.publishers import is_definite, outlet_id
from tawatur.model import Language, Source
from tawatur.text.tokens import Tokens, tokenise

__all__ = ["Number", "SourceNames", "Voice", "VoiceKind", "settled", "words_voice"]

_PLACES = frozenset(
    (NameKind.TOWN, NameKind.AIRPORT, NameKind.BASE, NameKind.FRONT, NameKind.SITE, NameKind.PROVINCE, NameKind.REGION)
)
_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY))
_PEOPLE = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.TITLE, NounKind.FORCE))
_BODIES = frozenset((NounKind.ORGANISATION, NounKind.STATE, NounKind.DOCUMENT, NounKind.SITE))
_SPOKEN_FOR = frozenset(set(NameKind) - _PLACES - _MEDIA - {NameKind.LEADER, NameKind.COUNTRY, NameKind.PEOPLE})
_COUNTS = (SourceSense.ONE, SourceSense.SEVERAL)
_OF_MEDIA = frozenset((SourceSense.MEDIUM, SourceSense.REPORTER))
_ARTICLE = "ال"
_INDEFINITE = ("a", "an", "un", "une", "one")
_LONGEST_NAME, _NAME_WITH_NOUN = 4, 3


class SourceNames(Protocol):
    """What entities tell of the sources of claims."""

    def of_source(self, document_id: str, claim_id: str, index: int, /) -> str:
        """Id of the entity that a source of a claim's chain is."""
        ...

    def name(self, id_: str, /) -> str:
        """Name of an entity, for people."""
        ...


class VoiceKind(StrEnum):
    """What kind of source some words name."""

    OUTLET = "outlet"
    OWN = "own"
    PRESS = "press"
    NAMED = "named"
    UNNAMED = "unnamed"


class Number(StrEnum):
    """How many speak, as the words have it."""

    ONE = "one"
    SEVERAL = "several"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Voice:
    """A source with what its words tell of it.

    Attributes:
        kind: an outlet, its own reporter, the press at large, somebody named, somebody unnamed.
        words: its words.
        entity: id of its entity, ``""`` for nobody in particular ("the paper", "a source").
        name: for people.
        number: how many they are; one for whoever is named.
        roles: what they are ("military", "medical"), from the lexicon.
        ties: entities that their words name: whose official, close to whom.
        places: towns and sites that their words name.
    """

    kind: VoiceKind
    words: str
    entity: str
    name: str
    number: Number = Number.ONE
    roles: frozenset[str] = field(default_factory=frozenset)
    ties: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)


def settled(voice: Voice, source: Source, entity: str, name: str) -> Voice:
    """A voice with what entities know of it, where its words alone do not tell who it is.

    Args:
        voice: the voice by its words.
        source: the source whose words they are.
        entity: id of the entity that it is resolved to.
        name: name of that entity.
    """
    if source.entity is not None:
        known = load_known().names.get(source.entity)
        if known is not None and known.kind in _MEDIA and voice.kind is not VoiceKind.PRESS:
            return Voice(VoiceKind.OUTLET, voice.words, source.entity, source.name)
        if voice.kind is VoiceKind.NAMED and not voice.entity:
            return replace(voice, entity=_speaks_for(source.entity), name=source.name)
    if voice.kind is VoiceKind.NAMED and not voice.entity:
        return replace(voice, entity=entity, name=name)
    return voice


def words_voice(words: str, language: Language) -> Voice:
    """Who some words name, from the words alone; somebody named that no list knows has the entity ``""``."""
    seen = _Words(words, language)
    if SourceSense.SEEN in seen.senses:
        return Voice(VoiceKind.OWN, words, "", words)
    if seen.outlet is not None and (seen.head not in _PEOPLE or seen.senses & _OF_MEDIA):
        return Voice(VoiceKind.OUTLET, words, seen.outlet.entity, seen.outlet.english)
    if seen.begins_with(SourceSense.REPORTER):
        of = seen.proper() or seen.behind(SourceSense.REPORTER)
        return Voice(VoiceKind.OUTLET, words, outlet_id(of), of) if of else Voice(VoiceKind.OWN, words, "", words)
    if seen.begins_with(SourceSense.MEDIUM):
        proper = seen.proper()
        if proper:
            return Voice(VoiceKind.OUTLET, words, outlet_id(proper), proper)
        definite = is_definite(seen.tokens)
        return Voice(VoiceKind.OUTLET if definite else VoiceKind.PRESS, words, "", words, ties=seen.ties)
    if seen.begins_with(SourceSense.PRESS) and not seen.proper():
        return Voice(VoiceKind.PRESS, words, "", words, ties=seen.ties)
    if seen.is_named():
        entity = seen.entity()
        known = load_known().names.get(entity)
        return Voice(VoiceKind.NAMED, words, entity, known.english if known else words, ties=seen.ties)
    places = seen.places if "on the spot" in seen.roles else seen.places - seen.seats
    return Voice(VoiceKind.UNNAMED, words, "", words, seen.number(), seen.roles, seen.ties, places)


@cache
def _governments() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(load_governments().items()))


def _speaks_for(id_: str) -> str:
    """The state that the name of its capital stands for, else the entity itself."""
    return dict(_governments()).get(id_, id_)


def _name(hit: Hit) -> Name:
    assert isinstance(hit.entry.data, Name)
    return hit.entry.data


class _Words:
    """The words of one source, with what the lexicon finds in them."""

    def __init__(self, words: str, language: Language) -> None:
        self.tokens = tokenise(words)
        self.language = language
        self._hits = load_lexicon(language).phrasebook.find(self.tokens.folded)
        self._told = load_source_words(language).find(self.tokens.folded)
        self._names = [hit for hit in self._hits if isinstance(hit.entry.data, Name) and not hit.entry.data.weak]
        bearers = [_name(hit) for hit in self._names]
        self.ties = frozenset(_speaks_for(name.entity) for name in bearers if name.kind not in _PLACES)
        self.seats = frozenset(name.entity for name in bearers if _speaks_for(name.entity) != name.entity)
        self.places = frozenset(name.entity for name in bearers if name.kind in _PLACES)
        self.roles = frozenset(word.role for word in self._told if word.role is not None)
        self.senses = {word.sense for word in self._told}
        self.outlet = next((name for name in bearers if name.kind in _MEDIA and not name.adjective), None)
        self.head = self._head()

    def begins_with(self, sense: SourceSense) -> bool:
        """Whether a word of the sense stands before any that names people."""
        firsts = [word.first for word in self._told if word.sense is sense]
        people = [w.first for w in self._told if w.sense in _COUNTS and w.role is None and self._is_noun(w.first)]
        return bool(firsts) and min(firsts) <= min(people, default=len(self.tokens))

    def is_named(self) -> bool:
        """Whether the words tell who it is: a name, an office of one holder, a body, a paper, a spokesman."""
        if self._whole() is not None or SourceSense.SPOKESMAN in self.senses or self.head in _BODIES:
            return True
        if self._ends_in_a_name():
            return True
        if self._person() is not None and self.head is NounKind.TITLE:
            return True
        if self.head is NounKind.TITLE and self._is_office():
            return True
        if self.head is None:
            return not self.roles and not self.senses & set(_COUNTS)
        return bool(self.proper()) and self.head is not NounKind.SOURCE

    def entity(self) -> str:
        """The id that the lexicon has for whoever is named; ``""`` where it has none."""
        whole = self._whole()
        if whole is not None:
            return _speaks_for(whole.entity)
        bodies = [
            _name(hit).entity for hit in self._names if _name(hit).kind in _SPOKEN_FOR and not _name(hit).adjective
        ]
        if SourceSense.SPOKESMAN in self.senses and bodies:
            return bodies[0 if self._is_arabic() else -1]
        person = self._person()
        return person.entity if person is not None else ""

    def number(self) -> Number:
        """How many they are, by the first word that tells; of two at one place the longer."""
        counts = sorted((w for w in self._told if w.sense in _COUNTS), key=lambda w: (w.first, -w.last, w.sense.value))
        if not counts:
            return Number.UNTOLD
        return Number.SEVERAL if counts[0].sense is SourceSense.SEVERAL else Number.ONE

    def proper(self) -> str:
        """Words that look like a name and that no list knows: in quotation marks, in capitals, behind a medium."""
        quoted = _quoted(self.tokens)
        if quoted:
            return quoted
        kinds = (EntryKind.NAME, EntryKind.NOUN)
        known = {at for hit in self._hits if hit.entry.kind in kinds for at in range(hit.first, hit.last)}
        known |= {at for word in self._told for at in range(word.first, word.last)}
        if self._is_arabic():
            return self._behind_medium(known)
        return " ".join(self.tokens.cut(at, at + 1) for at in range(len(self.tokens)) if self._is_capital(at, known))

    def behind(self, sense: SourceSense) -> str:
        """The words behind the first one of a sense, if they are no more than a name has."""
        last = next((word.last for word in self._told if word.sense is sense), len(self.tokens))
        words = self.tokens.cut(last, len(self.tokens)) if last < len(self.tokens) else ""
        return words if len(words.split()) <= _LONGEST_NAME else ""

    def _behind_medium(self, known: set[int]) -> str:
        last = next((word.last for word in self._told if word.sense is SourceSense.MEDIUM), None)
        if last is None or last >= len(self.tokens):
            return ""
        article = any(taken.endswith(_ARTICLE) for taken, _ in stems(self.tokens.folded[last]))
        if last in known and (is_definite(self.tokens) or not article):
            return ""
        return self.behind(SourceSense.MEDIUM)

    def _ends_in_a_name(self) -> bool:
        """Whether two words that no list knows follow an Arabic noun with the article: الناشط فلان الفلاني."""
        if not self._is_arabic() or not is_definite(self.tokens) or len(self.tokens) < _NAME_WITH_NOUN:
            return False
        known = {at for hit in self._hits for at in range(hit.first, hit.last)}
        return not {len(self.tokens) - 2, len(self.tokens) - 1} & known

    def _is_capital(self, at: int, known: set[int]) -> bool:
        word = self.tokens.cut(at, at + 1)
        if self.tokens.kinds[at] != "w" or not word[0].isupper() or at in known:
            return False
        if at == 0:
            return len(self.tokens) == 1 or not self.tokens.cut(1, 2)[0].islower()
        before = self.tokens.cut(at - 1, at)
        return not (self.tokens.kinds[at - 1] == "w" and before.islower() and at - 1 not in known)

    def _whole(self) -> Name | None:
        """The name that the words are, an article or a title before it aside."""
        for hit in self._names:
            rest = [
                at for at in range(len(self.tokens)) if not hit.first <= at < hit.last and self.tokens.kinds[at] != "p"
            ]
            if (
                not _name(hit).adjective
                and len(rest) <= 1
                and not any(self._is_noun(at) or self._is_told(at) for at in rest)
            ):
                return _name(hit)
        return None

    def _person(self) -> Name | None:
        return next((_name(hit) for hit in self._names if _name(hit).kind is NameKind.LEADER), None)

    def _head(self) -> NounKind | None:
        """What the first noun that can speak is; English nouns before another are passed over."""
        nouns = [(hit, hit.entry.data.kind) for hit in self._hits if isinstance(hit.entry.data, Noun)]
        nouns.sort(key=lambda pair: (pair[0].first, -pair[0].last))
        for hit, kind in nouns:
            if kind not in _PEOPLE and kind not in _BODIES and kind is not NounKind.MEDIA:
                continue
            english = self.language is Language.EN
            if english and any(other.first == hit.last and kind_ in _PEOPLE for other, kind_ in nouns):
                continue
            return kind
        return NounKind.SOURCE if self.roles and self.senses & set(_COUNTS) else None

    def _is_office(self) -> bool:
        """Whether a title stands for its one holder: 'the mayor', 'son ministre', وزير الداخلية."""
        if self.number() is Number.SEVERAL:
            return False
        if not self._is_arabic():
            return self.tokens.folded[0] not in _INDEFINITE
        return any(taken.endswith(_ARTICLE) for word in self.tokens.folded[:2] for taken, _ in stems(word))

    def _is_noun(self, at: int) -> bool:
        return any(hit.first == at and isinstance(hit.entry.data, Noun) for hit in self._hits)

    def _is_told(self, at: int) -> bool:
        return any(word.first == at and (word.role is not None or word.last - word.first > 1) for word in self._told)

    def _is_arabic(self) -> bool:
        return bool(len(self.tokens)) and self.language is Language.AR


def _quoted(tokens: Tokens) -> str:
    marks = [at for at, kind in enumerate(tokens.kinds) if kind == "p" and tokens.folded[at] in '«»"“”']
    return tokens.cut(marks[0] + 1, marks[-1]) if len(marks) > 1 and marks[-1] - marks[0] > 1 else ""

"""Whom a phrase without a name means: by a role that the report gives, or as the short form of a fuller wording."""

from dataclasses import dataclass

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.model import Language
from tawatur.reading.kinds import NAMED_PLACES
from tawatur.reading.people import People
from tawatur.reading.record import Marks, Phrase, Reading, Resolution, Tag

__all__ = ["Callings"]

_ARTICLE = "ال"
_DEFINITE = ("the", "le", "la", "les", "l'")
_TAKEN_UP = frozenset(
    (
        NounKind.TITLE, NounKind.SOURCE, NounKind.FORCE, NounKind.GROUP, NounKind.STATE, NounKind.ORGANISATION,
        NounKind.MEDIA, NounKind.PLACE, NounKind.SITE,
    )
)  # fmt: skip
_BEARERS = frozenset((NounKind.MEDIA, NounKind.ORGANISATION, NounKind.GROUP, NounKind.FORCE))
_SITES = frozenset((NounKind.PLACE, NounKind.SITE))
"""What the Arabic word for a site on the web also means."""

_ROLES = frozenset((NounKind.TITLE, NounKind.SOURCE))
_NOT_CALLED = frozenset((NameKind.PEOPLE, NameKind.COUNTRY))


@dataclass(slots=True)
class _Calling:
    """Who was called by a word so far: their names, and whether somebody unknown was too."""

    known: dict[str, Resolution]
    others: bool = False


class Callings:
    """Walks the phrases of one report in order and remembers who was called what."""

    def __init__(self, reading: Reading, marks: Marks, people: People) -> None:
        self._reading = reading
        self._phrases = reading.phrases
        self._marks = marks
        self._tokens = reading.tokens
        self._people = people
        self._arabic = reading.lexicon.language is Language.AR
        self._roles: dict[tuple[str, ...], _Calling] = {}

    def resolve(self, own: dict[int, Resolution]) -> dict[int, Resolution]:
        """Whom phrases mean that have no name of their own.

        Args:
            own: index of a phrase -> what its own name means.
        """
        found: dict[int, Resolution] = {}
        for number, phrase in enumerate(self._phrases):
            person = self._people.named.get(number)
            held = own.get(number)
            if person is not None and (held is None or held.name is None):
                held = Resolution(None, self._people.words(person), "a name that no list holds")
                found[number] = held
                self._remember(number, phrase, (phrase.first, person.first), held)
            elif held is not None:
                if held.name is not None:
                    self._remember(number, phrase, self._before_name(phrase), held)
            elif (quoted := self._quoted_name(phrase)) is not None:
                found[number] = self._in_quotes(*quoted)
                self._remember(number, phrase, (phrase.first, quoted[0] - 1), found[number])
            elif self._marks.nouns[phrase.head] is not None or self._people.named:
                called = self._called(phrase)
                if called is not None:
                    found[number] = called
        return found

    def _quoted_name(self, phrase: Phrase) -> tuple[int, int] | None:
        """The tokens between the quotation marks behind a word for an outlet or a group ('the site «X»')."""
        noun = self._marks.nouns[phrase.head]
        marks = [at for at in range(phrase.head + 1, phrase.last) if self._marks.tags[at] == Tag.QUOTE]
        if noun is None or not isinstance(noun.entry.data, Noun) or len(marks) != 2 or marks[1] - marks[0] < 2:
            return None
        foreign = self._arabic and self._tokens.folded[marks[0] + 1].isascii()
        if noun.entry.data.kind in _BEARERS or (foreign and noun.entry.data.kind in _SITES):
            return marks[0] + 1, marks[1]
        return None

    def _in_quotes(self, first: int, last: int) -> Resolution:
        """What a name between quotation marks means: the lexicon's, or the words alone."""
        hit = self._marks.names[first]
        if hit is not None and hit.first == first and hit.last == last and isinstance(hit.entry.data, Name):
            return Resolution(hit.entry.data, hit.entry.data.english, hit.entry.key)
        return Resolution(None, self._tokens.cut(first, last), "a name in quotation marks")

    def _remember(self, number: int, phrase: Phrase, called: tuple[int, int], held: Resolution) -> None:
        """What stands before a name in its phrase, and the title in apposition beside it, are its callings."""
        if held.name is not None and held.name.kind in _NOT_CALLED:
            return
        place = held.name is not None and held.name.kind in NAMED_PLACES
        self._call(self._key(*called), held)
        around = (*self._key(*called), *self._behind_name(phrase, called[1]))
        if len(around) > 1:
            self._call(around, held)
        noun = self._marks.nouns[phrase.head]
        if noun is not None and isinstance(noun.entry.data, Noun) and noun.entry.data.kind in _TAKEN_UP:
            self._call((self._people.key(phrase.head),), held)
        if place:
            return
        for other in (number + 1, number - 1):
            if 0 <= other < len(self._phrases):
                beside = self._phrases[other]
                left, right = (phrase, beside) if other > number else (beside, phrase)
                if right.first - left.last == 1 and self._marks.tags[left.last] == Tag.COMMA and self._titled(beside):
                    self._call(self._key(beside.first, beside.last), held)
                    self._call((self._people.key(beside.head),), held)

    def _call(self, key: tuple[str, ...], held: Resolution) -> None:
        if key:
            self._roles.setdefault(key, _Calling({})).known[held.name.entity if held.name else held.words] = held

    def _titled(self, phrase: Phrase) -> bool:
        noun = self._marks.nouns[phrase.head]
        return (
            phrase.name is None
            and noun is not None
            and isinstance(noun.entry.data, Noun)
            and noun.entry.data.kind in _ROLES
        )

    def _before_name(self, phrase: Phrase) -> tuple[int, int]:
        for at in range(phrase.first, phrase.last):
            hit = self._marks.names[at]
            if hit is not None and hit.entry.data is phrase.name:
                return phrase.first, hit.first
        return phrase.first, phrase.first

    def _behind_name(self, phrase: Phrase, first: int) -> tuple[str, ...]:
        """The adjectives behind a name in its phrase: 'صحيفة «X» الفرنسية' is called 'the French paper' next."""
        last = phrase.last
        while last > first and self._marks.tags[last - 1] == Tag.ADJECTIVE:
            last -= 1
        return self._key(last, phrase.last)

    def _key(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a calling without articles and clitics."""
        tags = self._marks.tags
        return tuple(self._people.key(at) for at in range(first, last) if tags[at] in "nj")

    def _called(self, phrase: Phrase) -> Resolution | None:
        head = phrase.head
        noun = self._marks.nouns[head]
        if noun is None or not isinstance(noun.entry.data, Noun):
            if phrase.last - phrase.first <= 2 and self._marks.tags[head] == Tag.NOUN:
                return self._short_name(phrase)
            return None
        if noun.entry.data.kind not in _TAKEN_UP:
            return None
        if noun.entry.data.kind in _ROLES and phrase.last - head > 1:
            short = self._short_name(phrase)
            if short is not None:
                return short
        if not self._definite(phrase):
            return None
        key = self._key(phrase.first, phrase.last)
        found = self._roles.get(key)
        if found is None or found.others or len(found.known) != 1:
            if found is None and len(key) > 1:
                self._roles.setdefault((self._people.key(head),), _Calling({})).others = True
            return None
        held = next(iter(found.known.values()))
        rule = "a role that the report gives" if noun.entry.data.kind in _ROLES else "short for a fuller wording"
        return Resolution(held.name, held.words, rule)

    def _short_name(self, phrase: Phrase) -> Resolution | None:
        full = self._people.full(phrase.last - 1)
        return Resolution(None, full, "short for a fuller wording") if full is not None else None

    def _definite(self, phrase: Phrase) -> bool:
        word = self._tokens.folded[phrase.first]
        if self._arabic:
            return word.startswith(_ARTICLE) or self._marks.proclitics[phrase.first].endswith((_ARTICLE, "لل"))
        return word in _DEFINITE or (phrase.first > 0 and self._tokens.folded[phrase.first - 1] in _DEFINITE)

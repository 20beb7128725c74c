"""People and bodies that no list holds: found by capitals and titles, one name for their many wordings."""

from dataclasses import dataclass

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.model import Language
from tawatur.reading.record import Marks, Phrase, Reading, Tag

__all__ = ["People"]

_ARTICLE = "ال"
_PARTICLES = ("al", "el", "ben", "bin", "ag")
_ARABIC_PARTICLES = ("بن", "ابو", "ابن", "عبد", "ال")
_PART_OF_A_NAME = frozenset((NameKind.LEADER, NameKind.COUNTRY, NameKind.TOWN, NameKind.PEOPLE))
_TITLES = frozenset((NounKind.TITLE, NounKind.PERSON, NounKind.SOURCE))


@dataclass(frozen=True, slots=True)
class Person:
    """An unknown name in full: its tokens and the phrase that it stands in."""

    first: int
    last: int
    phrase: int


class People:
    """The full names of one report that no list holds, by the words that they end in."""

    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._tokens = reading.tokens
        self._marks = marks
        self._arabic = reading.lexicon.language is Language.AR
        title = reading.document.title
        self.body = title.end if title is not None and not self._arabic else 0
        self.named: dict[int, Person] = {}
        self._surnames: dict[str, set[str]] = {}
        self._ends: set[int] = set()
        for number, phrase in enumerate(reading.phrases):
            if phrase.last - phrase.first < 2:
                continue
            person = self._arabic_name(number, phrase) if self._arabic else self._latin_name(number, phrase)
            if person is not None:
                self.named[number] = person
                self._ends.add(person.last)
                self._surnames.setdefault(self.key(person.last - 1), set()).add(self.words(person))

    def words(self, person: Person) -> str:
        """A full name as the report writes it."""
        start = self._tokens.starts[person.first]
        taken = self._marks.proclitics[person.first]
        if taken and not taken.endswith(_ARTICLE):
            start += len(taken)
        return self._tokens.text[start : self._tokens.ends[person.last - 1]]

    def key(self, at: int) -> str:
        """A word without article and clitics, to compare it with others."""
        word = self._tokens.folded[at]
        taken = self._marks.proclitics[at]
        if taken and not word.startswith(_ARTICLE):
            word = word[len(taken) :]
        return word.removeprefix(_ARTICLE).removeprefix("al-").removeprefix("el-")

    def full(self, at: int) -> str | None:
        """The one full name that ends in the word at ``at``; None where there is none, or more than one."""
        found = self._surnames.get(self.key(at))
        return next(iter(found)) if found is not None and len(found) == 1 else None

    def ends_at(self, last: int) -> bool:
        """Whether an unknown full name ends right before the token ``last``."""
        return last in self._ends

    def bears(self, at: int) -> bool:
        """Whether any unknown full name ends in the word at ``at``."""
        return self.key(at) in self._surnames

    # -- English and French: capitals -----------------------------------------------------------

    def _latin_name(self, number: int, phrase: Phrase) -> Person | None:
        """The last run of capitalised words of a phrase of which at least one is in no list."""
        if self._tokens.starts[phrase.first] < self.body or self._tokens.cut(phrase.first, phrase.last).islower():
            return None
        last = phrase.last
        while last > phrase.first:
            if not self._capital(last - 1):
                last -= 1
                continue
            first = last - 1
            while first > phrase.first and (self._capital(first - 1) or self._particle(first - 1, phrase.first)):
                first -= 1
            run = range(first, last)
            if last - first > 1 and sum(self._marks.names[at] is None for at in run) * 2 >= last - first:
                return Person(first, last, number)
            last = first
        return None

    def _particle(self, at: int, floor: int) -> bool:
        return at > floor and self._tokens.folded[at] in _PARTICLES and self._capital(at - 1)

    def _capital(self, at: int) -> bool:
        """Whether a word stands with a capital and is no word of the lists but a name that people bear too."""
        marks, start = self._marks, self._tokens.starts[at]
        text = self._tokens.text
        if not text[start].isupper() and not text.startswith(("al-", "el-"), start):
            return False
        hit = marks.names[at]
        if hit is not None:
            name = hit.entry.data
            return isinstance(name, Name) and hit.last - hit.first == 1 and name.kind in _PART_OF_A_NAME
        return self.unknown(at)

    def unknown(self, at: int) -> bool:
        """Whether no list of common words holds the word at ``at``."""
        marks = self._marks
        return (
            marks.nouns[at] is None
            and marks.words[at] is None
            and marks.verbs[at] is None
            and not marks.triggers[at]
            and not marks.cues[at]
            and marks.tags[at] == Tag.NOUN
            and self._tokens.kinds[at] == "w"
        )

    # -- Arabic: titles -------------------------------------------------------------------------

    def _arabic_name(self, number: int, phrase: Phrase) -> Person | None:
        """Unknown words behind a title, or before one at the head of the phrase."""
        marks = self._marks
        titles = [
            at
            for at in range(phrase.first, phrase.last)
            if (noun := marks.nouns[at]) is not None
            and isinstance(noun.entry.data, Noun)
            and noun.entry.data.kind in _TITLES
        ]
        if not titles:
            return None
        if titles[0] - phrase.first > 1 and self._run(phrase.first, titles[0], phrase.first) == titles[0]:
            return Person(phrase.first, titles[0], number)
        first = titles[-1] + 1
        while first < phrase.last:
            end = self._run(first, phrase.last, phrase.first)
            if end - first > 1:
                return Person(first, end, number)
            first = max(end, first + 1)
        return None

    def _run(self, first: int, last: int, floor: int) -> int:
        """Where unknown words that begin at ``first`` end; a first name bears no article.

        Behind an indefinite word they would be its adjectives ('a senior officer'), no name.
        """
        if self._tokens.folded[first].startswith(_ARTICLE) or self._marks.proclitics[first] not in ("", "و"):
            return first
        if first > floor and not self._definite(first - 1):
            return first
        end = first
        while end < last and self._part(end) and not (end > first and self._glued(end)):
            end += 1
        return end

    def _definite(self, at: int) -> bool:
        word, taken = self._tokens.folded[at], self._marks.proclitics[at]
        return word.startswith(_ARTICLE) or taken.endswith((_ARTICLE, "لل")) or self._marks.names[at] is not None

    def _glued(self, at: int) -> bool:
        return bool(self._marks.proclitics[at].removesuffix(_ARTICLE))

    def _part(self, at: int) -> bool:
        marks = self._marks
        if self._tokens.folded[at] in _ARABIC_PARTICLES:
            return True
        hit = marks.names[at]
        if hit is not None:
            name = hit.entry.data
            if not isinstance(name, Name) or hit.last - hit.first > 1:
                return False
            return (name.adjective and not self._tokens.folded[at].startswith(_ARTICLE)) or (
                name.weak and name.kind is NameKind.LEADER
            )
        return self.unknown(at)

"""The words that name an Arabic speaker: what belongs to them and what does not."""

from dataclasses import replace

from tawatur.lexicon.entries import Name, NameKind, NounKind
from tawatur.reading.cues import Finder
from tawatur.reading.record import Phrase, Reading, Speaker, Tag
from tawatur.reading.speakers_arabic import SPEAKING, Concord

__all__ = ["NamingFinder"]

_OCCASION = frozenset((NounKind.DOCUMENT, NounKind.EVENT, NounKind.TIME, NounKind.ABSTRACT, NounKind.MEDIA))
_BY_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY, NounKind.MEDIA))
_PEOPLE = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.TITLE, NameKind.LEADER))
_SAYS_IN_PAIRS = frozenset((NounKind.SOURCE, NounKind.PERSON, NounKind.MEDIA))
_PLACES = frozenset(
    (NameKind.COUNTRY, NameKind.TOWN, NameKind.PROVINCE, NounKind.PLACE, NounKind.SITE, NounKind.DIRECTION)
)
_COUNTED = frozenset((NounKind.MEASURE, NounKind.ABSTRACT, NounKind.AGREEMENT))
_IN_THE_NAME_OF = "باسم"
_ATTACHING = (_IN_THE_NAME_OF, "ب", "ل", "في", "من")
_AT = "لدي"
_HIS = ("ه", "ها", "هم")
_LONGEST = 14


class NamingFinder(Finder):
    """Finds where the naming of a speaker ends."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.concord = Concord(reading)

    def fits(self, phrase: Phrase) -> bool:
        """Whether a phrase can name somebody who says things: no pronoun and no bare adjective."""
        at = phrase.head
        tag = self.marks.tags[at]
        bare = tag == Tag.ADJECTIVE and self.marks.names[at] is None and not self.tokens.folded[at].startswith("ال")
        return tag != Tag.PRONOUN and not bare and super().fits(phrase)

    def speaker(self, phrase: Phrase, last: int | None = None) -> Speaker:
        """A phrase as a speaker; 'his saying' behind it is none of its words."""
        end = last if last is not None else phrase.last
        while end - 1 > phrase.head and self.marks.cues[end - 1] and self.tokens.folded[end - 1].endswith(_HIS):
            end -= 1
        return Speaker(phrase.first, end, phrase.name, phrase.kind)

    def widened(self, phrase: Phrase, limit: int) -> int:
        """The end of a speaker with what is said of them: apposed names, 'in the name of', 'of the army'."""
        end = phrase.last
        while end < limit:
            step = end
            while step < limit and self.marks.tags[step] == Tag.PREPOSITION:
                step += 1
            found = self.starting.get(step)
            if found is None:
                break
            following = self.phrases[found]
            if (
                following.last > limit
                or following.last - phrase.first > _LONGEST
                or not self._belongs(phrase, following, step)
            ):
                break
            end = following.last
        return end

    def _belongs(self, phrase: Phrase, following: Phrase, at: int) -> bool:
        """Whether the phrase behind a speaker is part of its naming."""
        if following.kind in _OCCASION:
            return False
        if self.marks.proclitics[at].startswith("و"):
            return phrase.kind in _SAYS_IN_PAIRS and (
                following.kind in _SAYS_IN_PAIRS or self.marks.tags[following.head] == Tag.ADJECTIVE
            )
        if not following.preposition:
            named = following.kind in (NameKind.LEADER, NounKind.TITLE, NounKind.PERSON)
            return phrase.kind in _PEOPLE and (named or (following.kind is None and not self._other_word(following)))
        if following.preposition not in (*_ATTACHING, _AT) or (
            following.kind not in SPEAKING and following.kind not in _PLACES
        ):
            return False
        if following.preposition == "ل":
            return (
                following.kind not in _BY_MEDIA
                and following.kind not in _PEOPLE
                and self.marks.tags[following.first] != Tag.QUOTE
            )
        return True

    def _other_word(self, phrase: Phrase) -> bool:
        """Whether the head of a phrase is a word of the lexicon and so no unknown name."""
        at = phrase.head
        return bool(self.marks.triggers[at] or self.marks.cues[at] or self.marks.nouns[at] or self.marks.verbs[at]) or (
            self.tokens.folded[at].startswith("ال")
        )

    def inside(self, phrase: Phrase, at: int) -> Phrase:
        """The rest of a phrase from a token on, as a phrase of its own."""
        named, noun = self.marks.names[at], self.marks.nouns[at]
        name = named.entry.data if named is not None and named.first == at and named.last == phrase.last else None
        kind = noun.entry.data.kind if noun is not None else None  # type: ignore[union-attr]  # a noun
        assert name is None or isinstance(name, Name)
        return replace(phrase, first=at, head=at, kind=name.kind if name else kind, name=name)

    def whose(self, found: int) -> Phrase:
        """'The figures of the United Nations': the name in construct with a word for what is counted or written."""
        phrase = self.phrases[found]
        saying = self.marks.cues[phrase.head]
        if saying and phrase.kind is None and phrase.last > phrase.head + 1:
            return self.inside(phrase, phrase.head + 1)
        if phrase.kind not in _COUNTED and not (phrase.kind is NounKind.DOCUMENT and phrase.name is None):
            return phrase
        for at in range(phrase.head + 1, phrase.last):
            hit = self.marks.names[at]
            if hit is not None and hit.first == at and hit.last == phrase.last and self.marks.tags[at] == Tag.NOUN:
                return self.inside(phrase, at)
        return phrase

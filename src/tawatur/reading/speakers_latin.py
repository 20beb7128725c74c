"""Who speaks in English and French: the subject of a verb of saying, before it or behind it."""

from dataclasses import dataclass, replace

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.reading.cues import Spot
from tawatur.reading.recall_latin import PERSONS, SOUNDLESS, SPEAKING, LatinRecall
from tawatur.reading.record import Phrase, Speaker, Tag

__all__ = ["LatinSpeakers", "Subject"]

_NAMED = frozenset((NameKind.LEADER, NameKind.OUTLET, NameKind.AGENCY, NameKind.MONITOR))
_FURTHEST = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a verb of saying, where it stands and what pronoun it is.

    Attributes:
        speaker: its tokens.
        pronoun: the folded pronoun that it is, or "".
        whole: the tokens of the source with its apposition, where it has one.
    """

    speaker: Speaker
    pronoun: str = ""
    whole: tuple[int, int] | None = None


class LatinSpeakers(LatinRecall):
    """Finds subjects before and behind a verb."""

    # -- before the verb ------------------------------------------------------------------------

    def subject(self, first: int, spot: Spot) -> Subject | None:
        """The subject of a verb that begins at ``first``, past appositions and relative clauses."""
        at, tail = first, -1
        floor = max(spot.start, first - _FURTHEST)
        while at > floor:
            tag = self.marks.tags[at - 1]
            if tag in "aTg" or (tag == Tag.PREPOSITION and at < first and self.marks.tags[at] in "aT"):
                at -= 1
                continue
            if tag == Tag.BRACKET and self.tokens.folded[at - 1] == ")":
                at = self._bracket(at - 1, floor)
                continue
            if self._sets_apart(at - 1):
                return self._before_insertion(at - 1, floor, spot)
            if tag == Tag.RELATIVE:
                at, tail = self._before_relative(at - 1, floor), -1
                continue
            found = self.ending.get(at)
            if found is None:
                if at < first and self.hangs(at - 1):
                    at, tail = at - 1, -1
                    continue
                return None
            phrase = self.phrases[found]
            outer = self._opened(phrase, floor)
            if phrase.preposition:
                inner = self._ends_in_a_name(phrase) if tail < 0 else None
                if inner is not None:
                    return Subject(inner)
                tail = max(tail, at)
                at = outer
                continue
            hop = self._relative_before(phrase, floor)
            if hop >= 0:
                at, tail = hop, -1
                continue
            if (
                self.english
                and phrase.first > floor
                and self.tokens.folded[self._verb_start(phrase.first, floor)] == "to"
            ):
                at, tail = self._verb_start(phrase.first, floor), -1
                continue
            return self._accepted(found, tail)
        return None

    def _verb_start(self, at: int, floor: int) -> int:
        """The 'to' before the verb that a phrase is the object of, or the phrase's own first token."""
        step = at
        while step > floor and self.marks.tags[step - 1] in "vm":
            step -= 1
        return step - 1 if step < at and step > floor and self.tokens.folded[step - 1] == "to" else at

    def _accepted(self, found: int, tail: int) -> Subject | None:
        phrase = self.phrases[found]
        if self.is_pronoun(phrase):
            return Subject(self.speaker(phrase), self.tokens.folded[phrase.first])
        if not self.fits(phrase):
            return None
        if phrase.follows == found - 1 >= 0 and self.tokens.folded[phrase.first - 1] in ("and", "et"):
            before = self.phrases[found - 1]
            if not before.preposition and self.fits(before) and not self.is_pronoun(before):
                phrase = replace(before, last=phrase.last)
        speaker = self.speaker(phrase)
        return Subject(replace(speaker, last=tail) if tail > speaker.last else speaker)

    def _ends_in_a_name(self, phrase: Phrase) -> Speaker | None:
        """'In the city state agency SANA said': a speaker run together with the phrase before it."""
        if not self.english:
            return None
        last = phrase.last - 1
        name, noun = self.marks.names[last], self.marks.nouns[last]
        if (
            name is not None
            and isinstance(name.entry.data, Name)
            and name.entry.data.kind in SPEAKING
            and name.first > phrase.first
        ):
            first = name.first
            while first > phrase.first and self._announces(first - 1):
                first -= 1
            return Speaker(first, phrase.last, name.entry.data, name.entry.data.kind)
        if noun is None:
            return self._bearer(phrase)
        if not isinstance(noun.entry.data, Noun) or noun.entry.data.kind not in (
            NounKind.SOURCE,
            NounKind.MEDIA,
            NounKind.ORGANISATION,
        ):
            return None
        for at in range(last - 1, phrase.first, -1):
            if self.marks.tags[at] == Tag.DETERMINER and self.marks.tags[at - 1] not in "pj":
                return Speaker(at, phrase.last, None, noun.entry.data.kind)
            held = self.marks.names[at]
            if held is not None and isinstance(held.entry.data, Name) and held.entry.data.kind in SOUNDLESS:
                return Speaker(held.last, phrase.last, None, noun.entry.data.kind) if held.last <= last else None
        return None

    def _bearer(self, phrase: Phrase) -> Speaker | None:
        """'Near the border activist Sami Haddad said': an office and an unknown name behind it."""
        at = phrase.last
        while (
            at > phrase.first
            and self.marks.nouns[at - 1] is None
            and self.tokens.text[self.tokens.starts[at - 1]].isupper()
        ):
            at -= 1
        noun = self.marks.nouns[at - 1] if at > phrase.first + 1 and at < phrase.last else None
        if noun is None or not isinstance(noun.entry.data, Noun) or noun.entry.data.kind not in PERSONS:
            return None
        first = noun.first
        while first > phrase.first + 1 and self.marks.tags[first - 1] == Tag.ADJECTIVE:
            first -= 1
        return Speaker(first, phrase.last, None, noun.entry.data.kind)

    def _announces(self, at: int) -> bool:
        noun = self.marks.nouns[at]
        return (
            noun is not None
            and isinstance(noun.entry.data, Noun)
            and noun.entry.data.kind in (NounKind.MEDIA, NounKind.TITLE, NounKind.STATE, NounKind.SOURCE)
        )

    def _bracket(self, at: int, floor: int) -> int:
        while at > floor and self.tokens.folded[at] != "(":
            at -= 1
        return at

    def _sets_apart(self, at: int) -> bool:
        return self.marks.tags[at] == Tag.COMMA or self.tokens.folded[at] in ("-", "–", "—", "--")

    def _opened(self, phrase: Phrase, floor: int) -> int:
        at = phrase.first
        while at > floor and self.marks.tags[at - 1] in 'p"':
            at -= 1
        return at

    def hangs(self, at: int) -> bool:
        """Whether a verb can hang on the noun before it ('the group monitoring', 'un homme interrogé')."""
        if self.marks.tags[at] not in "vj":
            return False
        if self.marks.tags[at - 1] == Tag.AUXILIARY or at not in self.ending:
            return False
        word = self.tokens.text[self.tokens.starts[at] : self.tokens.ends[at]]
        ends = (
            ("ing", "ed")
            if self.english
            else ("ant", "é", "és", "ée", "ées", "u", "us", "ue", "ues", "i", "is", "ie", "ies")
        )
        return word.endswith(ends)

    def _before_relative(self, at: int, floor: int) -> int:
        """Past a relative pronoun and its comma, to what it hangs on."""
        while at > floor and self.marks.tags[at - 1] in ",p":
            at -= 1
        return at

    def _relative_before(self, phrase: Phrase, floor: int) -> int:
        """Where a phrase is the object of a verb of a relative clause or of a participle: what that hangs on, or -1."""
        at = phrase.first
        while at > floor and self.marks.tags[at - 1] in "aTg":
            at -= 1
        verb = at - 1
        if verb <= floor or (self.marks.tags[verb] not in "vm" and self.marks.tags[verb - 1] != Tag.RELATIVE):
            relative = verb if verb > floor and self.marks.tags[verb] == Tag.RELATIVE else -1
            return self._before_relative(relative, floor) if relative >= 0 and self._verb_between(phrase) else -1
        while at > floor and self.marks.tags[at - 1] in "vmag":
            at -= 1
        if at > floor and self.marks.tags[at - 1] == Tag.RELATIVE:
            return self._before_relative(at - 1, floor)
        if at == verb and at > floor and self.marks.tags[at - 1] == Tag.PREPOSITION:
            while at > floor and self.marks.tags[at - 1] == Tag.PREPOSITION:
                at -= 1
            return at
        return at if self.hangs(verb) else -1

    def _verb_between(self, phrase: Phrase) -> bool:
        """Whether a phrase right behind a relative pronoun holds its verb ('which tracks violence')."""
        return any(self.marks.verbs[at] is not None or self.marks.cues[at] for at in range(phrase.first, phrase.head))

    def _before_insertion(self, close: int, floor: int, spot: Spot) -> Subject | None:
        """'X, the spokesman, said', 'X, qui a fui, a dit': the phrase before the comma that opens what is put in."""
        step = close
        while step > floor:
            step -= 1
            if self.marks.tags[step] in ';"':
                return None
            if not self._sets_apart(step) or close - step < 2 or not self._can_be_put_in(step + 1):
                continue
            found, tail = self._phrase_up_to(step, floor)
            if found < 0:
                continue
            phrase = self.phrases[found]
            if self.is_pronoun(phrase) or not self.fits(phrase) or not self._begins_clause(phrase, spot):
                continue
            subject = self._accepted(found, tail)
            named = self.apposed(phrase.last if tail < 0 else tail, close) if subject is not None else None
            if subject is None:
                return None
            return replace(subject, speaker=named or subject.speaker, whole=(subject.speaker.first, close))
        return None

    def apposed(self, comma: int, limit: int) -> Speaker | None:
        """The name behind an office and a comma: 'son avocat, Karim Haddad,'."""
        if comma >= limit or self.marks.tags[comma] != Tag.COMMA:
            return None
        found = self.starting.get(comma + 1)
        if found is None or self.phrases[found].preposition or self.phrases[found].last > limit:
            return None
        phrase = self.phrases[found]
        before = self.ending.get(comma)
        office = before is not None and self.phrases[before].name is None and not self.full_name(self.phrases[before])
        named = (
            (phrase.name is not None and phrase.name.kind in _NAMED) or self.full_name(phrase) or self.titled(phrase)
        )
        return self.speaker(phrase) if office and named else None

    def _phrase_up_to(self, at: int, floor: int) -> tuple[int, int]:
        """The phrase that ends at a token, back over those that prepositions hang on it; with the end of the whole."""
        tail = -1
        while at > floor:
            if self.marks.tags[at - 1] in "aT" or (
                self.marks.tags[at - 1] == Tag.PREPOSITION and self.marks.tags[at] in "aT"
            ):
                at -= 1
                continue
            if self.tokens.folded[at - 1] == ")":
                at = self._bracket(at - 1, floor)
                continue
            found = self.ending.get(at, -1)
            if found < 0 or not self.phrases[found].preposition:
                return found, tail
            tail = max(tail, at)
            at = self._opened(self.phrases[found], floor)
        return -1, -1

    def _can_be_put_in(self, at: int) -> bool:
        """Whether what begins at a token can stand between subject and verb: no clause with its own subject."""
        tags = self.marks.tags
        if tags[at] in "rpv#ajT":
            return True
        phrase = self.phrases[self.starting[at]] if at in self.starting else None
        if phrase is None:
            return tags[at] == Tag.SUBORDINATOR
        following = phrase.last
        while following < len(tags) and tags[following] in "aT":
            following += 1
        return following >= len(tags) or tags[following] not in "m"

    def _begins_clause(self, phrase: Phrase, spot: Spot) -> bool:
        if phrase.first <= spot.start:
            return True
        return self.marks.tags[phrase.first - 1] in ',;cst"xa' or phrase.kind in SPEAKING

    # -- behind the verb ------------------------------------------------------------------------

    def behind(self, last: int, spot: Spot, *, closed: bool) -> Phrase | None:
        """The subject behind a verb; behind what was said, times and 'to the agency' may stand between."""
        at = last
        while at < spot.end and at - last < 18:
            found = self.starting.get(at)
            if found is not None:
                phrase = self.phrases[found]
                if phrase.kind is NounKind.TIME or (closed and phrase.preposition):
                    at = phrase.last
                    continue
                if phrase.preposition or not self.fits(phrase) or self._only_adverb(phrase):
                    return None
                return phrase
            if self.marks.tags[at] not in ('aTp,"(' if closed else "aT"):
                return None
            at += 1
        return None

    def _only_adverb(self, phrase: Phrase) -> bool:
        word = self.tokens.folded[phrase.first]
        return phrase.last - phrase.first == 1 and word.endswith(("ment", "ly")) and phrase.kind is None

    def widened(self, phrase: Phrase, limit: int) -> int:
        """The end of a speaker with a name or an office apposed to it without a comma."""
        end = phrase.last
        while end < limit:
            found = self.starting.get(end)
            if found is None and end + 1 < limit and self._part_of_name(end):
                end += 1
                continue
            if found is None or self.phrases[found].last > limit or self.phrases[found].preposition:
                break
            if self.marks.tags[end] in "u#" or self.tokens.folded[end] in ("the", "a", "an"):
                break
            end = self.phrases[found].last
        return end

    def _part_of_name(self, at: int) -> bool:
        """A surname or an office that is a verb elsewhere ('head Sami Haddad')."""
        if self.marks.tags[at] != Tag.VERB or self.tokens.starts[at] - self.tokens.ends[at - 1] > 1:
            return False
        if (
            self.tokens.text[self.tokens.starts[at]].isupper()
            and self.tokens.text[self.tokens.starts[at - 1]].isupper()
        ):
            return True
        follows = self.tokens.text[self.tokens.starts[at + 1]].isupper()
        return self.english and follows and self.marks.nouns[at] is not None and at + 1 in self.starting

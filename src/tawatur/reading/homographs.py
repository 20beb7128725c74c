"""Which of its readings a word has: a verb, a noun, a name, a function word - by its neighbours."""

from tawatur.lexicon.clitics import proclitics_of
from tawatur.lexicon.entries import Cue, EntryKind, Name, PartOfSpeech, Trigger, Verb, VerbClass, Word, WordClass
from tawatur.lexicon.kit import Lexicon
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.spelling import fold
from tawatur.model import Language
from tawatur.reading.record import Tag
from tawatur.text.tokens import Tokens

__all__ = ["Decision", "Slots"]

_CLASS_TAG = {
    WordClass.PREPOSITION: Tag.PREPOSITION,
    WordClass.CONJUNCTION: Tag.CONJUNCTION,
    WordClass.SUBORDINATOR: Tag.SUBORDINATOR,
    WordClass.CONTRAST: Tag.SUBORDINATOR,
    WordClass.CONDITION: Tag.SUBORDINATOR,
    WordClass.COMPLEMENTISER: Tag.COMPLEMENTISER,
    WordClass.RELATIVE: Tag.RELATIVE,
    WordClass.PRONOUN: Tag.PRONOUN,
    WordClass.DETERMINER: Tag.DETERMINER,
    WordClass.POSSESSIVE: Tag.DETERMINER,
    WordClass.QUANTIFIER: Tag.DETERMINER,
    WordClass.NEGATION: Tag.NEGATION,
    WordClass.MODAL: Tag.AUXILIARY,
    WordClass.FUTURE: Tag.AUXILIARY,
    WordClass.AUXILIARY: Tag.AUXILIARY,
    WordClass.ADVERB: Tag.ADVERB,
    WordClass.HEDGE: Tag.ADJECTIVE,
    WordClass.PARTITIVE: Tag.ADVERB,
    WordClass.ADJECTIVE: Tag.ADJECTIVE,
}
_PUNCTUATION = {
    **dict.fromkeys(",،", Tag.COMMA),
    **dict.fromkeys(";؛:.!?؟", Tag.STOP),
    "...": Tag.STOP,
    **dict.fromkeys('"«»“”„‹›＂', Tag.QUOTE),
    **dict.fromkeys("()[]{}", Tag.BRACKET),
}
_VERBAL = frozenset((PartOfSpeech.VERB, PartOfSpeech.PARTICIPLE))
_NOUN_BEFORE = {
    Language.EN: frozenset("dj#p"),
    Language.FR: frozenset("djp#"),
    Language.AR: frozenset("p"),
}
_VERB_BEFORE = frozenset("mug")
_ARABIC_NOMINAL = ("ال", "ب", "ل", "ك")


class Slots:
    """What the lexicon offers for each token, before a choice is made."""

    def __init__(self, size: int) -> None:
        self.nouns: list[Hit | None] = [None] * size
        self.names: list[Hit | None] = [None] * size
        nothing: list[Hit] = []
        self._nothing = nothing
        self.triggers: list[list[Hit]] = [nothing] * size
        self.cues: list[list[Hit]] = [nothing] * size
        self.words: list[list[Hit]] = [nothing] * size
        self.verbs: list[Hit | None] = [None] * size
        self.rivals: dict[int, list[Hit]] = {}

    def put(self, hit: Hit) -> None:
        """Enter one hit; of names and nouns that overlap the first and longest stays."""
        kind = hit.entry.kind
        if kind is EntryKind.TRIGGER:
            self._add(self.triggers, hit)
        elif kind is EntryKind.CUE:
            self._add(self.cues, hit)
        elif kind is EntryKind.WORD:
            self._add(self.words, hit)
        elif kind is EntryKind.VERB:
            self.verbs[hit.first] = self.verbs[hit.first] or hit
        else:
            row = self.names if kind is EntryKind.NAME else self.nouns
            held = row[hit.first]
            if kind is EntryKind.NAME and held is not None and held.first == hit.first and held.last == hit.last:
                self.rivals.setdefault(hit.first, [held]).append(hit)
            if kind is EntryKind.NAME and self._stronger(row[hit.first], hit):
                row[hit.first : hit.last] = [hit] * (hit.last - hit.first)
            elif row[hit.first] is None:
                for at in range(hit.first, hit.last):
                    if row[at] is None:
                        row[at] = hit

    def _add(self, row: list[list[Hit]], hit: Hit) -> None:
        held = row[hit.first]
        if held is self._nothing:
            row[hit.first] = [hit]
        else:
            held.append(hit)

    @staticmethod
    def _stronger(held: Hit | None, new: Hit) -> bool:
        """Whether a name takes the place of the one held: a plain wording beats a weak one."""
        if held is None or held.first != new.first or held.last != new.last:
            return False
        old, fresh = held.entry.data, new.entry.data
        assert isinstance(old, Name)
        assert isinstance(fresh, Name)
        return old.weak and not fresh.weak


class Decision:
    """Chooses one tag for a token from what the lexicon offers and from the tags before it."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, slots: Slots, tags: list[str], proclitics: list[str]) -> None:
        self._language = lexicon.language
        self._stems = lexicon.stems
        self._tokens = tokens
        self._slots = slots
        self._tags = tags
        self._proclitics = proclitics

    def at(self, at: int, *, counted: bool) -> int:
        """Tag the token at ``at``; returns how many tokens the tag covers."""
        tokens, slots = self._tokens, self._slots
        if tokens.kinds[at] == "p":
            self._tags[at] = _PUNCTUATION.get(tokens.folded[at], Tag.MARK)
            return 1
        if counted or tokens.kinds[at] == "n":
            self._tags[at] = Tag.NUMBER
            if self._language is Language.AR:
                self._proclitics[at] = proclitics_of(tokens.folded[at], self._stems)
            return 1
        name = slots.names[at]
        words = slots.words[at]
        if name is not None and name.first == at:
            longest = _longest(words).last if words else 0
            if name.last - at > 1 or self._acronym(at) or not (words or self._verbal(at)):
                self._proclitics[at] = name.proclitics
                self._tags[at] = Tag.ADJECTIVE if _is_adjective(name) else Tag.NOUN
                return name.last - at if name.last >= longest else 1
        if words and not self._outweighed(at, words) and not self._capital_inside(at, words):
            hit = _longest(words)
            partitive = self._partitive(at, words) if self._language is Language.FR else None
            if partitive is not None:
                self._tags[at] = partitive
                return 1
            self._proclitics[at] = hit.proclitics
            data = hit.entry.data
            assert isinstance(data, Word)
            self._tags[at] = self._linking(hit, words) or _CLASS_TAG[data.class_]
            return hit.last - at
        return self._open(at)

    def _linking(self, hit: Hit, words: list[Hit]) -> Tag | None:
        """'after', 'before', 'since': a preposition unless a verb comes before the clause ends."""
        if self._language is Language.AR or len(words) == 1:
            return None
        classes = {h.entry.data.class_ for h in words if isinstance(h.entry.data, Word) and h.last == hit.last}
        if not {WordClass.PREPOSITION, WordClass.SUBORDINATOR} <= classes:
            return None
        for at in range(hit.last, min(hit.last + 8, len(self._tokens))):
            if self._tokens.kinds[at] == "p" or any(
                isinstance(h.entry.data, Word) and h.entry.data.class_ is WordClass.CONJUNCTION
                for h in self._slots.words[at]
            ):
                break
            if (self._verbal(at) and not self._noun_hits(at)) or any(
                isinstance(h.entry.data, Word) and h.entry.data.class_ is WordClass.AUXILIARY
                for h in self._slots.words[at]
            ):
                return Tag.SUBORDINATOR
        return Tag.PREPOSITION

    def _partitive(self, at: int, words: list[Hit]) -> Tag | None:
        """'des', 'du': an article, but behind a noun the preposition with its article."""
        if len(words) == 1:
            return None
        classes = {h.entry.data.class_ for h in words if isinstance(h.entry.data, Word) and h.last == at + 1}
        if not {WordClass.PREPOSITION, WordClass.DETERMINER} <= classes or any(h.last > at + 1 for h in words):
            return None
        return Tag.PREPOSITION if self._before(at) in 'nj"' else Tag.DETERMINER

    def _acronym(self, at: int) -> bool:
        """Whether a word stands in capitals alone: 'IS' is no verb and 'US' no pronoun."""
        word = self._tokens.text[self._tokens.starts[at] : self._tokens.ends[at]]
        return len(word) > 1 and word.isupper()

    def _capital_inside(self, at: int, words: list[Hit]) -> bool:
        """Whether a pronoun stands with a capital between others inside a sentence: 'Me Dupont' is a title."""
        text, starts = self._tokens.text, self._tokens.starts
        return (
            text[starts[at]].isupper()
            and len(self._tokens.folded[at]) > 1
            and at < len(starts) - 1
            and text[starts[at + 1]].isupper()
            and (self._before(at) not in (Tag.STOP, Tag.QUOTE) or self._tokens.folded[at] == "me")
            and all(isinstance(h.entry.data, Word) and h.entry.data.class_ is WordClass.PRONOUN for h in words)
        )

    def _outweighed(self, at: int, words: list[Hit]) -> bool:
        """Whether a longer trigger, cue or noun stands where a closed-class word would."""
        if self._language is Language.AR and len(self._tokens.folded[at]) == 1:
            return False
        width = _longest(words).last
        if self._language is Language.AR and width == at + 1:
            if all(isinstance(h.entry.data, Word) and h.entry.data.class_ is WordClass.AUXILIARY for h in words):
                return False
            first = words[0].entry.data
            preposition = isinstance(first, Word) and first.class_ is WordClass.PREPOSITION
            clitic = preposition and words[0].proclitics not in ("", "و")
            if clitic and self._tokens.folded[at] in self._stems:
                return True
        noun = self._slots.nouns[at]
        if noun is None and not self._slots.triggers[at] and not self._slots.cues[at]:
            return False
        rivals: list[Hit] = [*self._slots.triggers[at], *self._slots.cues[at], *([noun] if noun else [])]
        return any(h.last > width or (h.last == width and len(h.proclitics) < len(words[0].proclitics)) for h in rivals)

    def _verbal(self, at: int) -> bool:
        slots = self._slots
        if slots.verbs[at] is not None:
            return True
        return any(_part_of_speech(h) in _VERBAL for h in (*slots.triggers[at], *slots.cues[at]))

    def _verb_hits(self, at: int) -> list[Hit]:
        slots = self._slots
        hits = [h for h in (*slots.triggers[at], *slots.cues[at]) if _part_of_speech(h) in _VERBAL]
        verb = slots.verbs[at]
        return [*hits, verb] if verb is not None else hits

    def _noun_hits(self, at: int) -> list[Hit]:
        slots = self._slots
        hits = [h for h in (*slots.triggers[at], *slots.cues[at]) if _part_of_speech(h) not in _VERBAL]
        noun, name = slots.nouns[at], slots.names[at]
        return [*hits, *(h for h in (noun, name) if h is not None and h.first == at)]

    def _open(self, at: int) -> int:
        """An open-class word: a verb or a noun."""
        verbs, nouns = self._verb_hits(at), self._noun_hits(at)
        if verbs and not (nouns and self._prefers_noun(at, verbs)) and not self._must_be_noun(verbs):
            hit = max(verbs, key=lambda h: (h.last, -len(h.proclitics)))
            self._tags[at] = Tag.VERB
            self._proclitics[at] = hit.proclitics
            if isinstance(hit.entry.data, Verb) and hit.entry.data.class_ is VerbClass.AUXILIARY:
                self._tags[at] = Tag.AUXILIARY
            return hit.last - at
        if nouns:
            hit = max(nouns, key=lambda h: (h.last, -len(h.proclitics)))
            self._proclitics[at] = hit.proclitics
            adjective = isinstance(hit.entry.data, Trigger | Cue) and hit.entry.data.pos is PartOfSpeech.ADJECTIVE
            adverb = isinstance(hit.entry.data, Cue) and hit.entry.data.pos is PartOfSpeech.ADVERB
            self._tags[at] = (
                Tag.PREPOSITION if adverb else Tag.ADJECTIVE if adjective or _is_adjective(hit) else Tag.NOUN
            )
            return hit.last - at
        self._unknown(at)
        return 1

    def _before(self, at: int) -> str:
        return self._tags[at - 1] if at else Tag.STOP.value

    def _must_be_noun(self, verbs: list[Hit]) -> bool:
        """An Arabic word with the article or a preposition glued on is no finite verb."""
        if self._language is not Language.AR:
            return False
        if all(h.enclitic for h in verbs) and self._tokens.text[self._tokens.ends[verbs[0].first] - 1] == "ة":
            return True
        taken = min((h.proclitics for h in verbs), key=len).lstrip("وف")
        return taken.startswith(_ARABIC_NOMINAL) and not taken.startswith("لل") and self._finite(verbs)

    @staticmethod
    def _finite(verbs: list[Hit]) -> bool:
        return all(isinstance(h.entry.data, Trigger | Cue) and h.entry.data.pos is PartOfSpeech.VERB for h in verbs)

    def _prefers_noun(self, at: int, verbs: list[Hit]) -> bool:
        """Which reading of a word that is both verb and noun its neighbours favour."""
        before = self._before(at)
        if self._language is Language.AR:
            return self._prefers_noun_in_arabic(at, before, verbs)
        back = at - 1
        while back > 0 and self._tags[back] in "ag":
            back -= 1
        if back < at - 1 and self._tags[back] == Tag.AUXILIARY:
            return False
        if before in _NOUN_BEFORE[self._language] and not (at and self._tokens.folded[at - 1] == "to"):
            return True
        if before in _VERB_BEFORE or (at and self._tokens.folded[at - 1] == "to"):
            return False
        word = self._tokens.folded[at]
        following = self._following(at)
        if self._language is Language.EN:
            if word.endswith("ed"):
                return False
            return not (before == Tag.NOUN and following in ("d", "#", "name"))
        return not (before in "na" and following in ("d", "#", "name", "p"))

    def _prefers_noun_in_arabic(self, at: int, before: str, verbs: list[Hit]) -> bool:
        nouns = self._noun_hits(at)
        if max(h.last for h in verbs) > max(h.last for h in nouns):
            return False
        fewest_verb = min(len(h.proclitics) + len(h.enclitic) for h in verbs)
        fewest_noun = min(len(h.proclitics) + len(h.enclitic) for h in nouns)
        if fewest_noun < fewest_verb:
            return True
        taken = min((h.proclitics for h in nouns), key=len).lstrip("وف")
        if before == Tag.PREPOSITION or taken.startswith(_ARABIC_NOMINAL):
            return True
        if before in _VERB_BEFORE or fewest_verb < fewest_noun:
            return False
        if before == Tag.COMPLEMENTISER:
            word = self._tokens.folded[at]
            return word[:1] not in "يتن" or any(fold(h.entry.lemma)[:2] == word[:2] for h in verbs)
        return before in "nv" and not self._tokens.folded[at - 1].startswith("ال") and at > 0

    def _following(self, at: int) -> str:
        """What stands behind a token: a name, a determiner, a number, a preposition, or something else."""
        if at + 1 >= len(self._tokens):
            return ""
        if self._slots.names[at + 1] is not None:
            return "name"
        if self._tokens.kinds[at + 1] == "n":
            return "#"
        for hit in self._slots.words[at + 1]:
            data = hit.entry.data
            if isinstance(data, Word):
                return _CLASS_TAG[data.class_].value
        return ""

    def _unknown(self, at: int) -> None:
        """A word that no list holds: a noun unless its shape and place speak for a verb."""
        word = self._tokens.folded[at]
        self._tags[at] = Tag.NOUN
        if self._language is Language.AR:
            self._proclitics[at] = proclitics_of(word, self._stems)
            if (
                word[:1] in "يت"
                and len(word) in range(4, 8)
                and word.endswith(("ون", "وا"))
                and self._before(at) != "p"
            ):
                self._tags[at] = Tag.VERB
        elif self._language is Language.EN:
            capital = not self._tokens.text[self._tokens.starts[at] : self._tokens.ends[at]].islower()
            if word.endswith("ly") and not capital:
                self._tags[at] = Tag.ADVERB
            elif word.endswith(("ed", "ing")) and not capital and self._before(at) in "num":
                self._tags[at] = Tag.VERB
        elif word.endswith("ment") and self._before(at) in "vm":
            self._tags[at] = Tag.ADVERB
        elif self._before(at) in "mu" and word.endswith(("e", "ee", "es", "ees", "i", "u", "er", "ir", "ait", "ent")):
            self._tags[at] = Tag.VERB


def _longest(hits: list[Hit]) -> Hit:
    return hits[0] if len(hits) == 1 else max(hits, key=lambda h: h.last)


def _part_of_speech(predicate: Hit) -> PartOfSpeech:
    data = predicate.entry.data
    assert isinstance(data, (Trigger, Cue))
    return data.pos


def _is_adjective(hit: Hit) -> bool:
    return isinstance(hit.entry.data, Name) and hit.entry.data.adjective

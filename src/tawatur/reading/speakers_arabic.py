"""Which Arabic noun phrase can be the subject of a verb of saying: gender, number and kind."""

from tawatur.lexicon.entries import Cue, NameKind, Noun, NounKind, PartOfSpeech, Trigger
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.spelling import fold
from tawatur.reading.record import Marks, Phrase, Reading, Speaker, Tag

__all__ = ["FIRST_PERSON", "SPEAKING", "Concord"]

MASCULINE, FEMININE, PLURAL, FIRST_PERSON = "m", "f", "p", "1"
SPEAKING = frozenset(
    (
        NounKind.PERSON,
        NounKind.TITLE,
        NounKind.FORCE,
        NounKind.GROUP,
        NounKind.STATE,
        NounKind.ORGANISATION,
        NounKind.MEDIA,
        NounKind.SOURCE,
        NameKind.STATE,
        NameKind.ARMY,
        NameKind.ARMED_GROUP,
        NameKind.PARTY,
        NameKind.LEADER,
        NameKind.INSTITUTION,
        NameKind.OUTLET,
        NameKind.AGENCY,
        NameKind.MONITOR,
        NameKind.COMPANY,
        NameKind.AIRLINE,
    )
)
_HUMAN = frozenset((NounKind.PERSON, NounKind.TITLE, NounKind.SOURCE, NounKind.FORCE, NounKind.GROUP))
_ARMED = frozenset((NounKind.FORCE, NounKind.PERSON))
_EITHER = frozenset((MASCULINE, FEMININE))
_ITS = ("ها", "هم", "ه")
_TANWIN = ("ًا", "اً")
_MEN = frozenset(("عمده", "علامه", "خليفه"))
"""Titles of men that are written with the ending of the feminine."""
_THINGS = frozenset(("مصادر", "وسايل", "صحف", "تقارير", "انباء"))
"""Plurals of things that speak: their verb is feminine."""


def _without_object(word: str) -> str:
    """A verb in the feminine without the pronoun that a list gives it ('وصفته')."""
    for pronoun in ("ها", "هم", "ه"):
        if word.endswith("ت" + pronoun):
            return word[: -len(pronoun)]
    return word


class Concord:
    """Gender and number of cues and speakers of one report."""

    def __init__(self, reading: Reading) -> None:
        assert reading.marks is not None
        self._tokens = reading.tokens
        self._marks: Marks = reading.marks
        self._lemmas: dict[str, str] = {}
        self._forms: dict[str, frozenset[str]] = {}

    def of_verb(self, hit: Hit) -> str:
        """The form of a verb: "m", "f", "p" (plural or dual), "1" (first person) or "" where it does not show."""
        word = self._tokens.folded[hit.first][len(hit.proclitics) :]
        if hit.last - hit.first == 1:
            word = word[: -len(hit.enclitic)] if hit.enclitic else _without_object(word)
        data = hit.entry.data
        assert isinstance(data, Cue | Trigger)
        if data.pos is PartOfSpeech.PARTICIPLE:
            return FEMININE if word.endswith(("ه", "ات")) else PLURAL if word.endswith("ين") else MASCULINE
        if data.pos is not PartOfSpeech.VERB or data.passive or hit.entry.lemma.endswith(" في"):
            return ""
        return self._of_finite(hit, word)

    def _of_finite(self, hit: Hit, word: str) -> str:
        lemma = self._folded(hit.entry.lemma.split()[0])
        if self._tokens.text[self._tokens.starts[hit.first]] == "أ" and hit.entry.lemma.startswith("ا"):
            return FIRST_PERSON
        if word[:1] == "ي" and lemma[:1] != "ي":
            return PLURAL if word.endswith(("ون", "وا", "ان")) and not lemma.endswith(word[-2:]) else MASCULINE
        if word[:2] == lemma[:2] or word[:1] not in "تنا" or not self._has_form(hit, "ي" + word[1:]):
            return self._perfect(word, lemma)
        if word[:1] in "نا":
            return FIRST_PERSON
        return PLURAL if word.endswith(("ون", "وا", "ان")) and not lemma.endswith(word[-2:]) else FEMININE

    @staticmethod
    def _perfect(word: str, lemma: str) -> str:
        if word == lemma:
            return MASCULINE
        if word.endswith(("وا", "تا", "ا")) and not lemma.endswith("ا"):
            return PLURAL
        if word.endswith("نا") and not lemma.endswith("نا"):
            return FIRST_PERSON
        if word.endswith("ت") and not lemma.endswith("ت"):
            return FEMININE
        return MASCULINE

    def _folded(self, lemma: str) -> str:
        known = self._lemmas.get(lemma)
        if known is None:
            known = self._lemmas[lemma] = fold(lemma)
        return known

    def of_phrase(self, phrase: Phrase) -> frozenset[str]:
        """The forms that a phrase can have as a subject; empty where nothing shows."""
        if self._marks.tags[phrase.first] == Tag.NUMBER:
            return frozenset((PLURAL, FEMININE, MASCULINE))
        return self._of(phrase.head, phrase.kind)

    def of_speaker(self, speaker: Speaker) -> frozenset[str]:
        """The forms that a speaker found before can have."""
        tags = self._marks.tags
        if speaker.kind is NameKind.LEADER and self._marks.nouns[speaker.first] is None:
            return frozenset((MASCULINE,))
        if tags[speaker.first] == Tag.NUMBER:
            return frozenset((PLURAL,))
        head = next((at for at in range(speaker.first, speaker.last) if tags[at] in "nju"), speaker.first)
        found = self._of(head, speaker.kind)
        if any(tags[at] == Tag.CONJUNCTION for at in range(head, speaker.last)):
            return found | {PLURAL}
        return found

    def _of(self, head: int, kind: NounKind | NameKind | None) -> frozenset[str]:
        raw = self._tokens.text[self._tokens.starts[head] : self._tokens.ends[head]].rstrip("\u064b\u064c\u064d")
        noun = self._marks.nouns[head]
        if noun is not None and isinstance(noun.entry.data, Noun) and noun.first == head:
            return self._of_noun(head, raw, noun, noun.entry.data.kind)
        if kind is NameKind.LEADER:
            return _EITHER
        if raw.endswith("ة"):
            return frozenset((FEMININE,))
        name = self._marks.names[head]
        if name is not None:
            return self._of_name(head, raw, name, kind)
        if raw.endswith("ات"):
            return frozenset((FEMININE, PLURAL))
        if kind is not None:
            return _EITHER
        if raw.endswith(("ون", "ان")) and raw.startswith("ال"):
            return frozenset((PLURAL,))
        return frozenset()

    def _of_name(self, head: int, raw: str, name: Hit, kind: NounKind | NameKind | None) -> frozenset[str]:
        """A name with an adjective agrees with that; a country without the article is feminine."""
        following = head + 1
        if following < name.last and raw.startswith("ال") and self._tokens.folded[following].startswith("ال"):
            end = self._tokens.text[self._tokens.ends[following] - 1]
            return frozenset((FEMININE,)) if end == "ة" else frozenset((MASCULINE,))
        if raw.endswith("ات"):
            return frozenset((FEMININE,))
        if kind in (NameKind.COUNTRY, NameKind.TOWN) and name.last - name.first == 1:
            masculine = raw.startswith("ال") or self._tokens.folded[head].endswith("لبنان")
            return frozenset((MASCULINE if masculine and kind is NameKind.COUNTRY else FEMININE,))
        return _EITHER

    def _of_noun(self, head: int, raw: str, noun: Hit, kind: NounKind) -> frozenset[str]:
        word = self._tokens.folded[head][len(noun.proclitics.removesuffix("ال")) :].removeprefix("ال")
        if word in _MEN:
            return frozenset((MASCULINE,))
        human = frozenset((PLURAL,)) if kind in _HUMAN else frozenset[str]()
        if raw.endswith("ة"):
            return frozenset((FEMININE, PLURAL)) if kind in _ARMED else frozenset((FEMININE,))
        if word.endswith("ات") or word in _THINGS:
            return human | {FEMININE}
        singular = word[:-1] if word.endswith("و") else word[:-2]
        if word.endswith(("ون", "ين", "ان", "و")) and self._has_form(noun, singular):
            return frozenset((PLURAL,))
        following = noun.last
        if following < len(self._tokens) and self._marks.tags[following] == Tag.ADJECTIVE:
            end = self._tokens.text[self._tokens.ends[following] - 1]
            if end == "ة":
                return human | {FEMININE}
            if self._tokens.folded[following].endswith(("ون", "ين")):
                return frozenset((PLURAL,))
            return frozenset((MASCULINE,))
        return frozenset((MASCULINE,)) if not human else frozenset((MASCULINE, PLURAL))

    def _has_form(self, hit: Hit, word: str) -> bool:
        key = hit.entry.key
        known = self._forms.get(key)
        if known is None:
            known = self._forms[key] = frozenset(fold(form) for form in hit.entry.forms)
        return word in known

    @staticmethod
    def behind(form: str, forms: frozenset[str]) -> bool:
        """Whether a verb can stand before a subject: there it is singular and shows gender only."""
        if not form or not forms:
            return True
        if form in (PLURAL, FIRST_PERSON):
            return False
        return form in forms or (PLURAL in forms and form == MASCULINE)

    @staticmethod
    def before(form: str, forms: frozenset[str]) -> bool:
        """Whether a verb can stand behind a subject, or with one that is left out."""
        return not form or not forms or form in forms

    def accusative(self, phrase: Phrase) -> bool:
        """Whether the ending of an indefinite phrase shows that it is no subject."""
        raw = self._tokens.text[self._tokens.starts[phrase.head] : self._tokens.ends[phrase.head]]
        if raw.endswith(_TANWIN):
            return True
        noun = self._marks.nouns[phrase.head]
        word = self._tokens.folded[phrase.head]
        return (
            noun is not None and word.endswith("ا") and word[:-1].endswith(self._folded(noun.entry.lemma.split()[-1]))
        )

    def belongs_to_subject(self, phrase: Phrase) -> bool:
        """Whether a phrase is a thing with a pronoun ('its wish'): the object of a subject named before."""
        return (
            phrase.kind not in SPEAKING
            and self._tokens.folded[phrase.head].endswith(_ITS)
            and not self.feminine(phrase.head)
        )

    def feminine(self, at: int) -> bool:
        """Whether a word is written with the ending of the feminine, which folding makes look like a pronoun."""
        return self._tokens.text[self._tokens.ends[at] - 1] == "ة"

    def names_event(self, phrase: Phrase) -> bool:
        """Whether the head of a phrase is a verbal noun and no word for anybody ('the welcome of the minister')."""
        at = phrase.head
        if phrase.name is not None or phrase.kind is not None or self._marks.nouns[at] is not None:
            return False
        hits = (*self._marks.triggers[at], *self._marks.cues[at])
        return any(
            isinstance(hit.entry.data, Trigger | Cue) and hit.entry.data.pos is PartOfSpeech.NOUN for hit in hits
        )

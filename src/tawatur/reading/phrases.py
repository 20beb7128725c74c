"""What a noun phrase is, whatever the language: the walk over a sentence and the making of a phrase."""

from dataclasses import replace

from tawatur.lexicon.clitics import bare_preposition
from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind, WordClass
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.spelling import fold_phrase
from tawatur.model import Language
from tawatur.reading.kinds import NAMED_PLACES, PERSONAL
from tawatur.reading.record import Marks, Phrase, Tag
from tawatur.text.tokens import Tokens

__all__ = ["NOMINAL", "Chunker"]

NOMINAL = frozenset("nj#d")
"""Tags of the words that a noun phrase is made of."""

_LONGEST_QUOTED = 6


class Chunker:
    """What the languages share: the walk over a sentence and the making of a phrase."""

    def __init__(self, tokens: Tokens, marks: Marks, language: Language) -> None:
        self._tokens = tokens
        self._marks = marks
        self._language = language
        self._lemmas: dict[str, str] = {}

    def sentence(self, first: int, last: int, found: list[Phrase]) -> None:
        """Append the phrases between two tokens to ``found``."""
        at = first
        previous_end = -1
        begin = len(found)
        while at < last:
            if not self._starts(at, last):
                at += 1
                continue
            end = self._end(at, last)
            phrase = self._phrase(at, end, first, previous_end, found)
            if phrase is not None:
                found.append(phrase)
                previous_end = end
            at = end
        self._settle_lists(begin, found)

    def _settle_lists(self, begin: int, found: list[Phrase]) -> None:
        """A comma lists phrases only where a conjunction ends the list; what is listed shares the preposition."""
        for at in range(begin, len(found)):
            phrase = found[at]
            if phrase.follows >= 0 and self._marks.tags[found[at - 1].last] == Tag.COMMA:
                end = at
                while (
                    end < len(found)
                    and found[end].follows == end - 1
                    and self._marks.tags[found[end - 1].last] == Tag.COMMA
                ):
                    end += 1
                if not (end < len(found) and found[end].follows == end - 1):
                    found[at] = replace(phrase, follows=-1)
                    continue
            if phrase.follows >= 0 and not phrase.preposition:
                found[at] = replace(phrase, preposition=found[at - 1].preposition)

    def _starts(self, at: int, last: int) -> bool:
        tag = self._marks.tags[at]
        if tag == Tag.QUOTE:
            return self._short_quotation(at, last) > 0
        if tag == Tag.PRONOUN:
            return True
        return tag in NOMINAL

    def _short_quotation(self, at: int, last: int) -> int:
        """The token after a short quotation of nominal words that opens at ``at``, or 0."""
        for end in range(at + 1, min(at + _LONGEST_QUOTED + 1, last)):
            tag = self._marks.tags[end]
            if tag == Tag.QUOTE:
                return end + 1 if end > at + 1 else 0
            if tag not in NOMINAL and tag != Tag.MARK and not (tag == Tag.PREPOSITION and end > at + 1):
                return 0
        return 0

    def _governor(self, at: int, floor: int) -> str:
        """The folded lemma of the preposition whose last word is ``at``."""
        start = at
        while start > floor and self._marks.tags[start - 1] == Tag.PREPOSITION and self._marks.words[start] is None:
            start -= 1
        held = self._marks.words[start]
        if held is None:
            return self._tokens.folded[at]
        lemma = held.entry.lemma
        if self._language is Language.AR and held.last - held.first == 1 and self._with_pronoun(held):
            return ""
        folded = self._lemmas.get(lemma)
        if folded is None:
            folded = self._lemmas[lemma] = " ".join(fold_phrase(lemma))
        return folded

    def _with_pronoun(self, held: Hit) -> bool:
        """Whether an Arabic preposition already has its pronoun ('on it') and governs nothing behind it."""
        return bool(held.enclitic) or bool(bare_preposition(self._tokens.folded[held.first]))

    def _end(self, at: int, last: int) -> int:
        raise NotImplementedError

    def _head(self, first: int, last: int) -> int:
        raise NotImplementedError

    def _preposition(self, at: int, floor: int) -> str:
        raise NotImplementedError

    def _phrase(self, first: int, last: int, floor: int, previous_end: int, found: list[Phrase]) -> Phrase | None:
        marks = self._marks
        head = self._head(first, last)
        if head < 0:
            return None
        preposition = self._preposition(first, floor)
        follows = -1
        if found and previous_end >= 0 and self._coordinated(previous_end, first):
            follows = len(found) - 1
        name = self._name(first, last, head)
        return Phrase(
            first=first,
            last=last,
            head=head,
            preposition=preposition,
            kind=self._kind(head, name),
            name=name,
            glued=bool(marks.proclitics[first].removesuffix("ال")),
            follows=follows,
        )

    def _coordinated(self, previous_end: int, first: int) -> bool:
        """Whether only a conjunction, a comma or 'among them' stands between two phrases."""
        between = self._marks.tags[previous_end:first]
        if between.strip(",(") == Tag.ADVERB and len(between) < 3:
            return any(WordClass.PARTITIVE in self._marks.classes[at] for at in range(previous_end, first))
        if self._language is Language.AR:
            return between == "c" or (between == "" and self._marks.proclitics[first].startswith("و"))
        return between in ("c", ",", ",c")

    def _name(self, first: int, last: int, head: int) -> Name | None:
        """The name that the whole phrase stands for."""
        names: list[Hit] = []
        for at in range(first, last):
            hit = self._marks.names[at]
            if hit is not None and hit not in names and hit.first >= first and hit.last <= last:
                names.append(hit)
        for hit in names:
            data = hit.entry.data
            if isinstance(data, Name) and hit.first <= head < hit.last and not data.adjective:
                return data
        titled = self._marks.nouns[head]
        if titled is not None and isinstance(titled.entry.data, Noun) and titled.entry.data.kind in PERSONAL:
            for hit in names:
                data = hit.entry.data
                if isinstance(data, Name) and data.kind is NameKind.LEADER:
                    return data
        if titled is not None and isinstance(titled.entry.data, Noun):
            return self._apposed(names, last, titled.entry.data.kind)
        return None

    def _apposed(self, names: list[Hit], last: int, kind: NounKind) -> Name | None:
        """'The agency Reuters', 'the city of Derna': the name behind a word for what it is."""
        wanted = _NAMED_BY.get(kind)
        for hit in names:
            data = hit.entry.data
            if (
                wanted
                and isinstance(data, Name)
                and data.kind in wanted
                and not data.adjective
                and hit.last >= last - 1
            ):
                return data
        return None

    def _kind(self, head: int, name: Name | None) -> NounKind | NameKind | None:
        if name is not None:
            return name.kind
        noun = self._marks.nouns[head]
        if noun is not None and isinstance(noun.entry.data, Noun):
            return noun.entry.data.kind
        held = self._marks.names[head]
        return held.entry.data.kind if held is not None and isinstance(held.entry.data, Name) else None


_NAMED_BY = {
    NounKind.MEDIA: frozenset((NameKind.OUTLET, NameKind.AGENCY)),
    NounKind.PLACE: NAMED_PLACES,
    NounKind.SITE: NAMED_PLACES,
    NounKind.GROUP: frozenset((NameKind.ARMED_GROUP, NameKind.PARTY)),
    NounKind.ORGANISATION: frozenset((NameKind.MONITOR, NameKind.INSTITUTION, NameKind.COMPANY, NameKind.AIRLINE)),
}

"""Which entity a wording means that several bear, or that means one only with support."""

from collections.abc import Mapping, Sequence

from tawatur.lexicon.entries import Name, NameKind, Noun, NounKind
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.relations import load_place_words
from tawatur.model import Language
from tawatur.reading.kinds import NAMED_PLACES
from tawatur.reading.people import People
from tawatur.reading.record import Marks, Reading, Resolution, Tag

__all__ = ["Support"]

_NAMED_IN_FULL, _COUNTRY_BESIDE, _KIND_BESIDE, _SHAPE, _HINT = 4.0, 4.0, 2.0, 1.5, 0.5
_PLAIN = 1.0
_SHARE = 4.0
"""A quarter of the text's names is support enough for a weak wording."""

_ENOUGH = 1.0
_MEDIA = frozenset((NameKind.OUTLET, NameKind.AGENCY))
_WORLDWIDE_LETTERS = frozenset((NameKind.COUNTRY, NameKind.OUTLET, NameKind.AGENCY))
_BORNE_BY_PEOPLE = NAMED_PLACES | {NameKind.LEADER}
_BESIDE: Mapping[NounKind, frozenset[NameKind]] = {
    NounKind.MEDIA: _MEDIA,
    NounKind.TITLE: frozenset((NameKind.LEADER,)),
    NounKind.PERSON: frozenset((NameKind.LEADER,)),
    NounKind.PLACE: NAMED_PLACES,
}
_NEIGHBOURHOOD = 3


class Support:
    """Weighs what a report says for each entity that could be meant."""

    def __init__(
        self, reading: Reading, marks: Marks, people: People, shares: Mapping[str, float], hits: Sequence[Hit]
    ) -> None:
        self._reading = reading
        self._marks = marks
        self._tokens = reading.tokens
        self._people = people
        self._shares = shares
        self._latin = reading.lexicon.language is not Language.AR
        self._place_words = load_place_words(reading.lexicon.language)
        self._starts = frozenset(sentence.first for sentence in reading.sentences)
        self._hits = hits
        self._known: frozenset[str] | None = None

    @property
    def _in_full(self) -> frozenset[str]:
        """The entities that a plain wording names somewhere in the report."""
        if self._known is None:
            self._known = frozenset(
                hit.entry.data.entity
                for hit in self._hits
                if isinstance(hit.entry.data, Name)
                and not hit.entry.data.weak
                and not hit.entry.data.adjective
                and hit.first not in self._marks.rivals
            )
        return self._known

    def decide(self, hit: Hit) -> Resolution | None:
        """What a name means where its words alone do not say; None where they do."""
        name = hit.entry.data
        assert isinstance(name, Name)
        rivals = self._marks.rivals.get(hit.first, ())
        if name.adjective or any(isinstance(r.entry.data, Name) and r.entry.data.adjective for r in rivals):
            return None
        words = self._tokens.cut(hit.first, hit.last)
        if hit.last - hit.first == 1 and self._part_of_longer(hit, name):
            return Resolution(None, self._people.full(hit.last - 1) or words, "part of an unlisted longer name")
        if not name.weak and len(rivals) < 2:
            return None
        return self._weighed(hit, rivals or (hit,), words)

    def _weighed(self, hit: Hit, candidates: Sequence[Hit], words: str) -> Resolution:
        weighed: list[tuple[float, str, Name]] = []
        for candidate in candidates:
            name = candidate.entry.data
            if isinstance(name, Name) and all(name.entity != other.entity for _, _, other in weighed):
                weighed.append((*self._support(hit, name), name))
        weighed.sort(key=lambda item: (-item[0], item[2].entity))
        weight, rule, name = weighed[0]
        if name.kind is NameKind.LEADER and name.weak and self._people.bears(hit.last - 1):
            full = self._people.full(hit.last - 1) if name.entity not in self._in_full else None
            return Resolution(None, full or words, "short for an unknown name" if full else "several bear the name")
        if weight < _ENOUGH:
            return Resolution(None, words, "weak wording without support")
        if len(weighed) > 1 and weighed[1][0] >= weight:
            return Resolution(None, words, "several bear the name")
        return Resolution(name, name.english, rule)

    def _support(self, hit: Hit, name: Name) -> tuple[float, str]:
        """The weight of everything that speaks for an entity, and what speaks loudest."""
        reasons = [(0.0, "nothing")]
        if name.entity in self._in_full:
            reasons.append((_NAMED_IN_FULL, "its full wording stands elsewhere in the report"))
        if name.country is not None:
            share = self._shares.get(name.country, 0.0)
            reasons.append((_SHARE * share, f"the country of the text ({name.country})"))
            if self._country_beside(hit, name.country):
                reasons.append((_COUNTRY_BESIDE, f"its country beside it ({name.country})"))
        if self._kind_before(hit, name):
            reasons.append((_KIND_BESIDE, "the word for what it is beside it"))
        shape = self._shape(hit, name)
        if shape:
            reasons.append((shape, "written as a name"))
        if not name.weak:
            reasons.append((_PLAIN, "the best known of its name"))
        return sum(weight for weight, _ in reasons), max(reasons)[1]

    def _country_beside(self, hit: Hit, country: str) -> bool:
        """'Tripoli, Lebanon', 'the Lebanese town of Tripoli': a country named within three words."""
        names, tags = self._marks.names, self._marks.tags
        for at in (*range(hit.last, hit.last + _NEIGHBOURHOOD), *range(hit.first - _NEIGHBOURHOOD, hit.first)):
            if not 0 <= at < len(names) or (at >= hit.last and Tag.VERB in tags[hit.last : at]):
                continue
            beside = names[at]
            if beside is None or not isinstance(beside.entry.data, Name):
                continue
            data = beside.entry.data
            if data.country == country and (data.adjective or data.kind in (NameKind.COUNTRY, NameKind.PROVINCE)):
                return True
        return False

    def _kind_before(self, hit: Hit, name: Name) -> bool:
        """Whether the noun before says what it is: 'the newspaper', 'General', 'the town of'."""
        at = hit.first - 1
        while at >= 0 and (self._marks.tags[at] in 'd"' or (self._latin and self._links(at))):
            at -= 1
        noun = self._marks.nouns[at] if at >= 0 else None
        if noun is None or not isinstance(noun.entry.data, Noun):
            return False
        return name.kind in _BESIDE.get(noun.entry.data.kind, ())

    def _links(self, at: int) -> bool:
        found = self._place_words.ending(self._tokens.folded, at, at)
        return found is not None and found[0].kind == "link"

    def _shape(self, hit: Hit, name: Name) -> float:
        """How much capitals and quotation marks speak for a name."""
        tags = self._marks.tags
        quoted = hit.first > 0 and tags[hit.first - 1] == Tag.QUOTE and tags[hit.last : hit.last + 1] == Tag.QUOTE
        if quoted and name.kind in _MEDIA:
            return _SHAPE
        if not self._latin:
            return 0.0
        word = self._tokens.cut(hit.first, hit.last)
        if len(word) > 1 and word.isupper():
            shouting = self._shouting(hit)
            if name.kind in _WORLDWIDE_LETTERS or name.country is None:
                return 0.0 if shouting else _SHAPE
            return 0.0 if shouting else _HINT
        if hit.first in self._starts or not word[:1].isupper():
            return 0.0
        if name.kind in _MEDIA:
            return _SHAPE if hit.last - hit.first > 1 else _HINT
        return _HINT if name.kind in NAMED_PLACES else 0.0

    def _shouting(self, hit: Hit) -> bool:
        """Whether the words beside a name in capitals stand in capitals as well."""
        beside = [at for at in (hit.first - 1, hit.last) if 0 <= at < len(self._tokens)]
        words = [self._tokens.cut(at, at + 1) for at in beside if self._tokens.kinds[at] == "w"]
        return bool(words) and all(word.isupper() and len(word) > 1 for word in words)

    # -- longer names ---------------------------------------------------------------------------

    def _part_of_longer(self, hit: Hit, name: Name) -> bool:
        """'Michael Jordan', 'the Derna Herald', 'Colonel Belkacem Haftar': other words make it another name."""
        if name.kind not in _BORNE_BY_PEOPLE:
            return False
        if not self._latin:
            return name.kind is NameKind.LEADER and self._behind_first_name(hit)
        before, behind = hit.first - 1, hit.last
        if self._joined(before, hit.first) and before not in self._starts and self._foreign(before):
            return True
        if name.kind is NameKind.LEADER or not self._joined(hit.first, behind):
            return False
        return self._foreign(behind) or self._is_media(behind)

    def _joined(self, left: int, right: int) -> bool:
        """Whether nothing but a space stands between two words."""
        tokens = self._tokens
        return 0 <= left < right < len(tokens) and tokens.text[tokens.ends[left] : tokens.starts[right]] == " "

    def _foreign(self, at: int) -> bool:
        """A word with a capital that is in no list."""
        text, start = self._tokens.text, self._tokens.starts[at]
        return (
            text[start].isupper()
            and self._marks.names[at] is None
            and self._people.unknown(at)
            and self._place_words.ending(self._tokens.folded, at, at) is None
            and self._tokens.starts[at] >= self._people.body
        )

    def _is_media(self, at: int) -> bool:
        noun = self._marks.nouns[at]
        return (
            noun is not None
            and isinstance(noun.entry.data, Noun)
            and noun.entry.data.kind is NounKind.MEDIA
            and self._tokens.text[self._tokens.starts[at]].isupper()
        )

    def _behind_first_name(self, hit: Hit) -> bool:
        """Whether a surname ends an unknown full name: 'the colonel Turki al-Maliki' is not Nouri al-Maliki."""
        return self._people.ends_at(hit.last)

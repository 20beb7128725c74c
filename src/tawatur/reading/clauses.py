"""Stage: sentences cut into clauses, each of which can tell a happening of its own."""

from dataclasses import replace

from tawatur.lexicon.entries import WordClass
from tawatur.model import Language
from tawatur.reading.record import Clause, Marks, Reading, Tag

__all__ = ["cut_clauses"]

_SKIPPED = frozenset('aT"x(')


def cut_clauses(reading: Reading) -> Reading:
    """Fill ``clauses``: stretches without gaps over each sentence, attributions cut out as their own."""
    assert reading.marks is not None
    cutter = _Cutter(reading, reading.marks)
    found: list[Clause] = []
    for number, sentence in enumerate(reading.sentences):
        found.extend(cutter.sentence(number, sentence.first, sentence.last))
    return replace(reading, clauses=tuple(found))


class _Cutter:
    def __init__(self, reading: Reading, marks: Marks) -> None:
        self._tokens = reading.tokens
        self._marks = marks
        self._arabic = reading.lexicon.language is Language.AR
        self._starting = {phrase.first: phrase for phrase in reading.phrases}
        self._ending = {phrase.last: at for at, phrase in enumerate(reading.phrases)}
        self._edges: dict[int, int] = {}
        for attribution in reading.attributions:
            self._edges[attribution.region[0]] = max(attribution.region[1], self._edges.get(attribution.region[0], 0))

    def sentence(self, number: int, first: int, last: int) -> list[Clause]:
        """The clauses of one sentence."""
        found: list[Clause] = []
        start, opener, antecedent = first, "", -1
        at = first
        verb_seen = False
        while at < last:
            region_end = self._edges.get(at, 0)
            if region_end > at:
                verb_seen = False
                self._close(found, start, at, antecedent, number, opener)
                end = min(region_end, last)
                self._close(found, at, end, -1, number, "attribution")
                start, opener, antecedent = end, "", -1
                at = end
                continue
            if at > start and self._begins(at, last, verb_seen):
                self._close(found, start, at, antecedent, number, opener)
                start = at
                verb_seen = False
                opener = self._opener(at)
                antecedent = self._antecedent(at)
            elif at == start:
                opener = opener or self._opener(at)
                antecedent = antecedent if antecedent >= 0 else self._antecedent(at)
            verb_seen = verb_seen or self._marks.tags[at] == Tag.VERB
            at += 1
        self._close(found, start, last, antecedent, number, opener)
        return found

    @staticmethod
    def _close(found: list[Clause], first: int, last: int, antecedent: int, number: int, opener: str) -> None:
        if last > first:
            found.append(Clause(first, last, antecedent, number, opener))

    def _opener(self, at: int) -> str:
        tag = self._marks.tags[at]
        if tag in "rst":
            return {Tag.RELATIVE: "relative", Tag.SUBORDINATOR: "subordinate", Tag.COMPLEMENTISER: "complement"}[
                Tag(tag)
            ]
        if tag == Tag.CONJUNCTION or self._marks.proclitics[at].startswith(("و", "ف")):
            return "coordinate"
        if tag == Tag.COMMA:
            return self._opener(at + 1) if at + 1 < len(self._marks.tags) else ""
        return ""

    def _antecedent(self, at: int) -> int:
        step = at
        if self._marks.tags[step] == Tag.COMMA and step + 1 < len(self._marks.tags):
            step += 1
        if self._marks.tags[step] != Tag.RELATIVE:
            return -1
        back = step
        while back > 0 and self._marks.tags[back - 1] in ',"(x':
            back -= 1
        return self._ending.get(back, -1)

    def _begins(self, at: int, last: int, verb_seen: bool) -> bool:
        tags = self._marks.tags
        tag = tags[at]
        if tag in "rs;":
            return not (tag == Tag.RELATIVE and tags[at - 1] in ",p")
        if tag == Tag.COMPLEMENTISER:
            return True
        if tag in ",c":
            if tag == Tag.CONJUNCTION and tags[at - 1] == Tag.COMMA:
                return False
            if tag == Tag.COMMA and not verb_seen and not self._subordinate(at + 1, last):
                return False
            return self._new_clause(at + 1, last, verb_seen)
        if self._arabic and self._marks.proclitics[at].startswith(("و", "ف")):
            return tag == Tag.VERB or (tag in "gm")
        return False

    def _subordinate(self, at: int, last: int) -> bool:
        return at < last and self._marks.tags[at] in "rs"

    def _new_clause(self, at: int, last: int, verb_seen: bool) -> bool:
        """Whether a verb of its own stands close behind a comma or a conjunction."""
        tags = self._marks.tags
        while at < last and tags[at] in _SKIPPED:
            at += 1
        if at >= last:
            return False
        if tags[at] == Tag.CONJUNCTION:
            return self._new_clause(at + 1, last, verb_seen)
        if tags[at] in "vmgrs" or WordClass.COMPLEMENTISER in self._marks.classes[at]:
            return True
        phrase = self._starting.get(at)
        if phrase is None or phrase.preposition or self._arabic or not verb_seen:
            return False
        end = phrase.last
        while end < last and tags[end] in "aT":
            end += 1
        return end < last and tags[end] in "vmg"

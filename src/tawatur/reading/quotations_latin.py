"""Sources without a cue in English and French: headlines with a colon, and quotations that go on or stand alone."""

from dataclasses import replace

from tawatur.lexicon.entries import Noun, NounKind
from tawatur.model import Found, Stance
from tawatur.reading.content_latin import LatinContent
from tawatur.reading.cues import STAGE
from tawatur.reading.recall_latin import SPEAKING
from tawatur.reading.record import Attribution, Speaker, Tag

__all__ = ["close_quotations", "headline"]

_SET_OFF = SPEAKING - frozenset((NounKind.PERSON, NounKind.FORCE, NounKind.GROUP))
_LONG = 30
_SHORT_SOURCE = 6
_SHORT_QUOTATION = 8
_NEAR = 4


def headline(finder: LatinContent, first: int, last: int) -> Attribution | None:
    """'Ministry: 12 killed', 'Rebels seize airport - monitor': a source set off from a line without a cue."""
    tags, folded = finder.marks.tags, finder.tokens.folded
    if last - first > _LONG or not _alone(finder, first):
        return None
    lead = finder.starting.get(first)
    if lead is not None:
        phrase = finder.phrases[lead]
        if phrase.kind in _SET_OFF and phrase.last < last - 2 and folded[phrase.last] == ":":
            return _set_off(finder.speaker(phrase), (first, phrase.last + 1), (phrase.last + 1, last))
    for at in range(last - 2, max(last - _SHORT_SOURCE - 2, first + 2), -1):
        if folded[at] not in (":", "-", "–", "—") or tags[at] == Tag.NOUN:
            continue
        speaker = _line_end(finder, at + 1, last)
        return None if speaker is None else _set_off(speaker, (at, speaker.last), (first, at))
    return None


def _line_end(finder: LatinContent, first: int, last: int) -> Speaker | None:
    """A source that fills a line from a token to its end."""
    found = finder.starting.get(first)
    if found is not None:
        phrase = finder.phrases[found]
        return finder.speaker(phrase) if phrase.kind in _SET_OFF and phrase.last >= last - 1 else None
    noun = finder.marks.nouns[first]
    if noun is None or not isinstance(noun.entry.data, Noun) or noun.last < last - 1:
        return None
    return Speaker(first, noun.last, None, noun.entry.data.kind) if noun.entry.data.kind in _SET_OFF else None


def _alone(finder: LatinContent, first: int) -> bool:
    """Whether a sentence is a paragraph of its own."""
    sentences, number = finder.reading.sentences, _sentence_at(finder, first)
    paragraph = sentences[number].paragraph
    return not any(
        0 <= other < len(sentences) and sentences[other].paragraph == paragraph for other in (number - 1, number + 1)
    )


def _set_off(speaker: Speaker, region: tuple[int, int], content: tuple[int, int]) -> Attribution:
    mark = region[0] if region[0] != speaker.first else region[1] - 1
    return Attribution(
        (mark, mark + 1), None, (speaker,), (content,), Stance.ASSERTS, Found(STAGE, "headline with its source"), region
    )


def close_quotations(finder: LatinContent, found: list[Attribution]) -> list[Attribution]:
    """Give quotations that no attribution covers to whoever spoke or was spoken of right before them."""
    covered = [False] * len(finder.tokens)
    for attribution in found:
        for first, last in attribution.content:
            covered[first:last] = [True] * (last - first)
    added: list[Attribution] = []
    ordered = sorted(found, key=lambda a: a.cue[0])
    for quotation in finder.reading.quotations:
        if covered[quotation.first + 1]:
            continue
        if not any(tag in "vm" for tag in finder.marks.tags[quotation.first : quotation.last]):
            continue
        carried = _inverted(finder, quotation.first, quotation.last)
        whole = quotation.last - quotation.first >= _SHORT_QUOTATION and not _fragment(finder, quotation.first)
        if carried is None and whole:
            carried = _carried(finder, quotation.first, quotation.last, [*ordered, *added])
        if carried is not None:
            added.append(carried)
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: a.cue[0])


def _fragment(finder: LatinContent, first: int) -> bool:
    """Whether a quotation is only part of the outlet's own sentence ('the front "launches an ultimatum"')."""
    if first == finder.reading.sentences[_sentence_at(finder, first)].first:
        return False
    return finder.marks.tags[first - 1] not in ',;"c'


def _inverted(finder: LatinContent, first: int, last: int) -> Attribution | None:
    """'"...", s'emporte le maire': whatever the verb, who stands behind it said what is quoted."""
    sentence = finder.reading.sentences[_sentence_at(finder, last - 1)]
    at = last
    if at >= sentence.last or finder.marks.tags[at] != Tag.COMMA:
        return None
    at += 1
    while at < sentence.last and finder.marks.tags[at] in "mau" and at - last < 5:
        at += 1
    if at >= sentence.last or not (finder.marks.tags[at] == Tag.VERB or _unknown_verb(finder, at)):
        return None
    found = finder.starting.get(at + 1)
    if found is None or finder.phrases[found].preposition or not finder.fits(finder.phrases[found]):
        return None
    speaker = finder.speaker(finder.phrases[found])
    return Attribution(
        (at, at + 1),
        None,
        (speaker,),
        ((first, last),),
        Stance.ASSERTS,
        Found(STAGE, "quotation before a verb and its subject"),
        (last + 1, speaker.last),
    )


def _unknown_verb(finder: LatinContent, at: int) -> bool:
    """Whether a word that no list holds has the shape of a French verb in the present."""
    word = finder.tokens.text[finder.tokens.starts[at] : finder.tokens.ends[at]]
    return (
        not finder.english
        and word.islower()
        and word.endswith(("e", "ent", "t"))
        and finder.marks.nouns[at] is None
        and finder.marks.names[at] is None
        and finder.marks.words[at] is None
    )


def _carried(finder: LatinContent, first: int, last: int, found: list[Attribution]) -> Attribution | None:
    """The attribution of a quotation that has none of its own: it goes on from the last, or the sentence before."""
    sentences = finder.reading.sentences
    own = _sentence_at(finder, first)
    previous = None
    for attribution in found:
        ends = max([attribution.region[1], *(b for _, b in attribution.content)])
        if attribution.cue[0] in finder.quoted:
            continue
        if ends <= first and attribution.speakers and (previous is None or ends >= previous[0]):
            previous = (ends, attribution)
    if previous is not None:
        ends, attribution = previous
        floor = sentences[max(own - 1, 0)].first
        if first - ends <= _NEAR or attribution.region[0] >= floor:
            return replace(
                attribution,
                content=((first, last),),
                region=(first, first),
                elided=True,
                mention=None,
                found=Found(STAGE, "quotation carried on"),
                stance=Stance.ASSERTS,
            )
    for number in (own, own - 1):
        if number < 0 or sentences[number].first >= first:
            continue
        start, end = sentences[number].first, min(sentences[number].last, first)
        person = finder.spoken_of(start, end) or finder.last_named(start, end)
        if person is not None:
            return Attribution(
                (first, first + 1),
                None,
                (person,),
                ((first, last),),
                Stance.ASSERTS,
                Found(STAGE, "quotation of the one spoken of"),
                (first, first),
                True,
            )
    return None


def _sentence_at(finder: LatinContent, at: int) -> int:
    """The number of the sentence that holds a token."""
    low, high = 0, len(finder.reading.sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if finder.reading.sentences[middle].first <= at:
            low = middle
        else:
            high = middle - 1
    return low

"""Did it take place, and does its source stand by it?"""

from tawatur.lexicon.entries import PartOfSpeech, Verb, VerbClass, WordClass
from tawatur.model import Found, Language, Stance, Status
from tawatur.reading.hearsay_latin import denied_noun, hearsay_conditional
from tawatur.reading.record import Attribution, Clause, Happening, Marks, Reading

__all__ = ["stance_of", "status_of"]

_ANY = frozenset(("اي", "باي", "لاي"))
_FURTHEST_HEDGE = 6
_BEHIND_ARABIC = 2

_STATUS_OF = {
    VerbClass.PLAN: Status.PLANNED,
    VerbClass.TRY: Status.FAILED,
    VerbClass.FAIL: Status.FAILED,
    VerbClass.MAY: Status.HYPOTHETICAL,
    VerbClass.MUST: Status.HYPOTHETICAL,
    VerbClass.CONTINUE: Status.ONGOING,
}


def status_of(reading: Reading, marks: Marks, happening: Happening, clause: Clause) -> tuple[Status, Found]:
    """Whether a happening took place, and the rule that says so."""
    if happening.trigger.status is not None:
        return happening.trigger.status, Found("status", happening.hit.entry.key)
    start = max(clause.first, happening.first - 8)
    for at in range(happening.first - 1, start - 1, -1):
        verb = marks.verbs[at]
        if verb is not None and isinstance(verb.entry.data, Verb) and verb.entry.data.class_ in _STATUS_OF:
            return _STATUS_OF[verb.entry.data.class_], Found("status", verb.entry.key)
        classes = marks.classes[at]
        word = marks.words[at]
        key = word.entry.key if word is not None else ""
        if WordClass.FUTURE in classes:
            return Status.PLANNED, Found("status", key)
        if WordClass.MODAL in classes or WordClass.CONDITION in classes:
            return Status.HYPOTHETICAL, Found("status", key)
    if happening.hit.proclitics.endswith("س"):
        return Status.PLANNED, Found("status", "future prefix")
    first = reading.tokens.folded[happening.first]
    if reading.lexicon.language is Language.AR and happening.trigger.pos is PartOfSpeech.VERB:
        bare = first[len(happening.hit.proclitics) :]
        if bare[:1] in ("ي", "ت", "ن") and len(bare) > 3 and not happening.hit.entry.lemma.startswith(bare[:1]):
            return Status.ONGOING, Found("status", "present tense")
    return Status.DONE, Found("status", "nothing says otherwise")


def stance_of(
    reading: Reading, marks: Marks, happening: Happening, attributions: list[Attribution]
) -> tuple[Stance, Found]:
    """What the nearest source does with a happening, and the rule that says so."""
    nearest = attributions[0] if attributions else None
    for attribution in attributions:
        if attribution.stance is not Stance.ASSERTS:
            return attribution.stance, attribution.found
    clause = reading.clauses[happening.clause]
    for at in range(clause.first, clause.last):
        if WordClass.HEDGE in marks.classes[at] and _hedges(reading, at, happening):
            word = marks.words[at]
            return Stance.DOUBTS, Found("stance", word.entry.key if word is not None else "hedge")
    if hearsay_conditional(reading, clause.first, clause.last, happening.first):
        return Stance.DOUBTS, Found("stance", "conditional of hearsay")
    noun = happening.trigger.pos is PartOfSpeech.NOUN
    negated = happening.negated or (noun and (denied_noun(reading, happening.first) or _not_any(reading, happening)))
    if negated and nearest is not None:
        return Stance.DENIES, Found("stance", "negation inside the attribution")
    return Stance.ASSERTS, Found("stance", "nothing says otherwise")


def _not_any(reading: Reading, happening: Happening) -> bool:
    """'There was not any attack': an Arabic noun behind 'any', that a negation stands before in its clause."""
    if reading.lexicon.language is not Language.AR or reading.marks is None:
        return False
    folded = reading.tokens.folded
    clause = reading.clauses[happening.clause]
    floor = max(clause.first, happening.first - _FURTHEST_HEDGE - 2)
    any_ = next(
        (at for at in range(happening.first - 1, max(floor, happening.first - 4) - 1, -1) if folded[at] in _ANY), -1
    )
    if any_ < 0:
        return False
    return any(WordClass.NEGATION in reading.marks.classes[at] for at in range(floor, any_))


def _hedges(reading: Reading, at: int, happening: Happening) -> bool:
    """Whether a hedge stands near enough: in Arabic right behind its noun, or a few words before it."""
    if reading.lexicon.language is not Language.AR:
        return abs(at - happening.first) < _FURTHEST_HEDGE
    if at >= happening.last:
        return at - happening.last < _BEHIND_ARABIC
    return happening.first - at < _FURTHEST_HEDGE - 1

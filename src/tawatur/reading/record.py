"""What the stages of reading hand from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tawatur.lexicon.entries import Cue, Name, NameKind, NounKind, Trigger, WordClass
from tawatur.lexicon.kit import Lexicon
from tawatur.lexicon.phrasebook import Hit
from tawatur.model import Claim, Document, Found, Stance
from tawatur.text.periods import PeriodMention
from tawatur.text.quantities import Quantity
from tawatur.text.sentences import Quotation, Sentence
from tawatur.text.tokens import Tokens

__all__ = [
    "Attribution",
    "Clause",
    "Happening",
    "Marks",
    "Names",
    "Phrase",
    "Reading",
    "Resolution",
    "Speaker",
    "Tag",
]


class Tag(StrEnum):
    """What a token does in its sentence, one letter each."""

    NOUN = "n"
    ADJECTIVE = "j"
    DETERMINER = "d"
    NUMBER = "#"
    VERB = "v"
    PREPOSITION = "p"
    CONJUNCTION = "c"
    SUBORDINATOR = "s"
    COMPLEMENTISER = "t"
    RELATIVE = "r"
    PRONOUN = "u"
    NEGATION = "g"
    AUXILIARY = "m"
    ADVERB = "a"
    TIME = "T"
    COMMA = ","
    STOP = ";"
    QUOTE = '"'
    BRACKET = "("
    MARK = "x"


@dataclass(frozen=True, slots=True)
class Marks:
    """What the lexicon says of each token, as parallel rows.

    Attributes:
        tags: one ``Tag`` letter a token.
        proclitics: folded letters taken off an Arabic token, "" elsewhere.
        nouns: the noun entry that begins at or covers the token.
        names: the name that covers the token.
        triggers: the triggers that begin at the token.
        cues: the cues that begin at the token.
        classes: the closed classes of the token.
        verbs: the entry of a plain verb that begins at the token.
        rivals: first token of a name -> all entities that bear its words, where there are several.
    """

    tags: str
    proclitics: tuple[str, ...]
    nouns: tuple[Hit | None, ...]
    names: tuple[Hit | None, ...]
    triggers: tuple[tuple[Hit, ...], ...]
    cues: tuple[tuple[Hit, ...], ...]
    classes: tuple[frozenset[WordClass], ...]
    words: tuple[Hit | None, ...]
    verbs: tuple[Hit | None, ...]
    rivals: Mapping[int, tuple[Hit, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of tokens.

    Attributes:
        first: index of its first token, a preposition or article not counted.
        last: index after its last token.
        head: index of the noun that it is about.
        preposition: folded preposition that governs it ("" where none does).
        kind: what its head names, where the lexicon knows it.
        name: the name that it holds and stands for, or None.
        glued: whether its first word carries the preposition or conjunction (Arabic).
        follows: index of the phrase that it is coordinated with, or -1.
    """

    first: int
    last: int
    head: int
    preposition: str
    kind: NounKind | NameKind | None
    name: Name | None
    glued: bool
    follows: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """What words were taken to name.

    Attributes:
        name: the entity; None where they name nobody that is known for sure.
        words: the plain English name, or the fullest wording that the report has.
        rule: what settled it.
    """

    name: Name | None
    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the names of one report mean.

    Attributes:
        country: ISO code of the country that the report is about; None where none stands out.
        hits: first token of a name that needed a decision (weak, or borne by several) -> the decision.
        phrases: index of a phrase without a name of its own -> whom it means all the same: a short form
            of a fuller wording, a role that the report gives to somebody, an unknown person.
    """

    country: str | None
    hits: Mapping[int, Resolution]
    phrases: Mapping[int, Resolution]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as a range of tokens, with what it is and the name it resolves to."""

    first: int
    last: int
    name: Name | None
    kind: NounKind | NameKind | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said something.

    Attributes:
        cue: first token of the cue and the one after its last.
        entry: the lexicon's entry for it; None for a conditional or a bare colon.
        speakers: who said it, nearest first; empty where nobody is named.
        content: ranges of tokens that it covers.
        stance: what the speaker does with the content.
        found: the rule that found it.
        region: tokens taken up by cue and speaker, outside of the content.
        elided: whether the speaker was carried over from an earlier naming.
        mention: the pronoun that stands for the speaker here, where one does.
    """

    cue: tuple[int, int]
    entry: Cue | None
    speakers: tuple[Speaker, ...]
    content: tuple[tuple[int, int], ...]
    stance: Stance
    found: Found
    region: tuple[int, int]
    elided: bool = False
    medium: Speaker | None = None
    mention: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that can tell one happening.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        antecedent: index of the phrase that a relative clause hangs on, or -1.
        sentence: index of its sentence.
        opener: folded word that opens it ("", a conjunction, a relative, a subordinator).
    """

    first: int
    last: int
    antecedent: int
    sentence: int
    opener: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger in its clause.

    Attributes:
        first: index of the first token of the trigger.
        last: index after its last token.
        hit: the lexicon's entry as found.
        trigger: what the entry says.
        clause: index of its clause.
        passive: whether its subject is the one that it is done to.
        negated: whether the clause says that it did not happen.
        found: the rule that found it.
        last_clause: index of the last clause that tells of it too ('killed two and wounded ten').
        others: further triggers that name the same happening, in order of the text.
    """

    first: int
    last: int
    hit: Hit
    trigger: Trigger
    clause: int
    passive: bool
    negated: bool
    found: Found
    last_clause: int = -1
    others: "tuple[Happening, ...]" = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report on its way through the stages; each stage adds one field and changes none.

    Attributes are in the order of the stages that fill them.
    """

    document: Document
    lexicon: Lexicon
    tokens: Tokens
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    marks: Marks | None = None
    phrases: tuple[Phrase, ...] = ()
    names: Names | None = None
    attributions: tuple[Attribution, ...] = ()
    clauses: tuple[Clause, ...] = ()
    happenings: tuple[Happening, ...] = ()
    claims: tuple[Claim, ...] = field(default=())

"""The entries of the word lists, each checked when it is loaded."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.model import ClaimType, Language, Role, Stance, Status, Unit

__all__ = [
    "Cue",
    "Entry",
    "EntryKind",
    "Frame",
    "Name",
    "NameKind",
    "Noun",
    "NounKind",
    "PartOfSpeech",
    "Trigger",
    "Verb",
    "VerbClass",
    "Word",
    "WordClass",
]


class EntryKind(StrEnum):
    """Which list an entry stands in."""

    TRIGGER = "trigger"
    CUE = "cue"
    NOUN = "noun"
    VERB = "verb"
    WORD = "word"
    NAME = "name"


class PartOfSpeech(StrEnum):
    """How a trigger or cue is built into its clause."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PARTICIPLE = "participle"
    ADVERB = "adverb"


class NounKind(StrEnum):
    """What a noun names: decides roles, units and which noun phrases can be a source."""

    PERSON = "person"
    TITLE = "title"
    FORCE = "force"
    GROUP = "group"
    STATE = "state"
    ORGANISATION = "organisation"
    MEDIA = "media"
    SOURCE = "source"
    DOCUMENT = "document"
    PLACE = "place"
    SITE = "site"
    DIRECTION = "direction"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    AIRCRAFT = "aircraft"
    SHIP = "ship"
    GOODS = "goods"
    MONEY = "money"
    TIME = "time"
    MEASURE = "measure"
    EVENT = "event"
    AGREEMENT = "agreement"
    ABSTRACT = "abstract"


class VerbClass(StrEnum):
    """What a verb that is no trigger does to the happening beside it."""

    OTHER = "other"
    AUXILIARY = "auxiliary"
    LIGHT = "light"
    BEGIN = "begin"
    CONTINUE = "continue"
    PLAN = "plan"
    TRY = "try"
    FAIL = "fail"
    MAY = "may"
    MUST = "must"
    CAUSE = "cause"
    STOP = "stop"


class WordClass(StrEnum):
    """Closed classes: the words that hold a clause together."""

    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    CONTRAST = "contrast"
    CONDITION = "condition"
    COMPLEMENTISER = "complementiser"
    RELATIVE = "relative"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    QUANTIFIER = "quantifier"
    NEGATION = "negation"
    MODAL = "modal"
    FUTURE = "future"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    HEDGE = "hedge"
    PARTITIVE = "partitive"
    ADJECTIVE = "adjective"


class NameKind(StrEnum):
    """What a name in a gazetteer names."""

    COUNTRY = "country"
    PROVINCE = "province"
    TOWN = "town"
    AIRPORT = "airport"
    BASE = "base"
    FRONT = "front"
    SITE = "site"
    WATER = "water"
    REGION = "region"
    STATE = "state"
    ARMY = "army"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    LEADER = "leader"
    INSTITUTION = "institution"
    OUTLET = "outlet"
    AGENCY = "agency"
    MONITOR = "monitor"
    AIRLINE = "airline"
    COMPANY = "company"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening."""

    type: ClaimType
    pos: PartOfSpeech
    frame: str
    passive: bool = False
    weak: bool = False
    status: Status | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that puts what is said down to somebody."""

    pos: PartOfSpeech
    stance: Stance
    needs_content: bool = False
    passive: bool = False
    relays: bool = False
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun, with what it names and what a number before it counts."""

    kind: NounKind
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that names no happening of ours."""

    class_: VerbClass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a closed class; a preposition says which role it mostly gives."""

    class_: WordClass
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """One wording of a named entity.

    Attributes:
        entity: id of the entity.
        kind: what it is.
        english: its plain English name.
        country: ISO 3166 code of its country where it has one.
        latitude: degrees north, where it is a place.
        longitude: degrees east, where it is a place.
        weak: a wording that other things bear too (a surname, a common word): it names the entity
            only with support.
        adjective: a wording that is an adjective of the entity ("Turkish"), not its name.
    """

    entity: str
    kind: NameKind
    english: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    weak: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list.

    Attributes:
        kind: which list it stands in.
        key: list, language and lemma, unique: what ``--explain`` prints.
        language: the language of its forms; None for names, whose forms are of several.
        lemma: the word it stands under.
        forms: its forms as written in the data, inflected.
        data: what the list says of it.
        example: a sentence that holds one of its forms; None for generated entries.
    """

    kind: EntryKind
    key: str
    language: Language | None
    lemma: str
    forms: tuple[str, ...]
    data: Trigger | Cue | Noun | Verb | Word | Name
    example: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """Which slot of a clause gives which role for the triggers of one frame.

    Attributes:
        name: the frame; a trigger's own, or its type.
        subject: role of the subject of an active verb.
        object: role of its object (the subject of a passive one).
        genitive: role of what follows a verbal noun directly.
        prepositions: folded preposition to role.
    """

    name: str
    subject: Role | None
    object: Role | None
    genitive: Role | None
    prepositions: dict[str, Role]

"""The fields of a claim in plain English, as cells of a ledger."""

from collections.abc import Sequence

from tawatur.export.columns import Cell, clipped
from tawatur.model import Claim, Document, Feature, Figure, Language, Participant, Role, Stance, Status, Unit

__all__ = ["amount", "chain", "language", "movement", "parties", "period", "quantity", "standing", "things"]

_LANGUAGES = {Language.AR: "Arabic", Language.FR: "French", Language.EN: "English"}
_STANCES = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}
_LONGEST_NAME = 300
_ARROW = Cell("→")
_COMMA = Cell(",", tight=True)


def language(code: Language) -> str:
    """The English name of a language that is read."""
    return _LANGUAGES[code]


def standing(claim: Claim) -> list[str]:
    """Stance and status in a word each, where they are not plain: asserted and done says nothing."""
    words = [_STANCES[claim.stance]] if claim.stance in _STANCES else []
    if claim.status is not Status.DONE:
        words.append(claim.status.value)
    return words


def parties(claim: Claim) -> list[tuple[str, list[Cell]]]:
    """Who does it to whom: one field with an arrow where both are known, else ``who`` or ``whom`` alone."""
    actors, recipients = _names(claim, Role.ACTOR), _names(claim, Role.RECIPIENT)
    if actors and recipients:
        return [("who", [*actors, _ARROW, *recipients])]
    return [("who", actors), ("whom", recipients)]


def things(claim: Claim) -> list[Cell]:
    """What is moved, handed over, opened, signed or demanded."""
    return _names(claim, Role.OBJECT)


def amount(claim: Claim) -> list[Cell]:
    """The figures of a claim."""
    return _listed([quantity(figure) for figure in claim.figures])


def quantity(figure: Figure) -> str:
    """A figure in words: ``1,500 fighters``, ``3,000 or more fighters``, ``24 to 99 killed``."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        number = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    elif low is not None:
        number = f"{_number(low)} or more"
    elif high is not None:
        number = f"up to {_number(high)}"
    else:
        number = "an unknown number of"
    return f"{number} {_unit(figure)}".rstrip()


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _unit(figure: Figure) -> str:
    if figure.unit is Unit.OTHER:
        return ""
    name = figure.unit.value
    if name.startswith("money_"):
        currency = name.removeprefix("money_")
        return "in another currency" if currency == "other" else currency.upper()
    name = name.replace("_", " ")
    if figure.low == figure.high == 1:
        irregular = {Unit.PEOPLE: "person", Unit.COUNTRIES: "country", Unit.TROOPS: "soldier"}
        return irregular.get(figure.unit, name.removesuffix("s"))
    return name


def movement(claim: Claim) -> list[Cell]:
    """Where: from, to, carried by, and where it happens otherwise."""
    origin, destination = _places(claim, Role.ORIGIN), _places(claim, Role.DESTINATION)
    cells: list[Cell] = []
    if origin and destination:
        cells = [*origin, _ARROW, *destination]
    elif origin:
        cells = [Cell("from"), *origin]
    elif destination:
        cells = [Cell("to"), *destination]
    for word, role in (("via", Role.VIA), ("at", Role.PLACE)):
        names = _places(claim, role)
        if names:
            cells += [*([_COMMA] if cells else []), Cell(word), *names]
    return cells


def period(claim: Claim) -> list[Cell]:
    """When: a day, or the first and the last day."""
    if claim.period is None:
        return []
    first, last = claim.period.first.isoformat(), claim.period.last.isoformat()
    return [Cell(first if first == last else f"{first} to {last}")]


def chain(document: Document, claim: Claim) -> list[Cell]:
    """Who says so: the publishing outlet first, then its sources, nearest first.

    An empty chain says ``in its own voice``, or ``unsourced`` where words of hearsay stand.
    """
    cells = [_name(document.outlet if document.outlet is not None else "this outlet")]
    for source in claim.chain:
        cells += [_ARROW, _name(source.name)]
    if not claim.chain and claim.cue is not None:
        cells += [_ARROW, Cell("unsourced")]
    elif not claim.chain:
        cells += [_COMMA, Cell("in its own voice")]
    if claim.medium is not None:
        cells += [Cell("(told to"), _name(claim.medium.name), Cell(")", tight=True)]
    return cells


def _names(claim: Claim, role: Role) -> list[Cell]:
    names = dict.fromkeys(participant.name for participant in claim.participants if participant.role is role)
    return _listed(list(names))


def _places(claim: Claim, role: Role) -> list[Cell]:
    """Places with the country in brackets, once behind the last of its places; a country stands without."""
    those = {p.name: p for p in claim.participants if p.role is role}
    lands = [_land(place) for place in those.values()]
    cells: list[Cell] = []
    for at, name in enumerate(those):
        cells += [_COMMA, _name(name)] if cells else [_name(name)]
        land = lands[at]
        if land is not None and land not in lands[at + 1 :]:
            cells.append(Cell(f"({land})"))
    return cells


def _land(place: Participant) -> str | None:
    """The country to tell of a place: none of a country itself, nor of what is no known place."""
    location = place.location
    return location.country if location is not None and location.feature is not Feature.COUNTRY else None


def _listed(items: Sequence[str]) -> list[Cell]:
    cells: list[Cell] = []
    for item in items:
        cells += [_COMMA, _name(item)] if cells else [_name(item)]
    return cells


def _name(words: str) -> Cell:
    return Cell(clipped(words, _LONGEST_NAME))

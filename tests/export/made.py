"""Reports made by hand for the tests of export: one sentence, one claim, every field open to change."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from tawatur.model import (
    Claim,
    ClaimType,
    Cue,
    Document,
    Figure,
    Found,
    Language,
    Participant,
    Period,
    Region,
    RegionKind,
    Report,
    Role,
    Source,
    Span,
    Stance,
    Status,
    Unit,
    claim_id,
)

ARABIC = (
    "وصول مقاتلين إلى بنغازي\n"
    "قال مصدر عسكري لوكالة المرفأ إن 300 مقاتل وصلوا يوم الثلاثاء من دمشق إلى بنغازي على متن طائرة شحن لدعم قوات الشرق."
)
FOUND = Found("triggers", "verb وصل")


def span(text: str, words: str) -> Span:
    """Where ``words`` stand for the last time in ``text``."""
    start = text.rindex(words)
    return Span(start, start + len(words))


def source(text: str, words: str, name: str | None = None) -> Source:
    return Source(span(text, words), name or words, None, Found("chains", "subject of the cue"))


def participant(text: str, role: Role, words: str, name: str | None = None) -> Participant:
    return Participant(role, span(text, words), name or words, None, Found("roles", f"{role.value} of the frame"))


def figure(text: str, words: str, low: float | None, high: float | None, unit: Unit = Unit.FIGHTERS) -> Figure:
    return Figure(span(text, words), low, high, unit, Found("figures", "digits"))


def claim(text: str = ARABIC, **changes: Any) -> Claim:
    """The arrival that ``ARABIC`` tells, with changes."""
    trigger = changes.pop("trigger", None) or span(text, "وصلوا")
    fields: dict[str, Any] = {
        "id": claim_id("made", "TRANSFER", trigger),
        "type": ClaimType.TRANSFER,
        "trigger": trigger,
        "evidence": changes.pop("evidence", None) or Span(text.rindex("300"), len(text) - 1),
        "stance": Stance.ASSERTS,
        "status": Status.DONE,
        "chain": (),
        "cue": None,
        "medium": None,
        "participants": (),
        "figures": (),
        "period": None,
        "found": FOUND,
        "status_found": Found("status", "perfect"),
        "stance_found": Found("stance", "no denial"),
    }
    return Claim(**{**fields, **changes})


def full_claim() -> Claim:
    """The same arrival with every field filled."""
    day = dt.date(2020, 3, 3)
    return claim(
        chain=(source(ARABIC, "مصدر عسكري", "unnamed military source"),),
        cue=Cue(span(ARABIC, "قال"), Found("cues", "verb قال")),
        medium=source(ARABIC, "لوكالة المرفأ", "Harbour agency"),
        participants=(
            participant(ARABIC, Role.OBJECT, "300 مقاتل"),
            participant(ARABIC, Role.ORIGIN, "دمشق", "Damascus"),
            participant(ARABIC, Role.DESTINATION, "بنغازي", "Benghazi"),
            participant(ARABIC, Role.VIA, "طائرة شحن"),
            participant(ARABIC, Role.RECIPIENT, "قوات الشرق"),
        ),
        figures=(figure(ARABIC, "300 مقاتل", 300.0, 300.0),),
        period=Period(span(ARABIC, "يوم الثلاثاء"), day, day, Found("periods", "weekday")),
    )


def report(claims: Sequence[Claim] = (), text: str = ARABIC, **changes: Any) -> Report:
    """A report that holds ``claims``, by an outlet of 6 March 2020."""
    title = Span(0, text.index("\n")) if "\n" in text else None
    fields: dict[str, Any] = {
        "id": "made",
        "text": text,
        "language": Language.AR,
        "date": dt.date(2020, 3, 6),
        "outlet": "The Lighthouse",
        "title": title,
        "origin": "made.txt",
        "date_found": "given",
    }
    return Report(Document(**{**fields, **changes}), tuple(claims), "lexical 0.0.0")


def credit(text: str, words: str, name: str) -> Region:
    return Region(span(text, words), RegionKind.CREDIT, "agency in brackets", name)

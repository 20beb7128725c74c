"""Reading one short text, for the tests of the stages."""

import datetime as dt
from collections.abc import Callable

import pytest

from tawatur.lexicon import load_lexicon
from tawatur.model import Claim, Document, Language, document_id
from tawatur.reading import Reading, read_document

Read = Callable[..., Reading]


@pytest.fixture
def read() -> Read:
    """Read a text in a language, published on a day."""

    def reading(text: str, language: str, day: str = "2020-03-06") -> Reading:
        document = Document(document_id(text), text, Language(language), dt.date.fromisoformat(day), outlet="Sample")
        return read_document(document, load_lexicon(document.language))

    return reading


def sources(reading: Reading, claim: Claim) -> list[str]:
    """The words of a claim's chain, nearest first."""
    return [source.span.cut(reading.document.text) for source in claim.chain]


def claim_with(reading: Reading, trigger: str) -> Claim:
    """The claim whose trigger holds a word."""
    text = reading.document.text
    found = [claim for claim in reading.claims if trigger in claim.trigger.cut(text)]
    assert found, f"no claim at {trigger!r}; there are {[c.trigger.cut(text) for c in reading.claims]}"
    return found[0]

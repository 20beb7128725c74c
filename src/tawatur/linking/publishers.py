"""Who publishes: one id for every way to write an outlet, and whether a name is that of a web address."""

from tawatur.lexicon.clitics import stems
from tawatur.lexicon.source_words import SourceSense, load_source_words
from tawatur.linking.known import load_known
from tawatur.linking.letters import parts, skeleton
from tawatur.model import Language
from tawatur.text.tokens import Tokens, tokenise

__all__ = ["DEFINITE", "is_definite", "names_publisher", "outlet_id"]

DEFINITE = ("the", "le", "la", "l'", "cette")
"""Latin words that point back to something named before."""

_ARTICLE = "ال"
_ARABIC = "\u0600"
_MARKS = ' «»"“”'
_LONG, _ENOUGH = 6, 3


def outlet_id(name: str) -> str:
    """The id of a publisher: the lexicon's, else its name as folded words without what stands in brackets.

    >>> outlet_id("The Sample Courier") == outlet_id("the newspaper Sample Courier (specimen)")
    True
    """
    known = load_known().outlet(name)
    if known is not None:
        return known
    bare = _without_medium(name.split("(")[0].strip(_MARKS) or name)
    tokens = tokenise(bare)
    words = [word for word, kind in zip(tokens.folded, tokens.kinds) if kind != "p"]
    while len(words) > 1 and words[0] in DEFINITE:
        del words[0]
    return " ".join(words) or name


def names_publisher(name: str, outlet: str) -> bool:
    """Whether a name is that of a publisher, who may be given by a web address alone.

    >>> names_publisher("عفرين بوست", "afrinpost.net"), names_publisher("رويترز", "afrinpost.net")
    (True, False)

    Args:
        name: how somebody is called.
        outlet: the publisher as given with a report.
    """
    if outlet_id(name) == outlet_id(outlet):
        return True
    if "." not in outlet or " " in outlet.strip():
        return False
    host = outlet.strip().lower().rpartition("//")[2].partition("/")[0].removeprefix("www.")
    label = "".join(c for c in host.partition(".")[0] if c.isalnum())
    words = parts(_without_medium(name.strip(_MARKS)))
    if not words or not label:
        return False
    if all(word.isascii() for word in words):
        run = "".join(c for c in name.lower() if c.isascii() and c.isalnum())
        short, long = sorted((run.removeprefix("the"), label), key=len)
        return len(short) >= _LONG and long.startswith(short)
    shapes = [skeleton("".join(c for c in host if c.isalnum())), skeleton(label)]
    shapes += [shape[1:] for shape in shapes if label.startswith(("al", "el"))]
    whole, first = skeleton("".join(words)), skeleton(words[0])
    return whole in shapes or any(
        len(shape) >= _ENOUGH and host_shape.startswith(shape) for shape in (whole, first) for host_shape in shapes
    )


def is_definite(tokens: Tokens) -> bool:
    """Whether words point back: الموقع, the newspaper, le journal."""
    if not len(tokens):
        return False
    if tokens.folded[0] >= _ARABIC:
        return any(taken.endswith(_ARTICLE) for taken, _ in stems(tokens.folded[0]))
    return tokens.folded[0] in DEFINITE


def _without_medium(name: str) -> str:
    """A publisher's name without a noun before it that is no part of it: 'the newspaper X', صحيفة كذا."""
    tokens = tokenise(name)
    arabic = any(word >= _ARABIC for word in tokens.folded)
    first = 1 if tokens.folded[:1] and tokens.folded[0] in DEFINITE else 0
    for language in (Language.AR,) if arabic else (Language.EN, Language.FR):
        for word in load_source_words(language).find(tokens.folded):
            small = arabic or all(tokens.cut(at, at + 1).islower() for at in range(word.first, word.last))
            if word.sense is SourceSense.MEDIUM and word.first <= first and small and word.last < len(tokens):
                return tokens.cut(word.last, len(tokens))
    return name

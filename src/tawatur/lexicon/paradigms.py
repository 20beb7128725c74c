"""Inflection as tables: which forms a stem stands for.

The tables themselves are data (``data/<language>/paradigms.toml``); this module only joins stem and
ending. A form that the language does not have does no harm: no text holds it.
"""

from tawatur.errors import LexiconError

__all__ = ["Paradigms", "inflect"]

Paradigms = dict[str, dict[str, tuple[str, ...]]]
"""Name of a paradigm -> name of a stem -> patterns with ``-`` where the stem goes."""


def inflect(paradigms: Paradigms, name: str, stems: dict[str, str], where: str) -> tuple[str, ...]:
    """All forms of a word.

    Args:
        paradigms: the tables of the language.
        name: the paradigm that the word follows.
        stems: name of each stem (as the paradigm names them) to the stem.
        where: file and entry, for the error.

    Returns:
        The forms, unfolded, without doubles, in the order of the table.

    Raises:
        LexiconError: the paradigm or a stem of it is unknown.
    """
    table = paradigms.get(name)
    if table is None:
        raise LexiconError(f"{where}: no paradigm {name!r}; known are {', '.join(sorted(paradigms))}")
    unknown = stems.keys() - table.keys()
    if unknown or not stems:
        raise LexiconError(
            f"{where}: paradigm {name!r} has the stems {', '.join(table)}, not {', '.join(sorted(unknown)) or 'none'}"
        )
    return tuple(dict.fromkeys(pattern.replace("-", stem) for key, stem in stems.items() for pattern in table[key]))

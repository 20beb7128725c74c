"""Which things can go wrong, by who is to blame.

TawaturError
├── SourceError    what we were given cannot be read: say so in a row, go on with the next report
├── LexiconError   our own words or names are wrong: stop, mend the data
├── ModelError     our own model file is missing or broken: say so, fall back or stop
├── StoreError     the machine failed (disk, database): retry or stop
└── UsageError     the command was called in a way that cannot work: say what to change
"""

__all__ = ["LexiconError", "ModelError", "SourceError", "StoreError", "TawaturError", "UsageError"]


class TawaturError(Exception):
    """Anything that this program raises on purpose; its text is written for the person at the keyboard."""


class SourceError(TawaturError):
    """A report that cannot be read: the text says what was wrong with it and what can be done."""


class LexiconError(TawaturError):
    """A word list or gazetteer shipped with the program is wrong: the text names file and entry."""


class ModelError(TawaturError):
    """A model file is missing, altered or of a version that this program cannot run."""


class StoreError(TawaturError):
    """The machine could not keep or give back what was asked of it."""


class UsageError(TawaturError):
    """The command's words do not fit together: the text says which and what to write instead."""

"""What the surroundings ask for, as one frozen record: built once by a door, handed down field by field."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment sets.

    Attributes:
        colour: whether a terminal may be coloured: not under ``NO_COLOR`` (set to anything) or ``TERM=dumb``.
    """

    colour: bool = True

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings that an environment asks for; the doors pass ``os.environ``."""
        return cls(colour=not environment.get("NO_COLOR") and environment.get("TERM") != "dumb")

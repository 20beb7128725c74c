"""Which version of the program this is; ``pyproject.toml`` is the one place that says it."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["VERSION"]


def _installed() -> str:
    """The version that the installed package states; ``unknown`` for a bare source tree."""
    try:
        return version("tawatur")
    except PackageNotFoundError:
        return "unknown"


VERSION = _installed()
"""The version of the installed package, as ``pyproject.toml`` states it."""

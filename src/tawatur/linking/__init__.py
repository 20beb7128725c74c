"""linking: which of it is the same, and how many independently say it?"""

from tawatur.linking.linker import link
from tawatur.linking.same import Decision, decide
from tawatur.linking.tables import Engine

__all__ = ["Decision", "Engine", "decide", "link"]

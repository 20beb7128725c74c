"""Which words mean what, and who is who, in this language?"""

from tawatur.lexicon.kit import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]

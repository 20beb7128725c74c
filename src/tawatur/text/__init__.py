"""Where are the words, sentences, numbers and dates?"""

from tawatur.text.sentences import Quotation, Sentence, find_quotations, find_sentences
from tawatur.text.tokens import Tokens, tokenise

__all__ = ["Quotation", "Sentence", "Tokens", "find_quotations", "find_sentences", "tokenise"]

"""export: how do others read it? JSON Lines for programs, a ledger and a summary for a terminal, a page for eyes."""

from tawatur.export.codebook import codebook_line
from tawatur.export.difference import difference, difference_line, difference_text
from tawatur.export.earlier import Earlier, read_linked
from tawatur.export.ledger import failure_text, ledger_text
from tawatur.export.linked import linked_line
from tawatur.export.linked_text import LinkedLook, linked_text
from tawatur.export.page import PAGE_START, page_html
from tawatur.export.pairs import DecidedPair, decided_line, decided_text
from tawatur.export.summary import summary_text

__all__ = [
    "PAGE_START",
    "DecidedPair",
    "Earlier",
    "LinkedLook",
    "codebook_line",
    "decided_line",
    "decided_text",
    "difference",
    "difference_line",
    "difference_text",
    "failure_text",
    "ledger_text",
    "linked_line",
    "linked_text",
    "page_html",
    "read_linked",
    "summary_text",
]

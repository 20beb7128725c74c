"""export: how do others read it? JSON Lines for programs, a ledger and a summary for a terminal, a page for eyes."""

from tawatur.export.codebook import codebook_line
from tawatur.export.ledger import failure_text, ledger_text
from tawatur.export.page import PAGE_START, page_html
from tawatur.export.summary import summary_text

__all__ = ["PAGE_START", "codebook_line", "failure_text", "ledger_text", "page_html", "summary_text"]

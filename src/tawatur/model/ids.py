"""Names that are derived from content: the same page read twice gets the same ids."""

import hashlib

from tawatur.model.span import Span

_LENGTH = 16


def document_id(content: str) -> str:
    """The id of a document that came without one, from its text alone: 16 hexadecimal digits."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def claim_id(document: str, type_: str, trigger: Span) -> str:
    """The id of a claim, from its document's id, its type and where its trigger stands."""
    key = f"{document}\n{type_}\n{trigger.start}\n{trigger.end}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]

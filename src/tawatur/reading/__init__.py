"""What is claimed, and who says so?"""

from tawatur.reading.lexical import STAGES, read_document
from tawatur.reading.record import Reading
from tawatur.reading.statements import statements

__all__ = ["STAGES", "Reading", "read_document", "statements"]

"""intake: what did we receive, from where, when?"""

from tawatur.intake.documents import MAX_BYTES, MAX_CHARACTERS, from_text, receive
from tawatur.intake.files import from_paths, from_stream
from tawatur.intake.json_lines import from_jsonl

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "from_jsonl", "from_paths", "from_stream", "from_text", "receive"]

"""What found a thing: the reason that travels with every extracted item."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """The stage and the rule (or model and version) that found an item.

    Attributes:
        stage: name of the stage, as in ``reading.STAGES``.
        rule: name of the rule, with the lexicon entry that it stood on where there is one.
    """

    stage: str
    rule: str

    def __str__(self) -> str:
        return f"{self.stage}: {self.rule}"

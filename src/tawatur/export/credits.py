"""Whom a page credits besides its own outlet."""

import re

from tawatur.model import Document, Region

__all__ = ["credited"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def credited(document: Document) -> list[Region]:
    """The bylines, credits and datelines that name an agency, a person or another outlet, in order.

    They tell where a report comes from and speak no claim. The publishing outlet's own name is no
    credit, nor is the day that a dateline states.
    """
    return [
        region
        for region in document.regions
        if region.name is not None and region.name != document.outlet and not _DAY.fullmatch(region.name)
    ]

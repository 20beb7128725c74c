"""Tawatur reads news reports on armed conflict and keeps who says what, resting on whom.

>>> from tawatur import read
>>> report = read("The harbour agency said that 300 fighters had arrived in Benghazi.")
>>> [claim.type.value for claim in report.claims]
['TRANSFER']
"""

from tawatur.model.version import VERSION as __version__
from tawatur.route import read_text as read

__all__ = ["__version__", "read"]

"""cli: how do I start it? Takes the words of the command, hands them to the route, prints what comes back."""

from tawatur.cli.command import main

__all__ = ["main"]

"""How well does the reader read? Scores against marked reports, with floors that only their own flag lowers."""

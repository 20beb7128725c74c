"""linking: which of it is the same, and how many independently say it?"""

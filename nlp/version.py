"""The version of the extractor: part of the key by which an unchanged document is skipped."""

EXTRACTOR = "4"
"""Raised whenever the same text would give other mentions or statements."""

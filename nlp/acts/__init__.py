"""Legal acts: every citation with its kind, number, date, issuer and parts, and the words that point back to one."""

from nlp.acts.step import find_acts

__all__ = ["find_acts"]

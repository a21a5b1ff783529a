"""Figures set above the line: behind a number they are a note's mark or a power, and no digits of it."""

import re

RAISED = "\x0e"
"""Stands before text that is set above the line."""

ENDS_NUMBER = re.compile(r"\d[.,;:)]?$")
PARTED = re.compile(rf"(\d[.,;:)]?){RAISED}(?=\d)")


def is_mark(before: str, raised: str) -> bool:
    """Whether raised text has to be parted from what stands before it, so as not to be read as digits of a number.

    >>> is_mark("в 2022", "1"), is_mark("100 м", "2"), is_mark("в 2022.", "1)")
    (True, False, True)
    """
    return raised[:1].isdigit() and ENDS_NUMBER.search(before) is not None


def unraised(text: str) -> str:
    """The text without the characters that say what is raised, a blank in their place where that is a mark.

    >>> unraised("2022\\x0e1"), unraised("100 м\\x0e2")
    ('2022 1', '100 м2')
    """
    return PARTED.sub(r"\1 ", text).replace(RAISED, "") if RAISED in text else text

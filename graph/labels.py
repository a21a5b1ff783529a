"""How a thing is called: one label a language, chosen from the forms that documents give, the same on every machine."""

from collections.abc import Collection, Iterable

from pyoxigraph import Literal

LONGEST = 160
"""Characters: a longer form is more often a sentence than a name."""


def choose_labels(forms: Iterable[tuple[Literal, bool]]) -> Collection[Literal]:
    """The label of each language among a thing's names; each comes with whether a document gives it as the name.

    A form that a document gives as the name comes before other forms, one that is not all capitals before one that is,
    a longer one before a shorter, then the first by its letters. The choice depends on the forms alone.

    >>> long, short = Literal("Кластер «А»", language="ru"), Literal("«А»", language="ru")
    >>> choose_labels([(short, True), (long, True)]) == {long}
    True
    """
    best: dict[str | None, tuple[tuple[bool, bool, bool, int, str, str], Literal]] = {}
    for form, is_name in forms:
        rank = (not is_name, form.value.isupper(), len(form.value) > LONGEST, -len(form.value), form.value, str(form))
        if form.language not in best or rank < best[form.language][0]:
            best[form.language] = (rank, form)
    return {form for _, form in best.values()}

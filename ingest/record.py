"""Dataclasses that are frozen for the type checker alone: of a line, a page makes a hundred, and a class that is frozen
as it runs takes five times as long to make one. And what follows from one, worked out when it is first asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, dataclass_transform, overload

Made = TypeVar("Made")
Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A dataclass with slots, compared and hashed by its fields, that mypy lets nobody change."""
    return dataclass(slots=True, unsafe_hash=True)(made)


@dataclass_transform(frozen_default=True)
def keeping_record(made: type[Made]) -> type[Made]:
    """A record without slots, so that it has room for what is `Kept`."""
    return dataclass(unsafe_hash=True)(made)


@dataclass_transform(frozen_default=True, order_default=True)
def ordered_record(made: type[Made]) -> type[Made]:
    """A record whose instances are ordered by their fields."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(made)


class Kept(Generic[Value]):
    """`functools.cached_property` without the lock that Python 3.11 takes at each first question, which costs more than
    most answers: a page asks fifty. Two threads that ask at once may both work it out.

    >>> class Line:
    ...     @Kept
    ...     def words(self) -> list[str]:
    ...         return ["one", "two"]
    >>> line = Line()
    >>> line.words is line.words
    True
    """

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, of: None, owner: type) -> "Kept[Value]": ...
    @overload
    def __get__(self, of: object, owner: type) -> Value: ...
    def __get__(self, of: object | None, owner: type) -> "Value | Kept[Value]":
        if of is None:
            return self
        found = of.__dict__[self._name] = self._work(of)
        return found

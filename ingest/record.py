"""Dataclasses that are frozen for the type checker alone: of a line, a page makes a hundred, and a class that is frozen
as it runs takes five times as long to make one."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A dataclass with slots, compared and hashed by its fields, that mypy lets nobody change."""
    return dataclass(slots=True, unsafe_hash=True)(made)


@dataclass_transform(frozen_default=True, order_default=True)
def ordered_record(made: type[Made]) -> type[Made]:
    """A record whose instances are ordered by their fields."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(made)

"""Names that fit several things which are not one: they belong to none of them until a person decides."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from graph.resolve import Link, components

Group = frozenset[str]
"""Nodes that are one for certain."""


def untorn(links: Sequence[Link], contradict: Callable[[str, str], bool]) -> list[Link]:
    """The links without those that would make one of two keys that contradict each other: all that lead from one to the
    other on the shortest ways, but for the certain ones.

    The result depends on the set of links alone. What is one for certain is left to whoever made it so.

    >>> links = [Link(0, "llc", "bare", is_certain=False), Link(0, "bare", "jsc", is_certain=False)]
    >>> untorn(links, lambda one, other: {one, other} == {"llc", "jsc"})
    []
    """
    if sum(not link.is_certain for link in links) < 2:
        return list(links)
    nodes = {end for link in links for end in (link.left, link.right)}
    groups = components(nodes, [link for link in links if link.is_certain], ())
    kept = list(links)
    while cut := set(_between(_ties(kept, groups), contradict)):
        kept = [link for link in kept if link.is_certain or _tie(link, groups) not in cut]
    return kept


def _tie(link: Link, groups: Mapping[str, Group]) -> frozenset[Group]:
    return frozenset((groups[link.left], groups[link.right]))


def _ties(links: Sequence[Link], groups: Mapping[str, Group]) -> Mapping[Group, set[Group]]:
    """The groups that uncertain links bring together."""
    ties: dict[Group, set[Group]] = defaultdict(set)
    for link in links:
        one, other = groups[link.left], groups[link.right]
        if not link.is_certain and one != other:
            ties[one].add(other)
            ties[other].add(one)
    return ties


def _between(
    ties: Mapping[Group, Collection[Group]], contradict: Callable[[str, str], bool]
) -> Iterator[frozenset[Group]]:
    """The ties on the shortest ways between groups that contradict each other."""
    away = {group: _distances(group, ties) for group in ties}
    pairs = ((one, other) for one in ties for other in away[one] if min(one) < min(other))
    for one, other in pairs:
        if any(contradict(left, right) for left in one for right in other):
            length = away[one][other]
            for near, far in ((start, end) for start in away[one] for end in ties[start]):
                if away[one][near] + 1 + away[other][far] == length:
                    yield frozenset((near, far))


def _distances(start: Group, ties: Mapping[Group, Collection[Group]]) -> Mapping[Group, int]:
    """How many ties lead from a group to each that it is brought together with."""
    found, edge = {start: 0}, [start]
    while edge:
        edge = sorted({far for near in edge for far in ties[near]} - found.keys(), key=sorted)
        found.update(dict.fromkeys(edge, max(found.values()) + 1))
    return found

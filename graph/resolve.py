"""Who is who: pure functions from keys and judgements to components, and from parts to the things they make up."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.digests import Json, digest
from graph.keys import COMPOSITES, ENOUGH

Node = TypeVar("Node", bound=Hashable)


BY_EDITION, BY_KEY, BY_DECISION = -2, -1, 0
"""The order of links between editions of one entity, of those that keys give, and of those that resolution decides;
judgements have their numbers."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reason why two nodes are one: an entity and one of an earlier edition that a judgement names (BY_EDITION), an
    entity's key (BY_KEY), what resolution decided of two keys (BY_DECISION, with
    its score, and whether more than names says so), or the judgement numbered `order`."""

    order: int
    left: str
    right: str
    score: float = 1.0
    is_certain: bool = True


def components(
    nodes: Iterable[str], links: Iterable[Link], apart: Collection[frozenset[str]]
) -> dict[str, frozenset[str]]:
    """The component of each node. A link that would join two nodes judged different is left out.

    Keys come before decisions, the surest first, decisions before judgements, judgements in their order; an entity
    judged different from another is linked to its key after the decisions, so that it is the one to leave. The result
    depends on the sets given alone, not on their order.

    >>> parts = components("abc", [Link(0, "a", "b"), Link(1, "b", "c")], [frozenset("ac")])
    >>> sorted(parts["b"]), sorted(parts["c"])
    (['a', 'b'], ['c'])
    """
    group: dict[str, set[str]] = {node: {node} for node in nodes}
    judged = frozenset().union(*apart) if apart else frozenset()

    def place(link: Link) -> tuple[int, bool, bool, float, str, str]:
        is_judged, is_key = link.left in judged, link.order == BY_KEY
        order = BY_DECISION if is_judged and is_key else link.order
        return (order, is_key, is_judged, -link.score, link.left, link.right)

    for link in sorted(links, key=place):
        one, other = group[link.left], group[link.right]
        if one is other or any(_crosses(pair, one, other) for pair in apart):
            continue
        if len(one) < len(other):
            one, other = other, one
        one |= other
        for node in other:
            group[node] = one
    frozen = {id(members): frozenset(members) for members in group.values()}
    return {node: frozen[id(members)] for node, members in group.items()}


def _crosses(pair: frozenset[str], one: Collection[str], other: Collection[str]) -> bool:
    return any(node in one for node in pair) and any(node in other for node in pair)


def is_key(node: str) -> bool:
    """Whether a node is a key (`family|…`), not an IRI.

    >>> is_key("cluster|протон"), is_key("http://localhost:8765/id/region/RU-PER")
    (True, False)
    """
    return not node.startswith(("http://", "https://"))


def head(
    component: Collection[str],
    *,
    is_local: Callable[[str], bool],
    order: Callable[[str], int | None],
    has_keys: Callable[[str], bool],
) -> str:
    """The node that a component's thing is named by: the first natural key, else the key whose name was assigned first,
    else the first key, else the first entity that a document still states, else the first entity.

    >>> head(["cluster|b", "cluster|a"], is_local=bool, order={"cluster|a": 2, "cluster|b": 1}.get, has_keys=bool)
    'cluster|b'
    """
    keys = [node for node in component if is_key(node)]
    natural = [node for node in component if not is_key(node) and not is_local(node)]
    if natural:
        return min(natural)
    orders = {found: key for key in keys if (found := order(key)) is not None}
    if orders:
        return orders[min(orders)]
    return min(keys or [node for node in component if has_keys(node)] or component)


def composite(type_: str, parts: Mapping[str, Sequence[str]], document: str) -> str:
    """The id of an observation or a membership: `observation/<digest of its resolved parts>`.

    `parts` maps predicates to resolved ids or literal values. A literal counts by its words: letter case and blanks do
    not matter. Where too few parts are stated for two documents to meet, `document` keeps them apart.

    >>> composite("svod:Membership", {"org:member": ["person/a"], "org:organization": ["cluster/b"]}, "document/1")
    'membership/1ed4acb4d06cb11e'
    """
    key: list[Json] = [
        [predicate, sorted({" ".join(value.split()).casefold() for value in parts.get(predicate, ())})]
        for predicate in COMPOSITES[type_]
    ]
    stated = {predicate for predicate, values in parts.items() if values}
    if not any(enough <= stated for enough in ENOUGH[type_]):
        key.append(document)
    return f"{type_.rpartition(':')[2].lower()}/{digest(key)}"

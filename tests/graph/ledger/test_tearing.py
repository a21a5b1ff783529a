"""A name that fits two things which are not one joins neither, in whatever order documents come."""

from collections.abc import Callable
from itertools import permutations

import pytest

from graph.edition import Edition
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.snapshot import Snapshot
from graph.unsure import unsure

Draft = Callable[..., Edition]
COUNT = ("svod:memberCount", "=12")
LIMITED = [("organization:ООО «Севмашприбор»", *COUNT)]
JOINT = [("organization:АО «Севмашприбор»", *COUNT)]
BARE = [("organization:Севмашприбор", *COUNT)]
NAMES = {"limited.txt": LIMITED, "joint.txt": JOINT, "bare.txt": BARE}
THINGS = "SELECT DISTINCT ?c { ?c a svod:Organization } ORDER BY ?c"


def things(ledger: Ledger) -> int:
    ledger.publish()
    return len(list(Snapshot.open(ledger.library).query(THINGS)))  # type: ignore[arg-type]


@pytest.mark.parametrize("order", list(permutations(NAMES)))
def test_two_companies_are_not_joined_through_a_bare_name(ledger: Ledger, draft: Draft, order: tuple[str, ...]) -> None:
    for source in order:
        ledger.add(draft(source, NAMES[source]))
    assert things(ledger) == 3
    asked = unsure(Snapshot.open(ledger.library))
    assert len(asked) == 3
    assert sum(one.reasons[-1].feature == "fits_several" for one in asked) == 2
    assert {one.reasons[-1].sentence_in("ru") for one in asked if one.reasons[-1].feature == "fits_several"} == {
        "Название подходит нескольким, а они — не одно и то же."
    }


def test_a_bare_name_joins_again_when_the_other_leaves_or_a_person_decides(ledger: Ledger, draft: Draft) -> None:
    for source, said in NAMES.items():
        ledger.add(draft(source, said))
    ledger.withdraw("joint.txt")
    assert things(ledger) == 1
    ledger.add(draft("joint.txt", JOINT))
    assert things(ledger) == 3
    torn = [one for one in unsure(Snapshot.open(ledger.library)) if one.reasons[-1].feature == "fits_several"]
    ledger.judge(Judgement("same", torn[0].left.thing, torn[0].right.thing, who="w"))
    assert things(ledger) == 2

"""The bands of a region: the same whatever the drawing order, none crossed by another's lines."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ingest.lines import Line
from ingest.pool import CORE, bands

places = st.tuples(st.integers(0, 400), st.integers(0, 600), st.integers(6, 30))


def line(place: tuple[int, int, int]) -> Line:
    x, y, size = place
    return Line("text", range(4), (float(x), float(y), x + 50.0, float(y + size)), float(size))


@given(st.lists(places, max_size=30, unique=True), st.randoms(use_true_random=False))
def test_bands_do_not_depend_on_the_drawing_order(found: list[tuple[int, int, int]], chance: Random) -> None:
    lines = [line(place) for place in found]
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert [set(band) for band in bands(shuffled)] == [set(band) for band in bands(lines)]


@given(st.lists(places, max_size=30))
def test_no_core_reaches_into_another_band(found: list[tuple[int, int, int]]) -> None:
    for above, below in pairwise(bands([line(place) for place in found])):
        assert max(one.middle + CORE * one.size for one in above) <= min(one.middle - CORE * one.size for one in below)

"""The bands of a region: the same whatever the drawing order, none crossed by another's lines."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ingest.gutters import inner_gaps, merge, part
from ingest.lines import Line
from ingest.pool import CORE, STRIDE, bands, columns_of, pooled

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


@given(st.lists(places, min_size=1, max_size=30))
def test_a_column_has_the_bands_that_its_lines_have_by_themselves(found: list[tuple[int, int, int]]) -> None:
    pool = pooled([line(place) for place in found])
    columns = part([one for band in pool.bands for one in band], pool.gaps)
    assert [(own.lines, list(own.bands)) for own in columns_of(pool.bands, pool.gaps)] == [
        (column, bands(column)) for column in columns
    ]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(100, 160)), min_size=2, max_size=3 * STRIDE))
def test_bands_that_keep_white_between_them_end_where_it_is_filled(found: list[tuple[int, int]]) -> None:
    lines = [line((x, 20 * row, 12)) for row, pair in enumerate(found) for x in pair]
    pool = pooled(lines)
    first = next((at for at, gaps in enumerate(pool.inner) if gaps), None)
    if first is None:
        return
    expected = first + 1
    while expected < len(pool.bands):
        held = merge([stretch for own in pool.covers[first : expected + 1] for stretch in own])
        if not inner_gaps(held, pool.unit):
            break
        expected += 1
    assert pool.parted_until(first, len(pool.bands), pool.unit) == expected

"""Which stretches share a place, beside looking at every one."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from nlp.overlaps import Overlaps

spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans), st.lists(spans), spans)
def test_what_overlaps_is_what_a_look_at_every_stretch_finds(first: list[Span], later: list[Span], asked: Span) -> None:
    held = Overlaps(first)
    for span in later:
        held.add(span)
    expected = [span for span in [*first, *later] if span.start < asked.end and asked.start < span.end]
    assert sorted(held.at(asked.start, asked.end)) == sorted(expected)
    assert held.has(asked.start, asked.end) == bool(expected)
    assert [span.start for span in held] == sorted(span.start for span in [*first, *later])

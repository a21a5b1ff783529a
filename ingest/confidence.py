"""How sure it is that a span's text stands on the page: 1 for text layers, less where OCR read it."""

from bisect import bisect_left, bisect_right

from ingest.document import Document, Page, Span, Word

MOST = 0.99  # no word that OCR read is as sure as one that the file itself holds


def confidence(document: Document, span: Span) -> float:
    """The confidence of the least sure word with a letter or digit in the span; 1 where no word was read by OCR."""
    sure = 1.0
    for place in document.places(span):
        page = document.pages[place.page - 1]
        for word in words_in(page, page.start + place.start, page.start + place.end):
            if any(letter.isalnum() for letter in document.text[word.start : word.end]):
                sure = min(sure, word.confidence, MOST)
    return sure


def words_in(page: Page, start: int, end: int) -> tuple[Word, ...]:
    """The page's OCR words that share a character with the document's text at `start:end`."""
    first = bisect_right(page.words, start, key=lambda word: word.end)
    return page.words[first : bisect_left(page.words, end, key=lambda word: word.start)]

"""The lines of a page that is not turned, pdfium asked of all of them at once.

A level line's box is that of its text objects, its height that of its first character's font. pdfium gives the boxes
of all stretches of one object for the whole page; the count of each line's says which are whose. Lines whose objects
stand apart (cells, columns side by side) are parted where one object ends and the next begins. What is turned, or has
footnote marks in it, goes the general way. Works on pdfium's own handles; only `ingest.textlines` calls it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from ingest import native
from ingest.document import Box
from ingest.lines import Line, union
from ingest.stretches import (
    LEANING,
    LIGATURES,
    LINE_ENDS,
    SPLIT_GAP,
    Stretch,
    apart,
    are_stacked,
    font_reach,
    has_marks,
    is_close,
    measured_at,
)

if TYPE_CHECKING:
    from ingest.pdfium import PdfPage

LEVEL = 2.5  # times its height: a stretch that is as long and begins where its first character does is not turned
TALL, TALLEST = 4.0, 30.0  # no font is higher than so many times its ink, or so many points
BEGINS = 0.5  # of the height by which it may begin beside that character
MARKS = "*†‡"  # footnotes' marks that are no digits
DIGIT = re.compile(r"\d")

Halves = Sequence[tuple[Stretch, int | None]]
"""The parts of a stretch, each with its text object."""


class OneByOne(Protocol):
    """How lines are made one by one."""

    def parts(self, stretch: Stretch, boxes: Sequence[Box] | None = None) -> list[Line]:
        """The lines of a stretch; `boxes` are its rectangles, where they are known."""
        ...

    def is_bent(self, first: int, last: int) -> bool:
        """Whether the characters at a line's ends stand at different angles."""
        ...

    def is_bold(self, font: int | None, char: int) -> bool:
        """Whether a font is bold; `char` is a character set in it."""
        ...


class PlainLines:
    """Makes the lines of one upright page that holds nothing which its lines leave out."""

    def __init__(self, page: "PdfPage", others: OneByOne) -> None:
        self._page = page
        self._others = others
        self._text, self._chars = page.characters

    def lines(self, stretches: Sequence[Stretch]) -> list[Line]:
        """The lines of the stretches, in drawing order."""
        text, chars, page = self._text, self._chars, self._page
        firsts = [chars[stretch[0]] for stretch in stretches]
        objects = page.text_objects(firsts)
        boxes = page.displayed_rows(native.rectangles(page.address))
        counts = self._counts(stretches, objects, len(boxes))
        if sum(counts) != len(boxes):
            return [line for stretch in stretches for line in self._others.parts(stretch)]
        self._without_blanks(stretches, counts, boxes)
        if len(boxes) > len(stretches):
            stretches, counts, objects = self._halved(stretches, counts, objects, boxes)
            firsts = [chars[stretch[0]] for stretch in stretches]
        fonts = native.fonts(objects)
        bold = {font: self._others.is_bold(font, char) for font, char in dict(zip(fonts, firsts, strict=True)).items()}
        reaches = self._reaches(stretches, firsts)
        found: list[Line] = []
        at = 0
        for stretch, count, reach, font in zip(stretches, counts, reaches, fonts, strict=True):
            if count != 1:
                found += self._of_several(stretch, boxes[at : at + count], reach, bold[font]) if count else ()
                at += count
                continue
            x0, high, x1, low = boxes[at]
            at += 1
            left, top, _, bottom = reach
            height, inked = bottom - top, low - high
            if not (inked * 0.8 <= height <= max(4 * inked, 30) and top <= low and high <= bottom):
                top, bottom, height = high, low, inked
            if -BEGINS * height <= left - x0 <= BEGINS * height and (
                x1 - x0 >= LEVEL * height or self._is_level(stretch)
            ):
                start, end, hyphen, _ = stretch
                written = text[start : end - 1] + "-" if hyphen else text[start:end]
                found.append(Line(written, chars[start:end], (x0, top, x1, bottom), height, bold[font], hyphen))
            else:
                found += self._others.parts(stretch)
        return found

    def _reaches(self, stretches: Sequence[Stretch], firsts: Sequence[int]) -> list[Box]:
        """The boxes of each line's first character by its font's height."""
        page, text, chars = self._page, self._text, self._chars
        reaches = page.displayed_rows(native.loose_boxes(page.address, firsts))
        if "f" not in text or not any(letters in text for letters in LIGATURES):
            return reaches
        for index, stretch in enumerate(stretches):
            if text.startswith(LIGATURES, stretch[0]):
                left, _, right, _ = reaches[index]
                _, top, _, bottom = page.loose_box(chars[measured_at(text, stretch[0], stretch[1])])
                reaches[index] = left, top, right, bottom
        return reaches

    def _line(self, stretch: Stretch, box: Box, reach: tuple[float, float], is_bold: bool) -> Line:
        start, end, hyphen, _ = stretch
        written = self._text[start : end - 1] + "-" if hyphen else self._text[start:end]
        top, bottom = reach
        return Line(written, self._chars[start:end], (box[0], top, box[2], bottom), bottom - top, is_bold, hyphen)

    def _is_level(self, stretch: Stretch) -> bool:
        """Whether a stretch is not turned, asked of its first character."""
        return abs(native.angle(self._page.address, self._chars[stretch[0]])) < LEANING

    def _counts(self, stretches: Sequence[Stretch], objects: Sequence[int | None], boxes: int) -> list[int]:
        """How many of the page's rectangles are each stretch's.

        pdfium breaks lines between text objects only: where each line begins with an object of its own, and there are
        no more rectangles than lines, each line has one.
        """
        counts = [1] * len(stretches)
        if len(set(objects)) == boxes == len(stretches) and None not in objects:
            return counts
        lasts = self._page.text_objects([self._chars[stretch[1] - 1] for stretch in stretches])
        for index, (first, last) in enumerate(zip(objects, lasts, strict=True)):
            if first != last or first is None:
                start, end = (self._chars[place] for place in (stretches[index][0], stretches[index][1] - 1))
                counts[index] = native.count_rectangles(self._page.address, start, end + 1 - start)
        return counts

    def _without_blanks(self, stretches: Sequence[Stretch], counts: Sequence[int], boxes: list[Box]) -> None:
        """Put those rectangles right that reach over the blanks beside a stretch, as those of some fonts do."""
        trimmed = [index for index, stretch in enumerate(stretches) if stretch[3]]
        if not trimmed:
            return
        beside = [
            (index, place)
            for index in trimmed
            for place in (stretches[index][0] - 1, stretches[index][1])
            if 0 <= place < len(self._text) and self._text[place] not in LINE_ENDS
        ]
        ends = list(accumulate(counts))
        have_boxes = native.have_boxes(self._page.address, [self._chars[place] for _, place in beside])
        for index in {index for (index, _), has_box in zip(beside, have_boxes, strict=True) if has_box}:
            first, last = (self._chars[place] for place in (stretches[index][0], stretches[index][1] - 1))
            found = native.rectangles(self._page.address, first, last + 1 - first)
            boxes[ends[index] - counts[index] : ends[index]] = self._page.displayed_rows(found)

    def _halved(
        self, stretches: Sequence[Stretch], counts: Sequence[int], objects: Sequence[int | None], boxes: Sequence[Box]
    ) -> tuple[list[Stretch], list[int], list[int | None]]:
        """The same, with stretches of two objects that stand far apart as two: what stands in columns side by side."""
        words: list[tuple[int, int]] = []  # which stretches, and where their second objects may begin
        at = 0
        for index, count in enumerate(counts):
            word = self._second(stretches[index], boxes[at], boxes[at + 1]) if count == 2 else 0
            if word and objects[index] is not None:
                words.append((index, word))
            at += count
        if not words:
            return list(stretches), list(counts), list(objects)
        halves = dict(self._parted_at(stretches, objects, words))
        found: list[tuple[Stretch, int, int | None]] = []
        for index, whole in enumerate(zip(stretches, counts, objects, strict=True)):
            found += [(half, 1, of) for half, of in halves[index]] if index in halves else [whole]
        return [one for one, _, _ in found], [count for _, count, _ in found], [own for _, _, own in found]

    def _second(self, stretch: Stretch, left: Box, right: Box) -> int:
        """Where the second object of a stretch is likely to begin with a word, by the widths of both; 0 where they do
        not stand further apart than any line is high for which they would be one."""
        if right[0] - left[2] <= SPLIT_GAP * max(TALL * max(left[3] - left[1], right[3] - right[1]), TALLEST):
            return 0
        text, (start, end, _, _) = self._text, stretch
        share = (left[2] - left[0]) / max(left[2] - left[0] + right[2] - right[0], 1.0)
        expected = start + min(round(share * (end - start)), end - start)
        before, after = text.rfind(" ", start, expected) + 1, text.find(" ", expected, end) + 1
        return after if after and (not before or after - expected < expected - before) else before

    def _parted_at(
        self, stretches: Sequence[Stretch], objects: Sequence[int | None], words: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, Halves]]:
        """The halves of those stretches whose second object begins with a word, at the one given or near it; pdfium is
        asked of all of them at once."""
        text, chars = self._text, self._chars
        asked: list[int] = []
        for index, word in words:
            stop = len(text[stretches[index][0] : word].rstrip()) + stretches[index][0]
            asked += (chars[stretches[index][1] - 1], chars[word], chars[stop - 1])
        answers = iter(native.text_objects(self._page.address, asked))
        for (index, word), last, second, before in zip(words, answers, answers, answers, strict=True):
            own, (start, end, hyphen, is_trimmed) = objects[index], stretches[index]
            begins = word
            if second != last or before != own:
                begins = self._first_word_of(last, start, end, word)
            stop = start + len(text[start:begins].rstrip())
            if begins > start and (before if begins == word else self._object(stop - 1)) == own:
                yield index, (((start, stop, False, is_trimmed), own), ((begins, end, hyphen, is_trimmed), last))

    def _object(self, place: int) -> int | None:
        return native.text_object(self._page.address, self._chars[place])

    def _first_word_of(self, last: int | None, start: int, end: int, expected: int) -> int:
        """Where the first word begins that belongs to the `last` of the two objects of a stretch, looked for from where
        it is `expected` by their widths; -1 where no word does."""
        text = self._text
        word = max(start, text.rfind(" ", start, min(expected, end)) + 1)
        while self._object(word) != last:
            word = text.find(" ", word, end) + 1
            if not word:
                return -1
        while word > start:
            before = max(start, text.rfind(" ", start, word - 1) + 1)
            if self._object(before) != last:
                break
            word = before
        return word

    def _of_several(self, stretch: Stretch, boxes: Sequence[Box], reach: Box, is_bold: bool) -> list[Line]:
        """The line or lines of a stretch of several objects."""
        top, bottom = font_reach(reach, boxes[0])
        around = union(boxes)
        height = bottom - top
        is_long = around[2] - around[0] >= LEVEL * height and abs(reach[0] - around[0]) <= BEGINS * height
        if not is_long and not self._is_level(stretch):
            return self._others.parts(stretch, boxes)
        if are_stacked(boxes, height):
            return self._others.parts(stretch, boxes)
        if is_close(boxes, height):
            if self._has_marks(stretch, boxes, around):
                return self._others.parts(stretch, boxes)
            return [self._line(stretch, around, (top, bottom), is_bold)]
        is_bent = self._others.is_bent(self._chars[stretch[0]], self._chars[stretch[1] - 1])
        parted = [] if is_bent else self._parted(stretch, boxes, height)
        return parted or self._others.parts(stretch, boxes)

    def _has_marks(self, stretch: Stretch, boxes: Sequence[Box], around: Box) -> bool:
        """Whether a stretch may hold footnote marks or begin with a figure set large: its boxes differ in height, and
        what such marks are made of stands in it."""
        start, end, _, _ = stretch
        is_marked = self._text[start] in MARKS or DIGIT.search(self._text, start, end) is not None
        return is_marked and has_marks(boxes, around)

    def _parted(self, stretch: Stretch, boxes: Sequence[Box], height: float) -> list[Line]:
        """The stretch parted where its rectangles stand apart; nothing where no blank stands there."""
        start, end, hyphen, _ = stretch
        firsts, lasts, objects = self._spans(start, end)
        if len(firsts) != len(boxes) or firsts[0] != start or lasts[-1] != end - 1:
            return []
        page, text, chars = self._page, self._text, self._chars
        lines: list[Line] = []
        box = 0
        for count, around in apart(boxes, height):
            first, stop = firsts[box], lasts[box + count - 1] + 1
            own = (first, stop, hyphen and stop == end, False)
            if (box and not text[lasts[box - 1] + 1 : first].isspace()) or self._has_marks(
                own, boxes[box : box + count], around
            ):
                return []
            reach = font_reach(page.loose_box(chars[measured_at(text, first, stop)]), boxes[box])
            is_bold = self._others.is_bold(native.fonts(objects[box : box + 1])[0], chars[first])
            lines.append(self._line(own, around, reach, is_bold))
            box += count
        return lines

    def _spans(self, start: int, end: int) -> tuple[list[int], list[int], list[int]]:
        """Where the text of each object begins, where it ends, and which it is, in a stretch of text; blanks, of which
        pdfium makes no rectangles, belong to none."""
        firsts: list[int] = []
        lasts: list[int] = []
        objects: list[int] = []
        before = None
        of_chars = native.text_objects(self._page.address, self._chars[start:end])
        for place, (letter, own) in enumerate(zip(self._text[start:end], of_chars, strict=True), start=start):
            if own is None or letter.isspace():
                continue
            if own == before:
                lasts[-1] = place
            else:
                firsts.append(place)
                lasts.append(place)
                objects.append(own)
                before = own
        return firsts, lasts, objects

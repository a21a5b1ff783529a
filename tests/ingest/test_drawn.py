"""Ruling lines seen on images."""

from PIL import Image, ImageDraw

from ingest.drawn import drawn

POINTS = 72 / 300


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (1200, 800), 255)
    return image, ImageDraw.Draw(image)


def test_thin_lines_are_found_where_they_run() -> None:
    image, pen = sheet()
    for y in (200, 400):
        pen.line((200, y, 1000, y), fill=0, width=3)
    for x in (200, 1000):
        pen.line((x, 200, x, 400), fill=0, width=3)
    boxes = drawn(image, POINTS)
    level = [box for box in boxes if box[2] - box[0] > box[3] - box[1]]
    upright = [box for box in boxes if box[2] - box[0] < box[3] - box[1]]
    assert {round(box[1]) for box in level} == {48, 96}
    assert {round(box[0]) for box in upright} == {48, 240}
    assert all(abs(box[0] - 48) < 3 and abs(box[2] - 240) < 3 for box in level)


def test_bars_and_pictures_are_no_lines() -> None:
    image, pen = sheet()
    pen.rectangle((100, 100, 1100, 160), fill=0)
    pen.rectangle((100, 300, 600, 700), fill=40)
    assert drawn(image, POINTS) == []


def test_lines_that_others_cross_in_their_middle_are_found() -> None:
    image, pen = sheet()
    for y in (200, 303, 400):
        pen.line((200, y, 1000, y), fill=0, width=7)
    for x in (200, 603, 1000):
        pen.line((x, 200, x, 400), fill=0, width=7)
    boxes = drawn(image, POINTS)
    level = {round(box[1]) for box in boxes if box[2] - box[0] > 100}
    upright = {round(box[0]) for box in boxes if box[3] - box[1] > 40}
    assert {48, 72, 96} <= level
    assert {48, 144, 240} <= upright

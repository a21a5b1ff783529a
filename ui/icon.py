"""The page's icon, drawn here: Streamlit would fetch its own symbols from the net."""

from functools import cache

from PIL import Image, ImageDraw

SIZE = 64
INK, MARKER = (31, 95, 168), (255, 226, 89)


@cache
def icon() -> Image.Image:
    """A sheet with one marked line."""
    picture = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((8, 2, 56, 62), radius=8, fill=(255, 255, 255), outline=INK, width=5)
    for top, fill in ((16, INK), (29, MARKER), (45, INK)):
        pen.rectangle((18, top, 46, top + (10 if fill == MARKER else 4)), fill=fill)
    return picture

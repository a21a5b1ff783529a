"""The numbers that an OpenDocument list draws before its items (OpenDocument 1.3, part 3, 16.31 and 19.880)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from odfdo import Document as OpenDocument
from odfdo import Element

from ingest.office.numbering import counted

FORMS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
         "а": "russianLower", "А": "russianUpper"}  # fmt: skip
DEEPEST = 10  # levels of a list


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list style counts; an empty `form` draws no number."""

    form: str
    before: str
    after: str
    shown: int
    start: int


@dataclass(slots=True)
class Lists:
    """The list styles of a document, and how far the open list and those before it have counted."""

    levels: Mapping[tuple[str, int], Level]
    counts: dict[int, int] = field(default_factory=dict)
    ended: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, element: Element, style: str, level: int) -> None:
        """A `text:list` begins; it goes on counting where it says so."""
        goes_on = element.get_attribute_string("text:continue-numbering") == "true"
        goes_on = goes_on or bool(element.get_attribute_string("text:continue-list"))
        first = self.levels[style, level].start if (style, level) in self.levels else 1
        self.counts[level] = self.ended.get((style, level), first - 1) if goes_on else first - 1

    def item(self, element: Element, style: str, level: int) -> str:
        """What is drawn before the next item; empty for bullets and unknown styles."""
        said = element.get_attribute_string("text:start-value") or ""
        self.counts[level] = int(said) if said.isdecimal() else self.counts[level] + 1
        self.ended[style, level] = self.counts[level]
        look = self.levels.get((style, level))
        if look is None or not look.form:
            return ""
        numbers = []
        for each in range(max(1, level - look.shown + 1), level + 1):
            form = self.levels[style, each].form if (style, each) in self.levels else "decimal"
            numbers.append(counted(self.counts.get(each, 1), form or "decimal"))
        return f"{look.before}{'.'.join(numbers)}{look.after}"


def lists_of(document: OpenDocument) -> Lists:
    """The list styles that the document declares."""
    levels: dict[tuple[str, int], Level] = {}
    for part in (document.styles, document.content):
        for style in part.get_elements("//text:list-style"):
            name = style.get_attribute_string("style:name") or ""
            for look in style.children:
                if look.tag == "text:list-level-style-number":
                    levels[name, _integer(look, "text:level")] = _level(look)
    return Lists(levels)


def _level(look: Element) -> Level:
    form = (look.get_attribute_string("style:num-format") or "")[:1]
    return Level(
        FORMS.get(form, "decimal") if form else "",
        look.get_attribute_string("style:num-prefix") or "",
        look.get_attribute_string("style:num-suffix") or "",
        min(_integer(look, "text:display-levels"), DEEPEST),
        _integer(look, "text:start-value"),
    )


def _integer(element: Element, attribute: str) -> int:
    """A number that an attribute gives, 1 where it gives none."""
    text = element.get_attribute_string(attribute) or ""
    return int(text) if text.isdecimal() else 1

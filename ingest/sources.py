"""What the given paths name: files as given, folders by their document suffixes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
SUFFIXES = (".pdf", ".html", ".htm", ".txt", ".docx", ".pptx", ".xlsx", ".odt", ".csv", *PICTURES)
"""What is taken from a folder; a file named outright is always taken, its kind told by its bytes."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: `path` as given, or as reachable below a folder that was given."""

    path: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The sources in order, and how many files of folders are no documents."""

    sources: tuple[Source, ...]
    skipped: int = 0


def collect(paths: Sequence[str]) -> Collection:
    """The sources that `paths` name, in the order given, sorted within a folder, each once.

    Hidden files and folders are left out. A path that names nothing is a source too: reading it says so.
    """
    found: dict[str, None] = {}
    skipped = 0
    for path in paths:
        if not Path(path).is_dir():
            found[path] = None
            continue
        for child in sorted(_files(Path(path)), key=lambda file: file.parts):
            if child.suffix.lower() in SUFFIXES:
                found[str(child)] = None
            else:
                skipped += 1
    return Collection(tuple(Source(path) for path in found), skipped)


def _files(folder: Path) -> list[Path]:
    """Every visible file below the folder; a link to a folder is not followed, so a loop of links ends."""
    files: list[Path] = []
    for child in folder.iterdir():
        if child.name.startswith("."):
            continue
        if child.is_dir():
            if not child.is_symlink():
                files.extend(_files(child))
        else:
            files.append(child)
    return files

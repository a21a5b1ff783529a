"""A store that takes the place of another, so that a killed process leaves one of them whole."""

import shutil
from pathlib import Path


def take_over(store: Path) -> None:
    """Put the store that was written beside this one in its place; neither is open."""
    old, new = _beside(store)
    store.rename(old)
    new.rename(store)
    shutil.rmtree(old)


def recover(store: Path) -> None:
    """Finish what a killed process began, or take back what it had not finished."""
    old, new = _beside(store)
    if old.exists() and not store.exists():  # the new one was whole when the old one left its place
        new.rename(store)
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _beside(store: Path) -> tuple[Path, Path]:
    return store.with_name(f"{store.name}.old"), store.with_name(f"{store.name}.new")

"""What a sheet holds: its filled cells, and the areas they form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """A filled cell of a sheet, rows and columns from 0, with the stretch it is merged over."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    is_bold: bool = False

    @property
    def bottom(self) -> int:
        """The row behind its last."""
        return self.row + self.row_span

    @property
    def right(self) -> int:
        """The column behind its last."""
        return self.column + self.column_span


Area = list[Held]
"""Cells row by row, from left to right in each."""

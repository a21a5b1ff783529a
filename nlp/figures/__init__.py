"""Figures: numbers with what they count, their unit and scale, their qualifier, period and place.

`find_figures(doc)` is the pipeline's step and gives `Observation` mentions; `figures_of(doc)` is the same with the
passages of each part, for `nlp/relations/observations.py`.
"""

from nlp.figures.figure import Figure, Part
from nlp.figures.found import figures_of, find_figures

__all__ = ["Figure", "Part", "figures_of", "find_figures"]

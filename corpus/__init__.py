"""The documents we wrote, the answers they must give, and the scorer that compares the two."""

from corpus.score import evaluate

__all__ = ["evaluate"]

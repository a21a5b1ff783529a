"""The stored SPARQL queries. They take parameters as bound variables; none is ever put together from text."""

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> str:
    """The text of `queries/<name>.rq`."""
    return files(__name__).joinpath(f"{name}.rq").read_text(encoding="utf-8")

"""The titles by which laws are cited: a law that a document names by its title alone is the one act of that title that
the library's documents cite in full. Where two acts have the title, it is neither of them."""

from graph.keys import family
from nlp.extract import Extract
from nlp.linking import name_by_title

FAMILY = f"{family('svod:LegalAct')}|"
"""How the keys of acts without a natural key begin."""
OF_ACT = "/act/"
"""What the IRIs of acts with a natural key hold."""


def title_keys(extract: Extract) -> dict[str, tuple[str, ...]]:
    """Of each act that the document cites in full: the keys that a mention by its title alone has."""
    found: dict[str, dict[str, None]] = {}
    for mention in extract.mentions:
        given = mention.attributes
        if mention.type == "LegalAct" and mention.id and given.get("number") and given.get("title"):
            found.setdefault(mention.id, {})[FAMILY + name_by_title(mention)] = None
    return {act: tuple(keys) for act, keys in found.items()}

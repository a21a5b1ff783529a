"""The vocabulary as data, and the names of things.

`svod.ttl` (OWL), `shapes.ttl` (SHACL), `regions.ttl`, `specializations.ttl`, `authorities.ttl` and `acts.ttl` are the
source; `vocabulary()` is what they say, `triples(base)` is what a store loads, `expand` and `compress` turn ids into
IRIs and back. Nothing here imports another room.
"""

from ontology.iri import compress, expand, slug
from ontology.triples import triples
from ontology.vocabulary import Vocabulary, vocabulary

__all__ = ["Vocabulary", "compress", "expand", "slug", "triples", "vocabulary"]

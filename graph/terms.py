"""The RDF terms that the ledger writes, and the names of its graphs."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology.iri import expand


def named(curie: str) -> NamedNode:
    """The term of a CURIE."""
    return NamedNode(expand(curie))


TYPE = named("rdf:type")
SUBJECT, PREDICATE, OBJECT = named("rdf:subject"), named("rdf:predicate"), named("rdf:object")
LABEL, ALT_LABEL = named("rdfs:label"), named("skos:altLabel")
CREATOR, CREATED, MODIFIED, CONFORMS_TO = (
    named("dcterms:creator"),
    named("dcterms:created"),
    named("dcterms:modified"),
    named("dcterms:conformsTo"),
)
TITLE, SOURCE, LANGUAGE, FORMAT = (
    named("dcterms:title"),
    named("dcterms:source"),
    named("dcterms:language"),
    named("dcterms:format"),
)

DOCUMENT, STATEMENT, PASSAGE = named("svod:Document"), named("svod:Statement"), named("svod:Passage")
DIGEST, PAGES, UNREADABLE_PAGES, EDITION_KEY, FINDING = (
    named("svod:digest"),
    named("svod:pages"),
    named("svod:unreadablePages"),
    named("svod:editionKey"),
    named("svod:finding"),
)
NORMAL, KEY, SHARED_KEY = named("svod:normal"), named("svod:key"), named("svod:sharedKey")
TITLE_KEY = named("svod:titleKey")
RULE, SCORE, MODALITY = named("svod:rule"), named("svod:score"), named("svod:modality")
UNIT, AS_WRITTEN, APPROXIMATION = named("svod:unit"), named("svod:asWritten"), named("svod:approximation")
VALID_FROM, VALID_TO, PERIOD, AREA = (
    named("svod:validFrom"),
    named("svod:validTo"),
    named("svod:period"),
    named("svod:area"),
)
ROLES = {
    "value": named("svod:passage"),
    "subject": named("svod:subjectPassage"),
    "label": named("svod:labelPassage"),
    "context": named("svod:contextPassage"),
}
OF_DOCUMENT, QUOTE, PAGE, START, END, BOXES = (
    named("svod:document"),
    named("svod:quote"),
    named("svod:page"),
    named("svod:start"),
    named("svod:end"),
    named("svod:boxes"),
)

NAMED_FOR, ORDER = named("svod:namedFor"), named("svod:order")
CONTINUES = named("svod:continues")
PROFILE, HOLDS, CROWDED = named("svod:profile"), named("svod:holds"), named("svod:crowded")
CANDIDATE, BETWEEN, OUTCOME, REASON, JOINS = (
    named("svod:Candidate"),
    named("svod:between"),
    named("svod:outcome"),
    named("svod:reason"),
    named("svod:joins"),
)
MEMBER_OF, MERGED_INTO = named("svod:memberOf"), named("svod:mergedInto")
SUPPORTS, STATED_AS = named("svod:supports"), named("svod:statedAs")
BY_HAND = "added_by_a_person"
"""The rule of a statement that a person added."""

REPLACED_BY, INVALIDATED = named("dcterms:isReplacedBy"), named("prov:wasInvalidatedBy")
CORRECTED_BY = named("svod:correctedBy")

FROM_SOURCE = named("svod:fromSource")
JUDGEMENT, KIND, LEFT, RIGHT = named("svod:Judgement"), named("svod:kind"), named("svod:left"), named("svod:right")
OF_STATEMENT, CLAIM, UNDOES, WHO, WHEN, WHY = (
    named("svod:statement"),
    named("svod:claim"),
    named("svod:undoes"),
    named("svod:who"),
    named("svod:when"),
    named("svod:why"),
)

CONFLICT, CONFLICT_OF, CONFLICT_ON = named("svod:Conflict"), named("svod:conflictOf"), named("svod:conflictOn")
SIDE, STATE, STANDS, DECIDED_BY = named("svod:side"), named("svod:state"), named("svod:stands"), named("svod:decidedBy")


@dataclass(frozen=True, slots=True)
class Graphs:
    """The ledger's graphs other than the documents' own, below one base."""

    base: str
    judgements: NamedNode
    names: NamedNode
    members: NamedNode
    candidates: NamedNode
    facts: NamedNode
    conflicts: NamedNode
    log: NamedNode
    ontology: NamedNode

    @classmethod
    def below(cls, base: str) -> "Graphs":
        """The graphs of the library with this base."""
        names = ("judgements", "names", "members", "candidates", "facts", "conflicts", "log", "ontology")
        return cls(base, *(NamedNode(f"{base}graph/{name}") for name in names))

    def document_of(self, local: NamedNode) -> NamedNode:
        """The document graph in which a document-local entity is stated."""
        return NamedNode(local.value.partition("/entity/")[0])

    def is_local(self, node: NamedNode) -> bool:
        """Whether the node is a document-local entity."""
        return "/entity/" in node.value and node.value.startswith(f"{self.base}document/")

    def is_document(self, graph: object) -> bool:
        """Whether the graph is a document's own."""
        return isinstance(graph, NamedNode) and graph.value.startswith(f"{self.base}document/")

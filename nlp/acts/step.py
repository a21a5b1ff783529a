"""Acts as mentions: citations with their ids and candidates, back-references with what they point to."""

from collections.abc import Sequence

from spacy.tokens import Doc

from nlp.acts.citation import Citation
from nlp.acts.citations import find_citations
from nlp.acts.identity import fixed_by_document, id_of, own_region, regions_of, why_without_id
from nlp.acts.issuing import issuers_of
from nlp.acts.references import find_references
from nlp.line_ends import unbroken
from nlp.mention import Attribute, Mention
from nlp.regions import region_names

NOT_FIXED = "the document cites several acts of this kind and number"
SAME_TITLE = "the document cites several acts of this kind under this title"


def find_acts(doc: Doc) -> list[Mention]:
    """`LegalAct` mentions (kind, number, date, issuer, region, articles, title, candidates, and the reason where
    it has no id) and `ActReference` mentions (to, kind), in document offsets."""
    written = doc._.document.text
    text, offsets = unbroken(written)
    citations = find_citations(text)
    names = region_names(doc)
    regions = regions_of(citations, names, offsets)
    own = own_region(citations, regions, names, offsets)
    issuers = issuers_of(citations)
    ids = [
        id_of(citation, region or own, issuer)
        for citation, region, issuer in zip(citations, regions, issuers, strict=True)
    ]
    known = fixed_by_document(citations, ids)
    mentions = []
    for index, citation in enumerate(citations):
        candidates = known.get(index, ())
        ids[index] = ids[index] or (candidates[0] if len(candidates) == 1 else None)
        start, end = offsets(citation.start), offsets(citation.end - 1) + 1
        attributes = _attributes(citation, regions[index], _candidates(citation, candidates, ids, citations))
        if ids[index] is None and len(candidates) < 2:
            attributes["reason"] = why_without_id(citation, regions[index] or own, issuers[index])
        rule = "act_named" if citation.number is None and citation.date is None else f"act_{citation.type}"
        mentions.append(Mention("LegalAct", start, end, written[start:end], ids[index], attributes, rule=rule))
    for reference in find_references(text, citations):
        start, end = offsets(reference.start), offsets(reference.end - 1) + 1
        at = reference.antecedent
        pointing: dict[str, Attribute] = {
            "to": ids[at] if at is not None else None,
            "to_start": offsets(citations[at].start) if at is not None else None,
            "kind": reference.type,
        }
        mentions.append(Mention("ActReference", start, end, written[start:end], None, pointing, rule="act_reference"))
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _attributes(citation: Citation, region: str | None, candidates: tuple[Attribute, ...]) -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {
        "kind": citation.kind,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "region": region,
        "articles": citation.articles,
        "title": citation.title,
        "candidates": candidates,
    }
    for key, value in (("name", citation.name), ("subtype", citation.subtype), ("own", 1 if citation.is_own else None)):
        if value is not None:
            attributes[key] = value
    return attributes


def _candidates(
    citation: Citation, candidates: Sequence[str], ids: Sequence[str | None], citations: Sequence[Citation]
) -> tuple[Attribute, ...]:
    if len(candidates) < 2:
        return ()
    titles = {id_: other.title for id_, other in zip(ids, citations, strict=True) if other.title}
    return tuple(
        {"id": id_, "title": titles.get(id_), "reason": NOT_FIXED if citation.number else SAME_TITLE}
        for id_ in candidates
    )

"""The pipeline that anyone would write first, as a yardstick: pdfplumber text and tables, natasha's NER, rdflib."""

import importlib.util
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pdfplumber
from navec import Navec
from rdflib import RDF, Graph, Literal, URIRef
from slovnet import NER

BASE = "http://example.org/"


@cache
def tagger() -> Any:
    """natasha's NER: slovnet's news model on navec's embeddings, both as natasha carries them."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha is not installed")
    data = Path(next(iter(spec.submodule_search_locations))) / "data"
    ner = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    ner.navec(Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return ner


def ingest(data: bytes, graph: Graph) -> int:
    """Read a PDF, tag every page, add a triple for each name and each table cell. Returns its pages."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            subject = URIRef(f"{BASE}page/{page.page_number}")
            text = page.extract_text() or ""
            for span in tagger()(text).spans:
                name = URIRef(BASE + quote(text[span.start : span.stop]))
                graph.add((subject, URIRef(BASE + "mentions"), name))
                graph.add((name, RDF.type, URIRef(BASE + span.type)))
            for table in page.extract_tables():
                for row in table:
                    for cell in row:
                        graph.add((subject, URIRef(BASE + "cell"), Literal(cell or "")))
        return len(pdf.pages)

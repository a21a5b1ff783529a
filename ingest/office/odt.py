"""An OpenDocument text as a Document: headings, paragraphs, list items, tables, notes."""

from io import BytesIO

from ingest.document import Document
from ingest.office.leaves import Binding, composed
from ingest.office.package import ODT, check_package, unpacking


def read_odt(data: bytes, source: str) -> Document:
    """The text of an .odt in the order of its body; a new page at each page break that the author set.

    Raises Damaged, Encrypted or NoText.
    """
    check_package(data)
    with unpacking("an OpenDocument text"):
        import odfdo

        from ingest.office.odt_flow import OdtFlow

        document = odfdo.Document(BytesIO(data))
        flow = OdtFlow(document)
        flow.run()
        return composed(data, source, Binding(ODT, document.meta.title or "", flow.findings()), flow.leaves())

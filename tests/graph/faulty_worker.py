"""A worker that a text can break: what it does stands in the text. Started by `test_workers.py`."""

import os
import signal
import time

import nlp
from graph import worker
from ingest.document import Document

really_annotate = nlp.annotate


def annotate(document: Document) -> object:
    """Do what the text says, else annotate it."""
    text = document.text
    if "СБОЙ" in text:
        raise KeyError("рубрика 17")
    if "СОН" in text:
        time.sleep(600)
    if "ПАМЯТЬ" in text:
        bytearray(8 << 30)
    if "КРУШЕНИЕ" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "УБИТ" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return really_annotate(document)


if __name__ == "__main__":
    nlp.annotate = annotate  # type: ignore[assignment]
    worker.main()

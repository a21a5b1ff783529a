"""A document in, what it states out: `annotate` finds what the text names, `state` what it says of it.

`Extract` is the result, `to_json` one line of `svod extract`, `EXTRACTOR` the version that decides what is read anew.
"""

from nlp.extract import Extract
from nlp.jsonlines import to_json
from nlp.state import state
from nlp.steps import annotate
from nlp.version import EXTRACTOR

__all__ = ["EXTRACTOR", "Extract", "annotate", "state", "to_json"]

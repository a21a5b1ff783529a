"""Tokens: words, single marks and the white space between them, so that every character of the text is in one token.

spaCy's own rules for Russian and English cost 22 µs a word (the whole of `nlp/` may cost 16), this pattern under 1;
nothing here asks for the finer cuts of those rules, because mentions stand at offsets and spans are widened to tokens.
"""

import re
from itertools import accumulate
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(r"(?:[0-9A-Za-zА-яЁё]++\w*|\w+|[^\w\s]) ?|\s+")  # the letters of most words first: \w alone is slow
FORMS_KEPT = 400_000  # tokens with and without the blank after them; a large library has about 150,000 words


class Tokenizer:
    """What a spaCy pipeline calls to make a Doc of a text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._forms = _Forms(vocab)

    def __call__(self, text: str) -> Doc:
        """The text as a Doc; `doc.text` is the text, unchanged, and `doc.user_data["tokens"]` the pieces it was cut in,
        each with the blank after it, and `doc.user_data["starts"]` where they begin (and where the text ends)."""
        if len(self._forms) > FORMS_KEPT:
            self._forms.clear()
        tokens = _TOKEN.findall(text)
        forms = list(map(self._forms.__getitem__, tokens))
        words: list[Any] = [key for key, _ in forms]  # the stub knows of words only
        doc = Doc(self.vocab, words=words, spaces=[has_space for _, has_space in forms])
        doc.user_data["tokens"] = tokens
        doc.user_data["starts"] = list(accumulate(map(len, tokens), initial=0))
        return doc


class _Forms(dict[str, tuple[int, bool]]):
    """Each token as it is cut from the text: spaCy's key of it, and whether a blank follows it. (`Doc` takes words as
    well, and digests every one of them anew.)"""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, token: str) -> tuple[int, bool]:
        has_space = token[-1] == " " and not token.isspace()
        self[token] = found = (self._vocab.strings.add(token[:-1] if has_space else token), has_space)
        return found

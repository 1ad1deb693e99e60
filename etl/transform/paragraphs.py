"""Repair before parsing: a new paragraph begins a sentence, and a comma or closing quotation mark never does."""

import re

from spacy.tokens import Doc

# "date 2025-07-12 As the United States …": the head of a text file that was kept in its text.
_HEAD = re.compile(r"\s*(?:date:?\s+)?\d{4}-\d{2}-\d{2}\s+(?=\S)", re.IGNORECASE)
_NEVER_FIRST = frozenset(",;:)]”’%?!.")


def head_length(text: str) -> int:
    """Return how many characters of `text` are a head of the form "date 2025-07-12"."""
    matched = _HEAD.match(text)
    return matched.end() if matched else 0


def mark_paragraphs(doc: Doc) -> Doc:
    """Set the sentence boundaries that the parser has to keep."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
        elif token.text in _NEVER_FIRST:
            token.is_sent_start = False
    return doc

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
    broken = False
    for token in doc:
        text = token.text
        if token.i and broken:
            token.is_sent_start = True
        elif token.i and text in _NEVER_FIRST:
            token.is_sent_start = False
        broken = "\n" in text and token.is_space
    return doc


def join_split_sentences(doc: Doc) -> Doc:
    """Give back to its sentence what the parser cut off at a comma: "…, Lavrov further said."

    The parser may end a sentence before a comma whatever it was told; the rest then governs what went before.
    """
    for sentence in list(doc.sents):
        first = sentence[0]
        if sentence.start == 0 or first.text != "," or sentence.root.pos_ != "VERB":
            continue
        before = doc[sentence.start - 1].sent.root
        if "\n" not in doc[sentence.start - 1].text:
            before.head, before.dep_ = sentence.root, "ccomp"
    return doc

"""Repair before parsing: a new paragraph begins a sentence, and a comma or closing quotation mark never does."""

import re

import numpy as np
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
    never_first = {doc.vocab.strings[each] for each in _NEVER_FIRST}
    starts = np.zeros((len(doc), 1), dtype=np.int64)
    broken = False
    # Forms are compared by their numbers and boundaries set at once: `is_sent_start` looks through the whole Doc each time.
    for index, (form, space) in enumerate(doc.to_array(["ORTH", "IS_SPACE"]).tolist()):
        if index and broken:
            starts[index] = 1
        elif index and form in never_first:
            starts[index] = -1
        broken = bool(space) and "\n" in doc[index].text
    return doc.from_array(["SENT_START"], starts.view(np.uint64))  # type: ignore[arg-type]


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

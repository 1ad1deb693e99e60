"""Where a text has quotation marks with words in them."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

# A straight mark opens before a word and behind a space, and closes behind a word; a paragraph ends what none closes.
_STRAIGHT = r"(?<![\w.,;!?%)\]])\"(?=\S)((?:[^\"\n]|\n(?!\s*\n))*[^\"\s])(?:\"|(?=\s*(?:\n\s*\n|$)))"
_MARKED = re.compile(r"“([^“”]+)”?|" + _STRAIGHT)


def marked(doc: Doc) -> Iterator[Span]:
    """Yield the words between quotation marks, in order."""
    text = doc.text
    if "“" not in text and '"' not in text:
        return
    for matched in _MARKED.finditer(text):
        span = doc.char_span(*matched.span(1 if matched.group(1) else 2), alignment_mode="contract")
        if span is not None and span.text.strip():
            yield span

"""A quotation in a Doc."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Characters [start_char, end_char) of the Doc's text that report an utterance, without its quotation marks.

    `speaker` heads the phrase that names who speaks, `verb` is the attribution verb; `medium` is who relays it.
    """

    start_char: int
    end_char: int
    text: str
    direct: bool
    speaker: Token | None = None
    verb: Token | None = None
    medium: str | None = None

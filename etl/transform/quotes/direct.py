"""Direct quotations: words in quotation marks with the one who says them."""

import re

from spacy.tokens import Doc, Span, Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.quotes.media import medium_named, medium_of
from etl.transform.quotes.spans import QuoteSpan

_MARKED = re.compile(r"“([^“”]+)”?|\"([^\"]+)\"")
_LEAST = 3  # fewer words in marks are a term or a scare quote, unless somebody calls something so


def direct_quotes(doc: Doc) -> list[QuoteSpan]:
    """Return the quotations in marks, each with its speaker where the text tells."""
    found: list[QuoteSpan] = []
    text = doc.text
    for matched in _MARKED.finditer(text):
        group = 1 if matched.group(1) else 2
        span = doc.char_span(*matched.span(group), alignment_mode="contract")
        if span is None or not span.text.strip():
            continue
        verb = _verb(span)
        if verb is None and len(span) < _LEAST:
            continue
        speaker = speaker_of(verb) if verb is not None else None
        if speaker is None and found and _continues(text, found[-1], span):
            speaker, verb = found[-1].speaker, found[-1].verb
        medium = medium_of(span.sent) if verb is None else medium_of(verb.sent)
        if speaker is not None and medium is not None and medium_named(speaker) == medium:
            speaker = speaker if speaker.ent_type_ == "PERSON" else None
        span = _fragment(span)
        found.append(QuoteSpan(span.start_char, span.end_char, span.text, True, speaker, verb, medium))
    return found


def _fragment(span: Span) -> Span:
    """Return a quotation that is no sentence without the full stop that American printers set inside the marks."""
    if span[-1].text == "." and len(span) > 1 and not any(token.pos_ in {"VERB", "AUX"} for token in span):
        return span.doc[span.start : span.end - 1]
    return span


def _verb(span: Span) -> Token | None:
    """Return the attribution verb of a quotation: above it, else in its sentence, else just before or after it."""
    verbs = words("attribution")["verb"]
    inside = range(span.start, span.end)
    for head in syntax.ancestors(span.root, 6):
        if head.i not in inside and head.pos_ == "VERB" and head.lemma_.lower() in verbs:
            return head
    return _near(span, verbs)


def _near(span: Span, verbs: frozenset[str]) -> Token | None:
    """Return the nearest attribution verb outside the marks, in the sentences that the quotation touches or borders."""
    doc = span.doc
    first, last = doc[span.start].sent, doc[span.end - 1].sent
    start = doc[max(first.start - 1, 0)].sent.start if _opens(first, span) else first.start
    end = doc[min(last.end, len(doc) - 1)].sent.end if _closes(last, span) else last.end
    candidates = [
        token
        for token in doc[start:end]
        if token.pos_ == "VERB" and token.lemma_.lower() in verbs
        and not span.start <= token.i < span.end and not _newline(doc, token, span)
    ]  # fmt: skip
    return min(candidates, key=lambda each: _distance(each, span), default=None)


def _opens(sentence: Span, span: Span) -> bool:
    return all(token.is_punct or token.is_space for token in sentence.doc[sentence.start : span.start])


def _closes(sentence: Span, span: Span) -> bool:
    return all(token.is_punct or token.is_space for token in sentence.doc[span.end : sentence.end])


def _newline(doc: Doc, token: Token, span: Span) -> bool:
    between = doc[min(token.i, span.start) : max(token.i, span.end)]
    outside = (each for each in between if not span.start <= each.i < span.end)
    return any("\n" in each.text for each in outside)


def _distance(token: Token, span: Span) -> int:
    """Return how far a verb is; what follows the marks in the same sentence is nearer than what went before."""
    return token.i - span.end if token.i >= span.end else span.start - token.i


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names who says it."""
    head = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    return head if head is not None and head.pos_ in {"PROPN", "NOUN", "PRON"} else None


def _continues(text: str, earlier: QuoteSpan, span: Span) -> bool:
    """Say whether only punctuation stands between two quotations."""
    between = text[earlier.end_char : span.start_char]
    return not any(each.isalnum() for each in between)

"""Direct quotations: words in quotation marks with the one who says them."""

from spacy.tokens import Doc, Span, Token

from etl.transform import syntax
from etl.transform.quotes.marks import marked
from etl.transform.quotes.media import Media, medium_named, medium_of, outlet_of
from etl.transform.quotes.spans import QuoteSpan
from etl.transform.quotes.speakers import speaker_of
from etl.transform.quotes.verbs import verb_of

_AWAY = 150  # characters between two quotations in a row
_LEAST = 3  # fewer words in marks are a term or a scare quote, unless somebody says so


def direct_quotes(doc: Doc, media: Media) -> list[QuoteSpan]:
    """Return the quotations in marks, each with its speaker where the text tells."""
    found: list[QuoteSpan] = []
    spans = list(marked(doc))
    quoted = frozenset(index for span in spans for index in range(span.start, span.end))
    for span in spans:
        quote = _quote(span, quoted, found[-1] if found else None, media)
        if quote.speaker is not None or _is_speech(span):
            found.append(quote)
    return found


def _quote(span: Span, quoted: frozenset[int], last: QuoteSpan | None, media: Media) -> QuoteSpan:
    verb = verb_of(span, quoted)
    speaker = speaker_of(verb, quoted) if verb is not None else None
    if speaker is None and last is not None and _continues(span.doc.text, last, span, verb):
        speaker, verb = last.speaker, last.verb
    medium = _medium(span, verb, speaker, media)
    if speaker is not None and medium is not None and medium_named(speaker) == medium:
        speaker = speaker if speaker.ent_type_ == "PERSON" else None
    span = _fragment(span)
    return QuoteSpan(span.start_char, span.end_char, span.text, True, speaker, verb, medium)


def _medium(span: Span, verb: Token | None, speaker: Token | None, media: Media) -> str | None:
    """Return who relays it, also where the sentence before says so: "Parsa, quoted by IRNA, warned … “…,” he said"."""
    if verb is None:
        return medium_of(span.sent, media)
    before = verb.sent.start - 1
    goes_on = speaker is not None and speaker.pos_ == "PRON" and before > 0 and "\n" not in span.doc[before].text
    return medium_of(verb.sent, media) or outlet_of(verb) or (medium_of(span.doc[before].sent, media) if goes_on else None)


def _is_speech(span: Span) -> bool:
    """Say whether words that nobody is told to say may be said: a clause, not a term or a title."""
    return len(span) >= _LEAST and any(token.pos_ in {"VERB", "AUX"} for token in span)


def _fragment(span: Span) -> Span:
    """Return a quotation that is no sentence without the full stop that American printers set inside the marks."""
    if span[-1].text == "." and len(span) > 1 and not any(token.pos_ in {"VERB", "AUX"} for token in span):
        return span.doc[span.start : span.end - 1]
    return span


def _continues(text: str, earlier: QuoteSpan, span: Span, verb: Token | None) -> bool:
    """Say whether a quotation goes on from another: only marks between them, or a clause of the paragraph: "further saying"."""
    between = text[earlier.end_char : span.start_char]
    if not any(each.isalnum() for each in between):
        return True
    near = "\n" not in between and len(between) <= _AWAY
    return near and (_is_speech(span) if verb is None else not syntax.is_passive(verb))

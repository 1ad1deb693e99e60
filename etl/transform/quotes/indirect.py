"""Indirect quotations: the clause that an attribution verb governs."""

from spacy.tokens import Doc, Span, Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.quotes.media import Media, medium_named, medium_of, outlet_of
from etl.transform.quotes.spans import QuoteSpan
from etl.transform.quotes.speakers import speaker_of

_SPEECH_ACTS = frozenset(
    {"warn", "accuse", "urge", "deny", "condemn", "criticise", "criticize", "blame", "demand", "call", "vow", "pledge"}
)


def indirect_quotes(doc: Doc, direct: list[QuoteSpan], media: Media) -> list[QuoteSpan]:
    """Return the attributed clauses of `doc` that no direct quotation already holds."""
    verbs = words("attribution")["verb"]
    found: list[QuoteSpan] = []
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in verbs or _inside(token, direct):
            continue
        bounds = _content(token)
        speaker = speaker_of(token)
        if bounds is None or speaker is None:
            continue
        span = _trimmed(doc, *bounds)
        if span is None or _covered(span.start_char, span.end_char, direct) or _repeats(found, span, speaker):
            continue
        medium = medium_of(token.sent, media)
        if medium is not None and medium_named(speaker) == medium:
            continue  # "Tass reported that": the medium relays, and the verb below has its own speaker
        found.append(QuoteSpan(span.start_char, span.end_char, span.text, False, speaker, token, medium or outlet_of(token)))
    return found


def _content(verb: Token) -> tuple[int, int] | None:
    """Return the tokens [start, end) that a verb reports: its clause, or for a speech act the act itself."""
    clause = next((each for each in verb.children if each.dep_ == "ccomp"), None)
    if clause is not None:
        clause = _behind_heading(clause)
        return clause.left_edge.i, clause.right_edge.i + 1
    if verb.lemma_.lower() in _SPEECH_ACTS and (syntax.patient(verb) is not None or syntax.child(verb, "xcomp") is not None):
        last = (
            max(each.right_edge.i for each in verb.children if each.i > verb.i)
            if any(c.i > verb.i for c in verb.children)
            else verb.i
        )
        return verb.i, last + 1
    return None


def _behind_heading(clause: Token) -> Token:
    """Return the clause itself where a heading runs into it: "Korea's aspirations Russia understands …, Lavrov said"."""
    inner = syntax.child(clause, "relcl")
    if inner is None or clause.pos_ == "VERB" or clause.left_edge.i != clause.sent.start:
        return clause
    first = inner.left_edge
    return (
        inner
        if first.tag_ not in {"WDT", "WP", "WRB", "IN"} and first.dep_ in syntax.MODIFIERS | syntax.SUBJECTS | {"det"}
        else clause
    )


def _trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Return the span without "that" before it and punctuation around it."""
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ == "that"):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if end - start >= 2 else None


def _repeats(found: list[QuoteSpan], span: Span, speaker: Token) -> bool:
    """Say whether the same speaker says it inside what he is quoted with already: "accused X of what he called …"."""
    holders = [each for each in found if each.start_char <= span.start_char and span.end_char <= each.end_char]
    return any(speaker.pos_ == "PRON" or each.speaker == speaker for each in holders)


def _inside(token: Token, direct: list[QuoteSpan]) -> bool:
    return any(each.start_char <= token.idx < each.end_char for each in direct)


def _covered(start: int, end: int, direct: list[QuoteSpan]) -> bool:
    """Say whether direct quotations hold at least half of the characters."""
    return sum(max(0, min(end, each.end_char) - max(start, each.start_char)) for each in direct) * 2 >= end - start

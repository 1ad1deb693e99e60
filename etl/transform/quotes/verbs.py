"""The attribution verb of a quotation: above it, before its colon, or next to its marks."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.quotes.media import medium_named
from etl.transform.quotes.speakers import according, is_misread, speaker_of

_ADJOINS = 10  # tokens between a closing mark and the verb of "…," the minister of defence said
_NEXT = 3  # without a comma: "…" he said
_OPEN = frozenset({",", "?", "!", "…", "—", "–"})
_STOPS = frozenset({".", ";", ":"})


def verb_of(span: Span, quoted: frozenset[int]) -> Token | None:
    """Return the attribution verb (or the "according") of the words in marks `span`; tokens of `quoted` are in marks."""
    if (verb := _adjoining(span, quoted) or _before_colon(span, quoted)) is not None:
        return verb
    for head in syntax.ancestors(span.root, 6):
        if head.i not in quoted and syntax.child(head, "neg") is None and (_attributes(head) or _names(head, quoted)):
            return head
    return _near(span, quoted)


def _adjoining(span: Span, quoted: frozenset[int]) -> Token | None:
    """Return the verb of "…," the minister said."""
    doc, index = span.doc, span.end
    while index < len(doc) and (doc[index].is_quote or doc[index].is_space):
        index += 1
    comma = span[-1].text in _OPEN or doc[index : index + 1].text in _OPEN
    if span.text.rstrip("]) ").endswith("."):
        return None
    if doc[index : index + 1].text in _OPEN:
        index += 1
    for each in doc[index : min(index + (_ADJOINS if comma else _NEXT), len(doc))]:
        if each.text in _STOPS or each.i in quoted or (each.i == index and each.pos_ in {"CCONJ", "ADP", "SCONJ"}):
            return None
        if each.tag_ in {"VBD", "VBZ", "VBP"} or each.lower_ == "according":
            return each if _attributes(each) and not _newline(each, span) and not _relays(each) else None
    return None


def _relays(verb: Token) -> bool:
    """Say whether a medium says that somebody said it."""
    speaker = speaker_of(verb)
    return speaker is not None and medium_named(speaker) is not None


def _names(token: Token, quoted: frozenset[int]) -> bool:
    """Say whether a verb tells how a thing is called: "nicknamed", "was called"."""
    return token.lemma_.lower() in words("attribution")["name"] and syntax.is_passive(token) and not is_misread(token, quoted)


def _attributes(token: Token) -> bool:
    if token.lower_ == "according":
        return not any(medium_named(each) for each in according(token))
    kinds = words("attribution")
    return token.pos_ == "VERB" and (token.lemma_.lower() in kinds["verb"] or token.lemma_.lower() in kinds["direct"])


def _before_colon(span: Span, quoted: frozenset[int]) -> Token | None:
    """Return the verb of the clause that a colon before the marks ends, whichever it is: "Brazil opposed the plan: …"."""
    doc, index = span.doc, span.start - 1
    while index >= 0 and (doc[index].is_quote or doc[index].is_space):
        index -= 1
    if index < 0 or doc[index].text != ":":
        return None
    before = [each for each in doc[doc[index].sent.start : index] if each.i not in quoted]
    finite = (each for each in before if each.tag_ in {"VBD", "VBZ", "VBP"} and syntax.child(each, "expl") is None)
    return _last(filter(_attributes, before)) or next(finite, None)


def _last(tokens: Iterable[Token]) -> Token | None:
    found = None
    for found in tokens:  # noqa: B007
        pass
    return found


def _near(span: Span, quoted: frozenset[int]) -> Token | None:
    """Return the nearest attribution verb of the sentence before the marks, else behind them, else in the one before."""
    doc = span.doc
    first, last = doc[span.start].sent, doc[span.end - 1].sent
    if (before := _nearest(span, quoted, first.start, span.start)) is not None:
        return before
    opens = _opens(first, span)
    after = _nearest(span, quoted, span.end, last.end)
    if after is not None and not (opens or after.lower_ == "according" or _shares_subject(after, span)):
        after = None
    if after is None and opens and first.start > 0:
        after = _nearest(span, quoted, doc[first.start - 1].sent.start, first.start)
    if after is None and opens and _closes(last, span):
        after = _nearest(span, quoted, last.end, doc[min(last.end, len(doc) - 1)].sent.end)
    return after


def _shares_subject(verb: Token, span: Span) -> bool:
    """Say whether one did both: "gave his «condolences» and said"."""
    return verb.dep_ == "conj" and any(each == verb.head for each in syntax.ancestors(span.root, 6))


def _nearest(span: Span, quoted: frozenset[int], start: int, end: int) -> Token | None:
    found = [each for each in span.doc[start:end] if each.i not in quoted and _attributes(each) and not _newline(each, span)]
    return min(found, key=lambda each: min(abs(each.i - span.end), abs(each.i - span.start)), default=None)


def _opens(sentence: Span, span: Span) -> bool:
    return all(token.is_punct or token.is_space for token in sentence.doc[sentence.start : span.start])


def _closes(sentence: Span, span: Span) -> bool:
    return all(token.is_punct or token.is_space for token in sentence.doc[span.end : sentence.end])


def _newline(token: Token, span: Span) -> bool:
    between = span.doc[token.i : span.start] if token.i < span.start else span.doc[span.end : token.i]
    return any("\n" in each.text for each in between)

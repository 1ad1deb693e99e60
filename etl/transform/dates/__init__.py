"""Dates: expressions found by the patterns of `schema/lexicon/date_patterns.csv`, resolved against the article's date.

Values are EDTF literals (ISO 8601-2). Tense decides between the last and the next weekday or month, as people read it;
what cannot be anchored has no value, and an article without a date resolves only what names its year.
"""

from datetime import date

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.dates.patterns import matches
from etl.transform.dates.resolve import Anchor, resolve
from etl.transform.dates.spans import DateSpan
from etl.transform.dates.tense import tense

__all__ = ["DateSpan", "find", "of"]

_NEVER = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})


def find(doc: Doc, published: date | None) -> list[DateSpan]:
    """Return the date expressions of `doc` in order, those without a value included."""
    found: list[DateSpan] = []
    previous: date | None = None
    for matched in matches(doc.text):
        span = doc.char_span(matched.start, matched.end, alignment_mode="expand")
        if span is None:
            continue
        anchor = Anchor(published, tense(span), previous)
        value = resolve(matched.resolver, matched.groups, anchor)
        previous = _day(value) or previous
        found.append(DateSpan(span.start, span.end, span.text, value, matched.rule))
    return found


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == 10 and "/" not in value else None


def of(cue: Token, dates: list[DateSpan], doc: Doc) -> DateSpan | None:
    """Return the date that the parse attaches to a cue or to the verb that carries it, None where there is none."""
    reach = [cue]
    for head in syntax.ancestors(cue, 3):
        if reach[-1].dep_ in _NEVER:
            break
        reach.append(head)
        if head.pos_ in {"VERB", "AUX"}:
            break
    for head in reach:
        for each in dates:
            if each.value is not None and _attached(doc, each, head):
                return each
    return None


def _attached(doc: Doc, span: DateSpan, head: Token) -> bool:
    """Say whether a date hangs on `head`: directly, by a preposition, or as its modifier."""
    token = doc[span.start : span.end].root
    if token == head or token.head == head:
        return True
    above = token.head
    return above.dep_ in {"prep", "pobj", "pcomp", "npadvmod"} and head in (above.head, above.head.head)

"""Dates: expressions found by the patterns of `schema/lexicon/date_patterns.csv`, resolved against the article's date.

Values are EDTF literals (ISO 8601-2). Tense decides between the last and the next weekday or month, as people read it;
what cannot be anchored has no value, and an article without a date resolves only what names its year.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from etl.transform import syntax
from etl.transform.dates.anchor import Anchor
from etl.transform.dates.attachment import hanging, of
from etl.transform.dates.patterns import Match, matches
from etl.transform.dates.resolve import opened, resolve
from etl.transform.dates.spans import DateSpan
from etl.transform.dates.tense import tense

__all__ = ["DateSpan", "find", "hanging", "of"]


def find(doc: Doc, published: date | None) -> list[DateSpan]:
    """Return the date expressions of `doc` in order, those without a value and the two ends of a range included."""
    found: list[DateSpan] = []
    text, anchor, sentence, end = doc.text, Anchor(published), -1, 0
    for matched in matches(text):
        span = doc.char_span(matched.start, matched.end, alignment_mode="expand")
        if span is None or _is_name(span, matched):
            continue
        if span.sent.start != sentence:
            lately = None if "\n" in text[end : matched.start] else anchor.lately
            sentence, anchor = span.sent.start, replace(anchor, tense="past", told=None, lately=lately)
        end = matched.end
        anchor = replace(anchor, tense=tense(span) or anchor.tense)  # in an enumeration the first has the verb
        value = resolve(matched.resolver, matched.groups, anchor)
        if value is not None:
            if "year" in matched.groups and len(value) >= 7 and "/" not in value:
                anchor = replace(anchor, told=value, lately=value)
            anchor = replace(anchor, previous=value)
            value = opened(value, text, matched.start)
        found.append(DateSpan(span.start, span.end, span.text, value, matched.rule))
        found.extend(_ends(doc, matched, value))
    return found


def _is_name(span: Span, matched: Match) -> bool:
    """Say whether "May" or "April" is a person here."""
    if "month" not in matched.groups or len(span) > 1:
        return False
    root = span.root
    people = root, *([root.head] if root.dep_ == "conj" else [])
    return any(each.ent_type_ == "PERSON" for each in people) or (span.text == "May" and root.dep_ in syntax.SUBJECTS)


def _ends(doc: Doc, matched: Match, value: str | None) -> Iterator[DateSpan]:
    """Yield the two days or years between which a range lies."""
    for (start, end), point in zip(matched.ends, (value or "").split("/"), strict=False):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and value is not None:
            yield DateSpan(span.start, span.end, doc.text[start:end], point, matched.rule, (start, end))

"""Tenure: whether an office is held, or was held before."""

from spacy.tokens import Doc

from etl.transform.officials.titles import TitleSpan

_BEFORE = frozenset({"previously", "formerly", "once"})
_DURING = frozenset({"from", "between", "until", "till", "during"})


def is_past(doc: Doc, span: TitleSpan, right: int, rule: str) -> bool:
    """Say whether the office was held before: "previously served as ambassador", "was mayor from 1977 to 1995"."""
    words = doc[max(span.start - 6, doc[span.start].sent.start) : span.start]
    if rule == "official.apposition":
        return any(token.lower_ in _BEFORE for token in words[-2:])
    if rule != "official.predicate":
        return False
    ended = doc[right : right + 1].text in _DURING and any(each.is_digit for each in doc[right : right + 6])
    return ended or any(token.lower_ in _BEFORE for token in words)

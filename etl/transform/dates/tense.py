"""The tense around a date expression: what decides whether "on Friday" has been or is to come."""

from spacy.tokens import Span, Token

from etl.transform import syntax

_COMING = frozenset(["will", "would", "shall", "may", "might", "could", "should", "must", "to", "can"])
_PLANNING = frozenset(["plan", "schedule", "expect", "intend", "prepare", "due", "slate", "set", "aim"])


def tense(span: Span) -> str:
    """Return "past", "future" or "present" for the clause that a date expression stands in."""
    verb = _verb(span.root)
    if verb is None:
        return "past"
    auxiliaries = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _COMING:
        return "future" if "have" not in auxiliaries else "past"
    if verb.lemma_.lower() in _PLANNING and verb.tag_ == "VBN":
        return "future"
    if verb.tag_ in {"VBD", "VBN"} or auxiliaries & {"was", "were", "had", "did", "has", "have"}:
        return "past"
    if any(each.tag_ == "VBD" for each in syntax.ancestors(verb, 2)):
        return "past"
    return "present"


def _verb(token: Token) -> Token | None:
    if token.pos_ in {"VERB", "AUX"}:
        return token
    return next((each for each in syntax.ancestors(token, 6) if each.pos_ in {"VERB", "AUX"}), None)

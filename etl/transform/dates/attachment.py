"""Which date expression tells when something is."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.dates.spans import DateSpan

_NEVER = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})


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
    return _fronted(reach[-1], dates, doc)


def _fronted(verb: Token, dates: list[DateSpan], doc: Doc) -> DateSpan | None:
    """Return the date that opens the sentence before coordinated verbs: "On Monday, the two met and signed …"."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.head.pos_ != "VERB":
        return None
    first = syntax.subject(verb.head)
    opening = (each for each in dates if each.value is not None and first is not None and each.end <= first.left_edge.i)
    return next((each for each in opening if _attached(doc, each, verb.head)), None)


def _attached(doc: Doc, span: DateSpan, head: Token) -> bool:
    """Say whether a date hangs on `head`: directly, by a preposition, or as its modifier."""
    token = doc[span.start : span.end].root
    if token == head or token.head == head:
        return True
    above = token.head
    return above.dep_ in {"prep", "pobj", "pcomp", "npadvmod"} and head in (above.head, above.head.head)

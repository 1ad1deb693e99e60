"""Which date expression tells when something is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.dates.spans import DateSpan

type Hanging = Mapping[int, list[DateSpan]]

_NEVER = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})


def hanging(doc: Doc, dates: Iterable[DateSpan]) -> dict[int, list[DateSpan]]:
    """Return for each token the dates with a value that hang on it, in their order, so that no event has to try them all."""
    found: dict[int, list[DateSpan]] = {}
    for each in _joined(doc, dates):
        for index in _heads(doc[each.start : each.end].root) if each.value is not None else ():
            found.setdefault(index, []).append(each)
    return found


def _joined(doc: Doc, dates: Iterable[DateSpan]) -> Iterator[DateSpan]:
    """Yield the dates, two days that follow each other as one time: "on Wednesday and Thursday"."""
    before: DateSpan | None = None
    for each in dates:
        if before is not None and _goes_on(doc, before, each):
            before = replace(before, end=each.end, text=doc[before.start : each.end].text, value=f"{before.value}/{each.value}")
            continue
        if before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def _goes_on(doc: Doc, one: DateSpan, other: DateSpan) -> bool:
    if doc[one.end : other.start].text != "and" or not (one.value and other.value) or len(one.value) != len(other.value):
        return False
    try:
        return date.fromisoformat(other.value) - date.fromisoformat(one.value) == timedelta(1)
    except ValueError:  # a month, a year, an interval
        return False


def _heads(token: Token) -> set[int]:
    """Return what a date hangs on: directly, by a preposition, or as its modifier."""
    above = token.head
    through = {above.head.i, above.head.head.i} if above.dep_ in {"prep", "pobj", "pcomp", "npadvmod"} else set()
    return {token.i, above.i, *through}


def of(cue: Token, dates: Hanging) -> DateSpan | None:
    """Return the date that the parse attaches to a cue or to the verb that carries it, None where there is none."""
    reach = [cue]
    for head in syntax.ancestors(cue, 3):
        if reach[-1].dep_ in _NEVER:
            break
        reach.append(head)
        if head.pos_ in {"VERB", "AUX"}:
            break
    for head in reach:
        if head.i in dates:
            return dates[head.i][0]
    return _fronted(reach[-1], dates)


def _fronted(verb: Token, dates: Hanging) -> DateSpan | None:
    """Return the date that opens the sentence before coordinated verbs: "On Monday, the two met and signed …"."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.head.pos_ != "VERB":
        return None
    first = syntax.subject(verb.head)
    if first is None:
        return None
    return next((each for each in dates.get(verb.head.i, ()) if each.end <= first.left_edge.i), None)

"""The dated tables of the gazetteer, asked for what an article says of an office, a membership or an alliance."""

from datetime import date

from etl.knowledge import remembered
from etl.model import Statement, covers
from etl.reference import reference_graphs

_DATED = frozenset({"HOLDS", "MEMBER_OF", "ALLIED_WITH", "SEEKS_MEMBERSHIP"})


def checked(said: Statement, on: str | None) -> str | None:
    """Return what the tables have of a statement and whether that covers the day `on`; None for what no table dates."""
    if said.predicate not in _DATED:
        return None
    terms = _reference().get((said.subject, said.predicate, said.object), ())
    if not terms:
        return "the dated tables do not have it"
    day = date.fromisoformat(on) if on else None
    spoken = [_term(each, day) for each in terms]
    return "the dated tables have " + "; ".join(spoken)


def _term(known: Statement, day: date | None) -> str:
    term = f"{known.valid_from or '..'} to {known.valid_to or '..'}"
    if day is None:
        return term
    return f"{term}, which {'covers' if covers(known.valid_from, known.valid_to, day) else 'does not cover'} {day}"


@remembered
def _reference() -> dict[tuple[str, str, str], tuple[Statement, ...]]:
    found: dict[tuple[str, str, str], tuple[Statement, ...]] = {}
    for graph in reference_graphs():
        for each in graph.statements:
            if each.predicate in _DATED:
                key = (each.subject, each.predicate, each.object)
                found[key] = (*found.get(key, ()), each)
    return found

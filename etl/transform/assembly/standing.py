"""The dated statement of the reference layer that a relation in an article repeats, so that both meet in one."""

from datetime import date

from etl.knowledge import remembered
from etl.model import Statement, covers
from etl.reference import reference_graphs

_LASTING = frozenset({"ALLIED_WITH", "MEMBER_OF"})


def standing(said: Statement, on: date | None) -> Statement:
    """Return the reference statement that holds on the day `on`, or the only one; `said` itself where none fits."""
    if said.polarity != "positive" or said.modality != "factual":
        return said
    known = _reference().get((said.subject, said.predicate, said.object), ())
    if on is not None:
        known = tuple(each for each in known if covers(each.valid_from, each.valid_to, on))
    return known[0] if len(known) == 1 else said


@remembered
def _reference() -> dict[tuple[str, str, str], tuple[Statement, ...]]:
    found: dict[tuple[str, str, str], tuple[Statement, ...]] = {}
    for graph in reference_graphs():
        for each in graph.statements:
            if each.predicate in _LASTING and each.detail is None:
                key = (each.subject, each.predicate, each.object)
                found[key] = (*found.get(key, ()), each)
    return found

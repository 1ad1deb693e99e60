"""The dated statement of the reference layer that a relation in an article repeats, so that both meet in one.

A membership that the dated table of members does not know on that day is flagged by its detail and stays by itself.
"""

from dataclasses import replace
from datetime import date

from etl.knowledge import remembered
from etl.model import Interval, Statement, covers
from etl.reference import memberships
from etl.transform.relations.standing import is_member

UNRECORDED = "unrecorded"
_LASTING = frozenset({"ALLIED_WITH", "MEMBER_OF"})


def standing(said: Statement, on: date | None) -> Statement:
    """Return the reference statement that holds on the day `on`, or the only one; else `said`, flagged where it cannot be."""
    if said.polarity != "positive" or said.modality != "factual":
        return said
    day = _day(said, on)
    if said.predicate == "MEMBER_OF" and is_member(said.subject, said.object, day) is False:
        return replace(said, detail=UNRECORDED)
    known = _reference().get((said.subject, said.predicate, said.object), ())
    if on is not None:
        known = tuple(each for each in known if covers(each.valid_from, each.valid_to, on))
    return known[0] if len(known) == 1 else said


def _day(said: Statement, on: date | None) -> date | None:
    """Return the last day on which a membership told with its date may have begun, else the day of the article."""
    latest = Interval.parse(said.valid_from).latest if said.valid_from else None
    return date.fromisoformat(latest) if latest else on


@remembered
def _reference() -> dict[tuple[str, str, str], tuple[Statement, ...]]:
    found: dict[tuple[str, str, str], tuple[Statement, ...]] = {}
    for each in memberships():
        if each.predicate in _LASTING and each.detail is None:
            key = (each.subject, each.predicate, each.object)
            found[key] = (*found.get(key, ()), each)
    return found

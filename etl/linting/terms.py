"""Terms that end before they begin, and terms of one membership or office that overlap."""

from collections.abc import Iterator
from itertools import pairwise

from etl.errors import KnowledgeError
from etl.knowledge import GAZETTEER, Row, table
from etl.linting.cells import describe
from etl.linting.finding import Finding, error
from etl.model import Interval

# What tells the terms of a file that may not overlap, and the columns of their first and last day.
_TERMS = {
    "memberships": (("organization", "member", "status"), "from", "to"),
    "office_holders": (("person", "nation", "kind"), "from", "to"),
    "organization_heads": (("person", "organization", "kind"), "from", "to"),
    "exercise_series": (("id",), "from", "to"),
    "organizations": (("id",), "founded", "dissolved"),
}
_EVER = ("0000", "9999")


def check() -> Iterator[Finding]:
    """Yield terms with their dates in the wrong order, and those that overlap another of the same."""
    for name, (columns, begin, end) in _TERMS.items():
        terms: dict[tuple[str, ...], list[tuple[str, str, Row]]] = {}
        for row in table(GAZETTEER, name):
            first, last = _day(row[begin], _EVER[0]), _day(row[end], _EVER[1], ends=True)
            if first > last:
                yield error("dates", row, f"the term ends ({row[end]}) before it begins ({row[begin]})", "Exchange the two.")
                continue
            # A month in which one term ends may be that in which the next begins.
            terms.setdefault(tuple(row[each] for each in columns), []).append((first, _day(row[end], last), row))
        for same in terms.values():
            yield from _overlaps(sorted(same, key=lambda each: each[:2]))


def _overlaps(same: list[tuple[str, str, Row]]) -> Iterator[Finding]:
    for (_, last, before), (first, _, row) in pairwise(same):
        if first < last:
            yield error("dates", row, f"the term overlaps that of {describe(before)}", "End one where the other begins.")


def _day(value: str, open_: str, *, ends: bool = False) -> str:
    """Return the first (or the last) day that a date may mean; `open_` for none, and for one that other checks refuse."""
    try:
        read = Interval.parse(value)
    except KnowledgeError:
        return open_
    return (read.latest if ends else read.earliest) or open_

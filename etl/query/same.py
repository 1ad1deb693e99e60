"""Entities that somebody has decided to be one and the same."""

from etl import ids
from etl.query.answers import Read

# Only of these may two stand for one; nations, series and offices have keys that nobody doubts.
_MERGED = ("official/", "group/", "organization/")


def same_as(iri: str, read: Read) -> list[str]:
    """Return `iri` and every entity that the store says is the same, however many decisions lie between."""
    found, new = [iri], [iri]
    while new and ids.path_of(iri).startswith(_MERGED):
        rows = [row for each in new for row in _next(each, read)]
        new = sorted({str(row["iri"]) for row in rows} - set(found))
        found += new
    return found


def _next(iri: str, read: Read) -> list[dict[str, str]]:
    asked = "MATCH (s:Statement {{{side}: $iri}}) WHERE s.predicate = 'SAME_AS' AND s.asserted RETURN s.{other} AS iri"
    sides = (("subject", "object"), ("object", "subject"))
    return [row for side, other in sides for row in read(asked.format(side=side, other=other), iri=iri).rows]

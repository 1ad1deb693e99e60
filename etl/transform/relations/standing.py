"""What the dated table of memberships knows: whether a nation was in an organisation on a day."""

from datetime import date

from etl import gazetteer, ids
from etl.knowledge import remembered

_INSIDE = frozenset({"member", "suspended", "party"})


def is_member(nation: str, body: str, day: date | None) -> bool | None:
    """Say whether the nation (IRI) was in the body (IRI) on `day`; None where the body is unknown or the day."""
    table = _table()
    if day is None or body not in table:
        return None
    return any(
        since <= day.isoformat() and (not until or day.isoformat() < until) for since, until in table[body].get(nation, ())
    )


def members(body: str) -> list[str]:
    """Return the nations (IRIs) that ever were in the body (IRI)."""
    return sorted(_table().get(body, {}))


@remembered
def _table() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return for each body its members with the days they came and left, as ISO 8601 that may end at the month or year."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in gazetteer.load().memberships:
        if row.status in _INSIDE:
            inside = found.setdefault(ids.organization(row.organization), {})
            inside.setdefault(ids.nation(row.member), []).append((row.from_, row.to))
    return found

"""Time as the text gives it: one EDTF literal (ISO 8601-2, level 1 in part) and what is computed from it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from etl.errors import KnowledgeError

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_PRECISION = {1: "year", 2: "month", 3: "day"}


@dataclass(frozen=True, slots=True)
class Interval:
    """An EDTF literal with its earliest and latest day (ISO 8601, None where open) and its precision."""

    edtf: str
    earliest: str | None
    latest: str | None
    precision: str

    @classmethod
    def parse(cls, edtf: str) -> "Interval":
        """Read a literal such as 2025-07-11, 2025-07, 2025-07-11/2025-07-15, 2019~ or 2014/..; raises KnowledgeError."""
        first, slash, last = edtf.partition("/")
        earliest, _, precision = _bounds(first, edtf)
        _, latest, closing = _bounds(last if slash else first, edtf)
        if earliest and latest and earliest > latest:
            raise KnowledgeError(f"the interval {edtf!r} ends before it begins")
        return cls(edtf, earliest, latest, "interval" if slash else precision or closing)


def _bounds(point: str, whole: str) -> tuple[str | None, str | None, str]:
    if point in ("", ".."):
        return None, None, "open"
    matched = _POINT.fullmatch(point)
    if not matched:
        raise KnowledgeError(f"{whole!r} is not an EDTF date that Entente reads", hint="Write YYYY, YYYY-MM or YYYY-MM-DD.")
    parts = [int(part) for part in matched.groups()[:3] if part]
    year, month, day = (*parts, 0, 0)[:3]
    if not (month <= 12 and day <= calendar.monthrange(year, month or 12)[1]):
        raise KnowledgeError(f"{whole!r} names a day that does not exist")
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return (
        f"{year:04}-{month or 1:02}-{day or 1:02}",
        f"{year:04}-{last_month:02}-{last_day:02}",
        "approximate" if matched[4] else _PRECISION[len(parts)],
    )


def covers(since: str | None, until: str | None, day: date) -> bool:
    """Say whether a term from `since` to `until` (EDTF literals, nothing where open) holds on `day`; raises KnowledgeError."""
    first, last = _term(since or None, until or None)
    return (first is None or first <= day.isoformat()) and (last is None or day.isoformat() <= last)


@cache
def _term(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    return Interval.parse(since).earliest if since else None, Interval.parse(until).latest if until else None

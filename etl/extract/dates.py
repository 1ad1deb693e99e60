"""The day of publication, from whatever a head or a dump gives: complete and unambiguous, or none."""

import re
from datetime import UTC, date, datetime

from dateutil import parser

_ISO = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]\s*\d{2}:?\d{2}[\d:.]*\s*(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2})?)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Two complete days that differ in every field: what the text leaves open shows as a difference.
_PROBES = (datetime(2000, 1, 1), datetime(2001, 2, 2))
_FIRST_SECOND, _FIRST_MILLISECOND = 10**8, 10**11


def day(value: object) -> str | None:
    """Return `value` as an ISO 8601 day, or None where it names no single day.

    Takes dates, ISO 8601, English dates with a four-digit year, and Unix time in seconds or milliseconds. A year or month
    alone, "07/12/2025" (July or December?) and anything else leave the article undated.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if not isinstance(value, str) and abs(value) >= _FIRST_SECOND:
        return _unix(value)
    text = str(value).strip()
    matched = _ISO.fullmatch(text)
    if matched:
        return _exact(*map(int, matched.groups()))
    return _english(text)


def _exact(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _unix(value: float) -> str | None:
    try:
        return datetime.fromtimestamp(value / 1000 if abs(value) >= _FIRST_MILLISECOND else value, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _english(text: str) -> str | None:
    if len(text) > 80 or not _YEAR.search(text):
        return None
    found = {_parse(text, probe, first) for probe in _PROBES for first in (False, True)}
    return found.pop() if len(found) == 1 else None


def _parse(text: str, default: datetime, dayfirst: bool) -> str | None:
    try:
        return parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True).date().isoformat()
    except (ValueError, OverflowError, ArithmeticError, TypeError, LookupError, AttributeError):
        return None

"""From the parts of a date expression and its anchor to an EDTF literal."""

import re
from collections.abc import Callable

from etl.transform.dates import absolute, relative
from etl.transform.dates.anchor import Anchor, Groups

_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|up\s+to)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 16  # characters before an expression in which such a word and its article find room


def resolve(resolver: str, groups: Groups, anchor: Anchor) -> str | None:
    """Return the EDTF literal of an expression, None where nothing anchors it or it names no real day."""
    try:
        return RESOLVERS[resolver](groups, anchor)
    except (ValueError, OverflowError):  # "February 30"
        return None


def opened(value: str, text: str, start: int) -> str:
    """Return a value with one end open where "since" or "until" stands before the expression at `start`."""
    before = text[max(0, start - _REACH) : start]
    first, slash, last = value.partition("/")
    if _SINCE.search(before):
        return f"{first}/.."
    if _UNTIL.search(before) and last != "..":
        return f"../{last if slash else first}"
    return value


def _vague(groups: Groups, anchor: Anchor) -> None:
    return None


RESOLVERS: dict[str, Callable[[Groups, Anchor], str | None]] = {
    "iso": absolute.iso, "fixed": absolute.fixed, "holiday": absolute.holiday, "range": absolute.span,
    "month_day": absolute.month_day, "month": absolute.month, "season": absolute.season, "quarter": absolute.quarter,
    "decade": absolute.decade, "century": absolute.century, "year_range": absolute.year_range, "year": absolute.year,
    "year_on": absolute.year_on, "month_shift": relative.month_shift, "ago": relative.ago, "ahead": relative.ahead,
    "near": relative.near, "unit": relative.unit, "end": relative.end, "weekend": relative.weekend,
    "weekday": relative.weekday, "weekday_week": relative.weekday_week, "weekday_range": relative.weekday_range,
    "relative": relative.word, "season_shift": relative.season_shift, "vague": _vague,
}  # fmt: skip

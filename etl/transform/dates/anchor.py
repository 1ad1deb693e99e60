"""What a date expression is resolved against, and the year that a month without one falls into."""

from dataclasses import dataclass
from datetime import date

type Groups = dict[str, str]

_STEPS = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is resolved against: the article's day, the tense of its clause, and what was named before.

    `previous` is the value last named; `told` is one of the same sentence that names its year, `lately` one of the paragraph.
    """

    published: date | None
    tense: str = "past"
    previous: str | None = None
    told: str | None = None
    lately: str | None = None


def step(words: str) -> int:
    """Return -1 for "last", 0 for "this", 1 for "next"."""
    return _STEPS[" ".join(words.lower().split())]


def year_of(groups: Groups, month: int, anchor: Anchor, day: int | None = None) -> int | None:
    """Return the year named, else the one that puts the month nearest to the anchor in the direction of the tense."""
    if "year" in groups:
        return int(groups["year"])
    if "yearshift" in groups:
        return anchor.published.year + step(groups["yearshift"]) if anchor.published else None
    if (told := _told(anchor, month, day)) is not None:
        return told
    return None if anchor.published is None else _nearest(anchor.published, month, day, anchor.tense)


def _told(anchor: Anchor, month: int, day: int | None) -> int | None:
    """Return the year told with a date that this one follows, in the sentence or, within a month, in the paragraph."""
    if anchor.tense == "future":
        return None
    for told, most in ((anchor.told, 365), (anchor.lately, 31)):
        if told is None or (most == 31 and (day is None or len(told) < 10)):
            continue
        year, first = int(told[:4]), date.fromisoformat((told.rstrip("~") + "-01")[:10])
        if 0 <= (date(year, month, min(day or 28, 28)) - first.replace(day=min(first.day, 28))).days <= most:
            return year
    return None


def _nearest(base: date, month: int, day: int | None, tense: str) -> int:
    """Return the year; a month of slack allows for a tense that tells of another verb ("announced talks in June")."""
    away = {year: (date(year, month, min(day or 15, 28)) - base).days for year in (base.year - 1, base.year, base.year + 1)}
    if tense == "future":
        least = -31 if day else -16
        return min((year for year in away if away[year] >= least), key=lambda year: away[year])
    if tense == "past":
        return max((year for year in away if away[year] <= 31), key=lambda year: away[year])
    return min(away, key=lambda year: abs(away[year]))

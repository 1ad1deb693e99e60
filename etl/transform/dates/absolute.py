"""Expressions that name a day, a month, a year or a longer time, with a year that may have to be found."""

from datetime import date

from etl.transform.dates.anchor import Anchor, Groups, year_of
from etl.transform.dates.names import CENTURIES, DECADES, SEASONS, WEEKDAYS, month_number, number

_RANKS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def iso(groups: Groups, anchor: Anchor) -> str:
    return date(int(groups["year"]), int(groups["m"]), int(groups["day"])).isoformat()


def fixed(groups: Groups, anchor: Anchor) -> str:
    """Return the day of an event that goes by its date: "9/11"."""
    return groups["value"]


def holiday(groups: Groups, anchor: Anchor) -> str | None:
    month, day = map(int, groups["value"].split("-"))
    year = year_of({}, month, anchor, day)
    return None if year is None else date(year, month, day).isoformat()


def month_day(groups: Groups, anchor: Anchor) -> str | None:
    month, day = month_number(groups["month"]), number(groups["day"])
    year = year_of(groups, month, anchor, day)
    if year is None:
        return None
    if "weekday" in groups and "year" not in groups:
        year = _with_weekday(groups["weekday"], year, month, day)
    return date(year, month, day).isoformat()


def _with_weekday(name: str, year: int, month: int, day: int) -> int:
    """Return the year next to `year` in which the day falls on the weekday that is named with it."""
    wanted = WEEKDAYS.index(name.lower())
    years = (year, year - 1, year + 1)
    return next((each for each in years if date(each, month, min(day, 28)).weekday() == (wanted - day + min(day, 28)) % 7), year)


def month(groups: Groups, anchor: Anchor) -> str | None:
    named = month_number(groups["month"])
    year = year_of(groups, named, anchor)
    if year is None:
        return None
    return f"{year:04}-{named:02}" + ("~" if "part" in groups else "")


def span(groups: Groups, anchor: Anchor) -> str | None:
    """Return the interval between two days or two months, of which one alone may name its month or year."""
    first, last = (month_number(groups.get(one) or groups[two]) for one, two in (("month", "month2"), ("month2", "month")))
    years = _years(groups, first, last, anchor)
    if years is None:
        return None
    start, end = _point(years[0], first, groups.get("day")), _point(years[1], last, groups.get("day2"))
    return f"{start}/{end}" if start < end else None


def _years(groups: Groups, first: int, last: int, anchor: Anchor) -> tuple[int, int] | None:
    if "year2" in groups:
        closing = int(groups["year2"])
        return (int(groups["year"]) if "year" in groups else closing - (last < first)), closing
    opening = year_of(groups, first, anchor, number(groups["day"]) if "day" in groups else None)
    return None if opening is None else (opening, opening + (last < first))


def _point(year: int, month: int, day: str | None) -> str:
    return date(year, month, number(day)).isoformat() if day else f"{year:04}-{month:02}"


def season(groups: Groups, anchor: Anchor) -> str:
    return season_of(int(groups["year"]), groups["season"])


def season_of(year: int, name: str) -> str:
    """Return the months of the season that begins in a year."""
    first, last = SEASONS[name.lower()]
    return f"{year:04}-{first:02}/{year + (last < first):04}-{last:02}"


def quarter(groups: Groups, anchor: Anchor) -> str:
    """Return the months of a half or a quarter of a year."""
    months = 6 if groups["unit"].lower() == "half" else 3
    place = _RANKS[groups["rank"].lower()] % (12 // months)
    return f"{groups['year']}-{place * months + 1:02}/{groups['year']}-{(place + 1) * months:02}"


def decade(groups: Groups, anchor: Anchor) -> str:
    """Return the ten years of "the 1960s"; what leaves the century out means the twentieth."""
    if "year" in groups:
        first = int(groups["year"])
    else:
        first = 1900 + (int(groups["short"]) if "short" in groups else DECADES[groups["word"].lower()])
    return f"{first:04}/{first + 9:04}"


def century(groups: Groups, anchor: Anchor) -> str | None:
    """Return the hundred years as people count them: the 20th century began in 1900."""
    word = groups.get("word", "").lower()
    if word in {"last", "past"}:
        if anchor.published is None:
            return None
        first = anchor.published.year // 100 * 100 - 100
    else:
        first = 100 * ((CENTURIES[word] if word else number(groups["n"])) - 1)
    return f"{first:04}/{first + 99:04}" if 0 < first < 3000 else None


def year_range(groups: Groups, anchor: Anchor) -> str | None:
    first, last = groups["year"], groups["year2"]
    whole = first[: 4 - len(last)] + last
    return f"{first}/{whole}" if first < whole else None


def year(groups: Groups, anchor: Anchor) -> str:
    named = groups["year"] if "year" in groups else f"19{groups['short']}"
    return named + ("~" if "part" in groups else "")


def year_on(groups: Groups, anchor: Anchor) -> str:
    return f"{groups['year']}/.."

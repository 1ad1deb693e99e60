"""From the parts of a date expression and its anchor to an EDTF literal; relative arithmetic by python-dateutil."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from etl.transform.dates.patterns import MONTHS, NUMBERS, WEEKDAYS

type Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is resolved against: the article's day, the tense of its clause, the last day that was named."""

    published: date | None
    tense: str
    previous: date | None = None


def resolve(resolver: str, groups: Groups, anchor: Anchor) -> str | None:
    """Return the EDTF literal of an expression, None where nothing anchors it or it names no real day."""
    try:
        return RESOLVERS[resolver](groups, anchor)
    except (ValueError, OverflowError):  # "February 30"
        return None


def _iso(groups: Groups, anchor: Anchor) -> str:
    return date(int(groups["year"]), int(groups["m"]), int(groups["day"])).isoformat()


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day_number(text: str) -> int:
    return int("".join(each for each in text if each.isdigit()))


def _year(groups: Groups, month: int, anchor: Anchor, day: int = 15) -> int | None:
    """Return the year named, else the one that puts the month nearest to the anchor in the direction of the tense."""
    if "year" in groups:
        return int(groups["year"])
    if anchor.published is None:
        return None
    base = anchor.published
    days = {year: (date(year, month, min(day, 28)) - base).days for year in (base.year - 1, base.year, base.year + 1)}
    if anchor.tense == "future":
        return min((year for year in days if days[year] >= -31), key=lambda year: days[year])
    if anchor.tense == "past":
        return max((year for year in days if days[year] <= 31), key=lambda year: days[year])
    return min(days, key=lambda year: abs(days[year]))


def _month_day(groups: Groups, anchor: Anchor) -> str | None:
    month, day = _month_number(groups["month"]), _day_number(groups["day"])
    year = _year(groups, month, anchor, day)
    if year is None:
        return None
    found = date(year, month, day).isoformat()
    return f"{found}/.." if "since" in groups else found


def _until_day(groups: Groups, anchor: Anchor) -> str | None:
    end = _month_day(groups, anchor)
    return f"../{end}" if end else None


def _span(start: date, end: date) -> str:
    return f"{start.isoformat()}/{end.isoformat()}"


def _day_range(groups: Groups, anchor: Anchor) -> str | None:
    return _month_range(groups | {"month2": groups["month"]}, anchor)


def _month_range(groups: Groups, anchor: Anchor) -> str | None:
    month, month2 = _month_number(groups["month"]), _month_number(groups["month2"])
    year = _year(groups, month, anchor, _day_number(groups["day"]))
    if year is None:
        return None
    start = date(year, month, _day_number(groups["day"]))
    end = date(year + (month2 < month), month2, _day_number(groups["day2"]))
    return _span(start, end) if start < end else None


def _month(groups: Groups, anchor: Anchor) -> str | None:
    month = _month_number(groups["month"])
    year = _year(groups, month, anchor)
    if year is None:
        return None
    value = f"{year:04}-{month:02}" + ("~" if "part" in groups else "")
    return f"{value}/.." if "since" in groups or groups.get("prep", "").lower() == "since" else value


def _month_shift(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    month, base, shift = _month_number(groups["month"]), anchor.published, groups["shift"].lower()
    year = base.year
    if shift == "last" and month >= base.month:
        year -= 1
    if shift == "next" and month <= base.month:
        year += 1
    return f"{year:04}-{month:02}"


def _weekday(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    wanted, base = WEEKDAYS.index(groups["weekday"].lower()), anchor.published
    back, ahead = (base.weekday() - wanted) % 7, (wanted - base.weekday()) % 7
    match groups.get("shift", "").lower():
        case "last" | "this past":
            return (base - timedelta(back or 7)).isoformat()
        case "next" | "this coming":
            return (base + timedelta(ahead or 7)).isoformat()
    return (base + timedelta(ahead) if anchor.tense == "future" else base - timedelta(back)).isoformat()


_RELATIVE = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


def _relative(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    return (anchor.published + timedelta(_RELATIVE.get(groups["word"].lower(), 0))).isoformat()


_DELTA = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


def _moved(groups: Groups, anchor: Anchor, sign: int) -> str | None:
    """Return the day, month or year that lies a number of units away, as precise as the unit is."""
    if anchor.published is None:
        return None
    word, unit = groups["n"].lower(), groups["unit"].lower()
    count = int(word) if word.isdigit() else NUMBERS[word]
    if unit == "decade":
        count, unit = count * 10, "year"
    moved = anchor.published + sign * relativedelta(**{_DELTA[unit]: count})  # type: ignore[arg-type]
    match unit:
        case "day":
            return moved.isoformat()
        case "week":
            return f"{moved.isoformat()}~"
        case "month":
            return f"{moved:%Y-%m}~"
    return f"{moved.year:04}~"


def _unit(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[groups["shift"].lower()]
    match groups["unit"].lower():
        case "week":
            monday = anchor.published + timedelta(7 * step - anchor.published.weekday())
            return _span(monday, monday + timedelta(6))
        case "month":
            return f"{anchor.published + relativedelta(months=step):%Y-%m}"
    return f"{anchor.published.year + step:04}"


def _weekend(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    shift, base = groups["shift"].lower(), anchor.published
    saturday = base + timedelta(5 - base.weekday())
    if shift == "next":
        saturday += timedelta(7)
    elif shift == "last" or (shift in {"the", "over the"} and anchor.tense == "past" and base.weekday() < 5):
        saturday -= timedelta(7)
    return _span(saturday, saturday + timedelta(1))


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _season(groups: Groups, anchor: Anchor) -> str:
    """Return the months of a season of the northern hemisphere, as the press reckons them."""
    first, last = _SEASONS[groups["season"].lower()]
    year = int(groups["year"])
    return f"{year:04}-{first:02}/{year + (last < first):04}-{last:02}"


def _decade(groups: Groups, anchor: Anchor) -> str:
    year = int(groups["year"])
    return f"{year:04}/{year + 9:04}"


def _year_range(groups: Groups, anchor: Anchor) -> str | None:
    first, last = groups["year"], groups["year2"]
    whole = first[: 4 - len(last)] + last
    return f"{first}/{whole}" if first < whole else None


def _only_year(groups: Groups, anchor: Anchor) -> str:
    year, word = groups["year"], groups.get("prep", "").lower()
    if word == "since":
        return f"{year}/.."
    return f"{year}~" if word in {"early", "mid", "late", "around", "about", "circa"} else year


def _part_year(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    base, ends = anchor.published, groups["part"].lower() == "end"
    match groups["unit"].lower():
        case "year":
            return f"{base.year:04}-{12 if ends else 1:02}~" if groups["part"].lower() != "middle" else f"{base.year:04}~"
        case "month":
            return f"{base:%Y-%m}-{monthrange(base.year, base.month)[1] if ends else 1:02}~"
    return None


def _vague(groups: Groups, anchor: Anchor) -> None:
    return None


RESOLVERS: dict[str, Callable[[Groups, Anchor], str | None]] = {
    "iso": _iso, "month_range": _month_range, "day_range": _day_range, "until_day": _until_day, "month_day": _month_day,
    "month": _month, "month_shift": _month_shift, "ago": lambda groups, anchor: _moved(groups, anchor, -1),
    "ahead": lambda groups, anchor: _moved(groups, anchor, 1), "unit": _unit, "weekend": _weekend, "weekday": _weekday,
    "relative": _relative, "season": _season, "decade": _decade, "year_range": _year_range, "year": _only_year,
    "part_year": _part_year, "vague": _vague,
}  # fmt: skip

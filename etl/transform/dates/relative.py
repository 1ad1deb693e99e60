"""Expressions that count from the article's day or from the date named before; arithmetic by python-dateutil."""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from etl.transform.dates.absolute import season_of
from etl.transform.dates.anchor import Anchor, Groups, step
from etl.transform.dates.names import SEASONS, WEEKDAYS, month_number, number

_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_WAYS = {"earlier": -1, "before": -1, "previous": -1, "same": 0, "very same": 0, "later": 1, "after": 1, "next": 1,
         "following": 1}  # fmt: skip
# Below this length a value is not told as exactly as counting in the unit needs.
_EXACT = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}


def interval(start: date, end: date) -> str:
    return f"{start.isoformat()}/{end.isoformat()}"


def week_of(day: date, weeks: int = 0) -> tuple[date, date]:
    """Return Monday and Sunday of the week that lies some weeks from a day."""
    monday = day + timedelta(7 * weeks - day.weekday())
    return monday, monday + timedelta(6)


def word(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    return (anchor.published + timedelta(_DAYS.get(groups["word"].lower(), 0))).isoformat()


def weekday(groups: Groups, anchor: Anchor) -> str | None:
    day = _weekday(groups["weekday"], groups.get("shift", ""), anchor)
    return day.isoformat() if day else None


def _weekday(name: str, shift: str, anchor: Anchor) -> date | None:
    if anchor.published is None:
        return None
    wanted, base = WEEKDAYS.index(name.lower()), anchor.published
    back, ahead = (base.weekday() - wanted) % 7, (wanted - base.weekday()) % 7
    match " ".join(shift.lower().split()):
        case "last" | "this past":
            return base - timedelta(back or 7)
        case "next" | "this coming":
            return base + timedelta(ahead or 7)
    return base + timedelta(ahead) if anchor.tense == "future" else base - timedelta(back)


def weekday_week(groups: Groups, anchor: Anchor) -> str | None:
    """Return the day of "Monday next week"."""
    if anchor.published is None:
        return None
    monday, _ = week_of(anchor.published, step(groups["shift"]))
    return (monday + timedelta(WEEKDAYS.index(groups["weekday"].lower()))).isoformat()


def weekday_range(groups: Groups, anchor: Anchor) -> str | None:
    one, other = (WEEKDAYS.index(groups[key].lower()) for key in ("weekday", "weekday2"))
    days = timedelta((other - one) % 7)
    if anchor.tense == "future":
        start = _weekday(groups["weekday"], "", anchor)
    else:
        end = _weekday(groups["weekday2"], "", anchor)
        start = end - days if end else None
    return interval(start, start + days) if start and days else None


def month_shift(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    month, base, shift = month_number(groups["month"]), anchor.published, groups["shift"].lower()
    year = base.year
    if shift == "last" and month >= base.month:
        year -= 1
    if shift == "next" and month <= base.month:
        year += 1
    return f"{year:04}-{month:02}"


def moved(base: date, count: int, unit: str) -> str:
    """Return the day, month or year that lies a number of units from a day, as precise as the unit is."""
    match unit:
        case "minute":
            return base.isoformat()
        case "hour":
            return (base + timedelta(count // 24 if count > 0 else -(-count // 24))).isoformat()
        case "day":
            return (base + timedelta(count)).isoformat()
        case "week":
            return f"{(base + timedelta(7 * count)).isoformat()}~"
        case "month":
            return f"{base + relativedelta(months=count):%Y-%m}~"
    return f"{base.year + count * (10 if unit == 'decade' else 1):04}~"


def ago(groups: Groups, anchor: Anchor) -> str | None:
    return moved(anchor.published, -number(groups["n"]), groups["unit"].lower()) if anchor.published else None


def ahead(groups: Groups, anchor: Anchor) -> str | None:
    """Return when "in two weeks" is; of what is past it tells how long it took."""
    if anchor.published is None or anchor.tense == "past":
        return None
    return moved(anchor.published, number(groups["n"]), groups["unit"].lower())


def near(groups: Groups, anchor: Anchor) -> str | None:
    """Return the time of "two days later", "the same year" or "the day before", counted from the date named before."""
    unit, way = groups["unit"].lower(), 0 if "same" in groups else _WAYS[" ".join(groups["way"].lower().split())]
    base = anchor.previous or (anchor.published.isoformat() if anchor.published and groups.get("way") == "earlier" else "")
    base = base.rstrip("~")
    if "/" in base or len(base) < _EXACT[unit]:
        return None
    count = number(groups["n"]) if "n" in groups else 1
    found = moved(date.fromisoformat((base + "-01-01")[:10]), way * count, unit)
    return found if "n" in groups else found.rstrip("~")


def unit(groups: Groups, anchor: Anchor) -> str | None:
    if anchor.published is None:
        return None
    steps = step(groups["shift"])
    match groups["unit"].lower():
        case "week":
            return interval(*week_of(anchor.published, steps))
        case "month":
            return f"{anchor.published + relativedelta(months=steps):%Y-%m}"
    return f"{anchor.published.year + steps:04}"


def end(groups: Groups, anchor: Anchor) -> str | None:
    """Return the first or last of "the end of next month"; "by" makes it the very day."""
    if anchor.published is None:
        return None
    base, steps = anchor.published, 0 if groups["shift"].lower() == "the" else step(groups["shift"])
    part, exact = groups["part"].lower(), "" if "prep" in groups else "~"
    ends = part == "end"
    match groups["unit"].lower():
        case "year":
            month = f"-{12 if ends else 1:02}" + ("-31" if ends and "prep" in groups else "")
            return f"{base.year + steps:04}{'' if part == 'middle' else month}{exact}"
        case "month":
            base += relativedelta(months=steps)
            return f"{base:%Y-%m}-{monthrange(base.year, base.month)[1] if ends else 15 if part == 'middle' else 1:02}{exact}"
    return f"{week_of(base, steps)[ends].isoformat()}~" if part != "middle" else None


def weekend(groups: Groups, anchor: Anchor) -> str | None:
    """Return Saturday and Sunday; what happened "this weekend" did so before a Monday's paper."""
    if anchor.published is None:
        return None
    shift, base = groups["shift"].lower(), anchor.published
    saturday = base + timedelta(5 - base.weekday())
    if shift == "next":
        saturday += timedelta(7)
    elif shift == "last" or (anchor.tense == "past" and base.weekday() < 5):
        saturday -= timedelta(7)
    return interval(saturday, saturday + timedelta(1))


def season_shift(groups: Groups, anchor: Anchor) -> str | None:
    """Return "last fall", "next spring", or the season that a tense means by "in the spring"."""
    if anchor.published is None:
        return None
    now, name = f"{anchor.published:%Y-%m}", groups["season"].lower()
    seasons = [season_of(anchor.published.year + each, name).split("/") for each in (-2, -1, 0, 1, 2)]
    match " ".join(groups.get("shift", anchor.tense).lower().split()):
        case "last" | "this past":
            first, last = max(each for each in seasons if each[1] < now)
        case "next" | "this coming":
            first, last = min(each for each in seasons if each[0] > now)
        case "past":
            first, last = max(each for each in seasons if each[0] <= now)
        case "future":
            first, last = min(each for each in seasons if each[1] >= now)
        case _:
            first, last = _this(seasons, now, wraps=SEASONS[name][1] < SEASONS[name][0])
    return f"{first}/{last}"


def _this(seasons: list[list[str]], now: str, *, wraps: bool) -> list[str]:
    """Return the season going on, else that of the year."""
    inside = (each for each in seasons if each[0] <= now <= each[1])
    return next(inside, next(each for each in seasons if each[wraps and now[5:] < "06"][:4] == now[:4]))

"""The patterns of date expressions, compiled once, and where they match in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from etl.knowledge import remembered
from etl.transform.dates.names import COUNTED, MONTHS, NUMBERS, WEEKDAYS
from etl.transform.lexicon import read

_PARTS = {
    "{name}": r"(?:{weekday},?\s+)?",
    "{part}": r"(?:the\s+)?(?P<part>(?:end|beginning|start|middle)\s+of|(?:early|mid|middle|late)(?:\s+in)?)[\s-]+",
    "{inyear}": r"(?:,?\s+(?:(?P<year>{year})|(?:of\s+)?(?P<yearshift>last|next|(?<=of\s)this)\s+year))?",
    # "Between" goes with "and", "from" and nothing go with "to": "March 5 and 14" are two days.
    "{from}": r"(?:(?:from|(?P<b>between))\s+)?",
    "{to}": r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+(?:the\s+)?|(?(b)\s+and\s+(?:the\s+)?|(?!)))",
    "{counted}": "(?:" + "|".join(COUNTED) + ")",
    # Names of months and days are capitalised in prose ("may", "march"); the small words around them need not be.
    "{month}": "(?-i:" + "|".join(map(str.capitalize, MONTHS)) + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)",
    "{day}": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "{year}": r"(?:1[5-9]|20)\d\d",
    "{weekday}": "(?-i:" + "|".join(map(str.capitalize, WEEKDAYS)) + ")",
    "{number}": r"\d{1,3}|" + "|".join(NUMBERS),
}
# What the `needs` column may name beside words: one of these has to stand in a sentence before its patterns are tried.
_NEEDS = {
    "month": tuple(month[:3].capitalize() for month in MONTHS),
    "weekday": tuple(map(str.capitalize, WEEKDAYS)),
    "year": ("15", "16", "17", "18", "19", "20"),
    "digits": ("-0", "-1"),
}
_BREAK = re.compile(r"(?:\n|[.!?][\"”’)\]]*\s+(?=[\"“A-Z]))\s*")
_YEARS = frozenset({"year", "yearshift", "year2", "month2"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the lexicon."""

    rule: str
    resolver: str
    value: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Characters [start, end) of a text that one pattern takes; `groups` are its named parts, `ends` the two of a range."""

    start: int
    end: int
    rule: str
    resolver: str
    groups: dict[str, str]
    ends: tuple[tuple[int, int], ...] = ()


@remembered
def patterns() -> tuple[Pattern, ...]:
    """Return the pattern of each row; earlier rows win over later ones."""
    return tuple(map(_pattern, read("date_patterns")))


def _pattern(row: Mapping[str, str]) -> Pattern:
    text = row["pattern"]
    for name, part in _PARTS.items():
        text = text.replace(name, part)
    return Pattern(row["id"], row["resolver"], row["value"], re.compile(text, re.IGNORECASE))


@remembered
def _gates() -> tuple[tuple[bool, tuple[str, ...], tuple[int, ...]], ...]:
    """Return the places of the patterns by what they need: words of which one must be there, as written or in lower case."""
    gates: dict[str, list[int]] = {}
    for place, row in enumerate(read("date_patterns")):
        gates.setdefault(row["needs"], []).append(place)
    return tuple((needs in _NEEDS, _NEEDS.get(needs) or tuple(needs.split("|")), tuple(each)) for needs, each in gates.items())


def _possible(text: str) -> list[Pattern]:
    """Return the patterns of which a text has a word, in their order; most texts have none."""
    lowered = text.lower()
    places: list[int] = []
    for exact, needs, behind in _gates():
        among = text if exact else lowered
        for word in needs:
            if word in among:
                places += behind
                break
    return [patterns()[place] for place in sorted(places)]


def matches(text: str) -> Iterator[Match]:
    """Yield the date expressions of `text` from left to right, none overlapping another."""
    start = 0
    for stop in [*(each.end() for each in _BREAK.finditer(text)), len(text)]:
        for found in _in_sentence(text[start:stop]):
            yield replace(found, start=found.start + start, end=found.end + start,
                          ends=tuple((a + start, b + start) for a, b in found.ends))  # fmt: skip
        start = stop


def _in_sentence(text: str) -> list[Match]:
    found: list[Match] = []
    for pattern in _possible(text):
        for each in pattern.regex.finditer(text):
            start, end = _bounds(each)
            if all(end <= other.start or other.end <= start for other in found):
                groups = {key: value for key, value in each.groupdict().items() if value}
                groups |= {"value": pattern.value} if pattern.value else {}
                found.append(Match(start, end, pattern.rule, pattern.resolver, groups, _ends(each)))
    found.sort(key=lambda match: match.start)
    return _sharing_years(text, found)


def _bounds(each: re.Match[str]) -> tuple[int, int]:
    """Return the characters of the expression itself, without a preposition that only showed that it is a date."""
    preposition = each.groupdict().get("prep")
    return (each.end("prep") + 1 if preposition else each.start()), each.end()


def _ends(each: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return where the two ends of a range stand, where each of them is a date by itself: not in "March 5-14"."""
    groups = each.groupdict()
    if not (groups.get("month2") and groups.get("month")) and len(groups.get("year2") or "") < 4:
        return ()
    if groups.get("day2") and not (groups.get("month2") and groups.get("month")):
        return ()
    sides = [[name for name in ("day", "month", "year") if groups.get(name + side)] for side in ("", "2")]
    if not all(sides):
        return ()
    return tuple(
        (min(each.start(name + side) for name in names), max(each.end(name + side) for name in names))
        for names, side in zip(sides, ("", "2"), strict=True)
    )


def _sharing_years(text: str, found: list[Match]) -> list[Match]:
    """Give "June" of "in June and July 2015" the year of the month that it is coordinated with."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        together = text[one.end : other.start].strip(" ,") in {"", "and", "or", "and on"}
        needs_one = "month" in one.groups and not one.groups.keys() & _YEARS
        if together and needs_one and "month" in other.groups and "year" in other.groups:
            found[place] = replace(one, groups=one.groups | {"year": other.groups["year"]})
    return found

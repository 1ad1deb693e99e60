"""The patterns of date expressions, compiled once, and where they match in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.knowledge import remembered
from etl.transform.lexicon import read

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30}  # fmt: skip

_PARTS = {
    # Names of months and days are capitalised in prose ("may", "march"); the small words around them need not be.
    "{month}": "(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)",
    "{day}": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "{year}": r"(?:1[5-9]|20)\d\d",
    "{weekday}": "(?-i:" + "|".join(day.capitalize() for day in WEEKDAYS) + ")",
    "{number}": r"\d{1,3}|" + "|".join(NUMBERS),
}


@dataclass(frozen=True, slots=True)
class Match:
    """Characters [start, end) of a text that one pattern takes; `groups` are its named parts."""

    start: int
    end: int
    rule: str
    resolver: str
    groups: dict[str, str]


@remembered
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return rule id, resolver and pattern of each row; earlier rows win over later ones."""
    return tuple((row["id"], row["resolver"], _compile(row["pattern"])) for row in read("date_patterns"))


def _compile(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern, re.IGNORECASE)


def matches(text: str) -> Iterator[Match]:
    """Yield the date expressions of `text` from left to right, none overlapping another."""
    taken: list[tuple[int, int]] = []
    found: list[Match] = []
    for rule, resolver, pattern in patterns():
        for each in pattern.finditer(text):
            start, end = _bounds(each)
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                groups = {key: value for key, value in each.groupdict().items() if value}
                found.append(Match(start, end, rule, resolver, groups))
    yield from sorted(found, key=lambda match: match.start)


def _bounds(each: re.Match[str]) -> tuple[int, int]:
    """Return the characters of the expression itself, without a preposition that only showed that it is a date."""
    groups = each.groupdict()
    start = each.start()
    preposition = groups.get("prep")
    if preposition and preposition.lower() not in {"early", "mid", "late", "around", "about", "circa"}:
        start = each.end("prep") + 1
    return start, each.end()

"""Dates with two ends: a fact sheet tells a range and its ends, and which side is open; gold may tell the days alone."""

from etl.evaluation.kinds import Fact, bounds


def prepare(gold: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Make a sheet's dates comparable.

    Left out are the ends of a range that the gold has, and a range that it has not; "since 2014" is 2014 where the gold says so.
    """
    dates = [each for each in sheet.get("dates") or [] if bounds(each)]
    wanted = [bounds(each) for each in gold.get("dates") or []]
    dropped: list[Fact] = []
    for each in dates:
        if ends := [other for other in dates if _holds(each, other)]:
            dropped += ends if bounds(each) in wanted else [each]
    return gold, sheet | {"dates": [_closed(each, wanted) for each in dates if each not in dropped]}


def _holds(one: Fact, other: Fact) -> bool:
    """Say whether one is a range and the other an end of it, or a part of the same word: "1980–1987"."""
    (start, end), (first, last) = one["span"], other["span"]
    return bool(start <= first and last <= end and one["start"] != one["end"] and bounds(one) != bounds(other))


def _closed(found: Fact, wanted: list[tuple[str, str] | None]) -> Fact:
    point = found["start"] or found["end"]
    is_open = not (found["start"] and found["end"]) and bounds(found) not in wanted
    return found | {"start": point, "end": point} if is_open and (point, point) in wanted else found

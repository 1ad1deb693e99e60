"""Ranges: a fact sheet tells "from May 20 to 31 May" and its two ends, gold tells the one or the others."""

from etl.evaluation.kinds import Fact, bounds


def prepare(gold: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Leave out of a sheet's dates the ends of a range that the gold has, and a range that it has not."""
    dates = sheet.get("dates") or []
    wanted = [bounds(each) for each in gold.get("dates") or []]
    dropped: list[Fact] = []
    for each in dates:
        ends = [other for other in dates if _holds(each, other)]
        if ends:
            dropped += ends if bounds(each) in wanted else [each]
    return gold, sheet | {"dates": [each for each in dates if each not in dropped]} if dropped else sheet


def _holds(one: Fact, other: Fact) -> bool:
    (start, end), (first, last) = one["span"], other["span"]
    return bool(start <= first and last <= end and (start, end) != (first, last))

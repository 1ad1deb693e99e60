"""Gold of GUM: whole articles and interviews, of which the dates with a value are scored.

Source: Zeldes 2017, "The GUM corpus", Language Resources and Evaluation 51(3).
"""

from etl.evaluation.kinds import Fact, Kind

type Dated = tuple[int, str, str]


def recognises(line: Fact) -> bool:
    """Say whether a line of a file is gold of this form."""
    return isinstance(line.get("entities"), list) and isinstance(line.get("dates"), list)


def prepare(line: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Return the values of the gold's spans, and those that the fact sheet has at the same places.

    "Saturday, May 4" is one span of the gold and may be two of a fact sheet, which are one where their values agree. Gold
    with an open value ("15 years") and found dates at other places do not count.
    """
    gold = [(each["start"], each["end"], *value) for each in line["dates"] if all(value := _value(each))]
    found: set[Dated] = set()
    for each in sheet.get("dates") or []:
        start, end = each["span"]
        for place, (first, last, *_) in enumerate(gold):
            if start < last and first < end and each.get("start"):
                found.add((place, each["start"], each.get("end") or ""))
    return {"dates": [(place, *each[2:]) for place, each in enumerate(gold)]}, {"dates": sorted(found)}


def _value(date: Fact) -> tuple[str, str]:
    return date.get("when") or date.get("from") or "", date.get("when") or date.get("to") or ""


KINDS = (
    Kind(
        "dates.value",
        "first and last point at the place of a gold date",
        lambda sheet: list(sheet.get("dates") or []),
        lambda gold, found: bool(gold == found),
    ),
)

"""Gold of GUM: whole articles and interviews, of which dates with a value and coreference are scored.

Source: Zeldes 2017, "The GUM corpus", Language Resources and Evaluation 51(3).
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from etl import gazetteer
from etl.errors import KnowledgeError
from etl.evaluation.coreference import Link, Mention, links
from etl.evaluation.kinds import Fact, Kind, all_of
from etl.evaluation.matching import equal
from etl.knowledge import remembered
from etl.model import Interval

type Dated = tuple[int, str, str]


def recognises(line: Fact) -> bool:
    """Say whether a line of a file is gold of this form."""
    return isinstance(line.get("entities"), list) and isinstance(line.get("dates"), list)


def prepare(line: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Return the values of the gold's spans with those that the fact sheet has there, and the links of both."""
    gold, found = _dates(line, sheet)
    gold_links, found_links = links(_mentions(line), sheet.get("chains") or [], line["text"])
    return {"dates": gold, "links": gold_links}, {"dates": found, "links": found_links}


def _dates(line: Fact, sheet: Fact) -> tuple[list[Dated], list[Dated]]:
    """Return the values at the places of the gold's spans.

    "Saturday, May 4" is one span of the gold and may be two of a fact sheet, which are one where their values agree. Gold
    with an open value ("15 years") and found dates at other places do not count, nor does a range of which the gold has the
    two ends. Of "since 2014" the gold has the year alone.
    """
    gold = [(each["start"], each["end"], *value) for each in line["dates"] if all(value := _value(each))]
    found: set[Dated] = set()
    for each in sheet.get("dates") or []:
        start, end = each["span"]
        places = [place for place, (first, last, *_) in enumerate(gold) if start < last and first < end]
        points = each.get("start") or each.get("end"), each.get("end") or each.get("start")
        if all(points) and not _holds_ends(places, points):
            found |= {(place, _day(points[0], 0), _day(points[1], -1)) for place in places}
    return [(place, *each[2:]) for place, each in enumerate(gold)], sorted(found)


def _holds_ends(places: list[int], points: tuple[str, str]) -> bool:
    return len(places) == 2 and points[0] != points[1]


def _value(date: Fact) -> tuple[str, str]:
    first, last = date.get("when") or date.get("from") or "", date.get("when") or date.get("to") or ""
    return _day(first, 0), _day(last, -1)


def _day(point: str, side: int) -> str:
    """Return the first (side 0) or last (side -1) day of a year or a month, so that 1960/1969 is all its days."""
    try:
        interval = Interval.parse(point)
    except KnowledgeError:  # "--10", October of any year
        return point
    return (interval.earliest, interval.latest)[side] or point


def _mentions(line: Fact) -> list[Mention]:
    """Return the mentions of the gold, with what the chain of each touches."""
    chains: dict[str, list[Fact]] = {}
    for each in line["entities"]:
        chains.setdefault(each["cluster"], []).append(each)
    about = {name: _about(chain) for name, chain in chains.items()}
    return [
        Mention((each["start"], each["end"]), each["text"], each["cluster"], about[each["cluster"]])
        for each in sorted(line["entities"], key=lambda each: (each["start"], -each["end"]))
    ]


def _about(chain: list[Fact]) -> str | None:
    """Return what a chain touches: by its type, the article of Wikipedia that it is linked to, and the titles in its mentions.

    A nation is a place or an organization whose article is a present-day state, an organization any other of that type that
    has an article, and an official a person with an office that the gazetteer knows, by name or article.
    """
    types, identities = {each["type"] for each in chain}, {unquote(each["wikipedia"] or "").replace("_", " ") for each in chain}
    if types & {"place", "organization"} and identities & _nations():
        return "nations"
    if "organization" in types and any(identities):
        return "organizations"
    texts = [each["text"] for each in chain]
    if "person" in types and any(map(_titles().search, texts)) and (any(identities) or any(map(_FULL_NAME.search, texts))):
        return "officials"
    return None


_FULL_NAME = re.compile(r"[A-Z][\w-]+ [A-Z][\w-]+$")


@remembered
def _nations() -> frozenset[str]:
    return frozenset(each.name for each in gazetteer.load().nations)


@remembered
def _titles() -> re.Pattern[str]:
    known = sorted({re.escape(each.title) for each in gazetteer.load().position_titles}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(known)})\b", re.IGNORECASE)


def _links(about: str | None = None) -> Callable[[Fact], list[Link]]:
    return lambda sheet: [each for each in sheet["links"] if about in (None, each["about"])]


def _same_link(gold: Link, found: Link) -> bool:
    return bool(gold["spans"] == found["spans"])


def _coreference(name: str, meaning: str, about: str | None = None) -> Kind:
    return Kind(name, meaning, _links(about), _same_link)


KINDS = (
    Kind("dates.value", "first and last point at the place of a gold date", all_of("dates"), equal),
    _coreference("coreference", "link in a chain of a nation, an official or an organisation (MUC)"),
    _coreference("coreference.nations", "link in a chain of a nation", "nations"),
    _coreference("coreference.officials", "link in a chain of a person in office", "officials"),
    _coreference("coreference.organizations", "link in a chain of an organisation", "organizations"),
)

"""Gold of the PLOVER project: one sentence each, with its main event and the actors of that event by code.

Source: github.com/openeventdata/PLOVER, gold standard records, which use the event types of an older version.
"""

import re

from etl.evaluation.kinds import SYMMETRIC, Fact, Kind
from etl.evaluation.matching import equal
from etl.evaluation.names import is_code

_TYPES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "INVESTIGATE": "ACCUSE",
}
# Slips of the pen among the codes, and codes that are no nation's.
_CODES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
# A phrase that opens a sentence tells the circumstances of its main event: "Despite warnings by the agencies, …".
_OPENING = re.compile(r"(?:Despite|After|Following|Amid|Under|With|In|Before|Since|Because of|As|While|Although)\b[^,]*,")
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"})
_NO_NATIONS = frozenset({"IGO", "NGO", "IMG", "ISM"})


def recognises(line: Fact) -> bool:
    """Say whether a line of a file is a gold record of this form."""
    return isinstance(line.get("event"), str) and isinstance(line.get("source"), list)


def prepare(line: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Return the main event of the gold and that of the fact sheet: the one whose cue comes first in the text."""
    gold: Fact = {"type": _TYPES.get(line["event"], line["event"])}
    for side in ("source", "target"):
        gold[side] = [_CODES.get(each["code"], each["code"]) for each in line[side]]
    opening = _OPENING.match(line["text"])
    start = opening.end() if opening else 0
    events = sorted(sheet.get("events") or [], key=lambda each: _place(each, start))
    return _main(gold, mutual=line.get("reciprocal") is True), _main(events[0]) | _announced(events[0]) if events else {}


def _place(event: Fact, start: int) -> tuple[bool, list[int]]:
    """Return what events are ordered by: first those of the main clause, which begins at `start`, then by their cues."""
    span: list[int] = event.get("cue_span") or [0, 0]
    return span[0] < start, span


def _announced(event: Fact) -> Fact:
    """Return the type of what somebody only means to do, or will not do, as PLOVER codes it: he agrees, threatens or refuses.

    The annotation guide of fact sheets codes the deed itself, as a hypothetical or a negated one. Source: PLOVER codebook, AGREE
    ("offer, promise or otherwise indicate willingness"), REJECT and THREATEN, after CAMEO 03, 12 and 13.
    """
    friendly = event["type"] in _FRIENDLY
    if event.get("negated"):
        return {"as_announced": "REJECT" if friendly else event["type"]}
    if not event.get("planned"):
        return {"as_announced": event["type"]}
    return {"as_announced": "AGREE" if friendly else "THREATEN" if event["type"] in _HOSTILE else event["type"]}


def _main(event: Fact, *, mutual: bool = False) -> Fact:
    """Return the type of an event, and its nations by side; what parties do with each other has one side."""
    mutual = mutual or (event["type"] in SYMMETRIC and not event.get("target"))
    sides = {"source": "either", "target": "either"} if mutual else {"source": "source", "target": "target"}
    named = {side: event.get(f"{side}_nations") or event.get(side) or [] for side in sides}
    nations = {(to, each) for side, to in sides.items() for each in named[side] if _is_nation(each)}
    return {"type": event["type"], "nations": sorted(nations)}


def _is_nation(name: str) -> bool:
    return is_code(name) and name not in _NO_NATIONS


def _type(event: Fact) -> list[Fact]:
    return [{"type": event["type"], "cue": "the main one"}] if event else []


def _announcing(event: Fact) -> list[Fact]:
    return [{"type": event.get("as_announced", event["type"]), "cue": "the main one"}] if event else []


def _nations(event: Fact) -> list[tuple[str, str]]:
    return list(event.get("nations") or [])


def _same_nation(gold: tuple[str, str], found: tuple[str, str]) -> bool:
    sides = {gold[0], found[0]}
    return gold[1] == found[1] and (len(sides) == 1 or "either" in sides)


KINDS = (
    Kind("event.type", "type of the main event; recall is the accuracy", _type, equal),
    Kind(
        "event.type.announced",
        "the same, where a deed that is planned or denied counts as agreeing, threatening or refusing, as PLOVER codes it",
        _announcing,
        equal,
    ),
    Kind("event.nations", "nation on its side of the main event", _nations, _same_nation),
)

"""Scores fact sheets against hand-annotated ones: precision and recall of each kind of fact, micro-averaged.

Names, actors and events are compared as `entente eval` compares them. Beyond that the golden articles ask for more: an
exercise has its status and its places, an official the same organisation and term, an event its certainty, a quote its medium.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from etl.evaluation.kinds import same_actors, same_event
from etl.evaluation.matching import Same, pairs, unmatched
from etl.evaluation.names import actor, actors, fold, organization, same_person

__all__ = ["KINDS", "differences", "figures", "pairs"]

type Fact = dict[str, Any]

_MEDIA = {"korean central news agency": "kcna"}
_STOP = frozenset({"of", "the", "for", "and", "to", "deputy", "acting"})


def same_official(one: Fact, other: Fact) -> bool:
    homes = (each.get("nation") or organization(each.get("organization")) for each in (one, other))
    return same_person(one["name"], other["name"]) and len(set(homes)) == 1


def same_office(one: Fact, other: Fact) -> bool:
    x, y = (set(fold(each["position"]).split()) - _STOP for each in (one, other))
    same_term = bool(one.get("former")) == bool(other.get("former"))
    return same_official(one, other) and same_term and 2 * len(x & y) >= len(x | y) > 0


def same_exercise(one: Fact, other: Fact) -> bool:
    """Say whether two entries mean one exercise: their names, or who takes part and how it stands."""
    if one["name"] and other["name"] and _series(one) != _series(other):
        return False
    a, b = actors(one["participants"]), actors(other["participants"])
    return one["status"] == other["status"] and (bool(a & b) or not (a or b))


def _series(exercise: Fact) -> str:
    return fold(exercise["name"]).removeprefix("exercise ")


def same_participants(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and actors(one["participants"]) == actors(other["participants"])


def same_start(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and one["start"] == other["start"]


def same_places(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and {*map(fold, one["places"])} == {*map(fold, other["places"])}


def same_relation(one: Fact, other: Fact) -> bool:
    ends = [[actor(each["source"]), actor(each["target"])] for each in (one, other)]
    if one["type"] == "ALLIED_WITH":
        ends = [sorted(each) for each in ends]
    return (one["type"], one["negated"], ends[0]) == (other["type"], other["negated"], ends[1])


def same_certainty(one: Fact, other: Fact) -> bool:
    return same_actors(one, other) and all(one[key] == other[key] for key in ("negated", "hypothetical"))


def same_quote(one: Fact, other: Fact) -> bool:
    return fold(one["text"]) == fold(other["text"])


def same_speaker(one: Fact, other: Fact) -> bool:
    return same_quote(one, other) and same_person(one["speaker"], other["speaker"])


def same_medium(one: Fact, other: Fact) -> bool:
    media = [fold(each["medium"]) for each in (one, other)]
    return same_quote(one, other) and _MEDIA.get(media[0], media[0]) == _MEDIA.get(media[1], media[1])


def same_date(one: Fact, other: Fact) -> bool:
    return _bounds(one) == _bounds(other)


def _bounds(found: Fact) -> tuple[str | None, str | None]:
    """Return first and last point of a date, given as an EDTF literal by the gold and taken apart in a fact sheet."""
    if "value" not in found:
        return found["start"], found["end"]
    first, _, last = found["value"].partition("/")
    return first.strip("~.") or None, (last or first).strip("~.") or None


def _direct(found: Fact) -> list[Fact]:
    return [each for each in found["quotes"] if each.get("direct", True)]


def _started(found: Fact) -> list[Fact]:
    return [each for each in found["exercises"] if each["start"]]


def _whole(found: Fact) -> list[Fact]:
    """Return the dates of which none is an end of another, a range; the gold has no spans, and no ends either."""
    spans = [tuple(each["span"]) for each in found["dates"] if "span" in each]
    inside = {one for one in spans for other in spans if one != other and other[0] <= one[0] and one[1] <= other[1]}
    return [each for each in found["dates"] if tuple(each.get("span", ())) not in inside]


def _of(key: str) -> Callable[[Fact], list[Any]]:
    return lambda found: list(found[key])


KINDS: dict[str, tuple[Callable[[Fact], list[Any]], Same]] = {
    "nations": (_of("nations"), lambda one, other: bool(one == other)),
    "officials": (_of("officials"), same_official),
    "officials.position": (_of("officials"), same_office),
    "organizations": (_of("organizations"), lambda one, other: organization(one) == organization(other)),
    "exercises": (_of("exercises"), same_exercise),
    "exercises.participants": (_of("exercises"), same_participants),
    "exercises.start": (_started, same_start),
    "exercises.places": (_of("exercises"), same_places),
    "relations": (_of("relations"), same_relation),
    "events.actors": (_of("events"), same_actors),
    "events.exact": (_of("events"), same_event),
    "events.certainty": (_of("events"), same_certainty),
    "quotes": (_direct, same_quote),
    "quotes.speaker": (_direct, same_speaker),
    "quotes.medium": (_direct, same_medium),
    "dates": (_whole, same_date),
}


def figures(gold: Sequence[Fact], sheets: Sequence[Fact]) -> dict[str, dict[str, float]]:
    """Return precision and recall of each kind over articles in the same order."""
    reached = {}
    for kind, (facts, same) in KINDS.items():
        right = wanted = given = 0
        for one, other in zip(gold, sheets, strict=True):
            right += len(pairs(facts(one), facts(other), same))
            wanted, given = wanted + len(facts(one)), given + len(facts(other))
        reached[kind] = {"precision": right / (given or 1), "recall": right / (wanted or 1)}
    return reached


def differences(kind: str, gold: Fact, sheet: Fact) -> Iterator[tuple[str, Any]]:
    """Yield what is "missed" and what is "false" in one fact sheet."""
    facts, same = KINDS[kind]
    missed, spurious = unmatched(facts(gold), facts(sheet), same)
    yield from (("missed", each) for each in missed)
    yield from (("false", each) for each in spurious)

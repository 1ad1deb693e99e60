"""Scores fact sheets against hand-annotated ones: precision and recall of each kind of fact, micro-averaged.

What counts as the same fact follows the annotation guide: names are compared without accents, case and articles; events
by type and by actors; the sides of a symmetric event may be swapped.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

type Fact = dict[str, Any]
type Same = Callable[[Any, Any], bool]

_SYMMETRIC = frozenset({"CONSULT", "AGREE", "MOBILIZE", "COOPERATE"})
_NAMES = {
    "north atlantic treaty organization": "nato",
    "united nations security council": "un security council",
    "economic community of west african states": "ecowas",
    "association of southeast asian nations": "asean",
    "organization of the petroleum exporting countries": "opec",
    "korean central news agency": "kcna",
}
_STOP = frozenset({"of", "the", "for", "and", "to", "deputy", "acting"})


def fold(text: str | None) -> str:
    """Return a name as it is compared."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"^(?:the|exercise) ", "", re.sub(r"[^a-z0-9 -]", "", plain)).strip()
    return _NAMES.get(plain, plain)


def folded(names: Iterable[str] | None) -> set[str]:
    return {fold(each) for each in names or ()}


def same_person(one: str | None, other: str | None) -> bool:
    x, y = fold(one).split(), fold(other).split()
    return bool(x and y) and (set(x) == set(y) or (min(len(x), len(y)) == 1 and x[-1] == y[-1]))


def same_official(one: Fact, other: Fact) -> bool:
    homes = (each.get("nation") or fold(each.get("organization")) for each in (one, other))
    return same_person(one["name"], other["name"]) and len(set(homes)) == 1


def same_office(one: Fact, other: Fact) -> bool:
    x, y = (set(fold(each["position"]).split()) - _STOP for each in (one, other))
    same_term = bool(one.get("former")) == bool(other.get("former"))
    return same_official(one, other) and same_term and 2 * len(x & y) >= len(x | y) > 0


def same_exercise(one: Fact, other: Fact) -> bool:
    """Say whether two entries mean one exercise: their names, or who takes part and how it stands."""
    if one["name"] and other["name"] and fold(one["name"]) != fold(other["name"]):
        return False
    a, b = folded(one["participants"]), folded(other["participants"])
    return one["status"] == other["status"] and (bool(a & b) or not (a or b))


def same_participants(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and folded(one["participants"]) == folded(other["participants"])


def same_start(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and one["start"] == other["start"]


def same_places(one: Fact, other: Fact) -> bool:
    return same_exercise(one, other) and folded(one["places"]) == folded(other["places"])


def same_relation(one: Fact, other: Fact) -> bool:
    ends = [[fold(each["source"]), fold(each["target"])] for each in (one, other)]
    if one["type"] == "ALLIED_WITH":
        ends = [sorted(each) for each in ends]
    return (one["type"], one["negated"], ends[0]) == (other["type"], other["negated"], ends[1])


def same_actors(one: Fact, other: Fact) -> bool:
    """Say whether two events are of one type and share an actor on each side that both fill."""
    (a, x), (b, y) = _sides(one), _sides(other)
    if one["type"] != other["type"]:
        return False
    if one["type"] in _SYMMETRIC and not (x and y):
        return bool((a | x) & (b | y)) or not (a | x | b | y)
    return (bool(a & b) or a == b) and (not x or not y or bool(x & y))


def same_event(one: Fact, other: Fact) -> bool:
    """Say whether two events are of one type with the very same actors."""
    if one["type"] != other["type"]:
        return False
    (a, x), (b, y) = _sides(one), _sides(other)
    if one["type"] in _SYMMETRIC and not (x and y):
        return a | x == b | y
    return (a, x) == (b, y)


def same_certainty(one: Fact, other: Fact) -> bool:
    return same_actors(one, other) and all(one[key] == other[key] for key in ("negated", "hypothetical"))


def _sides(event: Fact) -> tuple[set[str], set[str]]:
    return folded(event["source"]), folded(event["target"])


def same_quote(one: Fact, other: Fact) -> bool:
    return fold(one["text"]) == fold(other["text"])


def same_speaker(one: Fact, other: Fact) -> bool:
    return same_quote(one, other) and same_person(one["speaker"], other["speaker"])


def same_medium(one: Fact, other: Fact) -> bool:
    return same_quote(one, other) and fold(one["medium"]) == fold(other["medium"])


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


def _of(key: str) -> Callable[[Fact], list[Any]]:
    return lambda found: list(found[key])


KINDS: dict[str, tuple[Callable[[Fact], list[Any]], Same]] = {
    "nations": (_of("nations"), lambda one, other: bool(one == other)),
    "officials": (_of("officials"), same_official),
    "officials.position": (_of("officials"), same_office),
    "organizations": (_of("organizations"), lambda one, other: fold(one) == fold(other)),
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
    "dates": (_of("dates"), same_date),
}


def pairs(gold: Sequence[Any], found: Sequence[Any], same: Same) -> dict[int, int]:
    """Return the largest one-to-one matching as found -> gold (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in range(len(found)):
            if other not in seen and same(gold[one], found[other]):
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    for one in range(len(gold)):
        place(one, set())
    return taken


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
    taken = pairs(facts(gold), facts(sheet), same)
    yield from (("missed", each) for index, each in enumerate(facts(gold)) if index not in taken.values())
    yield from (("false", each) for index, each in enumerate(facts(sheet)) if index not in taken)

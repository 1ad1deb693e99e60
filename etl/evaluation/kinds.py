"""The kinds of fact of the annotation guide, and when a found fact is the same as a gold one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from etl.evaluation.matching import Same, equal
from etl.evaluation.names import actor, actors, fold, organization, same_person, same_position

type Fact = dict[str, Any]

_MARKS = "\"'“‘«"
# Both sides do the same thing in events of these types, so that nobody is their target.
SYMMETRIC = frozenset({"CONSULT", "AGREE", "MOBILIZE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its name, what counts as a match, how it is read from a sheet, and the match itself (gold first).

    A kind that is `optional` is counted only in documents whose gold speaks of it.
    """

    name: str
    meaning: str
    facts: Callable[[Fact], Sequence[Any]]
    same: Same
    optional: str | None = None


def all_of(key: str) -> Callable[[Fact], list[Any]]:
    """Return what reads the facts of a sheet that stand under `key`."""
    return lambda sheet: list(sheet.get(key) or [])


def _nations(sheet: Fact) -> list[str]:
    return sorted(set(sheet.get("nations") or []))


def _organizations(sheet: Fact) -> list[str]:
    return sorted({organization(each) for each in sheet.get("organizations") or []})


def _dated_exercises(sheet: Fact) -> list[Fact]:
    return [each for each in sheet.get("exercises") or [] if each.get("start")]


def _direct_quotes(sheet: Fact) -> list[Fact]:
    """Return the quotes in quotation marks; gold does not say which they are, but has the text that does."""
    text = sheet.get("text", "")
    return [each for each in sheet.get("quotes") or [] if each.get("direct", not text or _in_marks(each["text"], text))]


def _in_marks(quote: str, text: str) -> bool:
    return any(mark + quote in text for mark in _MARKS)


def _resolved_dates(sheet: Fact) -> list[tuple[str, str]]:
    return [each for found in sheet.get("dates") or [] if (each := bounds(found)) is not None]


def bounds(found: Fact) -> tuple[str, str] | None:
    """Return first and last point of a date: an EDTF literal in the gold, taken apart in a fact sheet; None without either."""
    first, last = found.get("start"), found.get("end")
    if "value" in found:
        first, slash, last = (found["value"] or "").partition("/")
        last = last if slash else first
    points = tuple((each or "").strip("~.?%") for each in (first, last))
    return (points[0], points[1]) if any(points) else None


def _official(gold: Fact, found: Fact) -> bool:
    home = gold.get("nation")
    return same_person(gold["name"], found["name"]) and (not home or home == found.get("nation"))


def _position(gold: Fact, found: Fact) -> bool:
    same = same_person(gold["name"], found["name"]) and gold.get("nation") == found.get("nation")
    return same and same_position(gold.get("position"), found.get("position"))


def _exercise(gold: Fact, found: Fact) -> bool:
    """Say whether two entries may mean one exercise: by name, or by who takes part."""
    names = [fold(each.get("name")).replace("exercise ", "") for each in (gold, found)]
    named = bool(gold.get("name") and found.get("name"))
    if named and names[0] == names[1]:
        return True
    one, other = actors(gold.get("participants")), actors(found.get("participants"))
    return bool(one & other) or not (one or other) or (not named and not (one and other))


def _participants(gold: Fact, found: Fact) -> bool:
    return _exercise(gold, found) and actors(gold.get("participants")) == actors(found.get("participants"))


def _start(gold: Fact, found: Fact) -> bool:
    return _exercise(gold, found) and bool(gold["start"] == found["start"])


def _status(gold: Fact, found: Fact) -> bool:
    return _exercise(gold, found) and gold.get("status") == found.get("status")


def _relation(gold: Fact, found: Fact) -> bool:
    one, other = (
        (each["type"], actor(each["source"]), actor(each["target"]), bool(each.get("negated"))) for each in (gold, found)
    )
    return bool(one == other)


def _type(gold: Fact, found: Fact) -> bool:
    return bool(gold["type"] == found["type"])


def _sides(event: Fact) -> tuple[set[str], set[str]]:
    return actors(event.get("source")), actors(event.get("target"))


def _meet(one: set[str], other: set[str]) -> bool:
    return bool(one & other) or one == other


def same_actors(gold: Fact, found: Fact) -> bool:
    """Say whether two events are of one type and share an actor on each side that both fill."""
    (a, x), (b, y) = _sides(gold), _sides(found)
    if not _type(gold, found):
        return False
    if gold["type"] in SYMMETRIC and not (x and y):
        return _meet(a | x, b | y)
    return _meet(a, b) and (not x or not y or bool(x & y))


def same_event(gold: Fact, found: Fact) -> bool:
    """Say whether two events are of one type with the very same actors."""
    (a, x), (b, y) = _sides(gold), _sides(found)
    if not _type(gold, found):
        return False
    if gold["type"] in SYMMETRIC and not (x and y):
        return a | x == b | y
    return (a, x) == (b, y)


def _quote(gold: Fact, found: Fact) -> bool:
    return fold(gold["text"]) == fold(found["text"])


def _speaker(gold: Fact, found: Fact) -> bool:
    one, other = (each.get("speaker") for each in (gold, found))
    return _quote(gold, found) and (same_person(one, other) or fold(one) == fold(other))


FACTS = (
    Kind("nations", "ISO code", _nations, equal),
    Kind("officials", "name, and nation where the gold gives one", all_of("officials"), _official),
    Kind("officials.position", "name, nation and position", all_of("officials"), _position),
    Kind("organizations", "name or standard acronym", _organizations, equal),
    Kind("exercises", "name or a common participant", all_of("exercises"), _exercise),
    Kind("exercises.participants", "and all participants", all_of("exercises"), _participants),
    Kind("exercises.start", "and first day", _dated_exercises, _start),
    Kind("exercises.status", "and status", all_of("exercises"), _status),
    Kind("relations", "type, both ends, negation", all_of("relations"), _relation),
    Kind("events.type", "type", all_of("events"), _type),
    Kind("events.actors", "type and an actor on each side", all_of("events"), same_actors),
    Kind("events.exact", "type and every actor", all_of("events"), same_event),
    Kind("quotes", "words", _direct_quotes, _quote, optional="quotes"),
    Kind("quotes.speaker", "words and speaker", _direct_quotes, _speaker, optional="quotes"),
    Kind("dates", "first and last point", _resolved_dates, equal, optional="dates"),
)

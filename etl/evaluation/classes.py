"""Classes of error: what is missed and spurious most often within one kind, and how what is nearly right differs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from etl.evaluation.names import actors, fold, same_person

type Classes = list[tuple[str, int, int]]

# The first of these that a fact has names its class.
_KEYS = ("type", "status", "position", "speaker")
# What is compared of a fact, by the key that tells its kind; the last is for relations.
_COMPARED = {
    "cue": ("source", "target"),
    "participants": ("participants", "status", "start"),
    "position": ("nation", "position"),
    "speaker": ("speaker",),
    "target": ("source", "target", "negated"),
}
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def classes(errors: Iterable[Mapping[str, Any]]) -> Classes:
    """Return for each class of fact how often it was missed and was spurious, the most frequent first.

    A missed fact and a spurious one of the same document that speak of the same thing are one class: what differs.
    """
    missed, spurious = Counter[str](), Counter[str]()
    for each in errors:
        for gold, found in _paired(each["missed"], each["spurious"]):
            name = _difference(gold, found) if gold is not None and found is not None else _class(gold or found)
            missed[name] += gold is not None
            spurious[name] += found is not None
    rows = [(name, missed[name], spurious[name]) for name in {*missed, *spurious}]
    return sorted(rows, key=lambda row: (-row[1] - row[2], row[0]))


def _paired(missed: Sequence[Any], spurious: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield each missed fact with a spurious one that speaks of the same, or None, then the other spurious ones with None."""
    left = list(spurious)
    for gold in missed:
        found = next((each for each in left if _akin(gold, each)), None)
        if found is not None:
            left.remove(found)
        yield gold, found
    yield from ((None, each) for each in left)


def _akin(gold: Any, found: Any) -> bool:
    if type(gold) is not type(found) or isinstance(gold, str):
        return False
    if isinstance(gold, tuple):
        return any(one == other for one, other in zip(gold, found, strict=True))
    if "cue" in gold and "cue" in found:
        return gold["type"] == found["type"] or _overlap(gold["cue"], found["cue"])
    if "participants" in gold:
        return bool(actors(gold["participants"]) & actors(found["participants"]))
    if "position" in gold:
        return same_person(gold["name"], found["name"])
    if "speaker" in gold:
        return fold(gold["text"]) == fold(found["text"])
    ends = [(gold.get(end), found.get(end)) for end in ("source", "target")]
    return gold.get("type") == found.get("type") and any(one and one == other for one, other in ends)


def _overlap(one: str | None, other: str | None) -> bool:
    x, y = (set(fold(each).split()) for each in (one, other))
    return bool(x & y)


def _difference(gold: Any, found: Any) -> str:
    if isinstance(gold, tuple):
        return " ".join(map(str, _value(gold))) + " as " + " ".join(map(str, _value(found)))
    if gold.get("type") != found.get("type"):
        return f"{gold['type']} as {found['type']}"
    compared = next((keys for key, keys in _COMPARED.items() if key in gold), ())
    differing = [
        _changed(key, gold.get(key), found.get(key)) for key in compared if _plain(gold.get(key)) != _plain(found.get(key))
    ]
    return ", ".join(differing) or _class(gold)


def _plain(value: Any) -> Any:
    return actors(value) if isinstance(value, list) else value or None


def _changed(key: str, gold: Any, found: Any) -> str:
    if not found:
        return f"no {key}"
    if isinstance(gold, list):
        x, y = actors(gold), actors(found)
        return f"{key} lacking" if y < x else f"{key} too many" if x < y else f"other {key}"
    return f"other {key}"


def _class(fact: Any) -> str:
    if isinstance(fact, Mapping):
        return next((str(fact[key]) for key in _KEYS if fact.get(key)), "-")
    return " ".join(map(str, _value(fact))) if isinstance(fact, tuple) else str(fact)


def _value(fact: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a pair as it is, but dates by their precision."""
    first, last = map(str, fact[-2:])
    if not {first[:1], last[:1]} & set("0123456789"):
        return fact
    return (_PRECISIONS.get(len(last or first), "time") if first in (last, "") or not last else "interval",)

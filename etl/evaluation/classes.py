"""Classes of error: what is missed and spurious most often within one kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

# The first of these that a fact has names its class.
_KEYS = ("type", "status", "position", "speaker")


def classes(errors: Iterable[Mapping[str, Any]]) -> list[tuple[str, int, int]]:
    """Return for each class of fact how often it was missed and was spurious, the most frequent first."""
    missed, spurious = Counter[str](), Counter[str]()
    for each in errors:
        missed.update(map(_class, each["missed"]))
        spurious.update(map(_class, each["spurious"]))
    rows = [(name, missed[name], spurious[name]) for name in {*missed, *spurious}]
    return sorted(rows, key=lambda row: (-row[1] - row[2], row[0]))


def _class(fact: Any) -> str:
    if isinstance(fact, Mapping):
        return next((str(fact[key]) for key in _KEYS if fact.get(key)), "-")
    return " ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)

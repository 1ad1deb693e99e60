"""One-to-one matching of gold facts with found ones, as many as can be."""

from collections.abc import Callable, Sequence
from typing import Any

type Same = Callable[[Any, Any], bool]


def equal(gold: object, found: object) -> bool:
    """Say whether two facts are the very same."""
    return bool(gold == found)


def pairs(gold: Sequence[Any], found: Sequence[Any], same: Same) -> dict[int, int]:
    """Return the largest one-to-one matching as places in `found` -> places in `gold` (augmenting paths)."""
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


def unmatched(gold: Sequence[Any], found: Sequence[Any], same: Same) -> tuple[list[Any], list[Any]]:
    """Return the gold facts that were missed and the found ones that are spurious."""
    taken = pairs(gold, found, same)
    matched = set(taken.values())
    missed = [each for place, each in enumerate(gold) if place not in matched]
    return missed, [each for place, each in enumerate(found) if place not in taken]

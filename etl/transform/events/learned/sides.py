"""Who stands on which side of an event, decided for all its parties at once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.weights import Numbers, Row

_BEAM = 6
_FAR = 3.0  # a way that is e**3 times less likely than the best one hardly wins
_LEAST = 1e-4
_LETTERS = ("", "S", "T")

type Roles = tuple[int, ...]
type Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """One way to give the parties their roles (places in ROLES): its log probability, party by party, and its features."""

    roles: Roles
    likely: float
    row: Row


def ways(kind: str, found: Sequence[Party], shares: Numbers) -> list[Sides]:
    """Return the likeliest ways to give the parties their roles, and the way of the rules; `shares` has a row a party."""
    logs = [[math.log(max(share, _LEAST)) for share in row] for row in shares.tolist()]
    beam: list[tuple[Roles, float]] = [((), 0.0)]
    for row in logs:
        least = max(row) - _FAR
        longer = [((*roles, role), sum_ + row[role]) for roles, sum_ in beam for role in range(3) if row[role] >= least]
        longer.sort(key=lambda each: (-each[1], each[0]))
        beam = [each for each in longer[:_BEAM] if each[1] >= longer[0][1] - _FAR]
    ruled = tuple(_LETTERS.index(each.ruled[:1]) if each.ruled[:1] in _LETTERS else 0 for each in found)
    if any(ruled) and ruled not in {roles for roles, _ in beam}:
        beam.append((ruled, sum(row[role] for row, role in zip(logs, ruled, strict=True))))
    best, told = beam[0][1], _Event(kind, found, ruled)
    return [Sides(roles, sum_ - best, told.row(roles)) for roles, sum_ in beam]


class _Event:
    """What the ways of one event are told apart by; what they share is worked out once."""

    def __init__(self, kind: str, found: Sequence[Party], ruled: Roles) -> None:
        self._kind = kind
        self._classes = [each.actor.cls for each in found]
        self._hows = [each.nearest.way for each in found]
        self._routes = [each.route.name for each in found]
        self._ruled = tuple(_places(ruled, role) for role in (1, 2)) if found and found[0].ruled != "0" else None
        self._known: dict[tuple[str, Places], list[str]] = {}

    def row(self, roles: Roles) -> Row:
        """Return the features of one way."""
        out, sources, targets = (_places(roles, role) for role in range(3))
        row = [*_numbers(self._kind, min(3, len(sources)), min(3, len(targets)))]
        if self._ruled is not None:
            same = sources == self._ruled[0], targets == self._ruled[1]
            row += _as_ruled(self._kind, all(same), *same)
        free = sum(self._classes[each] == "Nation" for each in out)
        row += _unused(self._kind, min(free, 3), f"{bool(sources):d}{bool(targets):d}")
        for name, side in (("source", sources), ("target", targets)):
            row += self._side(name, side) + self._left(name, side, out)
        return row

    def _side(self, name: str, side: Places) -> list[str]:
        if (name, side) not in self._known:
            joined = "+".join(sorted({self._classes[each] for each in side}))
            found = [f"{name}:{joined}", f"{name}:{joined}/{self._kind}"]
            if len(side) > 1:
                hows, routes = ({told[each] for each in side} for told in (self._hows, self._routes))
                found += [f"{name}-ways:{'+'.join(sorted(hows))}", f"{name}-routes:{len(routes)}of{min(len(side), 3)}"]
            self._known[name, side] = found
        return self._known[name, side]

    def _left(self, name: str, side: Places, out: Places) -> list[str]:
        """Tell of one who is left out, though it stands to the cue just as one of the side does."""
        routes = {self._routes[each] for each in side}
        left = next((self._classes[each] for each in out if self._routes[each] in routes), "")
        return [f"{name}-without", f"{name}-without:{left}", f"{name}-without:{self._kind}"] if left else []


def _places(roles: Roles, wanted: int) -> Places:
    return tuple(place for place, role in enumerate(roles) if role == wanted)


# The same few features tell one event after another.
@lru_cache(maxsize=1024)
def _numbers(kind: str, sources: int, targets: int) -> Row:
    number = f"sides:{sources}{targets}"
    return number, f"{number}/{kind}"


@lru_cache(maxsize=1024)
def _as_ruled(kind: str, *same: bool) -> Row:
    names = [f"as-ruled:{name}{each:d}" for name, each in zip(("all", "side1", "side2"), same, strict=True)]
    return *names, *(f"{name}/{kind}" for name in names)


@lru_cache(maxsize=1024)
def _unused(kind: str, free: int, filled: str) -> Row:
    return f"unused:{free}{filled}", f"unused:{min(free, 2)}{filled}/{kind}"

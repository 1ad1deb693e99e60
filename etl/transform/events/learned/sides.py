"""Who stands on which side of an event, decided for all its parties at once."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.weights import Numbers

_BEAM = 10
_FAR = 4.0  # a way that is e**4 times less likely than the best one cannot win
_LEAST = 1e-4
_LETTERS = ("", "S", "T")


@dataclass(frozen=True, slots=True)
class Sides:
    """One way to give the parties their roles (places in ROLES): its log probability, party by party, and its features."""

    roles: tuple[int, ...]
    likely: float
    row: list[str]


def ways(kind: str, found: Sequence[Party], shares: Numbers) -> list[Sides]:
    """Return the likeliest ways to give the parties their roles, and the way of the rules; `shares` has a row a party."""
    logs = [[math.log(max(float(share), _LEAST)) for share in row] for row in shares]
    beam: list[tuple[tuple[int, ...], float]] = [((), 0.0)]
    for row in logs:
        longer = [((*roles, role), sum_ + row[role]) for roles, sum_ in beam for role in range(3)]
        longer.sort(key=lambda each: (-each[1], each[0]))
        beam = [each for each in longer[:_BEAM] if each[1] >= longer[0][1] - _FAR]
    ruled = tuple(_LETTERS.index(each.ruled[:1]) if each.ruled[:1] in _LETTERS else 0 for each in found)
    if any(ruled) and ruled not in {roles for roles, _ in beam}:
        beam.append((ruled, sum(row[role] for row, role in zip(logs, ruled, strict=True))))
    best = beam[0][1]
    by_rule = ruled if found and found[0].ruled != "0" else None
    return [Sides(roles, sum_ - best, list(_features(kind, found, roles, by_rule))) for roles, sum_ in beam]


def _features(kind: str, found: Sequence[Party], roles: tuple[int, ...], by_rule: tuple[int, ...] | None) -> Iterator[str]:
    out, sources, targets = ([each for each, role in zip(found, roles, strict=True) if role == wanted] for wanted in range(3))
    number = f"sides:{min(3, len(sources))}{min(3, len(targets))}"
    yield from (number, f"{number}/{kind}")
    if by_rule is not None:
        for name, same in (("all", roles == by_rule), *((f"side{x}", _side(roles, x) == _side(by_rule, x)) for x in (1, 2))):
            yield from (f"as-ruled:{name}{same:d}", f"as-ruled:{name}{same:d}/{kind}")
    free = sum(each.actor.cls == "Nation" for each in out)
    filled = f"{bool(sources):d}{bool(targets):d}"
    yield from (f"unused:{min(free, 3)}{filled}", f"unused:{min(free, 2)}{filled}/{kind}")
    for name, side in (("source", sources), ("target", targets)):
        yield from _side_features(kind, name, side, out)


def _side(roles: tuple[int, ...], wanted: int) -> list[bool]:
    return [role == wanted for role in roles]


def _side_features(kind: str, name: str, side: Sequence[Party], out: Sequence[Party]) -> Iterator[str]:
    classes = "+".join(sorted({each.actor.cls for each in side}))
    yield from (f"{name}:{classes}", f"{name}:{classes}/{kind}")
    routes = {each.route.name for each in side}
    if len(side) > 1:
        yield f"{name}-ways:{'+'.join(sorted({each.nearest.way for each in side}))}"
        yield f"{name}-routes:{len(routes)}of{min(len(side), 3)}"
    left = next((each for each in out if each.route.name in routes), None)
    if left is not None:
        yield from (f"{name}-without", f"{name}-without:{left.actor.cls}", f"{name}-without:{kind}")

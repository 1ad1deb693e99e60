"""Who stands on which side of an event, decided for all its parties at once."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.weights import Numbers, Row

_BEAM = 10
_FAR = 4.0  # a way that is e**4 times less likely than the best one cannot win
_LEAST = 1e-4
_LETTERS = ("", "S", "T")


@dataclass(frozen=True, slots=True)
class Sides:
    """One way to give the parties their roles (places in ROLES): its log probability, party by party, and its features."""

    roles: tuple[int, ...]
    likely: float
    row: Row


def ways(kind: str, found: Sequence[Party], shares: Numbers) -> list[Sides]:
    """Return the likeliest ways to give the parties their roles, and the way of the rules; `shares` has a row a party."""
    logs = [[math.log(max(share, _LEAST)) for share in row] for row in shares.tolist()]
    beam: list[tuple[tuple[int, ...], float]] = [((), 0.0)]
    for row in logs:
        least = max(row) - _FAR
        longer = [((*roles, role), sum_ + row[role]) for roles, sum_ in beam for role in range(3) if row[role] >= least]
        longer.sort(key=lambda each: (-each[1], each[0]))
        beam = [each for each in longer[:_BEAM] if each[1] >= longer[0][1] - _FAR]
    ruled = tuple(_LETTERS.index(each.ruled[:1]) if each.ruled[:1] in _LETTERS else 0 for each in found)
    if any(ruled) and ruled not in {roles for roles, _ in beam}:
        beam.append((ruled, sum(row[role] for row, role in zip(logs, ruled, strict=True))))
    best = beam[0][1]
    by_rule = ruled if found and found[0].ruled != "0" else None
    return [Sides(roles, sum_ - best, list(_features(kind, found, roles, by_rule))) for roles, sum_ in beam]


def _features(kind: str, found: Sequence[Party], roles: tuple[int, ...], by_rule: tuple[int, ...] | None) -> Iterator[str]:
    sides: tuple[list[Party], ...] = ([], [], [])
    for each, role in zip(found, roles, strict=True):
        sides[role].append(each)
    out, sources, targets = sides
    yield from _numbers(kind, min(3, len(sources)), min(3, len(targets)))
    if by_rule is not None:
        yield from _as_ruled(kind, roles == by_rule, _same(roles, by_rule, 1), _same(roles, by_rule, 2))
    free = sum(each.actor.cls == "Nation" for each in out)
    yield from _unused(kind, min(free, 3), f"{bool(sources):d}{bool(targets):d}")
    for name, side in (("source", sources), ("target", targets)):
        routes = {each.route.name for each in side}
        left = next((each.actor.cls for each in out if each.route.name in routes), "")
        classes = tuple(sorted({each.actor.cls for each in side}))
        several = tuple(sorted({each.nearest.way for each in side})) if len(side) > 1 else ()
        yield from _side(kind, name, classes, several, f"{len(routes)}of{min(len(side), 3)}", left)


def _same(roles: tuple[int, ...], others: tuple[int, ...], wanted: int) -> bool:
    return all((one == wanted) == (other == wanted) for one, other in zip(roles, others, strict=True))


def _numbers(kind: str, sources: int, targets: int) -> Row:
    number = f"sides:{sources}{targets}"
    return number, f"{number}/{kind}"


def _as_ruled(kind: str, *same: bool) -> Row:
    names = [f"as-ruled:{name}{each:d}" for name, each in zip(("all", "side1", "side2"), same, strict=True)]
    return *names, *(f"{name}/{kind}" for name in names)


def _unused(kind: str, free: int, filled: str) -> Row:
    return f"unused:{free}{filled}", f"unused:{min(free, 2)}{filled}/{kind}"


def _side(kind: str, name: str, classes: tuple[str, ...], several: tuple[str, ...], routes: str, left: str) -> Row:
    joined = "+".join(classes)
    found = [f"{name}:{joined}", f"{name}:{joined}/{kind}"]
    if several:
        found += [f"{name}-ways:{'+'.join(several)}", f"{name}-routes:{routes}"]
    if left:
        found += [f"{name}-without", f"{name}-without:{left}", f"{name}-without:{kind}"]
    return tuple(found)

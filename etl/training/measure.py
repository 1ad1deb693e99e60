"""What is measured on held-out articles: types of events as the evaluation counts them, actors, how far probabilities hold."""

from collections import Counter
from collections.abc import Iterator, Sequence

from etl.evaluation.kinds import same_actors, same_event
from etl.training.examples import Event, Fact, Text
from etl.training.fit import Numbers
from etl.transform.events.learned.sides import Sides

_BINS = 10
_PIECE = 60  # readings that make up one point of the calibration, or its start


def type_scores(found: Sequence[Text], shares: Numbers, keep: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of event types when words below the probability `keep` tell no event."""
    read = right = gold = 0
    for text, row in _by_text(found, shares):
        told = Counter(word.type for word, share in zip(text.words, row, strict=True) if share >= keep)
        right += (told & Counter(text.types)).total()
        read, gold = read + told.total(), gold + len(text.types)
    return right / (read or 1), right / (gold or 1), 2 * right / (read + gold or 1)


def _by_text(found: Sequence[Text], shares: Numbers) -> Iterator[tuple[Text, Numbers]]:
    at = 0
    for text in found:
        yield text, shares[at : at + len(text.words)]
        at += len(text.words)


def readings(found: Sequence[Text], shares: Numbers, keep: float) -> list[tuple[float, bool]]:
    """Return of each event that is read its probability and whether the gold of its article has one more of its type."""
    read: list[tuple[float, bool]] = []
    for text, row in _by_text(found, shares):
        left = Counter(text.types)
        for word, share in zip(text.words, row, strict=True):
            if share >= keep:
                read.append((float(share), left[word.type] > 0))
                left[word.type] -= 1
    return sorted(read)


def calibration(read: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return points (probability, share of right readings) that rise together; readings in between lie in between."""
    pools: list[list[tuple[float, bool]]] = []
    for at in range(0, len(read), _PIECE):
        pools.append(list(read[at : at + _PIECE]))
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    return [(_mean([x for x, _ in pool]), _share(pool)) for pool in pools]


def _share(pool: Sequence[tuple[float, bool]]) -> float:
    return _mean([float(right) for _, right in pool])


def reliability(read: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """Return for each tenth of probability how many events were read with it, their mean probability, and how many are right."""
    means = [(len(each), _mean([x for x, _ in each]), _share(each)) for each in tenths(read)]
    return [
        {"from": place / _BINS, "events": number, "probability": share, "right": right}
        for place, (number, share, right) in enumerate(means)
    ]


def tenths(read: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Return what was read with a probability in each tenth, the least probable first."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for share, right in read:
        found[min(int(share * _BINS), _BINS - 1)].append((share, right))
    return found


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3) if values else 0.0


def chosen_right(event: Event, way: Sides) -> tuple[bool, bool]:
    """Say whether roles share an actor with the gold on each side, and whether they are those of the gold."""
    fact = _as_fact(event, way)
    return same_actors(event.fact, fact), same_event(event.fact, fact)


def _as_fact(event: Event, way: Sides) -> Fact:
    """Return an event with the actors that a way gives it, each by the name that the gold has for it."""
    sides = [[name for name, role in zip(event.names, way.roles, strict=True) if role == wanted] for wanted in (1, 2)]
    return {"type": event.fact["type"], "source": sides[0], "target": sides[1]}

"""How sure a figure is: percentile bootstrap over documents (Efron and Tibshirani 1993, chapter 13).

The figures of a resample are computed from the counts of its documents, so that nothing is matched again.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random

from etl.evaluation.counts import NOTHING, Counts, Documents

RESAMPLES, SEED = 1000, 20240516
type Interval = tuple[float, float]
type Figure = Callable[[Counts], float]

# Three counts of up to a million in one number, so that one sum adds them all.
_BITS = 21
_MASK = 2**_BITS - 1


def intervals(documents: Documents, kind: str, figures: Sequence[Figure]) -> list[Interval]:
    """Return the 95 % interval of each figure of one kind."""
    sums = _sums([counts.get(kind, NOTHING) for counts in documents.values()])
    return [_middle([figure(each) for each in sums]) for figure in figures]


def interval_of_change(before: Documents, now: Documents, kind: str) -> Interval:
    """Return the 95 % interval by which F1 changed on the documents that both have (paired resamples)."""
    shared = [key for key in now if key in before]
    first, second = (_sums([each[key].get(kind, NOTHING) for key in shared]) for each in (before, now))
    return _middle([b.f1 - a.f1 for a, b in zip(first, second, strict=True)])


def interval_of_gap(one: Documents, other: Documents, kind: str) -> Interval:
    """Return the 95 % interval of how much higher F1 is on one set of documents than on another."""
    first, second = (_sums([counts.get(kind, NOTHING) for counts in each.values()]) for each in (one, other))
    return _middle([a.f1 - b.f1 for a, b in zip(first, second, strict=True)])


def _sums(counts: Sequence[Counts]) -> list[Counts]:
    packed = [each.right << 2 * _BITS | each.missed << _BITS | each.spurious for each in counts]
    return [_unpacked(sum(map(packed.__getitem__, chosen))) for chosen in _resamples(len(packed))]


def _unpacked(number: int) -> Counts:
    return Counts(number >> 2 * _BITS, number >> _BITS & _MASK, number & _MASK)


@lru_cache(maxsize=4)
def _resamples(size: int) -> tuple[list[int], ...]:
    """Return which documents each resample holds: the same ones for every kind and in every run."""
    random = Random(SEED)
    return tuple(random.choices(range(size), k=size) if size else [] for _ in range(RESAMPLES))


def _middle(values: list[float]) -> Interval:
    """Return the bounds of the middle 95 of a hundred values."""
    ordered = sorted(values)
    cut = len(ordered) * 25 // 1000
    return ordered[cut], ordered[-1 - cut]

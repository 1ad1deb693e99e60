"""What was right, missed and spurious, and the figures that follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.evaluation.kinds import Fact, Kind
from etl.evaluation.matching import pairs

# For each document by its key: the counts of each kind of which there is anything to count.
type Documents = Mapping[str, Mapping[str, Counts]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts of one kind: found rightly, missed, and found where there is none."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def gold(self) -> int:
        return self.right + self.missed

    @property
    def errors(self) -> int:
        return self.missed + self.spurious

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.spurious or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.gold or 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.errors or 1)


NOTHING = Counts()


def counts_of(kinds: Iterable[Kind], gold: Fact, sheet: Fact) -> dict[str, Counts]:
    """Count one document; kinds without a gold fact and without a found one are left out."""
    found = {}
    for kind in kinds:
        if kind.optional is None or kind.optional in gold:
            count = _count(kind, kind.facts(gold), kind.facts(sheet))
            if count != NOTHING:
                found[kind.name] = count
    return found


def _count(kind: Kind, gold: Sequence[Any], found: Sequence[Any]) -> Counts:
    right = len(pairs(gold, found, kind.same)) if gold and found else 0
    return Counts(right, len(gold) - right, len(found) - right)


def total(documents: Documents, kind: str) -> Counts:
    """Return the sum over all documents (micro-averaging)."""
    return sum((counts[kind] for counts in documents.values() if kind in counts), start=NOTHING)

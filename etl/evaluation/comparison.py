"""What got better or worse between two scorecards of one dataset."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.evaluation.bootstrap import Interval, interval_of_change
from etl.evaluation.counts import NOTHING, Counts, total
from etl.evaluation.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class KindChange:
    """F1 of one kind before and now, over the documents that both have, and the 95 % interval of the change."""

    kind: str
    before: Counts
    now: Counts
    interval: Interval

    @property
    def change(self) -> float:
        return self.now.f1 - self.before.f1

    @property
    def verdict(self) -> str:
        """Return what happened; a question mark says that the interval of the change holds zero, so that it may be chance."""
        if self.before == self.now:
            return "same"
        word = "better" if self.change > 0 else "worse" if self.change < 0 else "other"
        return word if self.interval[0] > 0 or self.interval[1] < 0 else f"{word}?"


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that is read otherwise than before: by kind how many errors fewer (negative) or more it has."""

    document: str
    kinds: Mapping[str, int]

    @property
    def change(self) -> int:
        return sum(self.kinds.values())


def kinds(before: Scorecard, now: Scorecard) -> list[KindChange]:
    """Compare kind by kind, on the documents that both scorecards have."""
    shared = {key for key in now.documents if key in before.documents}
    old, new = ({key: each for key, each in card.documents.items() if key in shared} for card in (before, now))
    found = []
    for kind in now.meanings:
        first, second = total(old, kind), total(new, kind)
        if first != NOTHING or second != NOTHING:
            found.append(KindChange(kind, first, second, interval_of_change(old, new, kind)))
    return found


def documents(before: Scorecard, now: Scorecard) -> list[DocumentChange]:
    """Return the documents that changed, the most improved first."""
    found = []
    for key, counts in now.documents.items():
        old = before.documents.get(key)
        if old is not None and old != counts:
            changed = {kind for kind in {*old, *counts} if old.get(kind, NOTHING) != counts.get(kind, NOTHING)}
            by_kind = {kind: counts.get(kind, NOTHING).errors - old.get(kind, NOTHING).errors for kind in sorted(changed)}
            found.append(DocumentChange(key, by_kind))
    return sorted(found, key=lambda each: (each.change, each.document))

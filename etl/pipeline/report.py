"""What became of every article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.errors import IntegrityError
from etl.model import ArticleGraph, Skipped

if TYPE_CHECKING:
    from etl.load import LoadReport

_KEPT = 1000


@dataclass(slots=True)
class Losses:
    """Articles that were left out: how many, and the first thousand with their reasons."""

    count: int = 0
    first: list[Skipped] = field(default_factory=list)

    def add(self, article: Skipped) -> None:
        self.count += 1
        if len(self.first) < _KEPT:
            self.first.append(article)

    def __iter__(self) -> Iterator[Skipped]:
        return iter(self.first)


@dataclass(slots=True)
class RunReport:
    """The account of a job: `read` inputs were met, `done` of them went through all stages of the job.

    `dropped` counts by stage and reason what the transform saw in the articles and left out; `load` and `reference` are what
    the store made of the articles and of the reference layer, None where the job loads nothing.
    """

    read: int = 0
    done: int = 0
    undated: int = 0
    skipped: Losses = field(default_factory=Losses)
    quarantined: Losses = field(default_factory=Losses)
    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)
    load: "LoadReport | None" = None
    reference: "LoadReport | None" = None
    seconds: float = 0.0

    @property
    def complete(self) -> bool:
        """Whether no article was left out."""
        return not self.skipped.count and not self.quarantined.count

    def count_dropped(self, graph: ArticleGraph) -> None:
        self.dropped.update((each.stage, each.reason) for each in graph.dropped)

    def check(self) -> None:
        """Raise IntegrityError where an article got lost on the way."""
        if self.read != self.done + self.skipped.count + self.quarantined.count:
            raise IntegrityError(
                f"of {self.read} articles read, {self.done} were done, {self.skipped.count} skipped and "
                f"{self.quarantined.count} quarantined: {self.read - self.done - self.skipped.count - self.quarantined.count} "
                "are unaccounted for",
                hint="This is a fault of Entente: please report it with the command that was run.",
            )

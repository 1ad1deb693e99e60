"""What a load or a retraction did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.model import Skipped


@dataclass(frozen=True, slots=True)
class Count:
    """What articles said of one kind: `new` made a node, `merged` met one that stood already."""

    new: int = 0
    merged: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.new + other.new, self.merged + other.merged)


type Counts = dict[str, Count]


@dataclass(slots=True)
class LoadReport:
    """The articles that were given, by what became of them, and the entities and statements they brought, by kind.

    `articles` is the sum of new, unchanged, replaced and quarantined articles.
    """

    articles: int = 0
    new_articles: int = 0
    unchanged: int = 0
    replaced: int = 0
    quarantined: list[Skipped] = field(default_factory=list)
    entities: Counts = field(default_factory=dict)
    statements: Counts = field(default_factory=dict)

    def add(self, other: "LoadReport") -> None:
        """Take the figures of a part of the same load in."""
        self.articles += other.articles
        self.new_articles += other.new_articles
        self.unchanged += other.unchanged
        self.replaced += other.replaced
        self.quarantined += other.quarantined
        _add(self.entities, other.entities)
        _add(self.statements, other.statements)


@dataclass(frozen=True, slots=True)
class RetractReport:
    """The versions of a document that were taken out, and what went with them because nothing else supported it."""

    document: str
    articles: tuple[str, ...]
    statements: int
    entities: int


def counts(said: Iterable[str], made: Iterable[str]) -> Counts:
    """Return new and merged by kind, from the kinds of all that was said and of what it made."""
    new = Counter(made)
    return {kind: Count(new[kind], number - new[kind]) for kind, number in sorted(Counter(said).items())}


def _add(mine: Counts, other: Counts) -> None:
    for kind, count in other.items():
        mine[kind] = mine.get(kind, Count()) + count

"""Rules that no article has shown to work."""

from collections.abc import Container, Iterator

from etl.knowledge import LEXICON, table
from etl.linting.cells import tables
from etl.linting.finding import Finding, warning

# A table that decides on types of event or reads dates consists of rules that fire by their ids; others are lists of words.
_RULES = frozenset({"frame", "resolver"})


def check(fired: Container[str]) -> Iterator[Finding]:
    """Yield the rules whose ids are not among those that fired."""
    for part, name in tables():
        for row in table(part, name) if part == LEXICON else ():
            if _RULES & row.cells.keys() and row["id"] not in fired:
                yield warning(
                    "never fired", row, f"{row['id']} fired in no article", "Give a corpus with a sentence that it reads."
                )

"""Rules of the lexicon that an earlier one leaves nothing, and words that stand twice."""

from collections import Counter
from collections.abc import Iterator

from etl.knowledge import LEXICON, Row, table
from etl.linting.cells import EVENTS, describe, tables
from etl.linting.finding import Finding, warning


def check() -> Iterator[Finding]:
    """Yield rules that can never fire, and words and patterns that add nothing."""
    for name in EVENTS:
        yield from _shadowed(name)
    for part, name in tables():
        if part == LEXICON:
            yield from _twice(name)
    yield from _patterns()


def _shadowed(name: str) -> Iterator[Finding]:
    """Yield each rule with the words for which an earlier one fits whenever it does."""
    earlier: dict[str, list[Row]] = {}
    for row in table(LEXICON, name):
        lost: dict[str, list[str]] = {}
        for lemma in dict.fromkeys(row["lemmas"].split()):
            before = next((each for each in earlier.get(lemma, ()) if _weaker(each, row)), None)
            if before is not None:
                lost.setdefault(f"{before['id']} ({describe(before)})", []).append(lemma)
            earlier.setdefault(lemma, []).append(row)
        for other, lemmas in lost.items():
            what = f"{row['id']} never fires for {', '.join(lemmas)}: {other} comes first and asks for less"
            yield warning("shadowed", row, what, "Put it above that rule, or take the words out.")


def _weaker(one: Row, other: Row) -> bool:
    """Say whether rule `one` fits wherever `other` does, with the same actors."""
    preps, wanted = (set(filter(None, each["preps"].split("|"))) for each in (one, other))
    needs, needed = (set(filter(None, each["needs"].split("|"))) - {"alone"} for each in (one, other))
    return (
        one["object"] in {"", other["object"]}
        and (not preps or (bool(wanted) and wanted <= preps))
        and needs <= needed
        and one["frame"] == other["frame"]
    )


def _twice(name: str) -> Iterator[Finding]:
    for row in table(LEXICON, name):
        twice = [word for word, count in Counter(row.cells.get("lemmas", "").split()).items() if count > 1]
        if twice:
            yield warning("duplicate", row, f"{row['id']} has {', '.join(twice)} twice", "Once is enough.")


def _patterns() -> Iterator[Finding]:
    seen: dict[str, Row] = {}
    for row in table(LEXICON, "date_patterns"):
        other = seen.setdefault(row["pattern"], row)
        if other is not row:
            yield warning("duplicate", row, f"{row['id']} has the pattern of {other['id']} ({describe(other)})", "Keep one.")

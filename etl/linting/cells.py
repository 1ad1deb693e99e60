"""Cells that hold what they must not: unknown codes, ids of nothing, dates that are none, and rows that stand twice."""

from collections.abc import Iterator

from etl.knowledge import GAZETTEER, KEYS, LEXICON, Row, faults, table
from etl.linting.finding import Finding, error, warning
from etl.resources import schema

EVENTS = ("event_verbs", "event_nouns", "event_adjectives")


def check() -> Iterator[Finding]:
    """Yield the faults in the cells of every table."""
    for part, name in tables():
        for row in table(part, name):
            for fault in faults(name, row):
                yield error("code", row, fault.what, fault.hint)
    yield from _modes()
    yield from _unnamed()


def tables() -> Iterator[tuple[str, str]]:
    """Yield the folder and the name of every table."""
    yield from ((GAZETTEER, name) for name in KEYS)
    yield from ((LEXICON, file.stem) for file in sorted(schema(LEXICON).glob("*.csv")))


def _modes() -> Iterator[Finding]:
    """Yield the rules whose mode is none of their event type."""
    modes = {row["type"]: row["modes"].split() for row in table(LEXICON, "plover")}
    for name in EVENTS:
        for row in table(LEXICON, name):
            known = modes.get(row["type"], [])
            if row["mode"] and row["mode"] not in known:
                what = f"{row['id']}: {row['mode']!r} is no mode of {row['type']}"
                yield warning("code", row, what, f"Known: {', '.join(known) or 'none'} (plover.csv).")


def _unnamed() -> Iterator[Finding]:
    """Yield the nations and organisations that no alias names, so that no article can speak of them."""
    yield from _without_alias("nations", "nation_aliases", "iso3")
    yield from _without_alias("organizations", "organization_aliases", "id")


def _without_alias(name: str, aliases: str, key: str) -> Iterator[Finding]:
    named = {row[key] for row in table(GAZETTEER, aliases)}
    for row in table(GAZETTEER, name):
        if row[key] not in named:
            yield warning("unused", row, f"no article can speak of {row[key]!r}: it has no alias", f"Name it in {aliases}.csv.")


def describe(row: Row) -> str:
    """Return where a row stands, as a finding about another row says it."""
    return f"{row.file.name}:{row.line}"

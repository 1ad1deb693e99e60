"""Reads the word lists of `schema/lexicon/`: CSV files whose `lemmas` column holds words parted by spaces."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.errors import KnowledgeError
from etl.resources import schema


@cache
def read(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the lexicon file `name`; raises KnowledgeError when it is missing."""
    file = schema("lexicon", f"{name}.csv")
    if not file.is_file():
        raise KnowledgeError(f"the lexicon file {file} is missing", hint="Reinstall entente.")
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))


@cache
def words(name: str, column: str = "kind") -> dict[str, frozenset[str]]:
    """Return for each value of `column` the set of lemmas filed under it."""
    found: dict[str, set[str]] = {}
    for row in read(name):
        found.setdefault(row[column], set()).update(row["lemmas"].split())
    return {key: frozenset(value) for key, value in found.items()}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `event_verbs.csv` or `event_nouns.csv`.

    `object` names the noun class that the verb's object (for a noun: its modifier) must belong to, "" any, "-" none;
    `preps` are prepositions of which one must be there. `source` and `target` are paths (see `events.paths`); `needs` lists
    the roles ("source", "target", "two" actors in all) without which the cue is no event.
    """

    id: str
    lemmas: tuple[str, ...]
    object: str
    preps: tuple[str, ...]
    type: str
    mode: str | None
    source: str
    target: str
    needs: frozenset[str] = frozenset()


@cache
def rules(name: str) -> dict[str, tuple[Rule, ...]]:
    """Return the event rules of a file by lemma, in file order: the first that fits is taken."""
    found: dict[str, list[Rule]] = {}
    for rule in _rules(name):
        for lemma in rule.lemmas:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(each) for lemma, each in found.items()}


def _rules(name: str) -> Iterator[Rule]:
    frames = {row["id"]: row for row in read("frames")}
    for row in read(name):
        if row["frame"] not in frames:
            raise KnowledgeError(f"the rule {row['id']} in {name}.csv names the unknown frame {row['frame']!r}")
        frame = frames[row["frame"]]
        yield Rule(
            row["id"],
            tuple(row["lemmas"].split()),
            row["object"],
            tuple(row["preps"].split("|")) if row["preps"] else (),
            row["type"],
            row["mode"] or None,
            frame["source"],
            frame["target"],
            frozenset(filter(None, (row.get("needs") or "").split("|"))),
        )

"""Reads the word lists of `schema/lexicon/`: CSV files whose `lemmas` column holds words parted by spaces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from etl import knowledge
from etl.errors import KnowledgeError
from etl.knowledge import remembered


@remembered
def read(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of the lexicon file `name` and of what the folders in use add; raises KnowledgeError when it is missing."""
    return tuple(row.cells for row in knowledge.table(knowledge.LEXICON, name))


@remembered
def words(name: str, column: str = "kind") -> dict[str, frozenset[str]]:
    """Return for each value of `column` the set of lemmas filed under it."""
    found: dict[str, set[str]] = {}
    for row in read(name):
        found.setdefault(row[column], set()).update(row["lemmas"].split())
    return {key: frozenset(value) for key, value in found.items()}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `event_verbs.csv`, `event_nouns.csv` or `event_adjectives.csv`.

    `object` names the noun class that the verb's object (for a noun: its modifier; with "<": the verb's subject) must belong
    to, or what the clause below it must tell: ">hostile" doing, a purpose to ">fight" or ">probe", or what is ">negated";
    `preps` are prepositions of which one must be there. `source` and `target` are paths (see `events.paths`); `needs` lists
    the roles ("source", "target", "two" actors in all) without which the cue is no event; "alone" lets it do without,
    "negated" wants it denied, "done" neither denied nor planned, "foreign" wants the article to name somebody else, "light"
    wants a verb that carries a noun out.
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


@remembered
def rules(name: str) -> dict[str, tuple[Rule, ...]]:
    """Return the event rules of a file by lemma, in file order: the first that fits is taken."""
    found: dict[str, list[Rule]] = {}
    for rule in _rules(name):
        for lemma in rule.lemmas:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(each) for lemma, each in found.items()}


def _rules(name: str) -> Iterator[Rule]:
    frames = {row["id"]: row for row in read("frames")}
    for row in knowledge.table(knowledge.LEXICON, name):
        if row["frame"] not in frames:
            raise KnowledgeError(
                f"{row.where}: the rule {row['id']!r} names the unknown frame {row['frame']!r}",
                hint=f"The frames are {', '.join(sorted(frames))}.",
            )
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
            frozenset(filter(None, row["needs"].split("|"))),
        )

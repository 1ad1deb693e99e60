"""Pairs of entities in a store that may be the same, with a score and the reasons for it.

Only names that share a word, in whatever spelling, are compared, so that the work does not grow with the square of the names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz

from etl import gazetteer, ids
from etl.gazetteer.spelling import similarity, sounds
from etl.query.answers import Read
from etl.resources import cypher

# Of what remains to certainty, how much each thing in common adds; two nations take away.
_SAME_NATION, _SAME_OFFICE, _SAME_ARTICLE = 0.2, 0.4, 0.05
_OTHER_NATION = 0.6
_CROWD = 60  # a word that more names share tells nothing by itself: two words have to agree
_SPELLING = 0.9
_SMALL_WORDS = frozenset({"the", "of", "and", "for", "in", "a"})


@dataclass(slots=True)
class Known:
    """What is known of one entity; `listed` when the gazetteer describes it."""

    iri: str
    cls: str
    name: str
    nation: str | None = None
    listed: bool = False
    names: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities, the lesser IRI first, and why they may be the same."""

    one: Known
    other: Known
    score: float
    reasons: tuple[str, ...]


def candidates(read: Read, least: float) -> list[Candidate]:
    """Return the pairs of people, groups and organisations with at least this score, the likeliest first.

    Two that the gazetteer keeps apart are no candidates, nor are two of whom no article speaks.
    """
    found = [each for one, other in _pairs(known(read)) if (each := compare(one, other)).score >= least]
    return sorted(found, key=lambda each: (-each.score, each.one.iri, each.other.iri))


def known(read: Read) -> list[Known]:
    """Return the people, groups and organisations of a store."""
    found: dict[str, Known] = {}
    for cls in ("Official", "Group", "Organization"):
        for row in read(_statement("mentions").replace("Agent", cls)).rows:
            each = found.setdefault(row["iri"], Known(row["iri"], cls, row["name"], row["nation"], names={row["name"]}))
            if not row["document"].startswith("reference:"):
                each.articles.add(row["document"])
                each.names.update(name for name in row["names"] or () if " " in name or cls != "Official")
    for row in read(_statement("offices")).rows:
        if row["iri"] in found:
            found[row["iri"]].offices.add(row["office"])
    for iri, names in _listed():
        if iri in found:
            found[iri].listed = True
            found[iri].names |= names
    return sorted(found.values(), key=lambda each: each.iri)


def compare(one: Known, other: Known) -> Candidate:
    """Return how likely two entities are the same, and why."""
    alike = max(_alike(one.cls, x, y) for x in one.names for y in other.names)
    score = alike
    reasons = [_spoken(alike)]
    if one.nation and other.nation:
        same = one.nation == other.nation
        score = score + (1 - score) * _SAME_NATION if same else score * _OTHER_NATION
        reasons.append(f"both of {one.nation}" if same else f"of {one.nation} and of {other.nation}")
    if shared := sorted(one.offices & other.offices):
        score += (1 - score) * _SAME_OFFICE
        reasons.append(f"both {shared[0]}")
    if together := one.articles & other.articles:
        score += (1 - score) * _SAME_ARTICLE
        reasons.append(f"{len(together)} article{'s' * (len(together) > 1)} with both")
    return Candidate(one, other, round(score, 3), tuple(reasons))


def _alike(cls: str, one: str, other: str) -> float:
    if cls == "Official":
        return similarity(one, other)
    x, y = (" ".join(_words(each)) for each in (one, other))
    return fuzz.token_sort_ratio(x, y) / 100 if x and y else 0.0


def _spoken(alike: float) -> str:
    return "the same name" if alike == 1 else f"{'another spelling' if alike >= _SPELLING else 'a similar name'} ({alike:.2f})"


def _pairs(entities: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """Yield each pair that shares a word of a name, or two words where many names have the first."""
    blocks: dict[tuple[str, ...], list[Known]] = {}
    for each in entities:
        for key in _keys(each):
            blocks.setdefault(key, []).append(each)
    seen: set[tuple[str, str]] = set()
    for key, block in blocks.items():
        if len(key) == 1 and len(block) > _CROWD:
            continue
        for one, other in combinations(block, 2):
            if (one.iri, other.iri) not in seen and not (one.listed and other.listed) and (one.articles or other.articles):
                seen.add((one.iri, other.iri))
                yield one, other


def _keys(each: Known) -> Iterator[tuple[str, ...]]:
    kind = "person" if each.cls == "Official" else "body"
    words = {word for name in each.names for word in (sounds(name) if kind == "person" else _words(name)) if word}
    yield from ((f"{kind} {word}",) for word in sorted(words))
    yield from ((f"{kind} {one}", other) for one, other in combinations(sorted(words), 2) if len(words) <= 8)


def _words(name: str) -> list[str]:
    return [word for word in ids.fold(name).split() if word not in _SMALL_WORDS]


def _listed() -> Iterator[tuple[str, set[str]]]:
    """Yield the people, groups and organisations of the gazetteer with all their names."""
    rows = gazetteer.load()
    for person in rows.people:
        yield ids.official(person.name, person.nation), set(person.names)
    for group in rows.groups:
        yield ids.group(group.name), set(group.names)
    aliases: dict[str, set[str]] = {}
    for alias in rows.organization_aliases:
        aliases.setdefault(alias.id, set()).add(alias.alias)
    yield from ((ids.organization(row.id), {row.name, *aliases.get(row.id, ())}) for row in rows.organizations)


def _statement(name: str) -> str:
    return cypher("resolve", f"{name}.cypher").read_text(encoding="utf-8")

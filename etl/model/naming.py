"""What an article calls an entity, and which of the names that articles use becomes the name of the node."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from etl import ids
from etl.model.graph import ArticleGraph, Entity, Scalar

# Mentions that only point to an entity: titles, pronouns and roles; an "actor" is the phrase that holds its name.
POINTERS = frozenset({"coreference", "title", "actor"})
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Vote:
    """A `number` of live articles that call an entity by one value; `given` when they know its name, and do not only quote it."""

    value: Scalar | None
    number: int
    given: bool = True


def surfaces(graph: ArticleGraph) -> dict[str, list[str]]:
    """Return the words that name each entity in `graph`, sorted; phrases where nothing shorter names a group."""
    names: dict[str, set[str]] = {}
    phrases: dict[str, set[str]] = {}
    for mention in graph.mentions:
        if mention.kind not in POINTERS:
            names.setdefault(mention.entity, set()).add(mention.text)
        elif mention.kind == "actor":
            phrases.setdefault(mention.entity, set()).add(mention.text)
    groups = {each.iri for each in graph.entities if each.cls == "Group"}
    named = names | {iri: texts for iri, texts in phrases.items() if iri in groups and iri not in names}
    return {iri: sorted(texts) for iri, texts in named.items()}


def name(entity: Entity, names: Iterable[str], graph: ArticleGraph) -> str:
    """Return what the article calls `entity`: its given name, the longest of `names`, else what its identity says."""
    given = entity.properties.get("name") or max(names, key=lambda each: (len(each), each), default="")
    return str(given) or _described(entity, graph)


def _described(entity: Entity, graph: ArticleGraph) -> str:
    if entity.cls == "Claim":
        text = str(entity.properties.get("text", ""))
        return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
    if entity.cls == "Exercise":
        return _exercise(entity, graph)
    return _key(entity.iri).replace("-", " ")


def _exercise(entity: Entity, graph: ArticleGraph) -> str:
    """Return a name that tells an unnamed exercise from others: "naval exercise of JPN, USA (Yellow Sea, 2024-05)"."""
    who = {_key(each.subject) for each in graph.statements if each.predicate == "PARTICIPATED_IN" and each.object == entity.iri}
    kind = next((f"{each.kind} " for each in graph.evidence if each.kind and entity.iri in each.supports), "")
    where = [each.object for each in graph.statements if each.predicate == "TOOK_PLACE_IN" and each.subject == entity.iri]
    place = [_key(each).replace("-", " ").title() if ids.path_of(each).startswith("place/") else _key(each) for each in where[:1]]
    when = str(entity.properties.get("when") or "").strip("./").partition("/")[0]
    around = ", ".join(filter(None, (*place, when)))
    return f"{kind}exercise of {', '.join(sorted(who)) or 'unnamed forces'}{around and f' ({around})'}"


def _key(iri: str) -> str:
    return ids.path_of(iri).rsplit("/", 1)[-1]


def elect(votes: Iterable[Vote]) -> Scalar | None:
    """Return the value with the most votes, given names before others; among equals the longest, then the first in order."""
    count: Counter[tuple[bool, Scalar]] = Counter()
    for vote in votes:
        if vote.value is not None:
            count[vote.given, vote.value] += vote.number
    ranked = sorted(count.items(), key=lambda each: (not each[0][0], -each[1], -len(str(each[0][1])), str(each[0][1])))
    return ranked[0][0][1] if ranked else None

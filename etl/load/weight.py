"""What the live evidence of a statement or situation comes to. Pure functions: the order of loading never matters."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from etl.load.batch import Row

DIGITS = 6  # of a confidence, so that the last bits of a product do not depend on the engine

_JUDGED = ("status", "kind", "forces", "aim")


def weights(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the aggregates by IRI from the rows of `weigh_*.cypher`; an IRI without live evidence has 0 articles."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["iri"], []).append(row)
    return {iri: _weight([each for each in sources if each["articles"]]) for iri, sources in found.items()}


def _weight(sources: list[Mapping[str, Any]]) -> dict[str, Any]:
    doubt = math.prod(sorted(1 - each["confidence"] for each in sources))
    return {
        "asserted": any(each["asserted"] for each in sources),
        "articles": sum(each["articles"] for each in sources),
        "sources": len(sources),
        "confidence": round(1 - doubt, DIGITS),
        "first_seen": min((each["first_seen"] for each in sources if each["first_seen"]), default=None),
        "last_seen": max((each["last_seen"] for each in sources if each["last_seen"]), default=None),
    }


def verdicts(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what is said of each exercise, each part from the best passage that has one, from `judge_exercises.cypher`.

    The best passage is asserted, of the highest confidence and the latest date; the lesser key decides among equals.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=_merit):
        kept = found.setdefault(row["iri"], dict.fromkeys(_JUDGED))
        for key in kept:
            kept[key] = kept[key] if row[key] is None else row[key]
    return found


def _merit(row: Mapping[str, Any]) -> tuple[Any, ...]:
    # Sorted from the worst to the best, so that the best has the last word; of equals the lesser key comes last.
    backwards = tuple(-ord(character) for character in row["evidence"])
    return bool(row["asserted"]), row["confidence"], row["date"] or "", backwards


def drawn(properties: Mapping[str, Any], projection: str) -> bool:
    """Say whether a statement with these properties is drawn as a relationship now."""
    if projection == "always":
        return True
    return bool(properties["asserted"]) and properties["polarity"] == "positive" and properties["modality"] == "factual"


def relationship(iri: str, properties: Mapping[str, Any]) -> Row:
    """Return the row that draws a statement as a relationship."""
    fields = ("articles", "sources", "confidence", "first_seen", "last_seen", "valid_from", "valid_to", "detail")
    return {
        "statement": iri,
        "subject": properties["subject"],
        "object": properties["object"],
        "properties": {key: properties.get(key) for key in fields},
    }

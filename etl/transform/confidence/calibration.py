"""The confidence in each passage of a graph, from the tables that were measured."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from etl.knowledge import remembered
from etl.model import ArticleGraph, Evidence
from etl.transform import lexicon
from etl.transform.confidence.features import Features

_DIGITS = 3


def calibrated(graph: ArticleGraph) -> ArticleGraph:
    """Return a graph with the confidence that each passage deserves; what it has is one of the signs."""
    features = Features(graph)
    return replace(graph, evidence=tuple(_judged(each, features) for each in graph.evidence))


def _judged(evidence: Evidence, features: Features) -> Evidence:
    kind = features.kind(evidence)
    weights = _weights().get(kind or "")
    if kind is None or weights is None:
        return evidence
    signs = signals(precision(kind, evidence.rule), evidence.confidence, features.of(evidence))
    return replace(evidence, confidence=round(probability(weights, signs), _DIGITS))


def signals(precision: float, given: float, features: Iterable[str]) -> dict[str, float]:
    """Return the signs of a passage by name, with their strengths."""
    return {"always": 1.0, "rule": log_odds(precision), "given": log_odds(given)} | dict.fromkeys(features, 1.0)


def probability(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """Return how probable it is that a fact with these signs is right (logistic regression)."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * strength for name, strength in signs.items())))


def log_odds(chance: float) -> float:
    """Return the logarithm of the odds, of what is neither sure nor impossible."""
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def precision(kind: str, rule: str) -> float:
    """Return the measured precision of a rule; that of its kind of fact where the rule was not met."""
    known = _precisions()
    return known.get(f"{kind}:{rule}", known[kind])


@remembered
def _precisions() -> dict[str, float]:
    return {row["id"]: float(row["precision"]) for row in lexicon.read("rule_precision")}


@remembered
def _weights() -> dict[str, dict[str, float]]:
    """Return the weight of each sign by kind of fact."""
    found: dict[str, dict[str, float]] = {}
    for row in lexicon.read("confidence_weights"):
        found.setdefault(row["kind"], {})[row["sign"]] = float(row["weight"])
    return found

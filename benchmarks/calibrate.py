"""Measures how precise each rule is on annotated articles, and writes what confidence is made of into `schema/lexicon`.

The precision of a rule is smoothed towards that of its kind of fact. A logistic regression a kind weighs it with how the fact is
told and put together. Articles that models are trained on are read with models that have not seen them. The levels say how
precise the facts of at least some confidence are, judged on parts of the set that were left out, and on a set that nothing is
learned from.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks import held_out
from etl.evaluation import Dataset, datasets
from etl.evaluation.kinds import FACTS, Fact
from etl.evaluation.matching import pairs
from etl.export.facts import sheet
from etl.model import ArticleGraph
from etl.pipeline.evaluating import OWN_GOLD, graphs
from etl.resources import schema
from etl.transform import Transformer
from etl.transform.confidence import Features
from etl.transform.confidence.calibration import log_odds, probability, signals

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"
LEARNED, UNSEEN = "facts_train", "facts_dev"
# As which kind of the gold each kind of fact has to be right.
JUDGED = {
    "event": "events.actors",
    "exercise": "exercises.participants",
    "official": "officials.position",
    "relation": "relations",
    "claim": "quotes.speaker",
}
# How many facts of average precision each rule and each kind is credited with, the strength of the prior that weights are
# near zero, and how often a sign has to be met.
_CREDIT, _PRIOR, _RARE = 5.0, 5.0, 8
_FOLDS, _FEW, _LEVELS = 5, 10, tuple(each / 20 for each in range(20))

type Weights = dict[str, float]
type Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that was read: its article, kind, rule, confidence as the rule gives it, features, and whether it is right."""

    article: str
    kind: str
    rule: str
    given: float
    features: tuple[str, ...]
    right: bool

    @property
    def fold(self) -> int:
        return crc32(self.article.encode()) % _FOLDS


def judged(dataset: Dataset, graphs: Iterable[tuple[str, ArticleGraph]], kinds: Collection[str] = JUDGED) -> Iterator[Judged]:
    """Yield each fact of the graphs of a gold file's articles, with whether the gold has it."""
    for key, graph in graphs:
        # Passages are numbered by their confidence, by which the facts of the sheet tell where they are from.
        numbered = replace(graph, evidence=tuple(replace(each, confidence=float(n)) for n, each in enumerate(graph.evidence)))
        found, features = sheet(numbered), Features(graph)
        for kind in kinds:
            for fact, right in matched(kind, dataset.lines[key], found):
                evidence = graph.evidence[int(fact["confidence"])]
                yield Judged(key, kind, evidence.rule, evidence.confidence, tuple(features.of(evidence)), right)


def matched(kind: str, gold: Fact, found: Fact) -> list[tuple[Fact, bool]]:
    """Return the facts of a kind that have a confidence, with whether the gold has them; none where it does not speak of any."""
    (match,) = (each for each in FACTS if each.name == JUDGED[kind])
    if match.optional is not None and match.optional not in gold:
        return []
    facts = match.facts(found)
    right = pairs(match.facts(gold), facts, match.same)
    return [(each, place in right) for place, each in enumerate(facts) if each["confidence"] is not None]


class Precisions:
    """Hits and right ones of each rule, smoothed towards the precision of the kind."""

    def __init__(self, kind: str, facts: Sequence[Judged]) -> None:
        self.kind = kind
        self.hits = Counter(each.rule for each in facts)
        self.right = Counter(each.rule for each in facts if each.right)
        # One fact of each sort more, so that nothing is ever sure.
        self.mean = (self.right.total() + 1) / (self.hits.total() + 2)

    def of(self, rule: str) -> float:
        return (self.right[rule] + _CREDIT * self.mean) / (self.hits[rule] + _CREDIT)

    def rows(self) -> Iterator[Row]:
        yield self.kind, str(self.hits.total()), str(self.right.total()), f"{self.mean:.3f}"
        for rule in sorted(self.hits):
            yield f"{self.kind}:{rule}", str(self.hits[rule]), str(self.right[rule]), f"{self.of(rule):.3f}"


def fitted(facts: Sequence[Judged], precisions: Precisions) -> Weights:
    """Return the weights of the signs of one kind of fact (logistic regression, Newton's method).

    What a rule is worth is taken from the articles of other folds, as it will be met in articles that are new.
    """
    elsewhere = {fold: Precisions(precisions.kind, others) for fold, _, others in folded(facts)}
    often = Counter(name for each in facts for name in each.features)
    names = ["always", "rule", "given", *sorted(name for name, count in often.items() if _RARE <= count <= len(facts) - _RARE)]
    signs = [signals(elsewhere[each.fold].of(each.rule), each.given, each.features) for each in facts]
    rows = [[each.get(name, 0.0) for name in names] for each in signs]
    # Facts of no sign but their kind's precision keep small samples from certainty.
    credit = [1.0, log_odds(precisions.mean), log_odds(precisions.mean)] + [0.0] * (len(names) - 3)
    x, y = np.array([*rows, credit]), np.array([float(each.right) for each in facts] + [precisions.mean])
    counts = np.array([1.0] * len(facts) + [_CREDIT])
    return dict(zip(names, map(float, _newton(x, y, counts)), strict=True))


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights, near one for what the rule is worth and near zero for the others unless the facts say otherwise."""
    usual = np.array([0.0, 1.0] + [0.0] * (x.shape[1] - 2))
    strength = np.array([_PRIOR, 5 * _PRIOR] + [_PRIOR] * (x.shape[1] - 2))
    weights = usual.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (counts * p * (1 - p))[:, None]).T @ x + np.diag(strength)
        weights = weights - np.linalg.solve(curvature, x.T @ (counts * (p - y)) + strength * (weights - usual))
    return weights


def confidences(facts: Iterable[Judged], weights: Weights, precisions: Precisions) -> Iterator[tuple[float, bool]]:
    """Yield the confidence in each fact, with whether it is right."""
    for each in facts:
        yield probability(weights, signals(precisions.of(each.rule), each.given, each.features)), each.right


def left_out(kind: str, facts: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Yield the confidence in each fact, as learned from the articles of other folds, with whether it is right."""
    for _, inside, others in folded(facts):
        precisions = Precisions(kind, others)
        yield from confidences(inside, fitted(others, precisions), precisions)


def folded(facts: Sequence[Judged]) -> Iterator[tuple[int, list[Judged], list[Judged]]]:
    """Yield each fold of the articles by number, with the facts in it and the others."""
    for fold in range(_FOLDS):
        yield fold, [each for each in facts if each.fold == fold], [each for each in facts if each.fold != fold]


def levels(kind: str, sets: Sequence[Sequence[tuple[float, bool]]]) -> Iterator[Row]:
    """Yield how precise the facts of at least each confidence are, on the set where they are least so."""
    before = 0
    for level in _LEVELS:
        above = [[right for sure, right in each if sure >= level] for each in sets]
        precise = [sum(each) / len(each) for each in above if len(each) >= _FEW]
        if precise and sum(map(len, above)) != before:
            before = sum(map(len, above))
            yield f"{kind}:{level:.2f}", kind, f"{level:.2f}", str(before), f"{min(precise):.3f}"


def main() -> None:
    options = _options()
    known, new, own = datasets([*(options.eval / f"{name}.jsonl" for name in (LEARNED, UNSEEN)), OWN_GOLD])
    reader = Transformer(calibrate=False)
    learned = [*judged(known, held_out.graphs(known)), *judged(own, graphs(reader, own), ["claim"])]
    unseen = list(judged(new, graphs(reader, new)))
    rules, weighted, steps = list[Row](), list[Row](), list[Row]()
    for kind in JUDGED:
        facts = [each for each in learned if each.kind == kind]
        precisions = Precisions(kind, facts)
        weights = fitted(facts, precisions)
        others = list(confidences((each for each in unseen if each.kind == kind), weights, precisions))
        rules += precisions.rows()
        weighted += [(f"{kind}:{sign}", kind, sign, f"{weight:.3f}") for sign, weight in weights.items()]
        steps += levels(kind, [list(left_out(kind, facts)), others])
    _write("rule_precision", ("id", "hits", "correct", "precision"), rules)
    _write("confidence_weights", ("id", "kind", "sign", "weight"), weighted)
    _write("confidence_levels", ("id", "kind", "confidence", "facts", "precision"), steps)


def _write(name: str, head: Row, rows: Iterable[Row]) -> None:
    with schema("lexicon", f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibrate", description=__doc__)
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder of the annotated sets")
    return parser.parse_args()


if __name__ == "__main__":
    main()

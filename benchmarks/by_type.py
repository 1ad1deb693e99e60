"""How well each type of event is read, and the mean over types, in which a rare one counts as much as a frequent one (macro)."""

from collections import Counter
from collections.abc import Iterator

from benchmarks import report
from etl.evaluation.counts import Counts
from etl.pipeline.evaluating import Evaluation

# The kinds of gold of which facts match where their types are equal.
_KINDS = ("events.type", "event.type")


def counts(evaluation: Evaluation) -> dict[str, Counts]:
    """Return for each type of event what was right, missed and spurious; nothing where the gold has no events."""
    dataset = evaluation.dataset
    kind = next((each for each in dataset.form.kinds if each.name in _KINDS), None)
    found: dict[str, Counts] = {}
    if kind is None:
        return found
    for key, line in dataset.lines.items():
        gold, read = (
            Counter(fact["type"] for fact in kind.facts(each)) for each in dataset.form.prepare(line, evaluation.sheets[key])
        )
        for type_ in gold | read:
            right = min(gold[type_], read[type_])
            found[type_] = found.get(type_, Counts()) + Counts(right, gold[type_] - right, read[type_] - right)
    return dict(sorted(found.items()))


def rows(found: dict[str, Counts]) -> Iterator[report.Row]:
    """Yield the figures of each type, and their mean."""
    yield "type", "precision", "recall", "F1", "gold"
    for type_, each in found.items():
        yield type_, f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}", str(each.gold)
    figures = (
        [each.precision for each in found.values()],
        [each.recall for each in found.values()],
        [each.f1 for each in found.values()],
    )
    means = [f"{sum(each) / (len(each) or 1):.3f}" for each in figures]
    yield "mean of types", *means, str(sum(each.gold for each in found.values()))

"""The scorecard of a dataset: counts of every document and kind, with the figures that follow; kept as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.evaluation.bootstrap import RESAMPLES, SEED, Interval, intervals
from etl.evaluation.counts import NOTHING, Counts, Documents, counts_of, total
from etl.evaluation.gold import Dataset
from etl.evaluation.kinds import Fact
from etl.evaluation.matching import unmatched

_HINT = "Keep one with `entente eval DATASET --json > before.json`."
_FIGURES: dict[str, Callable[[Counts], float]] = {
    "precision": lambda counts: counts.precision,
    "recall": lambda counts: counts.recall,
    "f1": lambda counts: counts.f1,
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one kind, each with its 95 % interval."""

    kind: str
    counts: Counts
    meaning: str
    intervals: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How well the articles of a dataset are read: for each document the counts of each kind, and its seconds."""

    name: str
    documents: Documents
    meanings: Mapping[str, str]
    seconds: Mapping[str, float] = field(default_factory=dict)

    def figures(self) -> Iterator[Figures]:
        """Yield the figures of each kind that the gold speaks of."""
        for kind, meaning in self.meanings.items():
            counts = total(self.documents, kind)
            if counts != NOTHING:
                found = intervals(self.documents, kind, list(_FIGURES.values()))
                yield Figures(kind, counts, meaning, dict(zip(_FIGURES, found, strict=True)))

    def worst(self, number: int) -> list[tuple[str, Counts]]:
        """Return the documents with the most errors, over all kinds."""
        sums = [(key, sum(counts.values(), start=NOTHING)) for key, counts in self.documents.items()]
        return sorted((each for each in sums if each[1].errors), key=lambda each: (-each[1].errors, each[0]))[:number]

    def slowest(self, number: int) -> list[tuple[str, float]]:
        """Return the documents that took longest, with their seconds."""
        return sorted(self.seconds.items(), key=lambda each: (-each[1], each[0]))[:number]


def score(dataset: Dataset, sheets: Mapping[str, Fact], seconds: Mapping[str, float] | None = None) -> Scorecard:
    """Score fact sheets, by the keys of the gold; a missing one counts as an empty one."""
    documents = {key: _counts(dataset, key, sheets.get(key, {})) for key in dataset.lines}
    meanings = {kind.name: kind.meaning for kind in dataset.form.kinds}
    return Scorecard(dataset.name, documents, meanings, seconds or {})


def _counts(dataset: Dataset, key: str, sheet: Fact) -> dict[str, Counts]:
    form = dataset.form
    try:
        return counts_of(form.kinds, *form.prepare(dataset.lines[key], sheet))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        what = f"the facts of {key!r} in {str(dataset.path)!r}, or the fact sheet beside them, are incomplete: {reason}"
        raise InputError(what, hint="Compare them with what `entente facts` prints.") from error


def errors(dataset: Dataset, sheets: Mapping[str, Fact], name: str) -> Iterator[dict[str, Any]]:
    """Yield each document in which something of one kind was missed or is spurious, with its text."""
    kind = next((each for each in dataset.form.kinds if each.name == name), None)
    for key, line in dataset.lines.items():
        gold, sheet = dataset.form.prepare(line, sheets.get(key, {}))
        if kind is None or (kind.optional and kind.optional not in gold):
            continue
        missed, spurious = unmatched(kind.facts(gold), kind.facts(sheet), kind.same)
        if missed or spurious:
            yield {"id": key, "missed": missed, "spurious": spurious, "text": line.get("text", "")}


def as_json(card: Scorecard, number: int) -> dict[str, Any]:
    """Return a scorecard as JSON values that `from_json` reads back."""
    return {
        "articles": len(card.documents),
        "bootstrap": {"resamples": RESAMPLES, "seed": SEED, "interval": 0.95},
        "kinds": {each.kind: _figures_as_json(each) for each in card.figures()},
        "documents": {
            key: {kind: [each.right, each.missed, each.spurious] for kind, each in counts.items()}
            for key, counts in card.documents.items()
        },
        "worst": [{"id": key, "missed": each.missed, "spurious": each.spurious} for key, each in card.worst(number)],
        "slowest": [{"id": key, "seconds": round(each, 4)} for key, each in card.slowest(number)],
    }


def _figures_as_json(figures: Figures) -> dict[str, Any]:
    counts = figures.counts
    found: dict[str, Any] = {"match": figures.meaning, "gold": counts.gold}
    found |= {"right": counts.right, "missed": counts.missed, "spurious": counts.spurious}
    for name, figure in _FIGURES.items():
        found[name] = round(figure(counts), 4)
        found[f"{name}_interval"] = [round(each, 4) for each in figures.intervals[name]]
    return found


def read_kept(path: Path) -> dict[str, Scorecard]:
    """Read the scorecards of a kept file by dataset; raises InputError where it is none."""
    try:
        kept = json.loads(path.read_text("utf-8"))["datasets"]
        return {name: _from_json(name, found) for name, found in kept.items()}
    except OSError as error:
        raise InputError(f"the file {str(path)!r} cannot be read: {error.strerror}", hint=_HINT) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{str(path)!r} holds no figures of `entente eval --json`", hint=_HINT) from error


def _from_json(name: str, found: Mapping[str, Any]) -> Scorecard:
    documents = {
        key: {kind: Counts(*map(int, each)) for kind, each in counts.items()} for key, counts in found["documents"].items()
    }
    return Scorecard(name, documents, {kind: each["match"] for kind, each in found["kinds"].items()})

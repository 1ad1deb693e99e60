"""The figures that must not fall: of the golden articles, and of the annotated sets where they stand beside the checkout.

`scorecard.json` keeps what was right, missed and spurious of each kind; `python -m tests.golden.update --floor` writes it anew.
"""

import json
from pathlib import Path

from etl.evaluation import datasets
from etl.evaluation.counts import Counts
from etl.pipeline import streams
from etl.pipeline.evaluating import OWN_GOLD, measure

from .articles import HERE

SCORECARD = HERE / "scorecard.json"
SHARED = HERE.parents[2] / "shared" / "eval"
# Each set with how many of its articles stand for one that is read.
SETS = {
    "gold": 1,
    "facts_dev": 1,
    "facts_dev_articles": 1,
    "facts_train": 8,
    "plover_gsr": 1,
    "gum_dev": 1,
    "re3d_dev": 1,
}
# What chance and the versions of libraries may cost: in F1, and in errors, since one of a rare kind is more than that.
TOLERANCE, ERRORS = 0.01, 1

type Figures = dict[str, Counts]


def path_of(name: str) -> Path:
    return OWN_GOLD if name == "gold" else SHARED / f"{name}.jsonl"


def at_hand() -> list[str]:
    """Return the sets that can be measured here; where the annotated sets are, all of them have to be."""
    return [name for name in SETS if name == "gold" or SHARED.is_dir()]


def reached(reader: streams.Reader, name: str) -> Figures:
    """Return the counts of each kind of a set as it is read now."""
    (dataset,) = datasets([path_of(name)])
    return {each.kind: each.counts for each in measure(reader, dataset, every=SETS[name]).card.figures()}


def kept() -> dict[str, Figures]:
    """Return the committed counts of each set."""
    found = json.loads(SCORECARD.read_text("utf-8"))
    return {name: {kind: Counts(*counts) for kind, counts in kinds.items()} for name, kinds in found.items()}


def keep(figures: dict[str, Figures]) -> None:
    """Write the counts of the sets that were measured; those of others stay."""
    found = json.loads(SCORECARD.read_text("utf-8")) if SCORECARD.exists() else {}
    for name, kinds in figures.items():
        found[name] = {kind: [each.right, each.missed, each.spurious] for kind, each in kinds.items()}
    rows = [f'"{name}": {{\n{_rows(found[name])}\n}}' for name in SETS if name in found]
    SCORECARD.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _rows(kinds: dict[str, list[int]]) -> str:
    return ",\n".join(f' "{kind}": {json.dumps(counts)}' for kind, counts in kinds.items())


def fallen(before: Figures, now: Figures) -> list[str]:
    """Return the kinds that are read worse than before, by more than the tolerance."""
    found = []
    for kind, old in before.items():
        new = now.get(kind, Counts(missed=old.gold))
        if old.f1 - new.f1 > TOLERANCE and new.errors - old.errors > ERRORS:
            found.append(f"{kind}: F1 {old.f1:.3f} -> {new.f1:.3f}")
    return found

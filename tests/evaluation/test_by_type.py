"""Figures by type of event."""

from pathlib import Path

from benchmarks.by_type import counts, rows
from etl.evaluation import datasets, score
from etl.evaluation.counts import Counts
from etl.pipeline.evaluating import Evaluation

from .gold import GOLD, event, line, write


def test_each_type_counts_and_the_mean_takes_them_alike(tmp_path: Path) -> None:
    (dataset,) = datasets([write(tmp_path / "gold.jsonl", GOLD)])
    sheets = {"a": line("a", events=[event("CONSULT", []), event("AID", [])]), "b": line("b")}
    found = counts(Evaluation(dataset, sheets, score(dataset, sheets)))
    assert found == {"ACCUSE": Counts(0, 1, 0), "AID": Counts(0, 0, 1), "CONSULT": Counts(1, 0, 0)}
    *_, mean = rows(found)
    assert mean == ("mean of types", "0.333", "0.333", "0.333", "2")

"""Confidence beside precision: bins, their intervals, the calibration error, and the plot."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.reliability import bins, calibration_error, facts_of, plot, rows
from etl.evaluation import datasets, score
from etl.pipeline.evaluating import Evaluation

from .gold import GOLD, event, line, write


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    (dataset,) = datasets([write(tmp_path / "gold.jsonl", GOLD)])
    sheets = {
        "a": line("a", events=[event("CONSULT", ["FRA", "JPN"]) | {"confidence": 0.95}, event("AID", []) | {"confidence": 0.15}]),
        "b": line("b", events=[event("ACCUSE", ["TCD"], ["KEN"]) | {"confidence": 0.11}]),
    }
    return Evaluation(dataset, sheets, score(dataset, sheets))


def test_facts_have_their_confidence_and_whether_they_are_right(evaluation: Evaluation) -> None:
    assert facts_of(evaluation, "event") == [(0.95, True), (0.15, False), (0.11, False)]
    assert facts_of(evaluation, "claim") == []


def test_facts_stand_in_tenths_of_confidence() -> None:
    low, high = bins([(0.95, True), (1.0, True), (0.9, False), (0.12, False), (0.18, True)])
    assert [low.facts, low.confidence, low.precision] == pytest.approx([2, 0.15, 0.5])
    assert [high.facts, high.confidence, high.precision] == pytest.approx([3, 0.95, 2 / 3])
    assert 0 < low.interval[0] < 0.5 < low.interval[1] < 1


def test_the_calibration_error_is_the_mean_distance() -> None:
    assert calibration_error(bins([(0.5, True), (0.5, False)])) == 0
    assert calibration_error(bins([(0.9, False)] * 3 + [(0.2, False)])) == pytest.approx((3 * 0.9 + 0.2) / 4)
    assert calibration_error([]) == 0


def test_the_table_and_the_plot_show_every_bin(evaluation: Evaluation) -> None:
    head, first, second = rows(evaluation)
    assert head[0] == "kind"
    assert [first[:4], second[:4]] == [("event", "2", "0.13", "0.00"), ("event", "1", "0.95", "1.00")]
    svg = ElementTree.fromstring(plot(evaluation))
    assert svg.tag.endswith("svg")
    # Two bins, and the two names of the legend.
    assert len(svg.findall("{*}circle")) == 4

"""No figure falls: what the transform reads of annotated articles is as much as when the scorecard was committed."""

import pytest
from samples import reader

from etl.evaluation.counts import Counts

from .gate import SETS, at_hand, fallen, kept, path_of, reached


@pytest.mark.parametrize("name", at_hand())
def test_no_figure_of_an_annotated_set_falls(name: str) -> None:
    hint = "read what changed with `entente eval --errors KIND`; `python -m tests.golden.update --floor` keeps what is meant"
    assert fallen(kept()[name], reached(reader.transformer(), name)) == [], hint


@pytest.mark.parametrize("name", at_hand())
def test_every_set_is_there_and_kept(name: str) -> None:
    assert path_of(name).is_file()
    assert kept().keys() == SETS.keys()


def test_a_figure_has_fallen_when_it_lost_more_than_chance_may_cost() -> None:
    before = {"nations": Counts(90, 10, 10)}
    assert fallen(before, {"nations": Counts(90, 10, 10)}) == []
    assert fallen(before, {"nations": Counts(89, 11, 10)}) == []
    assert fallen(before, {"nations": Counts(80, 20, 10)}) == ["nations: F1 0.900 -> 0.842"]
    assert fallen(before, {}) == ["nations: F1 0.900 -> 0.000"]


def test_one_error_of_a_rare_kind_is_no_fall_but_two_are() -> None:
    before = {"relations": Counts(5, 0, 0)}
    assert fallen(before, {"relations": Counts(5, 0, 1)}) == []
    assert fallen(before, {"relations": Counts(4, 1, 1)}) != []

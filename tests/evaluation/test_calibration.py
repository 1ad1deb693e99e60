"""How confidence is learned: precision of rules, weights of signs, and levels that were reached."""

import pytest

from benchmarks.calibrate import Judged, Precisions, confidences, fitted, left_out, levels


def facts() -> list[Judged]:
    """Return facts of a rule that is right four times of five, but never for a group, and of one that is right once of two."""
    found = []
    for number in range(200):
        group = number % 5 == 0
        found.append(Judged(f"a{number}", "event", "good", 0.7, ("group",) if group else (), not group))
        found.append(Judged(f"b{number}", "event", "poor", 0.7, (), number % 2 == 0))
    return found


def test_the_precision_of_a_rule_is_smoothed_towards_that_of_its_kind() -> None:
    known = Precisions("event", facts())
    assert known.of("never met") == known.mean == pytest.approx(0.65, abs=0.01)
    assert known.of("good") == pytest.approx(0.8, abs=0.01)
    assert 0.8 < Precisions("event", [Judged("a", "event", "once", 0.7, (), True)] * 2).of("once") < 1
    assert next(known.rows())[:3] == ("event", "400", "260")


def test_signs_are_weighed_by_what_they_say_of_being_right() -> None:
    known = Precisions("event", facts())
    weights = fitted(facts(), known)
    assert weights["group"] < -2
    sure = dict(zip(("fine", "group", "poor"), confidences([*facts()[2:3], *facts()[:2]], weights, known), strict=True))
    assert sure["group"][0] < sure["poor"][0] < sure["fine"][0]


def test_confidence_agrees_with_precision_in_articles_that_were_left_out() -> None:
    sure = list(left_out("event", facts()))
    assert len(sure) == 400
    assert sum(each for each, _ in sure) / 400 == pytest.approx(0.65, abs=0.05)


def test_levels_say_how_precise_facts_are_on_the_set_where_they_are_least_so() -> None:
    one = [(0.9, True)] * 20 + [(0.3, False)] * 20
    other = [(0.9, True)] * 5 + [(0.9, False)] * 5
    rows = {row[2]: row[3:] for row in levels("event", [one, other])}
    assert rows["0.00"] == ("50", "0.500")
    assert rows["0.35"] == ("30", "0.500")
    assert "0.95" not in rows

"""Confidence: measured precision, calibrated; and what is left out for want of it."""

from dataclasses import replace

import pytest
from samples import reader

from etl.model import ArticleGraph
from etl.ontology import validate
from etl.transform.confidence import KIND_NAMES, Choosy, Features, at_least, thresholds
from etl.transform.confidence.calibration import precision, probability
from etl.transform.confidence.thresholds import NEVER

TEXT = (
    "France and Japan held naval exercises in the Pacific on Monday. "
    "French President Anne Martin met Japanese Prime Minister Shinzo Abe in Tokyo. "
    "An unknown group attacked a convoy, she said. Finland joined NATO in 2023."
)


def confidences(graph: ArticleGraph) -> dict[str, list[float]]:
    features = Features(graph)
    found: dict[str, list[float]] = {}
    for each in graph.evidence:
        found.setdefault(features.kind(each) or "", []).append(each.confidence)
    return found


def test_every_passage_has_a_confidence_of_its_own() -> None:
    found = confidences(reader.graph(TEXT))
    assert {"event", "exercise", "official"} <= found.keys()
    assert all(0 < each < 1 for values in found.values() for each in values)
    assert len(set(found["event"])) > 1


def test_an_event_between_known_actors_is_surer_than_one_of_nobody_known() -> None:
    known = confidences(reader.graph("France and Japan held talks in Paris."))["event"]
    unknown = confidences(reader.graph("Gunmen attacked a convoy of the Acme Front."))["event"]
    assert min(known) > max(unknown)


def test_a_rule_that_was_never_met_has_the_precision_of_its_kind() -> None:
    assert precision("event", "no.such-rule") == precision("event", "no.other-rule")
    assert 0 < precision("official", "no.such-rule") < 1


def test_signs_that_have_no_weight_change_nothing() -> None:
    weights = {"always": 0.0, "rule": 1.0}
    assert probability(weights, {"always": 1.0, "rule": 0.0, "new": 1.0}) == 0.5


def test_a_higher_target_asks_for_more_confidence() -> None:
    low, high = thresholds(0.0, 0.6), thresholds(0.0, 0.85)
    assert all(low[kind] <= high[kind] for kind in KIND_NAMES)
    assert low["event"] < high["event"]
    assert thresholds(0.3, None) == dict.fromkeys(KIND_NAMES, 0.3)
    assert all(each >= 0.3 for each in thresholds(0.3, 0.6).values())


def test_what_never_was_as_precise_is_never_sure_enough() -> None:
    assert thresholds(0.0, 1.0)["exercise"] == NEVER


def test_what_is_not_sure_enough_is_left_out_with_what_only_it_supports() -> None:
    graph = reader.graph(TEXT)
    sure = at_least(graph, {"event": NEVER, "claim": NEVER})
    assert confidences(sure).keys() == confidences(graph).keys() - {"event", "claim"}
    assert not [each for each in sure.entities if each.cls in {"Event", "Claim"}]
    assert [each for each in sure.entities if each.cls == "Exercise"]
    assert {"confidence"} == {each.stage for each in sure.dropped[len(graph.dropped) :]}
    assert validate(sure) == []


@pytest.mark.parametrize("level", [0.3, 0.5, 0.7, 0.9, NEVER])
def test_a_graph_stays_sound_at_any_level(level: float) -> None:
    sure = at_least(reader.graph(TEXT), dict.fromkeys(KIND_NAMES, level))
    assert validate(sure) == []
    assert all(each.confidence >= level for each in sure.evidence)


def test_a_fact_that_a_surer_passage_supports_stays() -> None:
    graph = reader.graph("France and Japan held talks in Paris.")
    (passage,) = (each for each in graph.evidence if Features(graph).kind(each) == "event")
    twice = replace(graph, evidence=(*graph.evidence, replace(passage, confidence=0.1, cue="again")))
    sure = at_least(twice, {"event": 0.2})
    assert sure.evidence == graph.evidence
    assert sure.entities == graph.entities


def test_a_choosy_reader_leaves_out_what_its_reader_is_not_sure_of() -> None:
    choosy = Choosy(reader.transformer(), dict.fromkeys(KIND_NAMES, NEVER))
    article = reader.graph(TEXT).article
    (streamed,) = choosy.transform([article])
    assert streamed.evidence == choosy.read(article).evidence == ()
    assert streamed.mentions

"""Aggregates and verdicts as pure functions of the live evidence."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from etl.load.weight import drawn, verdicts, weights


def source(
    name: str, confidence: float, *, articles: int = 1, asserted: int = 1, day: str | None = "2031-05-06"
) -> dict[str, Any]:
    seen = {"first_seen": day, "last_seen": day}
    return {"iri": "s", "source": name, "articles": articles, "confidence": confidence, "asserted": asserted, **seen}


def passage(
    iri: str, status: str | None, *, asserted: bool = True, confidence: float = 0.8, date: str | None = "2031-05-06"
) -> dict[str, Any]:
    given_ = {
        "status": status,
        "kind": None,
        "forces": None,
        "aim": None,
        "asserted": asserted,
        "confidence": confidence,
        "date": date,
    }
    return {"iri": "x", "evidence": iri, **given_}


def test_confidence_grows_with_independent_sources() -> None:
    assert weights([source("a", 0.8)])["s"]["confidence"] == 0.8
    assert weights([source("a", 0.8), source("b", 0.5)])["s"]["confidence"] == 0.9
    assert weights([source("a", 1.0), source("b", 0.5)])["s"]["confidence"] == 1.0


def test_one_voice_is_enough_to_assert() -> None:
    assert weights([source("a", 0.8, asserted=0), source("b", 0.5)])["s"]["asserted"] is True
    assert weights([source("a", 0.8, asserted=0)])["s"]["asserted"] is False


def test_undated_articles_leave_no_date() -> None:
    weight = weights([source("a", 0.8, day=None)])["s"]
    assert (weight["first_seen"], weight["last_seen"]) == (None, None)
    weight = weights([source("a", 0.8, day=None), source("b", 0.8)])["s"]
    assert (weight["first_seen"], weight["last_seen"]) == ("2031-05-06", "2031-05-06")


def test_what_has_lost_its_evidence_has_no_articles() -> None:
    row = source("a", 0.0, articles=0, day=None) | {"source": None, "confidence": None}
    assert weights([row])["s"]["articles"] == 0


@given(
    st.permutations([source(str(number), number / 7, articles=number + 1, day=f"2031-05-{number + 1:02}") for number in range(6)])
)
def test_the_order_of_sources_does_not_matter(rows: list[dict[str, Any]]) -> None:
    weight = weights(rows)["s"]
    assert weight == weights(sorted(rows, key=lambda row: str(row["source"])))["s"]
    assert (weight["articles"], weight["sources"], weight["first_seen"], weight["last_seen"]) == (
        21,
        6,
        "2031-05-01",
        "2031-05-06",
    )


@given(
    st.permutations(
        [
            passage("a", "cancelled", asserted=False, confidence=0.99),
            passage("b", "planned", confidence=0.7),
            passage("c", None, confidence=0.9),
            passage("d", "denied", date=None),
            passage("e", "held"),
            passage("f", "planned"),
        ]
    )
)
def test_the_best_passage_with_a_status_decides(rows: list[dict[str, Any]]) -> None:
    assert verdicts(rows) == {"x": {"status": "held", "kind": None, "forces": None, "aim": None}}


def test_only_asserted_positive_and_factual_statements_are_drawn() -> None:
    said = {"asserted": True, "polarity": "positive", "modality": "factual"}
    assert drawn(said, "asserted")
    for change in ({"asserted": False}, {"polarity": "negative"}, {"modality": "planned"}, {"modality": "hypothetical"}):
        assert not drawn(said | change, "asserted")
        assert drawn(said | change, "always")

"""What Entente prints for the golden articles: the same as committed, and near what the hand-annotated facts say."""

import json
from typing import Any

import pytest

from .articles import HERE, INVENTED, SEED, article, expected_path, gold
from .score import KINDS, differences, figures

type Sheets = dict[str, dict[str, Any]]

FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floor.json").read_text("utf-8"))
# Of the seed article every fact is read, and nothing false beside them.
EXACT = ("nations", "officials.position", "organizations", "exercises.participants", "exercises.start", "exercises.places",
         "relations", "events.exact", "events.certainty")  # fmt: skip


@pytest.mark.parametrize("name", (*INVENTED, SEED))
def test_the_fact_sheet_is_the_committed_one(name: str, sheets: Sheets) -> None:
    expected = json.loads(expected_path(name).read_text("utf-8"))
    differing = [key for key in {*expected, *sheets[name]} if expected.get(key) != sheets[name].get(key)]
    hint = "run `python -m tests.golden.update` if this is meant, and read the difference"
    assert not differing, f"{sorted(differing)} of {name} differ; {hint}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_invented_articles_are_read_as_well_as_before(kind: str, sheets: Sheets) -> None:
    reached = figures([gold()[name] for name in INVENTED], [sheets[name] for name in INVENTED])[kind]
    assert FLOORS[kind].keys() == reached.keys()
    assert [f"{key} {reached[key]:.3f} < {least}" for key, least in FLOORS[kind].items() if reached[key] < least] == []


@pytest.mark.parametrize("kind", EXACT)
def test_the_seed_is_read_without_a_fault(kind: str, sheets: Sheets) -> None:
    assert list(differences(kind, gold()[SEED], sheets[SEED])) == []


def test_each_invented_article_says_so_and_has_gold() -> None:
    assert {*INVENTED, SEED} == gold().keys()
    for name in INVENTED:
        assert article(name).source == "Invented for tests"
        assert article(name).date == gold()[name]["date"]


@pytest.mark.parametrize("name", (*INVENTED, SEED))
def test_the_gold_speaks_of_words_in_the_text(name: str) -> None:
    text, facts = article(name).text, gold()[name]
    words = [each["text"] for each in facts["quotes"] + facts.get("dates", [])] if name != SEED else []
    words += [each["name"] for each in facts["officials"]] + [each["name"] for each in facts["exercises"] if each["name"]]
    assert [each for each in words if each not in text] == []

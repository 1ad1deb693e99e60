"""Each event rule of the lexicon fires on an invented sentence, with the type and the actors that the sentence means."""

import csv
from pathlib import Path
from typing import Any

import pytest
from samples.reader import ruled_facts as facts

from etl.resources import schema

RULES = {"event_verbs", "event_nouns", "event_adjectives"}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def lexicon() -> dict[str, str]:
    """Return the PLOVER type of each rule by its id."""
    return {row["id"]: row["type"] for name in RULES for row in table(schema("lexicon", f"{name}.csv"))}


SENTENCES = table(Path(__file__).parent / "rule_sentences.csv")


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: f"{row['rule']}: {row['sentence']}")
def test_a_rule_reads_its_sentence(row: dict[str, str]) -> None:
    events = [each for each in facts(row["sentence"])["events"] if each["rule"] == row["rule"]]
    assert [(each["type"], each["source"], each["target"]) for each in events] == [
        (row["type"], row["source"].split(), row["target"].split())
    ]


def test_every_rule_has_a_sentence() -> None:
    fired = {row["rule"] for row in SENTENCES}
    assert sorted(lexicon().keys() - fired) == [], "write a sentence for each of these in rule_sentences.csv"


def test_every_sentence_has_a_rule() -> None:
    assert sorted({row["rule"] for row in SENTENCES} - lexicon().keys()) == []


def test_every_sentence_has_the_type_of_its_rule() -> None:
    assert [row for row in SENTENCES if lexicon().get(row["rule"]) != row["type"]] == []


@pytest.mark.parametrize(
    "text",
    [
        "Poland said on Monday that it was cold.",
        "The Polish president is 60 years old.",
        "Poland announced its results.",
        "The Danube flows through Serbia.",
        "Sales of Polish cars rose in May.",
        "The weather in Russia is bad, and the harvest was poor.",
        "Poland and Ukraine are neighbours.",
    ],
)
def test_what_is_no_event_is_none(text: str) -> None:
    assert facts(text)["events"] == []


def only(text: str, type_: str) -> dict[str, Any]:
    (found,) = (each for each in facts(text)["events"] if each["type"] == type_)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Ukraine was attacked by Russia.", "ASSAULT", ["RUS"], ["UKR"]),
        ("Russia, which attacked Ukraine, is large.", "ASSAULT", ["RUS"], ["UKR"]),
        ("Russia met Iran and attacked Ukraine.", "ASSAULT", ["RUS"], ["UKR"]),
        ("Russian forces attacked Ukraine.", "ASSAULT", ["RUS"], ["UKR"]),
        ("Russia and Belarus attacked Ukraine and Poland.", "ASSAULT", ["RUS", "BLR"], ["UKR", "POL"]),
        ("The Kremlin condemned the White House.", "ACCUSE", ["RUS"], ["USA"]),
        ("Polish Foreign Minister Jan Kowal condemned Russia.", "ACCUSE", ["POL"], ["RUS"]),
        ("The European Union condemned Russia.", "ACCUSE", ["European Union"], ["RUS"]),
        ("Rebels attacked Mali.", "ASSAULT", ["Rebels"], ["MLI"]),
    ],
)
def test_actors_are_found_where_the_sentence_puts_them(text: str, type_: str, source: list[str], target: list[str]) -> None:
    found = only(text, type_)
    assert (found["source"], found["target"]) == (source, target)


def test_a_meeting_has_every_party_on_one_side() -> None:
    found = only("France, Germany and Poland met in Paris.", "CONSULT")
    assert (set(found["source"]), found["target"]) == ({"FRA", "DEU", "POL"}, [])


def test_an_event_has_the_date_beside_it() -> None:
    events = facts("Russia attacked Ukraine on Monday, and Poland condemned Russia on Tuesday.")["events"]
    assert [(each["type"], each["start"]) for each in events] == [("ASSAULT", "2024-05-13"), ("ACCUSE", "2024-05-14")]


def test_an_event_without_a_date_has_none() -> None:
    assert only("Russia attacked Ukraine.", "ASSAULT")["start"] is None


def test_cue_and_roles_are_where_the_text_has_them() -> None:
    text = "Russia attacked Ukraine."
    found = only(text, "ASSAULT")
    assert text[slice(*found["cue_span"])] == found["cue"] == "attacked"
    assert [text[slice(*each)] for each in found["source_spans"] + found["target_spans"]] == ["Russia", "Ukraine"]

"""Scorecards: figures, intervals, what is kept, and what changed since."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import InputError
from etl.evaluation import Scorecard, as_json, comparison, datasets, errors, read_kept, score
from etl.evaluation.bootstrap import interval_of_change, interval_of_gap, intervals
from etl.evaluation.classes import classes
from etl.evaluation.counts import Counts, total

from .gold import GOLD, SHEETS, event, exercise, line, official, write


def card(folder: Path, sheets: list[dict[str, object]]) -> Scorecard:
    (dataset,) = datasets([write(folder / "gold.jsonl", GOLD)])
    return score(dataset, {str(each["id"]): each for each in sheets}, {"a": 0.5, "b": 2.0})


def f1(counts: Counts) -> float:
    return counts.f1


def test_the_figures_are_those_of_all_documents(tmp_path: Path) -> None:
    found = {each.kind: each.counts for each in card(tmp_path, SHEETS).figures()}
    assert found == {
        "nations": Counts(3, 1, 1),
        "organizations": Counts(1, 0, 0),
        "events.type": Counts(2, 0, 0),
        "events.actors": Counts(1, 1, 1),
        "events.exact": Counts(0, 2, 2),
    }


def test_a_missing_sheet_is_an_empty_one(tmp_path: Path) -> None:
    assert total(card(tmp_path, SHEETS[:1]).documents, "nations") == Counts(1, 3, 0)


def test_the_worst_and_the_slowest_come_first(tmp_path: Path) -> None:
    found = card(tmp_path, SHEETS)
    assert [key for key, _ in found.worst(5)] == ["b", "a"]
    assert found.slowest(1) == [("b", 2.0)]


def test_errors_are_listed_with_the_text(tmp_path: Path) -> None:
    (dataset,) = datasets([write(tmp_path / "gold.jsonl", GOLD)])
    listed = list(errors(dataset, {str(each["id"]): each for each in SHEETS}, "nations"))
    assert listed == [
        {"id": "a", "missed": ["JPN"], "spurious": [], "text": GOLD[0]["text"]},
        {"id": "b", "missed": [], "spurious": ["FRA"], "text": GOLD[1]["text"]},
    ]


def test_errors_are_counted_by_class() -> None:
    one = {"missed": [event("AID", []), event("AID", [])], "spurious": [event("YIELD", [])]}
    other = {"missed": ["JPN", ("target", "FRA")], "spurious": [event("AID", []), exercise("FRA")]}
    assert classes([one, other]) == [("AID", 2, 1), ("JPN", 1, 0), ("YIELD", 0, 1), ("held", 0, 1), ("target FRA", 1, 0)]


@pytest.mark.parametrize(
    ("gold", "found", "name"),
    [
        (event("AID", ["FRA"], ["UKR"]), event("AID", ["FRA"]), "no target"),
        (event("AID", ["FRA", "GBR"], ["UKR"]), event("AID", ["FRA"], ["UKR"]), "source lacking"),
        (event("AID", ["FRA"], ["UKR"]), event("AID", ["FRA", "GBR"], ["UKR"]), "source too many"),
        (event("AID", ["FRA"], ["UKR"]), event("YIELD", ["GBR"], ["UKR"]), "AID as YIELD"),
        (official("Ann Lee", "King"), official("Lee", "Queen", "GBR"), "other nation, other position"),
        (exercise("USA", "KOR"), exercise("KOR", status="planned"), "participants lacking, other status"),
        ({"text": "No", "speaker": "Lee"}, {"text": "no", "speaker": None}, "no speaker"),
        (("source", "FRA"), ("target", "FRA"), "source FRA as target FRA"),
        (("2024-05-16", "2024-05-16"), ("2024-05-16", "2024-05-18"), "day as interval"),
    ],
)
def test_what_is_nearly_right_is_classed_by_what_differs(gold: Any, found: Any, name: str) -> None:
    pair = [each | {"cue": "gave"} if isinstance(each, dict) and "target" in each else each for each in (gold, found)]
    assert classes([{"missed": pair[:1], "spurious": pair[1:]}]) == [(name, 1, 1)]


def test_what_speaks_of_something_else_is_missed_and_spurious() -> None:
    pair = {"missed": [official("Ann Lee"), ("2024", "2024")], "spurious": [official("Bo Li", "King"), ("2023-05", "2023-05")]}
    assert classes([pair]) == [("King", 0, 1), ("President", 1, 0), ("month", 0, 1), ("year", 1, 0)]


def test_the_gap_between_two_sets_has_an_interval() -> None:
    better = {str(each): {"nations": Counts(3, 1, each % 2)} for each in range(40)}
    worse = {str(each): {"nations": Counts(2, 2, each % 2)} for each in range(20)}
    low, high = interval_of_gap(better, worse, "nations")
    assert 0 < low < high < 1


counts = st.builds(Counts, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(counts, min_size=1, max_size=12))
def test_intervals_are_the_same_every_time_and_within_bounds(given_counts: list[Counts]) -> None:
    documents = {str(place): {"nations": each} for place, each in enumerate(given_counts)}
    ((low, high),) = intervals(documents, "nations", [f1])
    assert intervals(documents, "nations", [f1]) == [(low, high)]
    assert 0 <= low <= high <= 1


def test_intervals_narrow_with_more_documents() -> None:
    def width(number: int) -> float:
        documents = {str(each): {"nations": Counts(each % 3, 1, each % 2)} for each in range(number)}
        ((low, high),) = intervals(documents, "nations", [f1])
        return high - low

    assert width(30) > width(300) > 0


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    documents = {str(each): {"nations": Counts(3, 1, 0)} for each in range(9)}
    assert set(intervals(documents, "nations", [lambda each: each.recall])) == {(0.75, 0.75)}
    assert set(intervals({}, "nations", [f1])) == {(0, 0)}
    assert set(interval_of_change(documents, documents, "nations")) == {0}


def test_a_kept_scorecard_is_read_back(tmp_path: Path) -> None:
    found = card(tmp_path, SHEETS)
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps({"datasets": {"gold": as_json(found, 5)}}), "utf-8")
    assert read_kept(kept)["gold"].documents == found.documents


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"datasets": {"gold": {}}}', '{"datasets": 1}'])
def test_something_else_is_no_baseline(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"kept\.json"):
        read_kept(kept)


def test_changes_are_told_by_kind_and_by_document(tmp_path: Path) -> None:
    before, now = card(tmp_path, SHEETS), card(tmp_path, [GOLD[0], SHEETS[1] | {"nations": []}])
    verdicts = {each.kind: (each.verdict, round(each.change, 2)) for each in comparison.kinds(before, now)}
    assert verdicts["nations"] == ("worse?", -0.08)
    assert verdicts["events.exact"] == ("better?", 0.5)
    assert verdicts["organizations"] == ("same", 0.0)
    changed = {each.document: dict(each.kinds) for each in comparison.documents(before, now)}
    assert changed == {"a": {"events.exact": -2, "nations": -1}, "b": {"nations": 1}}


def test_only_documents_that_both_have_are_compared(tmp_path: Path) -> None:
    before, now = card(tmp_path, SHEETS), card(tmp_path, SHEETS)
    fewer = Scorecard("gold", {"a": before.documents["a"]}, before.meanings)
    assert {each.verdict for each in comparison.kinds(fewer, now)} == {"same"}
    assert comparison.documents(fewer, now) == []


def test_a_change_beyond_doubt_is_called_without_doubt() -> None:
    old = Scorecard("gold", {str(each): {"nations": Counts(1, 1, 1)} for each in range(50)}, {"nations": "code"})
    new = Scorecard("gold", {str(each): {"nations": Counts(2, 0, 0)} for each in range(50)}, {"nations": "code"})
    assert [each.verdict for each in comparison.kinds(old, new)] == ["better"]
    assert [each.verdict for each in comparison.kinds(new, old)] == ["worse"]


def test_a_folder_gives_its_gold_files_and_passes_over_others(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", GOLD)
    write(tmp_path / "other.jsonl", [{"id": "x", "body": "no gold"}])
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    assert [each.name for each in datasets([tmp_path])] == ["one"]


def test_files_of_one_name_are_told_apart_and_so_are_articles_of_one_id(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    paths = [write(folder / "gold.jsonl", [line("a"), line("a")]) for folder in (tmp_path, tmp_path / "more")]
    assert [each.name for each in datasets(paths)] == [each.as_posix() for each in paths]
    assert [*datasets(paths)[0].lines] == ["a", "a (2)"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no gold"),
        ('{"id": "x"}', "no gold"),
        ("[1]", "no.jsonl:1 is not a JSON object"),
        ("nonsense", "no.jsonl:1 is not JSON"),
        (json.dumps(line("a")) + '\n{"id": "b"}', "article 2"),
    ],
)
def test_what_is_no_gold_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=message):
        datasets([path])


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold file"):
        datasets([tmp_path])

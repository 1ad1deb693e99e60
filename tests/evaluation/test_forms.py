"""Gold in other forms than the guide's: PLOVER's sentences and GUM's articles."""

from pathlib import Path
from typing import Any

import pytest

from etl.evaluation import datasets, score
from etl.evaluation.counts import Counts, total

from .gold import write


def plover(kind: str, source: list[str], target: list[str], *, reciprocal: bool = False) -> dict[str, Any]:
    sides = {"source": [{"code": each} for each in source], "target": [{"code": each} for each in target]}
    return {"id": "p", "text": "Text.", "date": "2000-01-01", "event": kind, "reciprocal": reciprocal} | sides


def found(kind: str, source: list[str], target: list[str], start: int = 0) -> dict[str, Any]:
    return {"type": kind, "source": source, "target": target, "cue_span": [start, start + 3]}


def counted(folder: Path, line: dict[str, Any], sheet: dict[str, Any]) -> dict[str, Counts]:
    (dataset,) = datasets([write(folder / "gold.jsonl", [line])])
    card = score(dataset, {str(line["id"]): sheet})
    return {kind: total(card.documents, kind) for kind in card.meanings}


@pytest.mark.parametrize(("older", "type_"), [("DEMAND", "REQUEST"), ("FIGHT", "ASSAULT"), ("RETREAT", "YIELD"), ("AID", "AID")])
def test_the_older_types_of_plover_are_read_as_the_present_ones(tmp_path: Path, older: str, type_: str) -> None:
    counts = counted(tmp_path, plover(older, ["USA"], ["IRQ"]), {"events": [found(type_, ["USA"], ["IRQ"])]})
    assert counts == {"event.type": Counts(1), "event.type.announced": Counts(1), "event.nations": Counts(2)}


def test_the_main_event_is_the_first_in_the_text(tmp_path: Path) -> None:
    events = [found("AID", ["USA"], ["IRQ"], 40), found("AGREE", ["USA"], [], 10)]
    counts = counted(tmp_path, plover("AGREE", ["USA"], ["IRQ"]), {"events": events})
    assert counts == {"event.type": Counts(1), "event.type.announced": Counts(1), "event.nations": Counts(1, 1, 0)}


def test_what_a_phrase_before_the_main_clause_tells_is_not_the_main_event(tmp_path: Path) -> None:
    line = plover("REJECT", ["USA"], ["IRQ"]) | {"text": "Despite warnings, the USA refused to help Iraq."}
    events = [found("THREATEN", [], [], 8), found("REJECT", ["USA"], ["IRQ"], 26)]
    assert counted(tmp_path, line, {"events": events})["event.type"] == Counts(1)


def test_a_friendly_deed_that_is_denied_counts_as_refused(tmp_path: Path) -> None:
    events = [found("AGREE", ["USA", "IRQ"], []) | {"negated": True}]
    counts = counted(tmp_path, plover("REJECT", ["USA"], ["IRQ"]), {"events": events})
    assert (counts["event.type"], counts["event.type.announced"]) == (Counts(0, 1, 1), Counts(1))


def test_nations_count_on_their_side_but_for_parties_of_one_deed(tmp_path: Path) -> None:
    wrong = counted(tmp_path, plover("ASSAULT", ["USA"], ["IRQ"]), {"events": [found("ASSAULT", ["IRQ"], ["USA"])]})
    assert wrong["event.nations"] == Counts(0, 2, 2)
    both = counted(tmp_path, plover("CONSULT", ["USA", "IGO"], ["IRQ"]), {"events": [found("CONSULT", ["IRQ", "USA"], [])]})
    assert both["event.nations"] == Counts(2)


def test_a_sentence_without_a_found_event_is_missed(tmp_path: Path) -> None:
    counts = counted(tmp_path, plover("AID", ["JAP"], []), {})
    assert counts == {"event.type": Counts(0, 1), "event.type.announced": Counts(0, 1), "event.nations": Counts(0, 1)}


GUM = {
    "id": "g",
    "text": "Text.",
    "entities": [],
    "dates": [
        {"start": 0, "end": 20, "when": "2015-09-22"},
        {"start": 30, "end": 40, "from": "2015-09-14", "to": "2015-09-20"},
        {"start": 50, "end": 60, "notAfter": "2015"},
    ],
}


def date(start: int, end: int, first: str, last: str) -> dict[str, Any]:
    return {"span": [start, end], "start": first, "end": last}


def test_dates_of_gum_are_scored_where_they_have_a_value(tmp_path: Path) -> None:
    dates = [
        date(0, 7, "2015-09-22", "2015-09-22"),
        date(9, 20, "2015-09-22", "2015-09-22"),
        date(30, 40, "2015-09-15", "2015-09-20"),
        date(50, 60, "2015", "2015"),
        date(70, 80, "2011", "2011"),
    ]
    assert counted(tmp_path, GUM, {"dates": dates})["dates.value"] == Counts(1, 1, 1)


RE3D_TEXT = (
    "Kenya and the Acme Front fought. Ann Lee, head of the Relief Corps, met Bo Li. They praised northern Kenya and the Front."
)


def entity(words: str, type_: str) -> dict[str, Any]:
    start = RE3D_TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": type_}


def relation(type_: str, source: str, target: str) -> dict[str, Any]:
    return {"type": type_, "source": entity(source, ""), "target": entity(target, "")}


RE3D = {
    "id": "r",
    "text": RE3D_TEXT,
    "entities": [
        entity("Kenya", "Organisation"),
        entity("the Acme Front", "Organisation"),
        entity("Ann Lee", "Person"),
        entity("the Relief Corps", "Organisation"),
        entity("Bo Li", "Person"),
        entity("They", "Person"),
        entity("northern Kenya", "Location"),
        entity("the Front", "Organisation"),
    ],
    "relations": [
        relation("FightingAgainst", "Kenya", "the Acme Front"),
        relation("FightingAgainst", "the Front", "Kenya"),
        relation("IsSynonymOf", "the Acme Front", "the Front"),
        relation("CommWith", "Ann Lee", "Bo Li"),
        relation("InChargeOf", "Ann Lee", "the Relief Corps"),
        relation("AlliesOf", "Ann Lee", "Kenya"),
        relation("CoLocated", "Kenya", "northern Kenya"),
        relation("FightingAgainst", "They", "Kenya"),
    ],
}


def spans(*words: str) -> list[list[int]]:
    return [[found["start"], found["end"]] for found in (entity(each, "") for each in words)]


def mention(words: str, kind: str, name: str) -> dict[str, Any]:
    return {"span": spans(words)[0], "text": words, "kind": kind, "id": name}


def deed(type_: str, source: list[str], target: list[str]) -> dict[str, Any]:
    return {"type": type_, "source_spans": spans(*source), "target_spans": spans(*target), "negated": False}


def test_named_entities_of_re3d_are_states_persons_places_or_organisations(tmp_path: Path) -> None:
    mentions = [
        mention("Kenya", "name", "KEN"),
        mention("Acme Front", "place", "Acme Front"),
        mention("Ann Lee", "person", "Ann Lee"),
        mention("northern Kenya", "name", "KEN"),
        mention("fought", "place", "fought"),
    ]
    assert counted(tmp_path, RE3D, {"mentions": mentions})["entities"] == Counts(3, 4, 1)


def test_relations_of_re3d_are_scored_by_what_a_fact_sheet_has_for_them(tmp_path: Path) -> None:
    sheet = {
        "events": [
            deed("ASSAULT", ["the Front"], ["Kenya"]),
            deed("CONSULT", ["Ann Lee", "Bo Li"], []),
            deed("AID", ["Bo Li"], ["Kenya"]),
            deed("ACCUSE", ["Bo Li"], ["Kenya"]),
            deed("ASSAULT", ["They"], ["Kenya"]),
        ],
        "officials": [{"name": "Ann Lee", "position": "head of Relief Corps", "nation": "KEN", "span": spans("Ann Lee")[0]}],
        "relations": [{"type": "ALLIED_WITH", "source": "KEN", "target": "the Front", "negated": False}],
    }
    assert counted(tmp_path, RE3D, sheet)["relations"] == Counts(3, 1, 2)

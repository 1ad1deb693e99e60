"""The word lists of schema/lexicon are sound tables: every row has an id of its own, every event type is PLOVER's."""

import csv
from pathlib import Path

import pytest
from checkout import ROOT

FILES = sorted((ROOT / "schema" / "lexicon").glob("*.csv"))
PLOVER = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
          "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}  # fmt: skip


def rows(path: Path) -> list[dict[str | None, str | list[str] | None]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_fits_the_head_and_has_its_own_id(path: Path) -> None:
    ids = [row["id"] for row in rows(path)]
    assert all(ids)
    assert sorted(str(each) for each in ids) == sorted({str(each) for each in ids})
    assert [row["id"] for row in rows(path) if None in row or None in row.values()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_event_type_is_one_of_plover(path: Path) -> None:
    assert {row["type"] for row in rows(path) if row.get("type")} <= PLOVER

"""The gazetteer of series of exercises: well-formed, dated, and without names that mean something else."""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from etl.model import Interval

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SERIES = read(GAZETTEER / "exercise_series.csv")
BY_ID = {row["id"]: row for row in SERIES}
NATIONS = {row["iso3"] for row in read(GAZETTEER / "nations.csv")}
ORGANIZATIONS = {row["id"] for row in read(GAZETTEER / "organizations.csv")}
KINDS = {row["kind"] for row in read(ROOT / "schema" / "lexicon" / "exercise_kinds.csv")} | {"joint"}


def split(cell: str) -> list[str]:
    """Split a cell of several values."""
    return cell.split("|") if cell else []


def names(row: Row) -> list[str]:
    """Give the name and the aliases of a series."""
    return [row["name"], *split(row["aliases"])]


def test_the_file_has_its_columns_and_clean_cells() -> None:
    text = (GAZETTEER / "exercise_series.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "id,name,aliases,kind,participants,from,to"
    assert "\r" not in text and text.endswith("\n") and text == unicodedata.normalize("NFC", text)
    for row in SERIES:
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in (*row.values(), *names(row))), row
        assert all(names(row)), row


def test_ids_are_slugs_and_sorted() -> None:
    assert len(SERIES) >= 200
    assert list(BY_ID) == sorted(BY_ID) and len(BY_ID) == len(SERIES)
    assert [each for each in BY_ID if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each)] == []


def test_kinds_are_those_of_the_lexicon() -> None:
    assert {row["kind"] for row in SERIES} == KINDS


def test_participants_are_known_and_named_once() -> None:
    for row in SERIES:
        found = split(row["participants"])
        assert set(found) <= NATIONS | ORGANIZATIONS, row
        assert len(found) == len(set(found)), row


def test_years_parse_and_do_not_run_backwards() -> None:
    for row in SERIES:
        since, until = (Interval.parse(row[field]) if row[field] else None for field in ("from", "to"))
        if since and until:
            assert since.earliest and until.latest and since.earliest <= until.latest, row


def test_a_name_belongs_to_one_series_and_to_nothing_else() -> None:
    count = Counter(name for row in SERIES for name in names(row))
    assert [name for name, times in count.items() if times > 1] == []
    taken = {row["alias"] for file in ("nation_aliases", "organization_aliases") for row in read(GAZETTEER / f"{file}.csv")}
    assert set(count) & taken == set()


def test_a_word_or_a_name_of_its_own_never_stands_alone() -> None:
    ambiguous = {
        "Aman", "Dragon", "Flintlock", "Garuda", "Grom", "Indra", "Kakadu", "Kavkaz", "Komodo", "Malabar", "Milan", "Mosi",
        "Ocean Shield", "Orion", "Aurora", "Peace Mission", "Pitch Black", "Red Flag", "Rubezh", "Sea Breeze", "Shakti",
        "Shaheen", "Ssangyong", "Stride", "Team Spirit", "Tradewinds", "Tsentr", "Unitas", "Varuna", "Velayat", "Vostok",
        "La Perouse", "La Pérouse", "Bright Star", "Cyber Storm", "Friendship",
    }  # fmt: skip
    assert ambiguous & {name for row in SERIES for name in names(row)} == set()


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Foal Eagle", "foal-eagle"),
        ("Ulchi-Freedom Guardian", "ulchi-freedom-guardian"),
        ("Talisman Saber", "talisman-sabre"),
        ("RIMPAC", "rimpac"),
        ("Exercise Red Flag", "red-flag"),
        ("Zapad-2021", "zapad"),
        ("Vostok 2018", "vostok"),
        ("UNITAS Gold", "unitas"),
        ("Super Garuda Shield", "garuda-shield"),
        ("Exercise La Perouse", "la-perouse"),
        ("Exercise Shakti", "shakti"),
        ("Indra exercise", "indra"),
    ],
)
def test_a_known_name_leads_to_its_series(name: str, ident: str) -> None:
    assert [row["id"] for row in SERIES if name in names(row)] == [ident]


@pytest.mark.parametrize(
    ("ident", "participants", "since", "until"),
    [
        ("ulchi-focus-lens", {"KOR", "USA"}, "1976", "2007"),
        ("team-spirit", {"KOR", "USA"}, "1976", "1993"),
        ("freedom-edge", {"JPN", "KOR", "USA"}, "2024", ""),
        ("cobra-gold", {"THA", "USA"}, "1982", ""),
        ("reforger", {"DEU", "USA", "nato"}, "1969", "1993"),
        ("malabar", {"AUS", "IND", "JPN", "USA"}, "1992", ""),
        ("joint-sea", {"CHN", "RUS"}, "2012", ""),
        ("union-shield", {"BLR", "RUS"}, "2006", ""),
    ],
)
def test_a_known_series_has_its_participants_and_years(ident: str, participants: set[str], since: str, until: str) -> None:
    row = BY_ID[ident]
    assert (set(split(row["participants"])), row["from"], row["to"]) == (participants, since, until)

"""The gazetteer of nations: well-formed, and unambiguous or decided."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"

KINDS = {
    "name",
    "official",
    "abbreviation",
    "variant",
    "former",
    "adjective",
    "demonym",
    "capital",
    "seat",
    "body",
}
REGIONS = {
    "Europe",
    "Africa",
    "Asia",
    "Middle East",
    "North America",
    "Central America and Caribbean",
    "South America",
    "Oceania",
}
CONDITIONS = {"default", "longer", "before", "after", "anywhere", "person"}
NOT_UN_MEMBERS = {"PSE", "VAT", "TWN", "XKX", "HKG"}
ORGANIZATIONS = {"quad"}

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NATIONS = read(GAZETTEER / "nations.csv")
ALIASES = read(GAZETTEER / "nation_aliases.csv")
AMBIGUOUS = read(GAZETTEER / "ambiguous.csv")
BY_ISO3 = {row["iso3"]: row for row in NATIONS}


def aliases_of(iso3: str, *kinds: str) -> set[str]:
    """Give the aliases of one nation, of all kinds when none is named."""
    return {row["alias"] for row in ALIASES if row["iso3"] == iso3 and (not kinds or row["kind"] in kinds)}


# ---- form ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "header"),
    [
        ("nations.csv", "iso3,iso2,numeric,qid,name,official_name,capital,region"),
        ("nation_aliases.csv", "iso3,alias,kind,note"),
        ("ambiguous.csv", "surface,reading,condition,context,reason"),
    ],
)
def test_a_file_has_its_columns_and_clean_cells(file: str, header: str) -> None:
    text = (GAZETTEER / file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == header
    assert "\r" not in text and text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)
    for row in read(GAZETTEER / file):
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


def test_all_un_members_and_the_five_others_are_there() -> None:
    assert len(NATIONS) == 198
    assert BY_ISO3.keys() >= NOT_UN_MEMBERS
    assert len(BY_ISO3.keys() - NOT_UN_MEMBERS) == 193


@pytest.mark.parametrize("field", ["iso3", "iso2", "qid", "name", "official_name", "capital"])
def test_a_field_that_names_one_nation_is_unique(field: str) -> None:
    assert [value for value, count in Counter(row[field] for row in NATIONS).items() if count > 1] == []


def test_codes_are_well_formed() -> None:
    for row in NATIONS:
        assert re.fullmatch(r"[A-Z]{3}", row["iso3"]), row
        assert re.fullmatch(r"[A-Z]{2}", row["iso2"]), row
        assert re.fullmatch(r"[0-9]{3}", row["numeric"]) or (row["iso3"], row["numeric"]) == ("XKX", ""), row
        assert re.fullmatch(r"Q[1-9][0-9]*", row["qid"]), row
        assert row["region"] in REGIONS, row
    numerics = [row["numeric"] for row in NATIONS]
    assert len(set(numerics)) == len(numerics)
    assert [row["iso3"] for row in NATIONS] == sorted(BY_ISO3)


# ---- aliases -------------------------------------------------------------------------------------


def test_every_alias_belongs_to_a_nation_and_has_a_known_kind() -> None:
    assert {row["iso3"] for row in ALIASES} == set(BY_ISO3)
    assert {row["kind"] for row in ALIASES} == KINDS
    assert all(row["alias"] for row in ALIASES)


def test_an_alias_stands_once_unless_the_ambiguity_is_decided() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for row in ALIASES:
        owners[row["alias"]].append(row["iso3"])
    assert [alias for alias, iso3s in owners.items() if len(iso3s) != len(set(iso3s))] == []
    shared = {alias: set(iso3s) for alias, iso3s in owners.items() if len(iso3s) > 1}
    decided = {row["surface"]: row["reading"] for row in AMBIGUOUS if row["condition"] == "default"}
    assert all(decided.get(alias) in iso3s for alias, iso3s in shared.items()), shared


def test_no_alias_is_a_lower_case_copy_of_another() -> None:
    written = {row["alias"] for row in ALIASES}
    assert [alias for alias in written if alias.islower()] == []


def test_a_note_that_points_to_a_decision_finds_one() -> None:
    surfaces = {row["surface"] for row in AMBIGUOUS}
    assert [row for row in ALIASES if "ambiguous.csv" in row["note"] and row["alias"] not in surfaces] == []


@pytest.mark.parametrize("iso3", sorted(BY_ISO3))
def test_a_nation_can_be_named_described_and_placed(iso3: str) -> None:
    nation = BY_ISO3[iso3]
    assert aliases_of(iso3, "name") == {nation["name"]}
    assert nation["official_name"] in aliases_of(iso3, "official", "name")
    assert nation["capital"] in aliases_of(iso3, "capital", "name")
    assert aliases_of(iso3, "adjective", "demonym")


@pytest.mark.parametrize(
    ("alias", "iso3", "kind"),
    [
        ("DPRK", "PRK", "abbreviation"),
        ("N Korea", "PRK", "variant"),
        ("Pyongyang", "PRK", "capital"),
        ("Korean People's Army", "PRK", "body"),
        ("ROK", "KOR", "abbreviation"),
        ("Blue House", "KOR", "seat"),
        ("South Koreans", "KOR", "demonym"),
        ("U.S.", "USA", "abbreviation"),
        ("Pentagon", "USA", "seat"),
        ("Washington, D.C.", "USA", "capital"),
        ("UAE", "ARE", "abbreviation"),
        ("Kremlin", "RUS", "seat"),
        ("FSB", "RUS", "body"),
        ("PLA", "CHN", "body"),
        ("Peking", "CHN", "capital"),
        ("Kiev", "UKR", "capital"),
        ("Verkhovna Rada", "UKR", "seat"),
        ("Türkiye", "TUR", "variant"),
        ("Cote d'Ivoire", "CIV", "variant"),
        ("Zaire", "COD", "former"),
        ("DRC", "COD", "abbreviation"),
        ("Burma", "MMR", "variant"),
        ("Nay Pyi Taw", "MMR", "capital"),
        ("Elysee Palace", "FRA", "seat"),
        ("Frenchmen", "FRA", "demonym"),
        ("Downing Street", "GBR", "seat"),
        ("MI6", "GBR", "body"),
        ("Brits", "GBR", "demonym"),
        ("Holy See", "VAT", "variant"),
        ("Taipei", "TWN", "capital"),
        ("Kosovar", "XKX", "adjective"),
        ("IDF", "ISR", "body"),
        ("IRGC", "IRN", "body"),
        ("Nigerien", "NER", "adjective"),
        ("Nigerian", "NGA", "adjective"),
        ("La Paz", "BOL", "capital"),
        ("Sucre", "BOL", "capital"),
    ],
)
def test_a_known_alias_leads_to_its_nation(alias: str, iso3: str, kind: str) -> None:
    assert [(row["iso3"], row["kind"]) for row in ALIASES if row["alias"] == alias] == [(iso3, kind)]


# ---- decisions -----------------------------------------------------------------------------------


def test_readings_and_conditions_are_known() -> None:
    assert len(AMBIGUOUS) >= 120
    for row in AMBIGUOUS:
        assert row["reading"] in BY_ISO3.keys() | ORGANIZATIONS | {"none"}, row
        assert row["condition"] in CONDITIONS, row
        assert row["surface"] and row["reason"], row
        assert (row["context"] == "") == (row["condition"] == "default"), row


def test_a_decision_is_made_once() -> None:
    keys = Counter((row["surface"], row["condition"], row["context"]) for row in AMBIGUOUS)
    assert [key for key, count in keys.items() if count > 1] == []
    defaults = Counter(row["surface"] for row in AMBIGUOUS if row["condition"] == "default")
    assert [surface for surface, count in defaults.items() if count > 1] == []


def test_a_context_fits_its_condition() -> None:
    for row in AMBIGUOUS:
        if row["condition"] == "longer":
            inside = rf"(?<!\w){re.escape(row['surface'])}(?!\w)"
            assert row["surface"] != row["context"] and re.search(inside, row["context"]), row
        else:
            re.compile(row["context"])


def test_one_longer_phrase_has_one_reading() -> None:
    readings: dict[str, set[str]] = defaultdict(set)
    for row in AMBIGUOUS:
        if row["condition"] == "longer":
            readings[row["context"]].add(row["reading"])
    assert {phrase: found for phrase, found in readings.items() if len(found) > 1} == {}


def test_a_longer_phrase_that_is_an_alias_is_read_as_its_nation() -> None:
    owner = {row["alias"]: row["iso3"] for row in ALIASES}
    for row in AMBIGUOUS:
        if row["condition"] == "longer" and row["context"] in owner:
            assert row["reading"] == owner[row["context"]], row


def test_a_surface_that_is_no_alias_has_a_default() -> None:
    decided = {row["surface"] for row in AMBIGUOUS if row["condition"] == "default"}
    known = {row["alias"] for row in ALIASES} | decided
    assert [row for row in AMBIGUOUS if row["surface"] not in known] == []


@pytest.mark.parametrize(
    ("surface", "condition", "context", "reading"),
    [
        ("Georgia", "default", "", "GEO"),
        ("Korea", "default", "", "KOR"),
        ("America", "default", "", "USA"),
        ("Congo", "default", "", "COD"),
        ("Dominican", "default", "", "DOM"),
        ("the Quad", "default", "", "quad"),
        ("Union", "default", "", "none"),
        ("Soviet Union", "default", "", "none"),
        ("Japan", "longer", "Sea of Japan", "none"),
        ("Japan", "longer", "Bank of Japan", "JPN"),
        ("Korean", "longer", "Korean Peninsula", "none"),
        ("Korea", "longer", "Korea Times", "none"),
        ("China", "longer", "Republic of China", "TWN"),
        ("China", "longer", "People's Republic of China", "CHN"),
        ("Washington", "longer", "Washington Post", "none"),
        ("Guinea", "longer", "Papua New Guinea", "PNG"),
        ("Mexico", "longer", "New Mexico", "none"),
        ("Sudan", "longer", "South Sudan", "SSD"),
    ],
)
def test_a_known_ambiguity_is_decided(surface: str, condition: str, context: str, reading: str) -> None:
    wanted = (surface, condition, context)
    found = [r["reading"] for r in AMBIGUOUS if (r["surface"], r["condition"], r["context"]) == wanted]
    assert found == [reading]


@pytest.mark.parametrize(
    ("surface", "condition", "neighbour"),
    [
        ("Georgia", "after", "Tech"),
        ("Georgia", "before", "Atlanta,"),
        ("Georgia", "anywhere", "Voters in Savannah queued for hours."),
        ("Jordan", "person", "Michael"),
        ("Chad", "person", "Smith"),
        ("Turkey", "before", "Thanksgiving"),
        ("Cuba", "person", "Gooding"),
        ("Paris", "person", "Hilton"),
        ("Peru", "after", ", Indiana"),
        ("China", "before", "bone"),
        ("Washington", "after", "state"),
    ],
)
def test_a_neighbour_takes_the_nation_away(surface: str, condition: str, neighbour: str) -> None:
    rows = [r for r in AMBIGUOUS if (r["surface"], r["condition"], r["reading"]) == (surface, condition, "none")]
    assert any(re.search(row["context"], neighbour) for row in rows)

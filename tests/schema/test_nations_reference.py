"""The gazetteer of nations compared with the Factbook and a list of Wikidata ids; each disagreement is decided.

Both references stand beside the checkout; where they are absent, there is nothing to compare.
"""

import csv
import json
import re
import unicodedata
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"
REFERENCE = ROOT.parent / "shared" / "reference"
DECIDED = Path(__file__).with_name("decided_disagreements.csv")

Row = dict[str, str]
Disagreement = tuple[str, str, str, str]
"""Nation, field, our value, the value of the reference."""


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows, none when it is absent."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_factbook() -> list[Row]:
    """Read the text fields of each Factbook entry, none when the file is absent."""
    path = REFERENCE / "factbook_nations.jsonl"
    if not path.exists():
        return []
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in entry.items() if isinstance(value, str)} for entry in entries]


NATIONS = {row["iso3"]: row for row in read(GAZETTEER / "nations.csv")}
ALIASES = read(GAZETTEER / "nation_aliases.csv")


def fold(text: str) -> str:
    """Take the accents and the case from a text."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


@cache
def names(iso3: str) -> set[str]:
    """Give every folded alias that names the nation itself."""
    kinds = {"name", "official", "abbreviation", "variant", "former"}
    return {fold(row["alias"]) for row in ALIASES if row["iso3"] == iso3 and row["kind"] in kinds}


@cache
def describers(iso3: str) -> set[str]:
    """Give every folded adjective and demonym of a nation."""
    kinds = {"adjective", "demonym"}
    return {fold(row["alias"]) for row in ALIASES if row["iso3"] == iso3 and row["kind"] in kinds}


def factbook_name(entry: Row) -> str:
    """Give the short name of an entry, or the long one where it has no short one."""
    return entry["long"] if entry["short"] in ("", "none") else entry["short"]


def find_factbook_entry(iso3: str, entries: list[Row]) -> Row | None:
    """Find the one entry whose short or long name is a name of the nation, the short name first."""
    for field in ("short", "long"):
        found = [entry for entry in entries if fold(entry[field]) in names(iso3)]
        if len(found) == 1:
            return found[0]
    return None


def compare_with_entry(iso3: str, entry: Row) -> list[Disagreement]:
    """List where the name, the capital or the adjective of a nation differs from its Factbook entry."""
    nation = NATIONS[iso3]
    found: list[Disagreement] = []
    if nation["name"] != factbook_name(entry):
        found.append((iso3, "name", nation["name"], factbook_name(entry)))
    capital = re.split(r" \(|[;,]", entry["capital"])[0] if iso3 != "USA" else entry["capital"]
    if fold(nation["capital"]) != fold(capital):
        found.append((iso3, "capital", nation["capital"], entry["capital"]))
    adjective = re.split(r" or | \(|[;,/]", entry["adjective"])[0]
    if fold(adjective) not in describers(iso3):
        ours = next((row["alias"] for row in ALIASES if row["iso3"] == iso3 and row["kind"] == "adjective"), "")
        found.append((iso3, "adjective", ours, entry["adjective"]))
    return found


def factbook_disagreements() -> set[Disagreement]:
    """Compare every nation with the Factbook; a nation without its entry is a disagreement of mapping."""
    entries = read_factbook()
    found: set[Disagreement] = set()
    for iso3, nation in NATIONS.items() if entries else ():
        entry = find_factbook_entry(iso3, entries)
        found.update(compare_with_entry(iso3, entry) if entry else [(iso3, "mapping", nation["name"], "")])
    return found


def qid_disagreements() -> set[Disagreement]:
    """Compare the Wikidata id of every nation with the list, matched by name."""
    listed = read(REFERENCE / "nation_qids.csv")
    found: set[Disagreement] = set()
    for iso3, nation in NATIONS.items() if listed else ():
        qids = [row["wikidata"] for row in listed if fold(row["name"]) in names(iso3)]
        if qids != [nation["qid"]]:
            found.add((iso3, "qid", nation["qid"], ";".join(qids)))
    return found


def decided_disagreements() -> set[Disagreement]:
    """Read the disagreements that were decided."""
    return {(row["iso3"], row["field"], row["ours"], row["factbook"]) for row in read(DECIDED)}


def test_every_disagreement_with_the_factbook_is_decided() -> None:
    assert factbook_disagreements() - decided_disagreements() == set()


def test_every_disagreement_of_wikidata_ids_is_decided() -> None:
    assert qid_disagreements() - decided_disagreements() == set()


def test_no_decision_is_stale() -> None:
    decided = decided_disagreements()
    qids = {row for row in decided if row[1] == "qid"}
    if (REFERENCE / "nation_qids.csv").exists():
        assert qids - qid_disagreements() == set()
    if (REFERENCE / "factbook_nations.jsonl").exists():
        assert decided - qids - factbook_disagreements() == set()


def test_a_decision_is_complete_and_made_once() -> None:
    rows = read(DECIDED)
    assert len({(row["iso3"], row["field"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["iso3"] in NATIONS and row["reason"], row
        assert row["field"] in {"name", "capital", "adjective", "qid", "mapping"}, row

"""The memberships of today compared with the Factbook; each disagreement is decided.

The Factbook stands beside the checkout; where it is absent, there is nothing to compare.
"""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"
FACTBOOK = ROOT.parent / "shared" / "reference" / "factbook_nations.jsonl"
DECIDED = Path(__file__).with_name("decided_memberships.csv")

Row = dict[str, str]
Disagreement = tuple[str, str, str, str]
"""Organisation, nation, our status of today, the status in the Factbook; a status is empty where there is none."""

# Abbreviations of the Factbook and our organisations; C is the Commonwealth, CE the Council of Europe,
# EMU the Eurozone, LAS the Arab League, CAN the Andean Community, ICCt the court.
LISTED = {
    "AMU": "amu", "ANZUS": "anzus", "APEC": "apec", "ARF": "arf", "ASEAN": "asean", "AU": "african-union",
    "Arctic Council": "arctic-council", "Australia Group": "australia-group", "BIMSTEC": "bimstec", "BRICS": "brics",
    "BSEC": "bsec", "Benelux": "benelux", "C": "commonwealth", "CAN": "andean-community", "CBSS": "cbss",
    "CE": "council-of-europe", "CELAC": "celac", "CEMAC": "cemac", "CICA": "cica", "CIS": "cis", "COMESA": "comesa",
    "CPLP": "cplp", "CSTO": "csto", "Caricom": "caricom", "D-8": "d8", "EAC": "eac", "EAEU": "eaeu",
    "EAS": "east-asia-summit", "ECO": "eco", "ECOWAS": "ecowas", "EFTA": "efta", "EMU": "eurozone", "EU": "eu",
    "G-7": "g7", "G-20": "g20", "GCC": "gcc", "GUAM": "guam-group", "IAEA": "iaea", "ICCt": "icc", "IGAD": "igad",
    "IMF": "imf", "LAS": "arab-league", "MNJTF": "mnjtf", "Mercosur": "mercosur", "NAM": "nam", "NATO": "nato",
    "NC": "nordic-council", "NSG": "nsg", "OAS": "oas", "OECD": "oecd", "OECS": "oecs", "OIC": "oic",
    "OIF": "francophonie", "OPCW": "opcw", "OPEC": "opec", "OSCE": "osce", "PFP": "pfp", "PIF": "pif",
    "Pacific Alliance": "pacific-alliance", "Quad": "quad", "SAARC": "saarc", "SACU": "sacu", "SADC": "sadc",
    "SCO": "sco", "SICA": "sica", "Schengen Convention": "schengen", "UN": "un", "USMCA": "usmca", "WAEMU": "waemu",
    "WTO": "wto", "Wassenaar Arrangement": "wassenaar",
}  # fmt: skip
IN = {"member", "party"}


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fold(text: str) -> str:
    """Take the accents and the case from a text."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


NATIONS = {row["iso3"]: row for row in read(GAZETTEER / "nations.csv")}
NAMES: dict[str, set[str]] = defaultdict(set)
for alias in read(GAZETTEER / "nation_aliases.csv"):
    if alias["kind"] in {"name", "official", "abbreviation", "variant", "former"}:
        NAMES[fold(alias["alias"])].add(alias["iso3"])


def ours() -> dict[tuple[str, str], str]:
    """Give the status of every nation in every listed organisation, as far as no end of it is known."""
    listed = set(LISTED.values())
    return {
        (row["organization"], row["member"]): "member" if row["status"] in IN else row["status"]
        for row in read(GAZETTEER / "memberships.csv")
        if row["organization"] in listed and row["member"] in ENTRIES and not row["to"]
    }


def nation_of(entry: dict[str, Any]) -> str | None:
    """Find the one nation that the short or the long name of an entry names."""
    names = [fold(re.sub(r" \(.*", "", entry[field])) for field in ("short", "long")]
    found = [NAMES[name] for name in names if len(NAMES.get(name, ())) == 1]
    return next(iter(found[0])) if found else None


def entries() -> dict[str, dict[str, Any]]:
    """Give the entry of each nation that has one, none where the file is absent."""
    lines = FACTBOOK.read_text(encoding="utf-8").splitlines() if FACTBOOK.exists() else []
    return {nation: entry for entry in map(json.loads, lines) if (nation := nation_of(entry))}


ENTRIES = entries()


def theirs() -> dict[tuple[str, str], str]:
    """Give the status that the Factbook lists, for the nations and organisations that both know."""
    return {
        (LISTED[listed["org"]], nation): re.sub("Chinese Taipei", "member", listed["status"])
        for nation, entry in ENTRIES.items()
        for listed in entry["memberships"]
        if listed["org"] in LISTED
    }


def disagreements() -> set[Disagreement]:
    """List who is in for one and not in for the other; what lies below membership is named in too many ways."""
    if not ENTRIES:
        pytest.skip("the Factbook is not beside the checkout")
    mine, listed = ours(), theirs()
    return {
        (*key, mine.get(key, ""), listed.get(key, ""))
        for key in mine.keys() | listed.keys()
        if (mine.get(key) == "member") != (listed.get(key) == "member")
    }


def decided() -> set[Disagreement]:
    """Read the disagreements that were decided."""
    return {(row["organization"], row["member"], row["ours"], row["factbook"]) for row in read(DECIDED)}


def test_every_disagreement_with_the_factbook_is_decided() -> None:
    assert sorted(disagreements() - decided()) == []


def test_no_decision_is_stale() -> None:
    assert sorted(decided() - disagreements()) == []


def test_the_factbook_is_really_compared() -> None:
    disagreements()
    shared = ours().keys() & theirs().keys()
    assert len(shared) >= 1500
    assert {organization for organization, _ in shared} == set(LISTED.values())


def test_a_decision_is_complete_and_made_once() -> None:
    rows = read(DECIDED)
    assert len({(row["organization"], row["member"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["organization"] in LISTED.values() and row["member"] in NATIONS and row["reason"], row

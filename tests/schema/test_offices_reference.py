"""The office-holders compared with the leaders of the Factbook on its last day; each disagreement is decided.

The Factbook stands beside the checkout; where it is absent, there is nothing to compare.
"""

import csv
import json
import re
from functools import cache
from pathlib import Path

import pytest

from etl import gazetteer, ids
from etl.gazetteer.rows import OfficeHolder
from etl.model import Interval

ROOT = Path(__file__).resolve().parents[2]
FACTBOOK = ROOT.parent / "shared" / "reference" / "factbook_nations.jsonl"
DECIDED = Path(__file__).with_name("decided_leaders.csv")

LAST_DAY = "2026-01-20"
"""The newest leader there took office on 17 January 2026; what happened later is not in it."""

FIELDS = {
    "chief_of_state": ("monarch", "supreme-leader", "head-of-state", "president"),
    "head_of_government": ("prime-minister", "chancellor"),
}
"""The kinds of office a field of the Factbook may name, the highest first."""

Disagreement = tuple[str, str, str, str]
"""Nation, field, our holders, the words of the Factbook."""

KNOWN = gazetteer.load()
PEOPLE = {person.id: person for person in KNOWN.people}

pytestmark = pytest.mark.skipif(not FACTBOOK.exists(), reason="the Factbook is not beside the checkout")


def read_factbook() -> list[dict[str, str]]:
    """Read the text fields of each entry that has a leader."""
    entries = [json.loads(line) for line in FACTBOOK.read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in entry.items() if isinstance(value, str)} for entry in entries]


def nation_of(entry: dict[str, str]) -> str | None:
    """Find the nation with the name of an entry, the short name first."""
    kinds = {"name", "official", "abbreviation", "variant", "former"}
    names = {ids.fold(row.alias): row.iso3 for row in KNOWN.nation_aliases if row.kind in kinds}
    names |= {ids.fold(nation.name): nation.iso3 for nation in KNOWN.nations}
    return names.get(ids.fold(entry["short"])) or names.get(ids.fold(entry["long"]))


def in_office(row: OfficeHolder) -> bool:
    """Tell whether a term covers the last day of the Factbook."""
    begun = (Interval.parse(row.from_).earliest or "") <= LAST_DAY
    ended = row.to != "" and (Interval.parse(row.to).latest or "9999") < LAST_DAY
    return begun and not ended


@cache
def holders(iso3: str, kind: str) -> tuple[str, ...]:
    """List who holds an office of a nation on the last day of the Factbook."""
    rows = [row for row in KNOWN.office_holders if (row.nation, row.kind) == (iso3, kind)]
    return tuple(row.person for row in rows if in_office(row))


def names_in_use(text: str) -> set[str]:
    """Give the folded words that the Factbook writes in capitals, which are the name in use."""
    words = re.findall(r"[\w'’]+", text.split(";")[0])
    return {ids.fold(word) for word in words if word.isupper() and len(word) > 1}


def names_of(person: str) -> set[str]:
    """Give every folded word of the names of a person."""
    known = PEOPLE[person]
    return {word for name in (known.name, *known.aliases.split("|")) for word in ids.fold(name).split()}


def agrees(people: tuple[str, ...], text: str) -> bool:
    """Tell whether one of the people is who the Factbook names."""
    wanted = names_in_use(text)
    return any(wanted and wanted <= names_of(person) for person in people)


def compare(iso3: str, field: str, text: str) -> Disagreement | None:
    """Compare the holders of the offices of a field with its words; nothing to say where we have no such office."""
    found = tuple(person for kind in FIELDS[field] for person in holders(iso3, kind))
    covered = any(row.nation == iso3 and row.kind in FIELDS[field] for row in KNOWN.office_holders)
    if not text or not covered or agrees(found, text):
        return None
    return iso3, field, ";".join(found), text


def disagreements() -> set[Disagreement]:
    """Compare every nation that has office-holders with its entry."""
    nations = {row.nation for row in KNOWN.office_holders}
    found: set[Disagreement] = set()
    for entry in read_factbook():
        iso3 = nation_of(entry)
        if iso3 in nations:
            found.update(filter(None, (compare(iso3, field, entry[field]) for field in FIELDS)))
    return found


def read_decided() -> list[dict[str, str]]:
    """Read the disagreements that were decided, each with its reason."""
    with DECIDED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decided() -> set[Disagreement]:
    """Give the decided disagreements in the form of `disagreements`."""
    return {(row["iso3"], row["field"], row["ours"], row["factbook"]) for row in read_decided()}


def test_every_disagreement_with_the_factbook_is_decided() -> None:
    assert disagreements() - decided() == set()


def test_no_decision_is_stale() -> None:
    assert decided() - disagreements() == set()


def test_a_decision_has_a_reason_and_is_made_once() -> None:
    rows = read_decided()
    assert len({(row["iso3"], row["field"]) for row in rows}) == len(rows)
    assert all(row["reason"] for row in rows)


def test_most_nations_with_offices_are_found_in_the_factbook() -> None:
    nations = {row.nation for row in KNOWN.office_holders}
    found = {nation_of(entry) for entry in read_factbook()}
    assert len(nations - found) <= 2, sorted(nations - found)

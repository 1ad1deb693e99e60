"""The gazetteer of office-holders: well-formed, dated, and one holder of an office at a time unless noted."""

import csv
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from etl import gazetteer, ids
from etl.gazetteer.rows import OfficeHolder, OrganizationHead
from etl.model import Interval

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"

HEADERS = {
    "people.csv": "id,name,nation,aliases,qid",
    "office_holders.csv": "person,nation,kind,from,to,note",
    "organization_heads.csv": "person,organization,kind,from,to",
}
OFFICES = {
    "president",
    "vice-president",
    "prime-minister",
    "chancellor",
    "monarch",
    "head-of-state",
    "supreme-leader",
    "foreign-minister",
    "defence-minister",
}
HEADS_OF_STATE = {"president", "monarch", "head-of-state", "supreme-leader"}
HEADS_OF_GOVERNMENT = {"prime-minister", "chancellor"}
PRESIDENT_GOVERNS = {"ARG", "BRA", "CHL", "COL", "CUB", "IDN", "IRN", "KEN", "MEX", "NGA", "PHL", "USA", "VEN", "ZAF"}
"""Nations whose president is the head of government too, now or for most of the time."""

Row = OfficeHolder | OrganizationHead

KNOWN = gazetteer.load()
TERMS: list[OfficeHolder | OrganizationHead] = [*KNOWN.office_holders, *KNOWN.organization_heads]
PEOPLE = {person.id: person for person in KNOWN.people}


def read(name: str) -> list[dict[str, str]]:
    """Read one CSV file of the gazetteer as a list of rows."""
    with (GAZETTEER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first_day(edtf: str) -> str:
    """Give the earliest day of a date, the beginning of time where none is given."""
    return (Interval.parse(edtf).earliest if edtf else None) or "0000-01-01"


def last_day(edtf: str) -> str:
    """Give the latest day of a date, the end of time where none is given."""
    return (Interval.parse(edtf).latest if edtf else None) or "9999-12-31"


def covers(row: Row, day: str) -> bool:
    """Tell whether a term covers a day, written as ISO 8601."""
    return first_day(row.from_) <= day <= last_day(row.to)


def holders(nation: str, kind: str, day: str) -> list[str]:
    """List who held an office of a nation on a day."""
    rows = [row for row in KNOWN.office_holders if (row.nation, row.kind) == (nation, kind)]
    return [row.person for row in rows if covers(row, day)]


def heads(organization: str, day: str) -> list[str]:
    """List who headed an organisation on a day."""
    return [row.person for row in KNOWN.organization_heads if row.organization == organization and covers(row, day)]


# ---- form ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "header"), HEADERS.items())
def test_a_file_is_plain_and_without_doubles(file: str, header: str) -> None:
    lines = (GAZETTEER / file).read_text(encoding="utf-8").splitlines()
    assert lines[0] == header
    assert [line for line in lines if line != line.strip()] == []
    assert len(set(lines)) == len(lines)


def test_files_are_sorted() -> None:
    people = [row["id"] for row in read("people.csv")]
    terms = [(row["nation"], row["kind"], row["from"]) for row in read("office_holders.csv")]
    headed = [(row["organization"], row["kind"], row["from"]) for row in read("organization_heads.csv")]
    assert people == sorted(people)
    assert terms == sorted(terms)
    assert headed == sorted(headed)


def test_a_person_has_one_id_made_from_name_and_nation() -> None:
    assert len(PEOPLE) == len(KNOWN.people)
    for person in KNOWN.people:
        assert person.id == f"{ids.slug(person.name)}-{person.nation.lower()}", person


def test_a_person_has_a_known_nation_and_a_well_formed_qid() -> None:
    nations = {nation.iso3 for nation in KNOWN.nations}
    for person in KNOWN.people:
        assert person.nation in nations, person
        assert person.qid == "" or (person.qid[0] == "Q" and person.qid[1:].isdigit()), person


def test_a_qid_is_of_one_person() -> None:
    qids = [person.qid for person in KNOWN.people if person.qid]
    assert len(set(qids)) == len(qids)


def test_an_alias_differs_from_the_name_and_is_listed_once() -> None:
    for person in KNOWN.people:
        aliases = person.aliases.split("|") if person.aliases else []
        assert len(set(aliases)) == len(aliases), person
        assert person.name not in aliases, person
        assert all(alias and alias == alias.strip() for alias in aliases), person


def test_a_name_with_accents_has_an_alias_without() -> None:
    for person in KNOWN.people:
        if not person.name.isascii():
            assert any(alias.isascii() for alias in person.aliases.split("|")), person


def test_a_person_has_an_office_and_an_office_its_person() -> None:
    used = {row.person for row in KNOWN.office_holders} | {row.person for row in KNOWN.organization_heads}
    assert used == set(PEOPLE)


def test_a_name_with_two_owners_is_told_apart_by_nation() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in KNOWN.people:
        for name in (person.name, *filter(None, person.aliases.split("|"))):
            owners[ids.fold(name), person.nation].add(person.id)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


# ---- offices -------------------------------------------------------------------------------------


def test_a_kind_of_office_is_known() -> None:
    positions = {position.kind for position in KNOWN.positions}
    used = {row.kind for row in KNOWN.office_holders} | {row.kind for row in KNOWN.organization_heads}
    assert used - positions == set()
    assert {row.kind for row in KNOWN.office_holders} <= OFFICES


def test_an_office_is_of_a_known_nation_or_organization() -> None:
    nations = {nation.iso3 for nation in KNOWN.nations}
    organizations = {organization.id for organization in KNOWN.organizations}
    assert {row.nation for row in KNOWN.office_holders} <= nations
    assert {row.organization for row in KNOWN.organization_heads} <= organizations


def test_a_term_begins_before_it_ends() -> None:
    for row in TERMS:
        assert row.from_, row
        assert first_day(row.from_) <= last_day(row.to), row


def test_nobody_holds_office_long_after_their_own_time() -> None:
    for row in TERMS:
        assert row.to == "" or last_day(row.to) >= "1999-12-31", row


def test_an_office_has_one_holder_at_a_time_unless_noted() -> None:
    """The day of hand-over belongs to both, and so does the month or year where no day is known."""
    terms: dict[tuple[str, str], list[OfficeHolder]] = defaultdict(list)
    for row in KNOWN.office_holders:
        terms[row.nation, row.kind].append(row)
    for rows in terms.values():
        for index, row in enumerate(rows):
            later = [other for other in rows[index + 1 :] if last_day(other.from_) < first_day(row.to or "9999")]
            assert [(row, other) for other in later if not (row.note or other.note)] == []


def test_an_organization_has_one_head_of_a_kind_at_a_time() -> None:
    terms: dict[tuple[str, str], list[OrganizationHead]] = defaultdict(list)
    for row in KNOWN.organization_heads:
        terms[row.organization, row.kind].append(row)
    for rows in terms.values():
        for earlier, later in pairwise(rows):
            assert first_day(earlier.to or "9999") <= last_day(later.from_), (earlier, later)


def test_forty_nations_have_their_four_offices() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in KNOWN.office_holders:
        kinds[row.nation].add(row.kind)
    covered = {
        nation
        for nation, found in kinds.items()
        if found & HEADS_OF_STATE
        and (found & HEADS_OF_GOVERNMENT or nation in PRESIDENT_GOVERNS)
        and {"foreign-minister", "defence-minister"} <= found
    }
    assert len(covered) >= 40, sorted(set(kinds) - covered)


# ---- facts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nation", "kind", "day", "person"),
    [
        ("RUS", "foreign-minister", "2004-03-10", "sergey-lavrov-rus"),
        ("RUS", "foreign-minister", "2025-07-12", "sergey-lavrov-rus"),
        ("RUS", "foreign-minister", "2004-03-08", "igor-ivanov-rus"),
        ("RUS", "president", "2010-06-01", "dmitry-medvedev-rus"),
        ("RUS", "defence-minister", "2024-06-01", "andrei-belousov-rus"),
        ("FRA", "president", "2017-05-15", "emmanuel-macron-fra"),
        ("FRA", "president", "2017-05-13", "francois-hollande-fra"),
        ("PRK", "foreign-minister", "2025-07-12", "choe-son-hui-prk"),
        ("PRK", "supreme-leader", "2012-01-01", "kim-jong-un-prk"),
        ("KOR", "president", "2025-06-05", "lee-jae-myung-kor"),
        ("JPN", "prime-minister", "2011-03-11", "naoto-kan-jpn"),
        ("USA", "defence-minister", "2005-01-01", "donald-rumsfeld-usa"),
        ("USA", "vice-president", "2003-03-20", "dick-cheney-usa"),
        ("GBR", "prime-minister", "2022-10-01", "liz-truss-gbr"),
        ("DEU", "chancellor", "2015-09-01", "angela-merkel-deu"),
        ("CHN", "foreign-minister", "2023-03-01", "qin-gang-chn"),
        ("IRN", "president", "2010-01-01", "mahmoud-ahmadinejad-irn"),
        ("ISR", "defence-minister", "2023-10-07", "yoav-gallant-isr"),
        ("TUR", "prime-minister", "2010-01-01", "recep-tayyip-erdogan-tur"),
        ("UKR", "president", "2022-02-24", "volodymyr-zelensky-ukr"),
        ("POL", "foreign-minister", "2010-04-10", "radoslaw-sikorski-pol"),
        ("SYR", "president", "2011-03-15", "bashar-al-assad-syr"),
        ("TWN", "president", "2022-08-02", "tsai-ing-wen-twn"),
        ("IND", "prime-minister", "2008-11-26", "manmohan-singh-ind"),
        ("PAK", "president", "2001-09-11", "pervez-musharraf-pak"),
    ],
)
def test_a_known_office_had_its_holder(nation: str, kind: str, day: str, person: str) -> None:
    assert holders(nation, kind, day) == [person]


@pytest.mark.parametrize(
    ("organization", "day", "person"),
    [
        ("un", "2003-03-20", "kofi-annan-gha"),
        ("un", "2010-01-01", "ban-ki-moon-kor"),
        ("nato", "2022-02-24", "jens-stoltenberg-nor"),
        ("nato", "2025-01-01", "mark-rutte-nld"),
        ("european-commission", "2010-01-01", "jose-manuel-barroso-prt"),
        ("european-council", "2016-06-24", "donald-tusk-pol"),
        ("iaea", "2005-01-01", "mohamed-elbaradei-egy"),
    ],
)
def test_a_known_organization_had_its_head(organization: str, day: str, person: str) -> None:
    assert heads(organization, day) == [person]


def test_the_first_and_the_last_day_belong_to_a_term() -> None:
    assert "emmanuel-macron-fra" in holders("FRA", "president", "2017-05-14")
    assert "sergey-lavrov-rus" in holders("RUS", "foreign-minister", "2004-03-09")
    assert "sergey-lavrov-rus" not in holders("RUS", "foreign-minister", "2004-03-08")

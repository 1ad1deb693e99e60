"""The gazetteer of organisations: well-formed, dated memberships, and names that mean one organisation."""

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from etl.model import Interval

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"
TRAIN = ROOT.parent / "shared" / "eval" / "facts_train.jsonl"

KINDS = {"alliance", "partnership", "bloc", "igo", "body", "court", "regime", "finance", "ngo"}
STATUSES = {"member", "party", "associate", "observer", "candidate", "suspended"}
# Too common a word to be read as the organisation; its longer aliases name it.
NAMELESS = {"squad"}

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ORGANIZATIONS = {row["id"]: row for row in read(GAZETTEER / "organizations.csv")}
ALIASES = read(GAZETTEER / "organization_aliases.csv")
MEMBERSHIPS = read(GAZETTEER / "memberships.csv")
NATIONS = {row["iso3"] for row in read(GAZETTEER / "nations.csv")}
OWNER = {row["alias"]: row["id"] for row in ALIASES}


def bounds(row: Row, first: str, last: str) -> tuple[str, str]:
    """Give the earliest and the latest day between two cells of a row; raises for what is no date."""
    since = Interval.parse(row[first]).earliest if row[first] else None
    until = Interval.parse(row[last]).latest if row[last] else None
    return since or "0000-00-00", until or "9999-99-99"


def members(organization: str, day: str, *statuses: str) -> set[str]:
    """Give who was in an organisation on a day, by default as member or party."""
    return {
        row["member"]
        for row in MEMBERSHIPS
        if row["organization"] == organization and row["status"] in (statuses or ("member", "party"))
        for since, until in [bounds(row, "from", "to")]
        if since <= day <= until
    }


# ---- form ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "header"),
    [
        ("organizations.csv", "id,name,acronym,kind,headquarters,qid,founded,dissolved"),
        ("organization_aliases.csv", "id,alias,note"),
        ("memberships.csv", "organization,member,status,from,to"),
    ],
)
def test_a_file_has_its_columns_and_clean_cells(file: str, header: str) -> None:
    text = (GAZETTEER / file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == header
    assert "\r" not in text and text.endswith("\n") and text == unicodedata.normalize("NFC", text)
    for row in read(GAZETTEER / file):
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


def test_organizations_are_many_unique_and_of_known_kinds() -> None:
    rows = read(GAZETTEER / "organizations.csv")
    assert len(rows) == len(ORGANIZATIONS) >= 300
    assert {row["kind"] for row in rows} == KINDS
    for field in ("name", "acronym", "qid"):
        assert [value for value, times in Counter(row[field] for row in rows).items() if value and times > 1] == []
    for row in rows:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]) and row["name"], row
        assert re.fullmatch(r"(Q[1-9][0-9]*)?", row["qid"]), row


def test_an_id_is_no_code_of_a_nation() -> None:
    assert set(ORGANIZATIONS) & NATIONS == set()


def test_an_organization_ends_after_it_began() -> None:
    for row in ORGANIZATIONS.values():
        since, until = bounds(row, "founded", "dissolved")
        assert since <= until, row


# ---- aliases -------------------------------------------------------------------------------------


def test_every_organization_can_be_named() -> None:
    assert {row["id"] for row in ALIASES} == set(ORGANIZATIONS)
    named = {row["id"] for row in ORGANIZATIONS.values() if OWNER.get(row["name"]) == row["id"]}
    assert set(ORGANIZATIONS) - named == NAMELESS
    assert [row for row in ORGANIZATIONS.values() if row["acronym"] and OWNER.get(row["acronym"]) != row["id"]] == []


def test_an_alias_belongs_to_one_organization_and_to_no_nation() -> None:
    assert [alias for alias, times in Counter(row["alias"] for row in ALIASES).items() if times > 1] == []
    assert set(OWNER) & {row["alias"] for row in read(GAZETTEER / "nation_aliases.csv")} == set()


def test_a_phrase_that_names_an_organization_is_not_decided_to_be_something_else() -> None:
    for row in read(GAZETTEER / "ambiguous.csv"):
        if row["condition"] == "longer":
            assert row["context"] not in OWNER, row
        elif row["surface"] in OWNER:
            assert row["reading"] in {OWNER[row["surface"]], "none"}, row


def test_an_alias_is_a_phrase_and_nothing_else() -> None:
    assert [alias for alias in OWNER if re.search(r"[{}\[\]|;]", alias)] == []


def test_an_acronym_that_usually_means_something_else_is_no_alias() -> None:
    assert {"RSF", "MSS", "CD", "EAS", "APT", "NRC", "KSC", "Squad", "Commonwealth", "EC"} & set(OWNER) == set()


@pytest.mark.parametrize(
    ("alias", "ident"),
    [
        ("NATO", "nato"),
        ("North Atlantic Treaty Organisation", "nato"),
        ("AUKUS", "aukus"),
        ("Quad", "quad"),
        ("Warsaw Pact", "warsaw-pact"),
        ("UN Security Council", "unsc"),
        ("G-20", "g20"),
        ("Arab League", "arab-league"),
        ("Shanghai Cooperation Organization", "sco"),
        ("NATO–Russia Council", "nato-russia-council"),
        ("Caricom", "caricom"),
        ("Union State", "union-state"),
        ("GUAM", "guam-group"),
        ("ROK-US alliance", "us-rok-alliance"),
        ("US-Japan alliance", "us-japan-alliance"),
        ("World Court", "icj"),
    ],
)
def test_a_known_alias_leads_to_its_organization(alias: str, ident: str) -> None:
    assert OWNER[alias] == ident


def test_the_frequent_organizations_of_the_news_are_reachable() -> None:
    if not TRAIN.exists():
        pytest.skip("the annotated news are not beside the checkout")
    seen = Counter(each for line in TRAIN.read_text(encoding="utf-8").splitlines() for each in json.loads(line)["organizations"])
    assert {name for name in seen if name not in OWNER} <= {"Quartet", "Islamic anti-terrorist alliance"}


# ---- memberships ---------------------------------------------------------------------------------


def test_memberships_are_of_the_known_in_the_known() -> None:
    assert len(MEMBERSHIPS) >= 2700
    assert {row["status"] for row in MEMBERSHIPS} == STATUSES
    for row in MEMBERSHIPS:
        assert row["organization"] in ORGANIZATIONS, row
        assert row["member"] in NATIONS | set(ORGANIZATIONS) - {row["organization"]}, row


def test_a_membership_ends_after_it_began() -> None:
    for row in MEMBERSHIPS:
        since, until = bounds(row, "from", "to")
        assert since <= until, row


def test_two_stays_of_one_member_do_not_overlap() -> None:
    stays: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in MEMBERSHIPS:
        first = Interval.parse(row["from"]).latest if row["from"] else None
        last = Interval.parse(row["to"]).earliest if row["to"] else None
        if row["status"] in {"member", "party", "suspended"}:
            stays[row["organization"], row["member"]].append((first or "0000-00-00", last or "9999-99-99"))
    for who, spans in stays.items():
        ordered = sorted(spans)
        assert all(before[1] <= after[0] for before, after in pairwise(ordered)), (who, ordered)


def test_a_membership_does_not_outlive_its_organization() -> None:
    for row in MEMBERSHIPS:
        dissolved = ORGANIZATIONS[row["organization"]]["dissolved"]
        if dissolved and Interval.parse(dissolved).latest:
            assert row["to"] and bounds(row, "from", "to")[1] <= str(Interval.parse(dissolved).latest), row


@pytest.mark.parametrize(
    ("organization", "member", "status", "since", "until"),
    [
        ("nato", "FIN", "member", "2023-04-04", ""),
        ("nato", "SWE", "member", "2024-03-07", ""),
        ("eu", "GBR", "member", "1973-01-01", "2020-01-31"),
        ("eu", "HRV", "member", "2013-07-01", ""),
        ("csto", "UZB", "member", "2006", "2012"),
        ("opec", "QAT", "member", "1961", "2019-01-01"),
        ("brics", "IDN", "member", "2025-01-06", ""),
        ("asean", "TLS", "member", "2025-10-26", ""),
        ("african-union", "NER", "suspended", "2023-08-22", ""),
        ("ecowas", "MLI", "suspended", "2021-05-30", "2025-01-29"),
        ("council-of-europe", "RUS", "member", "1996-02-28", "2022-03-16"),
        ("russia-dprk-treaty-2024", "PRK", "party", "2024-12-04", ""),
        ("us-rok-alliance", "KOR", "party", "1954-11-17", ""),
        ("sco", "BLR", "member", "2024-07-04", ""),
        ("icc", "PHL", "party", "2011-11-01", "2019-03-17"),
    ],
)
def test_a_known_membership_has_its_dates(organization: str, member: str, status: str, since: str, until: str) -> None:
    assert {"organization": organization, "member": member, "status": status, "from": since, "to": until} in MEMBERSHIPS


@pytest.mark.parametrize(
    ("organization", "day", "count"),
    [
        ("nato", "1998-12-31", 16),
        ("nato", "2018-01-01", 29),
        ("nato", "2025-01-01", 32),
        ("eu", "2003-12-31", 15),
        ("eu", "2015-01-01", 28),
        ("eu", "2021-01-01", 27),
        ("eurozone", "2016-01-01", 19),
        ("un", "2012-01-01", 193),
        ("asean", "2010-01-01", 10),
        ("g8", "2010-01-01", 8),
        ("unsc", "2017-06-01", 15),
        ("unsc", "2025-06-01", 15),
        ("osce", "2020-01-01", 57),
        ("council-of-europe", "2023-01-01", 46),
        ("commonwealth", "2023-01-01", 56),
        ("oecd", "2023-01-01", 38),
        ("arab-league", "2024-01-01", 22),
        ("oic", "2026-01-01", 57),
        ("imf", "2025-01-01", 191),
        ("nam", "2025-01-01", 121),
        ("gcc", "2025-01-01", 6),
        ("brics", "2024-06-01", 9),
    ],
)
def test_an_organization_had_its_members_on_a_day(organization: str, day: str, count: int) -> None:
    assert len(members(organization, day)) == count


@pytest.mark.parametrize("year", range(1999, 2027))
def test_the_security_council_has_five_permanent_and_ten_elected_members(year: int) -> None:
    assert len(members("unsc", f"{year}-07-01")) == 15
    assert {"CHN", "FRA", "GBR", "RUS", "USA"} <= members("unsc", f"{year}-07-01")

"""The gazetteer of public offices: a closed list of kinds, and the titles by which the news names them."""

import csv
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "schema" / "gazetteer"
TRAIN = ROOT.parent / "shared" / "eval" / "facts_train.jsonl"

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Read a CSV file as a list of rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


POSITIONS = read(GAZETTEER / "positions.csv")
TITLES = read(GAZETTEER / "position_titles.csv")
KINDS = {row["kind"] for row in POSITIONS}
HOMES = {row["iso3"] for row in read(GAZETTEER / "nations.csv")} | {row["id"] for row in read(GAZETTEER / "organizations.csv")}


def kind_of(title: str, home: str) -> str | None:
    """Give the kind that a title means in a nation or organisation, as the titles say."""
    kinds = {row["nation"]: row["kind"] for row in TITLES if row["title"].casefold() == title.casefold()}
    return kinds.get(home) or kinds.get("")


@pytest.mark.parametrize(
    ("file", "header"), [("positions.csv", "kind,name,scope,rank"), ("position_titles.csv", "kind,title,nation,note")]
)
def test_a_file_has_its_columns_and_clean_cells(file: str, header: str) -> None:
    text = (GAZETTEER / file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == header
    assert "\r" not in text and text.endswith("\n") and text == unicodedata.normalize("NFC", text)
    for row in read(GAZETTEER / file):
        assert None not in row and None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


def test_kinds_are_slugs_with_a_name_a_scope_and_a_rank() -> None:
    assert len(POSITIONS) >= 60 and len(KINDS) == len(POSITIONS)
    assert len({row["name"] for row in POSITIONS}) == len(POSITIONS)
    for row in POSITIONS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row["kind"]), row
        assert row["name"][:1].isupper(), row
        assert row["scope"] in {"nation", "organization", "both"}, row
        assert re.fullmatch(r"[1-9]", row["rank"]), row


def test_the_kinds_that_the_code_names_are_there() -> None:
    named = {"minister", "leader", "president", "prime-minister", "chancellor", "monarch", "head-of-state", "supreme-leader"}
    assert named <= KINDS


@pytest.mark.parametrize("file", ["office_holders.csv", "organization_heads.csv"])
def test_the_kinds_of_known_terms_are_there(file: str) -> None:
    if not (GAZETTEER / file).exists():
        pytest.skip(f"{file} is not written yet")
    assert {row["kind"] for row in read(GAZETTEER / file)} - KINDS == set()


def test_every_kind_has_a_title_and_every_title_a_kind() -> None:
    assert len({row["title"].casefold() for row in TITLES}) >= 250
    assert {row["kind"] for row in TITLES} == KINDS


def test_a_title_means_one_kind_in_one_home() -> None:
    count = Counter((row["title"].casefold(), row["nation"]) for row in TITLES)
    assert [key for key, times in count.items() if times > 1] == []
    assert {row["nation"] for row in TITLES} <= HOMES | {""}
    assert [row for row in TITLES if not row["title"]] == []


def test_a_title_of_business_is_no_office() -> None:
    everywhere = {row["title"].casefold() for row in TITLES if not row["nation"]}
    business = {
        "chairman",
        "chief executive",
        "ceo",
        "chief",
        "head",
        "director",
        "manager",
        "founder",
        "managing director",
        "analyst",
    }
    assert everywhere & business == set()


@pytest.mark.parametrize(
    ("title", "home", "kind"),
    [
        ("Secretary of State", "USA", "foreign-minister"),
        ("secretary of state", "VAT", "head-of-government"),
        ("foreign secretary", "GBR", "foreign-minister"),
        ("foreign secretary", "IND", "permanent-secretary"),
        ("secretary of defense", "USA", "defence-minister"),
        ("defence secretary", "GBR", "defence-minister"),
        ("minister of foreign affairs", "RUS", "foreign-minister"),
        ("external affairs minister", "IND", "foreign-minister"),
        ("top diplomat", "CHN", "foreign-minister"),
        ("top diplomat", "eu", "high-representative"),
        ("chancellor", "DEU", "chancellor"),
        ("chancellor", "GBR", "finance-minister"),
        ("premier", "CHN", "prime-minister"),
        ("premier", "CAN", "regional-head"),
        ("taoiseach", "IRL", "prime-minister"),
        ("home secretary", "GBR", "interior-minister"),
        ("home secretary", "IND", "permanent-secretary"),
        ("leader", "PRK", "supreme-leader"),
        ("leader", "CHN", "leader"),
        ("queen", "GBR", "monarch"),
        ("queen", "JOR", "royal"),
        ("pope", "VAT", "pope"),
        ("chief of staff", "ISR", "chief-of-general-staff"),
        ("chief of staff", "USA", "chief-of-staff"),
        ("chief cabinet secretary", "JPN", "chief-cabinet-secretary"),
        ("chairman of the joint chiefs of staff", "KOR", "chairman-joint-chiefs"),
        ("secretary-general", "nato", "secretary-general"),
        ("spokeswoman", "RUS", "spokesperson"),
        ("Lt. Gen.", "USA", "general-officer"),
    ],
)
def test_a_known_title_means_its_kind(title: str, home: str, kind: str) -> None:
    assert kind_of(title, home) == kind


def test_the_frequent_titles_of_the_news_are_known() -> None:
    if not TRAIN.exists():
        pytest.skip("the annotated news are not beside the checkout")
    officials = [each for line in TRAIN.read_text(encoding="utf-8").splitlines() for each in json.loads(line)["officials"]]
    seen = Counter((each.get("position") or "").casefold() for each in officials)
    known = {row["title"].casefold() for row in TITLES}
    too_wide = {"head", "interim president"}
    assert {title for title, times in seen.items() if times > 1 and title not in known} <= too_wide
    assert sum(times for title, times in seen.items() if title in known) >= 0.93 * sum(seen.values())

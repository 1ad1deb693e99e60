"""Links of coreference: which are right, missed and spurious in chains of nations, officials and organisations."""

import re
from pathlib import Path

import pytest

from etl.evaluation import datasets, score
from etl.evaluation.coreference import head
from etl.evaluation.counts import Counts, total

from .gold import write

TEXT = (
    "Kenya's President Ann Lee met NATO. She said that Kenya and Acme Corp would wait, as the country needs it. "
    "The alliance told her that it and the firm agree."
)
# Text of a mention with which of them it is, chain, type and the article it is linked to.
GOLD = [
    ("Kenya's", 1, "kenya", "place", "Kenya"), ("Kenya's President Ann Lee", 1, "lee", "person", None),
    ("NATO", 1, "nato", "organization", "NATO"), ("She", 1, "lee", "person", None), ("Kenya", 2, "kenya", "place", "Kenya"),
    ("Acme Corp", 1, "acme", "organization", None), ("the country", 1, "kenya", "place", "Kenya"),
    ("it", 1, "deal", "abstract", None),
    ("The alliance", 1, "nato", "organization", "NATO"), ("her", 1, "lee", "person", None),
    ("it", 2, "nato", "organization", "NATO"), ("the firm", 1, "acme", "organization", None),
]  # fmt: skip


def place(words: str, number: int = 1) -> list[int]:
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", TEXT))[number - 1]
    return [found.start(), found.end()]


def counted(folder: Path, *chains: list[list[int]]) -> dict[str, Counts]:
    entities = []
    for text, number, cluster, type_, article in GOLD:
        start, end = place(text, number)
        entities.append({"start": start, "end": end, "text": text, "cluster": cluster, "type": type_, "wikipedia": article})
    line = {"id": "g", "text": TEXT, "entities": entities, "dates": []}
    (dataset,) = datasets([write(folder / "gold.jsonl", [line])])
    card = score(dataset, {"g": {"chains": list(chains)}})
    return {kind.removeprefix("coreference."): total(card.documents, kind) for kind in card.meanings if kind != "dates.value"}


def test_chains_of_nations_officials_and_organisations_with_an_identity_count(tmp_path: Path) -> None:
    counts = counted(tmp_path)
    assert counts == {
        "coreference": Counts(0, 6),
        "nations": Counts(0, 2),
        "officials": Counts(0, 2),
        "organizations": Counts(0, 2),
    }


def test_a_link_is_right_where_both_join_the_mentions(tmp_path: Path) -> None:
    kenya = [place("Kenya"), place("Kenya", 2), place("the country")]
    counts = counted(tmp_path, kenya, [place("Ann Lee"), place("She")])
    assert (counts["nations"], counts["officials"]) == (Counts(2), Counts(1, 1))


def test_two_chains_made_one_have_one_spurious_link(tmp_path: Path) -> None:
    counts = counted(tmp_path, [place("Kenya"), place("Kenya", 2), place("NATO"), place("The alliance")])
    assert counts["coreference"] == Counts(2, 4, 1)


def test_one_chain_made_two_misses_one_link(tmp_path: Path) -> None:
    counts = counted(tmp_path, [place("Ann Lee"), place("her")], [place("NATO"), place("it", 2)])
    assert counts["coreference"] == Counts(2, 4)


def test_a_link_to_a_mention_of_something_else_is_spurious(tmp_path: Path) -> None:
    assert counted(tmp_path, [place("NATO"), place("it")])["organizations"] == Counts(0, 2, 1)


def test_other_chains_spans_that_are_no_mention_and_groups_do_not_count(tmp_path: Path) -> None:
    other = [place("Acme Corp"), place("it")]
    group = [[place("Kenya"), place("the firm")], [place("NATO"), place("the firm")]]
    assert counted(tmp_path, other, *group, [place("NATO"), place("wait")])["coreference"] == Counts(0, 6)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("Prime Minister John Key, who spoke", "Key"),
        ("the head of NATO", "head"),
        ("Kenya's", "Kenya"),
        ("the nations’", "nations"),
        ("it", "it"),
        (" (", "("),
    ],
)
def test_the_head_stands_before_additions(phrase: str, word: str) -> None:
    start, end = head((10, 10 + len(phrase)), phrase)
    assert phrase[start - 10 : end - 10] == word

import pytest

from etl.extract.heads import split

BODY = "Talks were held in Vienna.\n\nThey ended: no result."


@pytest.mark.parametrize("head", ["date 2025-07-12", " date: 2025-07-12", "2025-07-12", "DATE 2025-07-12"])
def test_a_date_before_the_prose_is_taken_and_stays_in_the_text(head: str) -> None:
    text = f"{head} {BODY}"
    found = split(text)
    assert found.body == text
    assert found.fields == {"date": "2025-07-12"}


@pytest.mark.parametrize(
    "head",
    [
        "title: Moscow: no talks\ndate: 2025-07-12\nsource: Tass\nurl: https://example.org/1\nid: a1\n\n",
        "Title: Moscow: no talks\nPublished: 2025-07-12\nauthor: N. N.\nPublisher: Tass\nLink: https://example.org/1\nID: a1\n",
        "\n---\ntitle: 'Moscow: no talks'\ndate: 2025-07-12\nsource: Tass\nurl: https://example.org/1\nid: a1\ntags: a\n---\n\n",
        "---\ntitle: Moscow: no talks\ndate: 2025-07-12\nsource: Tass\nurl: https://example.org/1\nid: a1\n---\n",
    ],
)
def test_a_head_is_taken_off(head: str) -> None:
    found = split(head + BODY + "\n")
    assert found.body == BODY
    kept = {key: str(value) for key, value in found.fields.items() if key}
    assert kept == {
        "title": "Moscow: no talks",
        "date": "2025-07-12",
        "source": "Tass",
        "url": "https://example.org/1",
        "id": "a1",
    }


def test_a_date_in_a_line_of_its_own_is_a_head() -> None:
    found = split(f"date 2025-07-12\ntitle: Talks\n\n{BODY}")
    assert (found.body, found.fields) == (BODY, {"date": "2025-07-12", "title": "Talks"})


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Moscow: the talks failed.\nMore follows.",
        "Date: the ministers could not agree on one, and left it to their deputies in the end.",
        "--- a dash\nand more\n---\nand more",
        "---\n\nA rule above, and a rule below.\n\n---\n",
        "author: nobody\nThis says nothing of the article.",
        "\n  Indented prose.",
    ],
)
def test_prose_is_no_head(text: str) -> None:
    found = split(text)
    assert found.body == text
    assert not found.fields


def test_an_unusable_date_is_still_a_head_line() -> None:
    assert split("date: some day\n\nBody").body == "Body"

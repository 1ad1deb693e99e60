"""`entente why` and `entente why-not`: on files, on a store, in colour, in brackets and as data."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples.reader import transformer
from stores.fixtures import Stores
from test_cli_commands import RUNNER
from typer.testing import Result

from etl.cli import app
from etl.extract import read
from etl.load.connection import connect
from etl.load.store import Store
from etl.model import Article

TEXT = (
    "date 2025-07-12 Russian Foreign Minister Sergey Lavrov arrived in Wonsan on Friday. "
    "On Saturday Lavrov accused Japan of a buildup. He also threatened the United States."
)
OTHER = "date 2025-07-14 France condemned Belarus on Sunday. Canada and Norway began the naval exercise Foal Eagle on Monday."


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why") / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(stores: Stores, news: Path) -> Iterator[dict[str, str | None]]:
    """The environment of a store that holds both articles, and one whose file is gone."""
    server = stores.empty("embedded")
    gone = Article("gone", "Poland condemned Hungary. Later it attacked Slovakia.", "2025-07-10")
    articles = [*(each for each in read([news]) if isinstance(each, Article)), gone]
    with connect(server) as connection:
        store = Store(connection)
        store.prepare()
        store.load(transformer().transform(articles))
    yield {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password,
           "NEO4J_DATABASE": server.database}  # fmt: skip


def why(*words: str, environment: dict[str, str | None] | None = None, color: bool = False) -> Result:
    env = {"NEO4J_URI": None, "ENTENTE_DB": "nowhere.db", "COLUMNS": "120", **(environment or {})}
    return RUNNER.invoke(app, [*words, "--quiet"], env=env, color=color)


def shown(*words: str, environment: dict[str, str | None] | None = None) -> str:
    found = why(*words, environment=environment)
    assert found.exit_code == 0, found.output
    return found.stdout


def test_an_event_of_a_file_is_explained_with_everything(news: Path) -> None:
    printed = shown("why", "RUS ACCUSE JPN", str(news))
    assert "ACCUSE Russia > Japan" in printed
    assert "[ACTOR Lavrov] [CUE accused] [TARGET Japan]" in printed
    assert "a.txt" in printed
    assert "accuse.accuse: ACCUSE (disapprove): the verb accuse" in printed
    assert "[schema/lexicon/event_verbs.csv:2]" in printed
    assert "accused ↓nsubj Lavrov" in printed
    assert "accused ↓dobj Japan" in printed
    assert "official/sergey-lavrov-rus: the latest person of the article with this name" in printed
    assert "the article itself" in printed
    assert "positive, factual" in printed
    assert "RUS is source: " in printed


def test_a_pronoun_is_shown_where_it_stands_for_a_role(news: Path) -> None:
    printed = shown("why", "Lavrov THREATEN USA", str(news))
    assert "[ACTOR He] also [CUE threatened] the [TARGET United States]" in printed
    assert "said as 'He': threatened ↓nsubj He" in printed


def test_an_office_is_checked_against_the_dated_table(news: Path) -> None:
    printed = shown("why", "Lavrov HOLDS", str(news))
    assert "[CUE Foreign Minister] [HOLDER Sergey Lavrov]" in printed
    assert "the dated tables have 2004-03-09 to .., which covers 2025-07-12" in printed
    assert "foreign-minister of RUS on 2025-07-12 by the dated table" in shown("why", "Lavrov ACCUSE", str(news), "--json")


def test_an_exercise_is_found_by_the_name_of_its_series(news: Path) -> None:
    assert "[CUE Foal Eagle]" in shown("why", "Foal Eagle", str(news))


def test_a_sentence_is_given_by_its_number(news: Path) -> None:
    article = (news / "a.txt").as_posix()
    assert "accused" in shown("why", f"{article}:2")
    assert "threatened" not in shown("why", f"{article}:2", article)
    assert "the article has no sentence 9" in why("why", f"{article}:9").stderr


def test_a_fact_is_given_by_its_id(news: Path) -> None:
    (found,) = json.loads(shown("why", "RUS ACCUSE JPN", str(news), "--json"))["evidence"]
    for iri in (found["iri"], found["facts"][0]["iri"], found["facts"][1]["iri"]):
        again = json.loads(shown("why", iri, str(news), "--json"))
        assert found["iri"] in [each["iri"] for each in again["evidence"]]


def test_data_hold_what_is_printed(news: Path) -> None:
    found = json.loads(shown("why", "RUS ACCUSE JPN", str(news), "--json"))
    (each,) = found["evidence"]
    assert found["total"] == 1
    assert each["article"]["date"] == "2025-07-12"
    assert each["rule"]["row"]["lemmas"].startswith("accuse")
    assert [mark["role"] for mark in each["marks"]] == ["ACTOR", "CUE", "TARGET"]
    assert [TEXT[mark["start"] : mark["end"]] for mark in each["marks"]] == ["Lavrov", "accused", "Japan"]
    assert each["trace"]["roles"][0]["hops"] == [{"up": False, "dep": "nsubj", "word": "Lavrov"}]
    assert each["trace"]["linking"][0]["candidates"][0]["chosen"] is True


def test_a_terminal_gets_colours_and_no_brackets(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    coloured = why("why", "RUS ACCUSE JPN", str(news), color=True).stdout
    assert "\x1b[1;33maccused\x1b[0m" in coloured
    assert "[CUE" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = why("why", "RUS ACCUSE JPN", str(news), color=True).stdout
    assert not re.search(r"\x1b\[[\d;]*3\dm", plain)
    assert "[CUE accused]" in plain


def test_a_store_is_asked_and_its_article_read_once_more(environment: dict[str, str | None]) -> None:
    printed = shown("why", "RUS ACCUSE JPN", environment=environment)
    assert "[ACTOR Lavrov] [CUE accused] [TARGET Japan]" in printed
    assert "the article, read once more" in printed
    (found,) = json.loads(shown("why", "RUS ACCUSE JPN", "--json", environment=environment))["evidence"]
    for iri in (found["iri"], found["facts"][0]["iri"], found["facts"][0]["iri"].rsplit("/", 1)[-1]):
        assert found["iri"] in shown("why", iri, "--json", environment=environment)


def test_a_store_answers_patterns_of_all_kinds(environment: dict[str, str | None], news: Path) -> None:
    assert "Foal Eagle" in shown("why", "Foal Eagle", environment=environment)
    assert "Sergey Lavrov HOLDS" in shown("why", "Lavrov HOLDS", environment=environment)
    assert "ACCUSE France > Belarus" in shown("why", "France", environment=environment)
    article = (news / "b.txt").as_posix()
    assert "condemned" in shown("why", f"{article}:1", environment=environment)


def test_a_sentence_whose_article_is_gone_is_read_alone(environment: dict[str, str | None]) -> None:
    printed = shown("why", "POL ACCUSE HUN", environment=environment)
    assert "condemned ↓nsubj Poland" in printed
    assert "the sentence alone, read once more" in printed
    assert "condemned" in shown("why", "gone:1", environment=environment)


def test_what_the_sentence_alone_does_not_give_is_told(environment: dict[str, str | None]) -> None:
    printed = shown("why", "POL ASSAULT SVK", environment=environment)
    assert "it leaned on the rest of the article" in printed or "gives other roles" in printed


def test_a_fact_that_the_rules_no_longer_give_is_told(
    environment: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from etl.transform.events import fitting

    monkeypatch.setattr(fitting, "rules", lambda name: {})
    printed = shown("why", "RUS ACCUSE JPN", environment=environment)
    assert "no longer gives this fact: the rules have changed" in printed
    assert "[ACTOR Lavrov] [CUE accused]" in printed


def test_more_evidence_than_the_limit_is_counted(environment: dict[str, str | None]) -> None:
    found = why("why", "Lavrov", "--limit", "1", environment=environment)
    assert len([line for line in found.stdout.splitlines() if line.startswith("rule")]) == 1
    assert "more pieces of evidence; --limit shows them" in found.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("why", "event/0123456789abcdef"), "is no statement, event, exercise, claim or evidence of the store"),
        (("why", "nowhere:3"), "no article of the document 'nowhere'"),
        (("why", "Lavrof HOLDS"), "Sergey Lavrov"),
        (("why", "FRA THREATEN JPN"), 'entente why-not "FRA THREATEN JPN" ARTICLE'),
        (("why", "HOLDS"), "names nobody"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_a_failure_says_what_and_what_to_do(environment: dict[str, str | None], words: tuple[str, ...], message: str) -> None:
    found = why(*words, environment=environment)
    assert found.exit_code == 1
    assert found.stdout == ""
    assert found.stderr.startswith("Error: ")
    assert message in found.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("why", "RUS ACCUSE JPN", "nowhere.txt"), "nowhere.txt"),
        (("why", "RUS ACCUSE JPN"), "there is no database"),
        (("why", "event/0123456789abcdef", "NEWS"), "no evidence of 'event/0123456789abcdef' was found"),
        (("why", "Canada THREATEN", "NEWS"), "no evidence of"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_files_that_hold_no_answer_say_so(news: Path, words: tuple[str, ...], message: str) -> None:
    found = why(*(str(news) if each == "NEWS" else each for each in words))
    assert found.exit_code == 1
    assert message in found.stderr


def test_a_bare_sentence_says_which_rule_came_near() -> None:
    printed = shown("why-not", "Norway condemned Mali. The rain criticised the plan.", "--date", "2025-07-12")
    assert "it tells    ACCUSE Norway > Mali (accuse.accuse" in printed
    assert "The rain [? criticised] the plan." in printed
    assert "criticised  accuse.accuse (ACCUSE): no actor; it looks for the source at subj" in printed


def test_a_fact_that_is_there_after_all_points_to_why(news: Path) -> None:
    printed = shown("why-not", "RUS ACCUSE JPN", str(news))
    assert printed.startswith("It is there: ACCUSE Russia > Japan (accuse.accuse")
    assert f'entente why "RUS ACCUSE JPN" {news}' in printed


def test_a_fact_below_the_least_confidence_is_left_out_by_that(news: Path) -> None:
    printed = shown("why-not", "RUS ACCUSE JPN", str(news), "--min-confidence", "1")
    assert "It is there and not sure enough, --min-confidence leaves it out" in printed
    found = json.loads(shown("why-not", "RUS ACCUSE JPN", str(news), "--min-confidence", "1", "--json"))
    assert (found["there"], len(found["unsure"])) == ([], 1)


def test_sides_that_are_turned_or_missing_are_told(news: Path) -> None:
    assert "its sides are the other way round" in shown("why-not", "JPN ACCUSE RUS", str(news))
    printed = shown("why-not", "RUS ACCUSE USA", str(news))
    assert "USA is not among who is acted on" in printed
    assert "not named   USA: the sentence does not name it" in printed


def test_a_name_that_stands_nowhere_is_told(news: Path) -> None:
    printed = shown("why-not", "RUS THREATEN Brazil", str(news))
    assert "Brazil is named nowhere." in printed
    assert f"RUS is named in {news.as_posix()}/a.txt:" in printed
    assert "No sentence comes near 'Brazil'" in shown("why-not", "Brazil", str(news))


def test_a_name_that_was_not_recognised_is_compared_with_the_words(tmp_path: Path) -> None:
    article = tmp_path / "c.txt"
    article.write_text("The Sovakian army condemned Norway. Slovakiya threatened Denmark.", encoding="utf-8")
    printed = shown("why-not", "Slovakia THREATEN Denmark", str(article))
    assert "not named   Slovakia: the sentence does not name it; the nearest is 'Slovakiya'" in printed


def test_a_sentence_of_an_article_is_judged_with_the_rest_of_it(news: Path) -> None:
    printed = shown("why-not", f"{(news / 'a.txt').as_posix()}:3")
    assert "it tells    THREATEN Russia > United States" in printed
    found = json.loads(shown("why-not", f"{(news / 'a.txt').as_posix()}:3", "--json"))
    assert [each["sentence"]["number"] for each in found["verdicts"]] == [3]


def test_reasons_are_data_too() -> None:
    found = json.loads(shown("why-not", "France sent flowers to Mali.", "--json"))
    (verdict,) = found["verdicts"]
    near = next(each for each in verdict["misses"] if each["rule"] == "aid.send")
    assert (near["reason"], near["type"], near["word"]) == ("object", "AID", "sent")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("why-not", "RUS THREATEN JPN"), 2, "give the articles to look in"),
        (("why-not", "It rained.", "--date", "soon"), 2, "YYYY-MM-DD"),
        (("why-not", "Rusia THREATEN JPN", "NEWS"), 1, "Russia"),
        (("why-not", "RUS THREATEN JPN", "nowhere.txt"), 1, "nowhere.txt"),
        (("why-not", "nowhere:3", "NEWS"), 1, "there is no article of that name"),
        (("why-not", "A:9"), 1, "there is no sentence of that number"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_a_question_that_cannot_be_answered_says_why(news: Path, words: tuple[str, ...], code: int, message: str) -> None:
    named = {"NEWS": str(news), "A:9": f"{(news / 'a.txt').as_posix()}:9"}
    found = why(*(named.get(each, each) for each in words))
    assert found.exit_code == code
    assert found.stdout == ""
    assert message in " ".join(found.stderr.split())


def test_a_file_that_is_not_there_and_a_misspelt_type_are_named(news: Path) -> None:
    nowhere = {"NEO4J_URI": None, "ENTENTE_DB": str(news / "none.db")}
    missing = why("why", str(news / "zzz.txt:1"), environment=nowhere)
    assert missing.exit_code == 1
    assert "there is no file" in missing.stderr
    misspelt = why("why", "RUS ACCUSES JPN", str(news), environment=nowhere)
    assert misspelt.exit_code == 1
    assert "'ACCUSES' is no type" in misspelt.stderr
    assert "ACCUSE" in misspelt.stderr.splitlines()[-1]

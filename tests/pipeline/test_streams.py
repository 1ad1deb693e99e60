"""The account of a job: every article that is read is done, skipped or quarantined."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import InputError, IntegrityError, KnowledgeError
from etl.model import Article, ArticleGraph, Dropped, Skipped
from etl.pipeline import RunReport, Silent, extract
from etl.pipeline.progress import Total
from etl.pipeline.streams import accounted, graphs


class Witness:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, int | None]] = []
        self.steps = 0
        self.lost: list[tuple[str, Skipped]] = []
        self.ended = 0

    def begin(self, phase: str, total: Total | None = None) -> None:
        self.phases.append((phase, total() if total else None))

    def step(self) -> None:
        self.steps += 1

    def left_out(self, what: str, article: Skipped) -> None:
        self.lost.append((what, article))

    def end(self) -> None:
        self.ended += 1


class Fragile:
    """Reads articles, but for those whose text it cannot bear."""

    def transform(self, articles: Iterable[Article]) -> Iterator[ArticleGraph]:
        return map(self.read, articles)

    def read(self, article: Article) -> ArticleGraph:
        if article.text == "bad":
            raise ValueError("too much\nof it")
        if article.text == "worst":
            raise KnowledgeError("the gazetteer contradicts itself")
        return ArticleGraph(article, dropped=(Dropped("events", "no actor", article.text),))


def articles(texts: Iterable[str]) -> list[Article]:
    return [Article(str(number), text, "2025-07-12" if number % 2 else None) for number, text in enumerate(texts)]


@given(st.lists(st.sampled_from(["good", "bad"]), max_size=50))
def test_a_bad_article_costs_nothing_but_itself(texts: list[str]) -> None:
    report, witness, given_articles = RunReport(), Witness(), articles(texts)
    found = list(graphs(Fragile(), given_articles, report, witness))
    assert [graph.article for graph in found] == [each for each in given_articles if each.text == "good"]
    assert [each.where for each in report.quarantined] == [each.document for each in given_articles if each.text == "bad"]
    assert report.dropped.total() == len(found)
    assert {each.reason for each in report.quarantined} <= {"ValueError: too much of it"}
    assert [what for what, _ in witness.lost] == ["quarantined"] * report.quarantined.count


def test_stand_ins_keep_input_and_output_in_step() -> None:
    given_articles = articles(["good", "bad", "good"])
    found = list(graphs(Fragile(), given_articles, RunReport(), Silent(), stand_ins=True))
    assert [graph.article for graph in found] == given_articles
    assert [len(graph.dropped) for graph in found] == [1, 0, 1]


def test_an_error_of_the_whole_job_ends_it() -> None:
    with pytest.raises(KnowledgeError):
        list(graphs(Fragile(), articles(["good", "worst"]), RunReport(), Silent()))


@given(st.lists(st.booleans(), max_size=30), st.none() | st.integers(0, 10))
def test_what_is_met_is_counted_up_to_the_limit(good: list[bool], limit: int | None) -> None:
    report, witness = RunReport(), Witness()
    source = iter([Article("a", "text") if each else Skipped("b", "broken") for each in good])
    found = list(accounted(source, report, witness, limit))
    assert len(found) == min(sum(good), len(good) if limit is None else limit)
    assert report.read == len(found) + report.skipped.count
    assert report.undated == len(found)
    assert len(list(source)) == len(good) - report.read


def test_an_article_that_got_lost_is_an_error() -> None:
    report = RunReport(read=3, done=1)
    report.skipped.add(Skipped("a", "b"))
    with pytest.raises(IntegrityError, match="1 are unaccounted for"):
        report.check()


def test_only_the_first_losses_are_kept_but_all_are_counted() -> None:
    report = RunReport()
    for number in range(2500):
        report.skipped.add(Skipped(str(number), "broken"))
    assert report.skipped.count == 2500
    assert len(list(report.skipped)) == 1000
    assert not report.complete


def test_progress_is_told_of_everything(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One"}\nbroken\n{"text": "Two"}\n')
    witness = Witness()
    report = extract([tmp_path / "a.jsonl"], tmp_path / "out.jsonl", progress=witness)
    assert witness.phases == [("Reading articles", 3)]
    assert (witness.steps, witness.ended) == (3, 1)
    assert [what for what, _ in witness.lost] == ["skipped"]
    assert (report.read, report.done) == (3, 2)


def test_a_job_that_fails_ends_its_progress(tmp_path: Path) -> None:
    witness = Witness()
    with pytest.raises(InputError):
        extract([tmp_path / "nowhere"], tmp_path / "out.jsonl", progress=witness)
    assert witness.ended == 1

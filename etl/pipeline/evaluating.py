"""Evaluation of the transform: gold files in, scorecards out."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.evaluation import Dataset, Scorecard, datasets, errors, keys, read_lines, score
from etl.knowledge import given
from etl.model import Article, ArticleGraph, Skipped
from etl.pipeline import streams
from etl.pipeline.progress import Progress, Silent
from etl.pipeline.report import RunReport

type Sheet = dict[str, Any]

_SILENT = Silent()
# The gold set of the project, which is in a checkout but not in an installed package.
OWN_GOLD = Path(__file__).resolve().parents[2] / "tests" / "golden" / "gold.jsonl"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A dataset with the fact sheets that were scored, by the keys of the gold, and the scorecard."""

    dataset: Dataset
    sheets: Mapping[str, Sheet]
    card: Scorecard

    def errors(self, kind: str) -> Iterator[dict[str, Any]]:
        """Yield each document in which something of one kind was missed or is spurious, with its text."""
        return errors(self.dataset, self.sheets, kind)


def evaluate(
    paths: Sequence[str | Path],
    *,
    predictions: Path | None = None,
    model: str | None = None,
    kind: str | None = None,
    knowledge: Sequence[Path] = (),
    progress: Progress = _SILENT,
) -> list[Evaluation]:
    """Score what the transform reads in the articles of gold files, or the fact sheets of a file, against the gold.

    With `kind` only the datasets that know that kind are scored. Raises InputError for a gold file that cannot be read or
    understood, for a kind that none knows, for fact sheets of other articles, and for articles without text where the transform
    has to read them.
    """
    gold = _knowing(kind, datasets(paths))
    try:
        with given(*knowledge):
            if predictions is not None:
                sheets = _kept_sheets(predictions, gold)
                return [Evaluation(each, sheets, score(each, sheets)) for each in gold]
            return _transformed(gold, model, progress)
    finally:
        progress.end()


def _knowing(kind: str | None, gold: list[Dataset]) -> list[Dataset]:
    known = {each.name for dataset in gold for each in dataset.form.kinds}
    if kind is not None and kind not in known:
        raise InputError(f"there is no kind {kind!r} in this gold", hint=f"The kinds are {', '.join(sorted(known))}.")
    return [each for each in gold if kind is None or kind in {known.name for known in each.form.kinds}]


def _kept_sheets(predictions: Path, gold: Sequence[Dataset]) -> dict[str, Sheet]:
    lines = read_lines(predictions)
    sheets = dict(zip(keys(lines), lines, strict=True))
    if not any(key in sheets for dataset in gold for key in dataset.lines):
        raise InputError(
            f"{str(predictions)!r} has no fact sheet of any article of the gold",
            hint="Write them with `entente facts DATASET > sheets.jsonl`; they are joined by their id.",
        )
    return sheets


def _transformed(gold: Sequence[Dataset], model: str | None, progress: Progress) -> list[Evaluation]:
    articles = [_articles(each) for each in gold]
    progress.begin("Loading the language model")
    from etl.transform import Transformer

    reader = Transformer(model)
    return [_evaluation(reader, *each, progress) for each in zip(gold, articles, strict=True)]


def measure(reader: streams.Reader, dataset: Dataset, *, every: int = 1) -> Evaluation:
    """Read and score the articles of a dataset, or each n-th of them."""
    lines = dict(list(dataset.lines.items())[::every])
    return _evaluation(reader, replace(dataset, lines=lines), _articles(dataset)[::every], _SILENT)


def graphs(reader: streams.Reader, dataset: Dataset) -> Iterator[tuple[str, ArticleGraph]]:
    """Yield the graph of each article of a dataset, with the key of its gold."""
    return zip(dataset.lines, reader.transform(_articles(dataset)), strict=True)


def _evaluation(reader: streams.Reader, dataset: Dataset, found: Sequence[Article], progress: Progress) -> Evaluation:
    """Read the articles one by one, so that each has its own time."""
    from etl.export.facts import sheet

    articles = dict(zip(dataset.lines, found, strict=True))
    progress.begin(f"Evaluating {dataset.name}", lambda: len(articles))
    report = RunReport()
    sheets, seconds = {}, {}
    for key, article in articles.items():
        began = time.perf_counter()
        (graph,) = streams.graphs(reader, [article], report, progress, stand_ins=True)
        seconds[key] = time.perf_counter() - began
        sheets[key] = sheet(graph)
        progress.step()
    lines = {key: {"text": article.text} | dataset.lines[key] for key, article in articles.items()}
    read = replace(dataset, lines=lines)
    return Evaluation(read, sheets, score(read, sheets, seconds))


def _articles(dataset: Dataset) -> list[Article]:
    """Return the articles of a dataset: the text of its lines, or the files that they name, beside the gold."""
    from etl.extract import read

    files = [dataset.path.parent / each["path"] for each in dataset.lines.values() if "path" in each]
    found = list(read(files or [dataset.path]))
    left_out = next((each for each in found if isinstance(each, Skipped)), None)
    if left_out is not None or len(found) != len(dataset.lines):
        what = f"{left_out.where}: {left_out.reason}" if left_out else f"{dataset.path}: an article cannot be read"
        raise InputError(what, hint="Give gold with the text of its articles, or its fact sheets with --predictions.")
    articles = [each for each in found if isinstance(each, Article)]
    return articles if dataset.form.dated else [replace(each, date=None) for each in articles]

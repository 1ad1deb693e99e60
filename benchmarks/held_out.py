"""Articles that the models of event reading are trained on, each read with models that have not seen it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.evaluation import Dataset
from etl.extract import read
from etl.model import Article, ArticleGraph
from etl.training.examples import text_of
from etl.training.train import fit
from etl.transform import Transformer
from etl.transform.events.learned import decide
from etl.transform.events.learned.weights import load

_FOLDS = 3


def graphs(dataset: Dataset) -> Iterator[tuple[str, ArticleGraph]]:
    """Yield the graph of each article of a gold file, uncalibrated, with the key of its gold."""
    rules = Transformer(calibrate=False, learned=False)
    articles = [each for each in read([dataset.path]) if isinstance(each, Article)]
    docs = [rules.parse(each) for each in articles]
    golds = dataset.lines.values()
    texts = [text_of(doc, each.text, gold["events"]) for doc, each, gold in zip(docs, articles, golds, strict=True)]
    for fold in range(_FOLDS):
        with TemporaryDirectory() as folder:
            fit([each for place, each in enumerate(texts) if place % _FOLDS != fold], Path(folder))
            models = load(Path(folder))
        read_now = list(zip(dataset.lines, articles, docs, strict=True))[fold::_FOLDS]
        yield from ((key, rules.graph(article, decide(doc, models))) for key, article, doc in read_now)

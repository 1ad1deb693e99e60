"""Quotations and attributed statements: what was said, by whom, and through which medium.

Direct quotations are found by their marks and given to the nearest attribution verb of their sentence or its
neighbours; indirect ones are the clauses that attribution verbs govern (after Pareti 2015, "PARC 3.0").
"""

from spacy.tokens import Doc

from etl.transform.quotes.attribution import Attribution, attribution
from etl.transform.quotes.direct import direct_quotes
from etl.transform.quotes.indirect import indirect_quotes
from etl.transform.quotes.media import Media
from etl.transform.quotes.spans import QuoteSpan

__all__ = ["Attribution", "Media", "QuoteSpan", "attribution", "find"]


def find(doc: Doc, media: Media) -> list[QuoteSpan]:
    """Return the quotations of `doc` in order, direct ones before the indirect ones that hold them."""
    direct = direct_quotes(doc, media)
    return sorted(direct + indirect_quotes(doc, direct, media), key=lambda each: (each.start_char, not each.direct))

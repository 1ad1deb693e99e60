"""What a person asks to have explained: a fact by its id, a pattern of names, or a sentence of an article."""

import re
from dataclasses import dataclass

from etl import ids
from etl.model import Article
from etl.query.pattern import Pattern, parse

_SENTENCE = re.compile(r"(?P<article>.*\S):(?P<number>\d+)")
_KINDS = ("evidence", "statement", "event", "exercise", "claim")
_IDENT = re.compile(rf"(?:(?:{'|'.join(_KINDS)})/)?[0-9a-f]{{16}}")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `fact` is an id, `article` with `sentence` a place, `pattern` names; just one of the three is given."""

    text: str
    fact: str = ""
    article: str = ""
    sentence: int | None = None
    pattern: Pattern | None = None

    @property
    def iris(self) -> set[str]:
        """Return the IRIs that the id of a fact may stand for."""
        return {ids.iri(self.fact)} if "/" in self.fact else {ids.iri(kind, self.fact) for kind in _KINDS}

    def is_of(self, article: Article) -> bool:
        """Say whether the place that is asked for is in `article`."""
        return self.article in {article.document, article.iri, ids.path_of(article.iri), article.url}


def is_pattern(text: str) -> bool:
    """Say whether a text names a type of event or relation as a pattern does, and is no sentence."""
    pattern = parse(text) if text.strip() else None
    return pattern is not None and (pattern.predicate is not None or bool(_IDENT.fullmatch(ids.path_of(text.strip()))))


def asked(text: str) -> Asked:
    """Read a question; raises QueryError for one that names nothing."""
    text = text.strip()
    path = ids.path_of(text)
    if _IDENT.fullmatch(path):
        return Asked(text, fact=path)
    if place := _SENTENCE.fullmatch(text):
        return Asked(text, article=place["article"], sentence=int(place["number"]))
    return Asked(text, pattern=parse(text))

"""Finds the words that tell a relation and hands each to its reader."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from etl.knowledge import remembered
from etl.transform.lexicon import words
from etl.transform.reading import Reading, reading
from etl.transform.relations.accession import (
    read_admitting,
    read_belonging,
    read_candidate,
    read_joining,
    read_membership,
)
from etl.transform.relations.alliance import read_alliance, read_allies, read_pact
from etl.transform.relations.exclusion import read_excluding
from etl.transform.relations.members import read_composed, read_including, read_members, read_others
from etl.transform.relations.withdrawal import read_leaving, read_withdrawal

type Reader = Callable[[Reading, Token], None]

_NOUNS = ("NOUN", "PROPN")
_READERS: tuple[tuple[str, tuple[str, ...], Reader], ...] = (
    ("ally", ("NOUN", "PROPN", "VERB", "ADJ"), read_allies),
    ("alliance", _NOUNS, read_alliance),
    ("member", _NOUNS, read_members),
    ("government", _NOUNS, read_others),
    ("membership", _NOUNS, read_membership),
    ("candidate", _NOUNS, read_candidate),
    ("join", ("VERB",), read_joining),
    ("admit", ("VERB",), read_admitting),
    ("include", ("VERB",), read_composed),
    ("suspend", ("VERB",), read_excluding),
    ("expel", ("VERB",), read_excluding),
    ("belong", ("VERB",), read_belonging),
    ("treaty", _NOUNS, read_pact),
    ("partnership", _NOUNS, read_pact),
    ("leave", ("VERB",), read_leaving),
    ("withdrawal", _NOUNS, read_withdrawal),
)


def find_relations(doc: Doc) -> Doc:
    """Read membership, accession, withdrawal and alliance into the frames of a Doc."""
    kept, readers, listing = reading(doc), _readers(), words("relation_words")["listing"]
    for token in doc:
        for tags, read in readers.get(token.lemma_.lower(), ()):
            if token.pos_ in tags:
                read(kept, token)
        if token.lower_ in listing:
            read_including(kept, token)
    return doc


@remembered
def _readers() -> dict[str, list[tuple[tuple[str, ...], Reader]]]:
    """Return for each lemma the parts of speech in which it speaks of a relation, and what reads it."""
    found: dict[str, list[tuple[tuple[str, ...], Reader]]] = {}
    for kind, tags, read in _READERS:
        for lemma in words("relation_words")[kind]:
            found.setdefault(lemma, []).append((tags, read))
    return found

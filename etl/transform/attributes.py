"""spaCy's attribute ruler at a fraction of its cost: what its rules make of a word form is asked once and remembered.

Nearly all rules of the English pipelines look at one token alone: its tag, its dependency, and one of some hundred word forms.
The ruler itself answers for each such combination when it is first met, on a Doc of one token; only the few rules about two
tokens, or with regular expressions, still run over every Doc.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

_LOOKED_AT: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_GIVEN: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]

type Seen = tuple[int, int, int, int]


class RememberingRuler:
    """Does to a Doc what `ruler` does to it."""

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        self._vocab = vocab
        self._words = {vocab.strings.add(word) for rule in ruler.patterns for word in _words(rule)}
        self._single = _part(ruler, vocab, simple=True)
        self._rest = _part(ruler, vocab, simple=False)
        self._known: dict[Seen, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        words, known = self._words, self._known
        seen = [(tag, lower if lower in words else 0, dep, space) for tag, lower, dep, space in doc.to_array(_LOOKED_AT).tolist()]
        found = [known.get(each) or self._ask(each, doc.vocab.strings) for each in seen]
        doc.from_array(_GIVEN[:2], np.array([each[:2] for each in found], dtype=np.uint64).reshape(-1, 2))  # type: ignore[arg-type]
        for index, (_, _, lemma, tag, dep) in enumerate(found):
            if lemma:
                doc[index].lemma = lemma
            if (tag, dep) != (seen[index][0], seen[index][2]):
                doc[index].tag, doc[index].dep = tag, dep
        return self._rest(doc)

    def _ask(self, seen: Seen, strings: Any) -> tuple[int, ...]:
        """Return what the ruler makes of a token, as the values of `_GIVEN`."""
        tag, lower, dep, space = seen
        word = strings[lower] if lower else " " if space else "x"
        one = Doc(self._vocab, words=[word], spaces=[False], tags=[strings[tag]], deps=[strings[dep]], heads=[0])
        found = self._known[seen] = tuple(self._single(one).to_array(_GIVEN)[0].tolist())
        return found


def _words(rule: dict[str, Any]) -> Iterator[str]:
    """Yield the word forms that a rule about one token names."""
    if _is_simple(rule):
        for pattern in rule["patterns"]:
            wanted = pattern[0].get("LOWER", [])
            yield from [wanted] if isinstance(wanted, str) else wanted["IN"] if wanted else []


def _is_simple(rule: dict[str, Any]) -> bool:
    """Say whether a rule is about one token, of which it names only what is looked at, word forms without negation."""
    names = {"TAG", "LOWER", "DEP", "IS_SPACE"}
    for pattern in rule["patterns"]:
        word = pattern[0].get("LOWER", "")
        if len(pattern) > 1 or not set(pattern[0]) <= names or not (isinstance(word, str) or set(word) == {"IN"}):
            return False
    return True


def _part(ruler: AttributeRuler, vocab: Vocab, *, simple: bool) -> AttributeRuler:
    part = AttributeRuler(vocab)
    part.add_patterns([each for each in ruler.patterns if _is_simple(each) is simple])
    return part

"""Words of the lexicon that are like a word that it does not have: by their stem, or by the vectors of the language model."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform.lexicon import Rule, rules

_LIKE = 0.65  # likeness of two vectors from which a word is worth showing
_STEM = 5  # letters that two words of one stem share


@dataclass(frozen=True, slots=True)
class Filed:
    """A lemma of the lexicon with the first rule that has it."""

    lemma: str
    rule: Rule


def nearest(token: Token, type_: str | None) -> tuple[Filed, float, str] | None:
    """Return the lemma of the event rules that is nearest to a word, how near it is and in which way; None where none is."""
    return max(_all(token, type_), key=lambda each: each[1], default=None)


def _all(token: Token, type_: str | None) -> Iterator[tuple[Filed, float, str]]:
    lemma = token.lemma_.lower()
    lexeme = token.vocab[lemma]
    for name in ("event_verbs", "event_nouns", "event_adjectives"):
        for other, filed in rules(name).items():
            rule = next((each for each in filed if type_ in (None, each.type)), None)
            if rule is None:
                continue
            if (shared := _shared(lemma, other)) >= _STEM and shared >= min(len(lemma), len(other)) - 2:
                yield Filed(other, rule), round(shared / max(len(lemma), len(other)), 2), "of the same stem"
            elif lexeme.has_vector and (lex := token.vocab[other]).has_vector and (score := lexeme.similarity(lex)) >= _LIKE:
                yield Filed(other, rule), round(float(score), 2), "alike in meaning"


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )

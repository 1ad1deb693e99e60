"""Where a mention stands: what marks it and whom that hangs on, the noun it belongs to, and the words beside it."""

from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import syntax

_PASSED = frozenset({"conj", "appos", "poss", "compound", "amod", "nmod"})
_PLAIN = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "ROOT", "attr"})
_MOST = 6  # words up to what marks a mention


@dataclass(frozen=True, slots=True)
class Setting:
    """What marks a mention ("against", or its part in the clause), and the place and kind of word that the mark hangs on.

    `noun` is the lemma of the noun that the mention is, or describes where it is `owned`; `before` and `after` are the
    words beside it, `ahead` the one before its phrase.
    """

    mark: str
    holder: int
    held: str
    noun: str
    owned: bool
    before: str
    after: str
    ahead: str


def setting(token: Token) -> Setting:
    """Return where a mention stands, given the word that stands for the actor."""
    (mark, holder), owned = _mark(token), token.dep_ in syntax.MODIFIERS
    return Setting(
        mark,
        holder.i if holder is not None else -1,
        holder.pos_ if holder is not None else "",
        (token.head if owned else token).lemma_.lower(),
        owned,
        _before(token),
        _after(token),
        _before(token.left_edge),
    )


def _mark(token: Token) -> tuple[str, Token | None]:
    """Return the preposition over a mention, also over the noun that it describes or is coordinated with, and its holder."""
    for _ in range(_MOST):
        part, above = token.dep_, token.head
        if part in {"pobj", "pcomp"}:
            return above.lower_, above.head
        if part not in _PASSED:
            return part, above if part in _PLAIN else None
        token = above
    return "-", None


def _before(token: Token) -> str:
    return "-" if token.is_sent_start or not token.i else token.nbor(-1).lower_


def _after(token: Token) -> str:
    last = token.i + 1 == len(token.doc)
    return "-" if last or token.nbor().is_sent_start else token.nbor().lower_

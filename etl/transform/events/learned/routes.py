"""The way through the parse from a cue to a word: up to where both hang, and down again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Token

from etl.transform import syntax

_PASSED = frozenset({"conj", "appos"})
_MARKED = frozenset({"prep", "agent", "dative", "mark"})
_HIGH = 8  # words above one, beyond which no way goes

type Steps = tuple[tuple[int, str | None], ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The labels up from the cue and down to the other word, prepositions with their words; "none" across sentences."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    found: bool = True

    length: int = field(init=False, default=9)
    name: str = field(init=False, default="none")
    plain: str = field(init=False, default="none")  # without the words of its prepositions

    def __post_init__(self) -> None:
        if self.found:
            object.__setattr__(self, "length", len(self.up) + len(self.down))
            object.__setattr__(self, "name", _named(self.up, self.down))
            object.__setattr__(self, "plain", _named(*([each.partition("_")[0] for each in one] for one in (self.up, self.down))))


def _named(up: Sequence[str], down: Sequence[str]) -> str:
    return f"{'^'.join(up)}|{'.'.join(down)}"


_NONE = Route((), (), found=False)
# The same ways lead through one sentence after another.
_route = lru_cache(maxsize=4096)(Route)


class Routes:
    """The ways from one cue to other words; what is coordinated or apposed stands where its head does."""

    def __init__(self, cue: Token) -> None:
        above = climb(cue)
        self._places = {each.i: place for place, each in enumerate(above)}
        # Coordinated verbs share their subject, but nothing else.
        self._to_subject = _ways_up([each if each.dep_ != "conj" else None for each in above])
        self._to_others = _ways_up([each if each.dep_ != "conj" or _is_own_deed(each) else None for each in above])

    def to(self, above: Steps) -> Route:
        """Return the way to a word, given what stands above it."""
        down: list[str] = []
        for index, step in above:
            place = self._places.get(index)
            if place is not None:
                ups = self._to_subject if down and down[-1] in syntax.SUBJECTS else self._to_others
                return _route(ups[place], tuple(reversed(down)))
            if step is not None:
                down.append(step)
        return _NONE


def climb(token: Token) -> tuple[Token, ...]:
    """Return a word and those above it, as far up as ways go."""
    return (token, *syntax.ancestors(token, _HIGH))


def steps(above: Sequence[Token]) -> Steps:
    """Return the places of the words of a climb, each with its label; None where a way passes it over."""
    return tuple((each.i, _step(each) if each.dep_ not in _PASSED or _is_own_deed(each) else None) for each in above)


def _ways_up(above: Sequence[Token | None]) -> list[tuple[str, ...]]:
    """Return the labels up to each word above a cue; None is a word that is passed over."""
    labels = [() if each is None else (_step(each),) for each in above]
    return list(accumulate(labels, initial=()))


def _is_own_deed(token: Token) -> bool:
    """Say whether a word is a coordinated verb, whose objects are its own: "met Iran and attacked Ukraine"."""
    return token.dep_ == "conj" and token.pos_ == "VERB"


def _step(token: Token) -> str:
    return f"{token.dep_}_{token.lower_}" if token.dep_ in _MARKED and token.pos_ in {"ADP", "SCONJ"} else token.dep_


def clause(above: Sequence[Token]) -> int:
    """Return the place of the verb whose clause the first word of a climb stands in, -1 without one."""
    return next((each.i for each in above if each.pos_ in {"VERB", "AUX"}), -1)

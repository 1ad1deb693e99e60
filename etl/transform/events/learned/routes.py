"""The way through the parse from a cue to a word: up to where both hang, and down again."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from etl.transform import syntax

_PASSED = frozenset({"conj", "appos"})
_MARKED = frozenset({"prep", "agent", "dative", "mark"})


@dataclass(frozen=True, slots=True)
class Route:
    """The labels up from the cue and down to the other word, prepositions with their words; "none" across sentences."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    found: bool = True

    length: int = field(init=False, default=9)
    name: str = field(init=False, default="none")

    def __post_init__(self) -> None:
        if self.found:
            object.__setattr__(self, "length", len(self.up) + len(self.down))
            object.__setattr__(self, "name", f"{'^'.join(self.up)}|{'.'.join(self.down)}")

    @property
    def plain(self) -> str:
        """The route without the words of its prepositions."""
        up, down = ((each.partition("_")[0] for each in steps) for steps in (self.up, self.down))
        return f"{'^'.join(up)}|{'.'.join(down)}" if self.found else "none"


def route(cue: Token, other: Token) -> Route:
    """Return the way from `cue` to `other`; what is coordinated or apposed stands where its head does."""
    above = [cue, *syntax.ancestors(cue, 8)]
    places = {each.i: place for place, each in enumerate(above)}
    down: list[str] = []
    for token in (other, *syntax.ancestors(other, 8)):
        if token.i in places:
            up = [_step(each) for each in above[: places[token.i]] if each.dep_ != "conj"]
            return Route(tuple(up), tuple(reversed(down)))
        if token.dep_ not in _PASSED:
            down.append(_step(token))
    return Route((), (), found=False)


def _step(token: Token) -> str:
    return f"{token.dep_}_{token.lower_}" if token.dep_ in _MARKED and token.pos_ in {"ADP", "SCONJ"} else token.dep_


def clause(token: Token) -> int:
    """Return the place of the verb whose clause a word stands in, -1 without one."""
    return next((each.i for each in (token, *syntax.ancestors(token, 8)) if each.pos_ in {"VERB", "AUX"}), -1)

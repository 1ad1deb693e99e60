"""How likely two names are one person's: word order, transliteration, initials and small slips are allowed for."""

import re
from functools import partial

from rapidfuzz.distance import JaroWinkler

from etl import ids, knowledge
from etl.knowledge import remembered

_SAME_SOUND = 0.96  # another writing of one word: Choe and Choi
_INITIAL = 0.8
_OTHER_VOWEL = 0.65  # the same consonants: Moammar and Muammar
_SURNAME = 0.6  # one word alone, which many may share
_REORDERED = 0.97
_LEFT_OUT = 0.95  # for each word that only the longer name has
_VOWELS = re.compile("[aeiou]")
_SHORT = 4  # a letter more or less in a word as short makes another word: Jong and Yong


def similarity(one: str, other: str) -> float:
    """Return from 0 to 1 how likely the names `one` and `other` are one person's: 1 for the same words, 0.9 for other spellings.

    Below 0.5 the names differ in a word that both have; a surname alone says 0.6 at most.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short:
        return 0.0
    if "".join(short) == "".join(long):
        return 1.0
    if _joined(short) == _joined(long):
        return _SAME_SOUND
    pairs = _paired(short, long)
    scores = [score for _, _, score in pairs]
    if len(short) == 1:
        ends = pairs[0][1] in {0, len(long) - 1}
        return scores[0] * (1.0 if len(long) == 1 else _SURNAME if ends else _SURNAME / 2)
    places = [place for _, place, _ in sorted(pairs)]
    order = 1.0 if places == sorted(places) else _REORDERED
    return (sum(scores) / len(scores) + 2 * min(scores)) / 3 * order * _LEFT_OUT ** (len(long) - len(short))


def sounds(name: str) -> frozenset[str]:
    """Return the words of a name, each in one writing for all its transliterations; names of one person share some."""
    return frozenset(_sound(word) for word in _words(name))


def _words(name: str) -> list[str]:
    words = ids.fold(name).split()
    return [word for word in words if _sound(word)] or words  # particles have no sound


def _joined(words: list[str]) -> str:
    return "".join(_sound(word) for word in words)


def _paired(short: list[str], long: list[str]) -> list[tuple[int, int, float]]:
    """Return for each word of `short` its place, that of the word of `long` it is most like, and how like; each word once."""
    every = [(_alike(x, y), -abs(i - j), i, j) for i, x in enumerate(short) for j, y in enumerate(long)]
    found: dict[int, tuple[int, int, float]] = {}
    taken: set[int] = set()
    for score, _, i, j in sorted(every, reverse=True):
        if i not in found and j not in taken:
            found[i] = (i, j, score)
            taken.add(j)
    return list(found.values())


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if _sound(one) == _sound(other):
        return _SAME_SOUND
    if 1 in {len(one), len(other)}:
        return _INITIAL if one[0] == other[0] else 0.0
    return _near(_sound(one), _sound(other))


def _near(one: str, other: str) -> float:
    """Return how alike two words sound; a difference of consonants makes another word sooner than one of vowels."""
    like = JaroWinkler.normalized_similarity(one, other)
    short = min(len(one), len(other)) <= _SHORT
    if _VOWELS.sub("", one) == _VOWELS.sub("", other):
        return _OTHER_VOWEL if short else max(like, _OTHER_VOWEL)
    return like * like * (0.5 if short or one[0] != other[0] else 0.75)


@remembered
def _writings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what is written alike, from `schema/lexicon/spellings.csv`."""
    return tuple((re.compile(row["pattern"]), row["written"]) for row in knowledge.table(knowledge.LEXICON, "spellings"))


@partial(remembered, most=65536)
def _sound(word: str) -> str:
    for pattern, written in _writings():
        word = pattern.sub(written, word)
    return word

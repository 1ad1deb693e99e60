"""Which mentions speak of one exercise, and what each adds to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform.exercises.names import names_apart
from etl.transform.lexicon import words
from etl.transform.reading import Frame, Reading

_DEFINITE = frozenset({"the", "these", "those", "its", "their", "such", "this", "both"})
_REPEATED = frozenset({"the", "these", "this"})
_ONE_MORE = frozenset({"a", "an", "another", "other", "no", "more"})


def told(kept: Reading) -> Iterator[Frame]:
    """Yield the exercises that were read so far, the latest first."""
    return (each for each in reversed(kept.frames) if each.kind == "exercise")


def earlier_frame(kept: Reading, frame: Frame, cue: Token, *, attends: bool) -> Frame | None:
    """Return the earlier frame of the same exercise: the same name, or a mention that adds nothing different.

    `attends` says that the mention only tells who takes part: "France will join the exercise".
    """
    where = {place.iri for place in frame.places}
    # "The exercise in Estonia" is first looked for there.
    for other in sorted(told(kept), key=lambda each: not where & {place.iri for place in each.places}):
        if frame.name and other.name:
            if frame.series == other.series and (frame.series or frame.name == other.name):
                return other
            continue
        if _is_beside(frame, other, cue) or _is_same(frame, other, cue, attends=attends):
            return other
    return None


def _is_beside(frame: Frame, other: Frame, cue: Token) -> bool:
    """Say whether a name stands beside the noun that it names: "a joint drill, Iron Tide 12"."""
    last = other.cue[1] - 1
    if frame.name is None:  # "Iron Tide 12, the largest exercise of the year"
        return other.name is not None and cue.doc[last + 1].text == "," and cue.left_edge.i == last + 2
    near = last < frame.cue[0] <= last + 5
    return near and (names_apart(cue.doc, frame.cue[0], last) or _is_apposed(cue, other))


def _is_apposed(cue: Token, other: Frame) -> bool:
    return cue.dep_ == "appos" and other.cue[0] <= cue.head.i < other.cue[1]


def _is_same(frame: Frame, other: Frame, cue: Token, *, attends: bool) -> bool:
    who, known = {each.iri for each in frame.sources}, {each.iri for each in other.sources}
    lefts = {each.lower_ for each in cue.lefts}
    definite, repeated = bool(lefts & _DEFINITE), bool(lefts & _REPEATED)
    if _is_one_more(frame, cue, other):
        return False
    if who and repeated and (who <= known or attends):
        return True
    if frame.status == "planned" and other.status == "held" and who:
        return False
    if not who or (definite and (who <= known or known <= who)):
        return True
    return who == known and frame.status == other.status and (definite or cue.tag_ == "NNS")


def _is_one_more(frame: Frame, cue: Token, other: Frame) -> bool:
    """Say whether a mention speaks of a further exercise: "a similar drill", "another exercise", a new sentence's "a drill"."""
    before = {each.lower_ for each in cue.lefts}
    if before & words("exercise_words")["other"] and not before & {"this", "these"}:
        return True
    last = cue.doc[other.cue[1] - 1]
    apart = (bool(frame.sources) and cue.sent.start > last.i) or (cue.tag_ == "NN" and last.tag_ == "NNS")
    return apart and bool(before & _ONE_MORE) and cue.dep_ not in {"attr", "appos"}


def merge(earlier: Frame, later: Frame) -> None:
    earlier.more.append(later.cue)
    earlier.name = earlier.name or later.name
    earlier.series = earlier.series or later.series
    earlier.exercise_kind = earlier.exercise_kind or later.exercise_kind
    earlier.forces, earlier.aim = earlier.forces or later.forces, earlier.aim or later.aim
    known = {each.iri for each in earlier.sources}
    earlier.sources += [each for each in later.sources if each.iri not in known]
    earlier.places += [place for place in later.places if place not in earlier.places]
    if later.status == "cancelled":
        earlier.status, earlier.negated, earlier.hypothetical = "cancelled", True, False
    if earlier.when is None or (later.when and ".." in earlier.when and "/" in later.when and ".." not in later.when):
        earlier.when = later.when  # "begins on Monday" … "will last from February 11 to February 15"
    earlier.targets = earlier.targets or later.targets

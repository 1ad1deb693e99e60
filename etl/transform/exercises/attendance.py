"""Who a later sentence says takes part: "France will participate", "Japan is to join the exercise"."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.exercises.merge import told
from etl.transform.exercises.parties import TAKE_PART, parties
from etl.transform.exercises.status import later_time
from etl.transform.exercises.wording import forms
from etl.transform.lexicon import words
from etl.transform.reading import Frame, Reading

_BACK = 2  # sentences between an exercise and who takes part in it


def is_attended(carrier: Token | None) -> bool:
    """Say whether a verb only tells who takes part in an exercise."""
    return carrier is not None and (_is_taking_part(carrier) or carrier.lemma_.lower() in words("exercise_words")["attend"])


def takes_part(verb: Token) -> bool:
    """Say whether a verb tells of taking part in what was named before: "will take part", "participate in it"."""
    if verb.pos_ != "VERB" or not (_is_taking_part(verb) or verb.lemma_.lower() == "participate"):
        return False
    part = syntax.child(verb, "dobj")
    what = [*syntax.preposition(verb, "in"), *(syntax.preposition(part, "in") if part is not None else ())]
    return all(each.pos_ == "PRON" for each in what)


def _is_taking_part(verb: Token) -> bool:
    part = syntax.child(verb, "dobj")
    return verb.lemma_ == "take" and part is not None and part.lower_ == "part"


def join(kept: Reading, verb: Token) -> None:
    """Add the subject of a verb to the latest exercise that was named shortly before."""
    frame = next(told(kept), None)
    if frame is None or syntax.is_negated(verb) or not _is_near(frame, verb):
        return
    known = {each.iri for each in frame.sources}
    frame.sources += [each for each in parties([syntax.subject(verb)]) if each.cls in TAKE_PART and each.iri not in known]


def is_timed(verb: Token) -> bool:
    """Say whether a verb tells when what was named before is: "It will end on Thursday", "They run until May"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass") if verb.pos_ == "VERB" else None
    if subject is None or subject.lower_ not in {"it", "they"}:
        return False
    lists, place = words("exercise_words"), syntax.child(verb, "dobj")
    return bool(forms(verb) & (lists["begin"] | lists["end"] | {"last", "run"})) or (
        place is not None and place.lower_ == "place"
    )


def set_time(kept: Reading, verb: Token) -> None:
    """Add the time that a verb gives to the exercise of the sentence before."""
    frame = next(told(kept), None)
    if frame is not None and _is_near(frame, verb, back=1):
        frame.when = later_time(kept, verb, frame.when)


def _is_near(frame: Frame, verb: Token, back: int = _BACK) -> bool:
    """Say whether a verb stands in one of the `back` sentences behind an exercise."""
    last = max(frame.cue, *frame.more)[1] if frame.more else frame.cue[1]
    start = first = verb.sent.start
    for _ in range(back):
        first = verb.doc[first - 1].sent.start if first else 0
    return first <= last <= start

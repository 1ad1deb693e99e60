"""Which mentions speak of one exercise, and what each adds to it."""

from spacy.tokens import Token

from etl.transform.reading import Frame, Reading


def earlier_frame(kept: Reading, frame: Frame, cue: Token) -> Frame | None:
    """Return the earlier frame of the same exercise: the same name, or a mention that adds nothing different."""
    who = {each.iri for each in frame.sources}
    definite = any(each.lower_ in {"the", "these", "those", "its", "their", "such", "this", "both"} for each in cue.lefts)
    repeated = any(each.lower_ in {"the", "these", "this"} for each in cue.lefts)
    for other in reversed([each for each in kept.frames if each.kind == "exercise"]):
        known = {each.iri for each in other.sources}
        if frame.name and other.name:
            if frame.series == other.series:
                return other
            continue
        if who and who <= known and repeated:
            return other
        if frame.status == "planned" and other.status == "held" and who:
            continue
        if not who or (definite and (who <= known or known <= who)):
            return other
        if who == known and frame.status == other.status and (definite or cue.tag_ == "NNS"):
            return other
    return None


def merge(earlier: Frame, later: Frame) -> None:
    earlier.more.append(later.cue)
    earlier.name = earlier.name or later.name
    earlier.series = earlier.series or later.series
    earlier.exercise_kind = earlier.exercise_kind or later.exercise_kind
    known = {each.iri for each in earlier.sources}
    earlier.sources += [each for each in later.sources if each.iri not in known]
    earlier.places += [place for place in later.places if place not in earlier.places]
    if later.status == "cancelled":
        earlier.status, earlier.negated, earlier.hypothetical = "cancelled", True, False
    earlier.when = earlier.when or later.when
    earlier.targets = earlier.targets or later.targets

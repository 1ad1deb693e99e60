"""Finds the exercises of a Doc, one frame an exercise however often it is spoken of."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.coreference import antecedents
from etl.transform.exercises.attendance import is_attended, is_timed, join, set_time, takes_part
from etl.transform.exercises.merge import earlier_frame, merge, told
from etl.transform.exercises.names import bare_name, behind_year, unlisted_name
from etl.transform.exercises.nouns import is_exercise
from etl.transform.exercises.participants import aims, carrier_of, participants
from etl.transform.exercises.places import places
from etl.transform.exercises.purpose import forces, purpose
from etl.transform.exercises.retag import is_misread, retag
from etl.transform.exercises.status import status, when
from etl.transform.exercises.wording import described
from etl.transform.lexicon import words
from etl.transform.reading import Frame, Link, Reading, reading


def find_exercises(doc: Doc) -> Doc:
    """Read the exercises of a Doc into its frames."""
    kept = reading(doc)
    for token in doc:
        link = kept.at.get(token.i)
        if is_misread(token):
            retag(token)
        if link is not None and link.kind == "series":
            if token.i == link.end - 1:
                _read(kept, _head(token, link), link)
        elif (link is None or link.kind == "named") and is_exercise(token) and not _is_named(kept, token):
            _read(kept, token, None)
        elif takes_part(token):
            join(kept, token)
        elif is_timed(token):
            set_time(kept, token)
    return doc


def _head(token: Token, link: Link) -> Token:
    """Return the noun that the name of a series modifies ("the Foal Eagle drills"), else the last word of the name."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.text.isdigit() and following.i + 1 < len(token.doc):
        following = following.nbor()  # "the Zapad 2017 exercises"
    if following is not None and following.lemma_.lower() in words("exercise_words")["noun"]:
        return following
    if (
        following is not None
        and following.lemma_.lower() in words("exercise_words")["military"]
        and following.head.i == following.i + 1
    ):
        return following.head
    return token


def _is_named(kept: Reading, token: Token) -> bool:
    """Say whether a noun is taken already: "Exercise Talisman Saber", "Talisman Saber, a joint exercise"."""
    near = kept.at.get(token.i + 1) or kept.at.get(token.i - 1)
    if near is not None and near.kind == "series":
        return True
    if token.dep_ == "appos":
        named = kept.at.get(token.head.i)
        return named is not None and named.kind == "series"
    return False


def _read(kept: Reading, cue: Token, link: Link | None) -> None:
    carrier = carrier_of(cue)
    apposed = syntax.child(cue, "appos")
    is_described = apposed is not None and (
        apposed.lemma_.lower() in words("exercise_words")["noun"] if link else is_exercise(apposed)
    )
    who = participants(apposed, None) if apposed is not None and is_described else []
    known = {each.iri for each in who}
    who += [each for each in participants(cue, carrier, alone=not who and not _is_retold(kept, cue)) if each.iri not in known]
    how = status(cue, carrier)
    frame = Frame("exercise", "MOBILIZE", (cue.i, cue.i + 1), "exercise.noun", 0.85, sources=who, status=how)
    if link is not None:
        frame.cue, frame.rule = (min(link.start, cue.i), max(behind_year(cue.doc, link.end), cue.i + 1)), "exercise.series"
        frame.name, frame.series = bare_name(cue.doc, link), link.iri
    else:
        frame.name = unlisted_name(kept, cue)
    frame.exercise_kind = _kind(cue) or (_kind(apposed) if apposed is not None and is_described else None)
    frame.when = when(kept, cue, carrier, how)
    frame.places, frame.targets = places(kept, cue, carrier), aims(cue, carrier)
    frame.forces, frame.aim = forces(cue, carrier), purpose(cue, carrier)
    frame.planned, frame.hypothetical = how == "planned", how in {"planned", "proposed"}
    frame.negated = how in {"cancelled", "denied"}
    earlier = earlier_frame(kept, frame, cue, attends=is_attended(carrier))
    if earlier is not None:
        merge(earlier, frame)
        return
    if not frame.sources:
        frame.sources = [each for each in antecedents(cue) if each.cls != "Group"]
    _share(kept, frame)
    kept.frames.append(frame)


def _is_retold(kept: Reading, cue: Token) -> bool:
    """Say whether a mention is about an exercise told before, so that who speaks of it holds none: "if the drill goes ahead"."""
    known = any(each.sources for each in told(kept))
    return known and cue.dep_ in syntax.SUBJECTS and any(each.lower_ in {"the", "these", "this"} for each in cue.lefts)


def _share(kept: Reading, frame: Frame) -> None:
    """Let two series told in one breath have the same participants: "the Iron Tide and Long Reach exercises"."""
    before = next(told(kept), None)
    if before is None or not (before.series and frame.series) or frame.cue[0] - before.cue[1] != 1:
        return
    sources = {each.iri: each for each in [*before.sources, *frame.sources]}
    before.sources, frame.sources = list(sources.values()), list(sources.values())
    before.when = before.when or frame.when


def _kind(cue: Token) -> str | None:
    present = described(cue)
    return next((kind for kind, lemmas in words("exercise_kinds").items() if present & lemmas), None)

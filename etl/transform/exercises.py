"""Military exercises: their participants, series, kind, place, dates and status."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import light_verb, roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Frame, Link, Reading, reading

_TAKE_PART = frozenset({"Nation", "Organization", "Alliance"})
_LOCATIVE = frozenset(["in", "near", "off", "at", "around", "over", "on", "along", "across", "from", "into"])


def find_exercises(doc: Doc) -> Doc:
    """Read the exercises of a Doc into its frames, one frame an exercise however often it is spoken of."""
    kept = reading(doc)
    for token in doc:
        link = kept.at.get(token.i)
        if link is not None and link.kind == "series" and token.i == link.end - 1:
            _read(kept, token, link)
        elif link is None and _is_exercise(token):
            _read(kept, token, None)
    return doc


def _is_exercise(token: Token) -> bool:
    lists = words("exercise_words")
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    lemma = token.lemma_.lower()
    before = {each.lower_ for each in _premodifiers(token)}
    if before & lists["not"]:
        return False
    if lemma == "game":
        return "war" in before
    if lemma not in lists["noun"]:
        return False
    if before & lists["military"] or lemma in {"wargame", "wargames"}:
        return True
    return _is_military_context(token, sure=lemma in lists["sure"])


def _premodifiers(token: Token) -> list[Token]:
    return [each for left in token.lefts if left.dep_ in syntax.MODIFIERS for each in left.subtree]


def _is_military_context(token: Token, *, sure: bool) -> bool:
    """Say whether a bare "the exercises" can only be military: one was named before, or nations hold it."""
    kept = reading(token.doc)
    if any(frame.kind == "exercise" for frame in kept.frames):
        return True
    return sure and bool(modifiers(token) or roles(token, "between+with+by;verb.subj"))


def _read(kept: Reading, cue: Token, link: Link | None) -> None:
    carrier = light_verb(cue) or _governor(cue)
    participants = _participants(cue, carrier)
    name = cue.doc[link.start : link.end].text if link else None
    status = _status(cue, carrier)
    start = min(link.start if link else cue.i, cue.i)
    frame = Frame(
        "exercise", "MOBILIZE", (start, cue.i + 1), "exercise.series" if link else "exercise.noun", 0.85,
        sources=participants, name=name, series=link.iri if link else None, status=status,
        exercise_kind=_kind(cue), places=_places(kept, cue, carrier),
        targets=_aims(cue, carrier),
    )  # fmt: skip
    frame.hypothetical = status in {"planned", "proposed"}
    frame.negated = status in {"cancelled", "denied"}
    earlier = _same(kept, frame, cue)
    if earlier is None:
        kept.frames.append(frame)
    else:
        _merge(earlier, frame)


def _governor(cue: Token) -> Token | None:
    """Return the verb over the exercise: "drills begin", "an exercise held by"."""
    head = cue
    while head.dep_ in {"conj", "appos", "compound", "nmod"} and head.head is not head:
        head = head.head
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    return None


def _participants(cue: Token, carrier: Token | None) -> list[Actor]:
    found: dict[str, Actor] = {}
    for actor in roles(cue, "mod+between+with+by+involving+among+of"):
        found.setdefault(actor.iri, actor)
    clause = next((each for each in cue.children if each.dep_ in {"acl", "relcl"}), None)
    if clause is not None:
        for actor in _clause_roles(clause):
            found.setdefault(actor.iri, actor)
    if carrier is not None and _is_holder(cue, carrier):
        for actor in roles(carrier, "subj+with+alongside+together"):
            found.setdefault(actor.iri, actor)
    if not found and carrier is None:
        for head in syntax.ancestors(cue, 4):
            if head.pos_ == "VERB":
                break
    return [each for each in found.values() if each.cls in _TAKE_PART]


def _clause_roles(clause: Token) -> list[Actor]:
    if clause.lower_ in {"involving", "including", "featuring", "targeting"}:
        thing = syntax.patient(clause)
        return actors(thing) if clause.lower_ != "targeting" else []
    return roles(clause, "subj+with+between+alongside") if syntax.agent(clause) is not None else roles(clause, "with+between")


def _is_holder(cue: Token, carrier: Token) -> bool:
    """Say whether the subject of the verb holds the exercise, as in "stage drills", not "criticise the drills"."""
    lists = words("light_verbs")["light"]
    statuses = words("exercise_words")
    lemma = carrier.lemma_.lower()
    return lemma in lists or any(lemma in statuses[each] for each in ("cancelled", "planned"))


def _status(cue: Token, carrier: Token | None) -> str:
    lists = words("exercise_words")
    chain = [each for each in (carrier, *syntax.ancestors(cue, 4)) if each is not None and each.pos_ in {"VERB", "NOUN"}]
    lemmas = {each.lemma_.lower() for each in chain}
    modifiers_ = {each.lemma_.lower() for each in _premodifiers(cue)}
    how = context(cue, carrier)
    if lemmas & lists["cancelled"] or modifiers_ & lists["cancelled"]:
        return "cancelled"
    if how.negated or lemmas & lists["denied"]:
        return "denied"
    if lemmas & lists["proposed"]:
        return "proposed"
    if how.hypothetical or lemmas & lists["planned"] or modifiers_ & {"plan", "planned", "upcoming", "scheduled"}:
        return "planned"
    return "held"


def _kind(cue: Token) -> str | None:
    present = {each.lower_ for each in _premodifiers(cue)}
    return next((kind for kind, lemmas in words("exercise_kinds").items() if present & lemmas), None)


def _places(kept: Reading, cue: Token, carrier: Token | None) -> list[Link]:
    """Return the places that the exercise or its verb is located in."""
    found: list[Link] = []
    for head in (cue, carrier):
        if head is None:
            continue
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in _LOCATIVE:
                found += [link for each in syntax.objects_of(prep) if (link := _place(kept, each)) is not None]
    return list(dict.fromkeys(found))


def _place(kept: Reading, token: Token) -> Link | None:
    link = kept.at.get(token.i)
    return link if link is not None and link.cls == "Place" else None


def _aims(cue: Token, carrier: Token | None) -> list[Actor]:
    """Return whom the exercise is said to be aimed at or to answer."""
    found: list[Actor] = []
    for head in (cue, carrier):
        if head is None:
            continue
        for each in head.subtree if head is cue else head.children:
            if each.lower_ in {"aimed", "targeting", "targeted", "simulating"}:
                found += roles(each, "at;obj;obj.of")
            if each.lower_ == "response" and each.dep_ == "pobj" and head is cue:
                found += roles(each, "to;to.mod;to.by")
            if each.dep_ == "prep" and each.lower_ in {"in", "against"}:
                for target in syntax.objects_of(each):
                    if target.lower_ == "response":
                        found += roles(target, "to;to.mod;to.by")
    return [each for each in found if each.cls in _TAKE_PART]


def _same(kept: Reading, frame: Frame, cue: Token) -> Frame | None:
    """Return the earlier frame of the same exercise: the same name, or a mention that adds nothing different."""
    who = {each.iri for each in frame.sources}
    definite = any(each.lower_ in {"the", "these", "those", "its", "their", "such", "this", "both"} for each in cue.lefts)
    for other in reversed([each for each in kept.frames if each.kind == "exercise"]):
        known = {each.iri for each in other.sources}
        if frame.name and other.name:
            if frame.series == other.series:
                return other
            continue
        if frame.status == "planned" and other.status == "held" and who:
            continue
        if not who or (definite and (who <= known or not known)):
            return other
        if who == known and frame.status == other.status and (definite or cue.tag_ == "NNS"):
            return other
    return None


def _merge(earlier: Frame, later: Frame) -> None:
    earlier.more.append(later.cue)
    earlier.name = earlier.name or later.name
    earlier.series = earlier.series or later.series
    earlier.exercise_kind = earlier.exercise_kind or later.exercise_kind
    earlier.sources = earlier.sources or later.sources
    earlier.places += [place for place in later.places if place not in earlier.places]
    if later.status == "cancelled":
        earlier.status, earlier.negated, earlier.hypothetical = "cancelled", True, False

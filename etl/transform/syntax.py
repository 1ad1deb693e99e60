"""Questions to the dependency parse (ClearNLP labels, as spaCy's English models print them)."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
# Verbs whose infinitive is done by their object: "urged Iran to stop" (control); all others pass their subject on.
OBJECT_CONTROL = frozenset({
    "urge", "ask", "order", "tell", "force", "allow", "want", "call", "persuade", "press", "pressure", "invite", "request",
    "require", "enable", "encourage", "warn", "compel", "permit", "authorise", "authorize", "help", "expect", "instruct",
    "command", "push", "lead", "cause", "advise", "forbid", "appeal", "accuse", "prevent", "stop", "ban", "blame", "charge",
    "discourage", "suspect", "dissuade", "prohibit",
})  # fmt: skip

# What speaks for whoever makes it: "passes a resolution calling on the government".
DOCUMENTS = frozenset({"resolution", "statement", "decree", "bill", "law", "letter", "declaration", "communique", "motion"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child of `token` with one of the labels."""
    return next((each for each in token.children if each.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    if any(each.dep_ in {"nsubjpass", "auxpass", "agent"} for each in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and child(verb, "aux") is None


def preposition(head: Token, *words: str) -> Iterator[Token]:
    """Yield the objects of the prepositions `words` that hang on `head`, also through a chained preposition."""
    for each in head.children:
        if each.dep_ in {"prep", "agent", "dative"} and each.lower_ in words:
            yield from objects_of(each)


def objects_of(prep: Token) -> Iterator[Token]:
    """Yield the objects of a preposition."""
    for each in prep.children:
        if each.dep_ in {"pobj", "pcomp"}:
            yield each
        elif each.dep_ == "prep":
            yield from objects_of(each)


def conjuncts(token: Token) -> list[Token]:
    """Return `token` and everything coordinated with it below it."""
    found = [token]
    for each in token.children:
        if (each.dep_ == "conj" or _is_listed(each)) and not _is_displaced(each):
            found += conjuncts(each)
    return found


def _is_listed(token: Token) -> bool:
    """Say whether the parser took the second of a list of states for an apposition: "South Korea, the US and Japan"."""
    return token.dep_ == "appos" and token.ent_type_ == token.head.ent_type_ == "GPE" and child(token, "cc") is not None


def _is_displaced(token: Token) -> bool:
    """Say whether a conjunct is really the subject of the verb behind it."""
    if token.i + 1 >= len(token.doc):
        return False
    subject_ = displaced_subject(token.nbor())
    return subject_ is not None and subject_ == token


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Return who does `verb`: its grammatical subject, or the one it shares by coordination, control or a clause."""
    if depth > 6:
        return None
    own = child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return _antecedent(own, verb)
    if (displaced := displaced_subject(verb) or _misread_subject(verb)) is not None:
        return displaced
    return _shared_subject(verb, depth)


def _misread_subject(verb: Token) -> Token | None:
    """Return the name right before a verb that the parser took for an adverb: "Poland armed Ukraine"."""
    before = verb.nbor(-1) if verb.i else verb
    return before if before.dep_ == "npadvmod" and before.pos_ == "PROPN" and before.head == verb else None


def _shared_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.lemma_ in OBJECT_CONTROL:
        patient = _patient(head.head)
        if patient is not None:
            return patient
    if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _subject_of_acl(verb, depth)
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and head.lemma_ in OBJECT_CONTROL and verb.tag_ != "VBG":
        patient = _patient(head)
        if patient is not None:
            return patient
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "relcl", "parataxis"}:
        return _climb(head, depth)
    return None


def _subject_of_acl(verb: Token, depth: int) -> Token | None:
    """Return the doer of a clause on a noun: "forces fighting X" the noun; "a plan to attack" whoever has the plan."""
    head = verb.head
    if verb.tag_ in {"VBG", "VBN"} and child(verb, "aux") is None:
        return _climb(head, depth) if head.lemma_ in DOCUMENTS and verb.tag_ == "VBG" else head
    owner = child(head, "poss")
    return owner if owner is not None else _climb(head, depth)


def _climb(token: Token, depth: int) -> Token | None:
    """Return the subject of the nearest verb at or above `token`."""
    for _ in range(6):
        if token.pos_ in {"VERB", "AUX"}:
            return subject(token, depth + 1)
        if token.head == token:
            return None
        token = token.head
    return None


def _patient(verb: Token) -> Token | None:
    if is_passive(verb):
        return child(verb, "nsubjpass", "nsubj")
    direct = child(verb, "dobj", "dative")
    return direct if direct is not None else next(preposition(verb, "on", "upon", "for"), None)


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else `token`."""
    if token.tag_ in {"WDT", "WP"} or (token.lower_ == "that" and verb.dep_ == "relcl"):
        clause = verb
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ in {"relcl", "acl"}:
            return clause.head
    return token


def patient(verb: Token) -> Token | None:
    """Return whom or what the verb is done to: the direct object, or the subject of a passive."""
    if is_passive(verb):
        own = child(verb, "nsubjpass")
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        return _shared_subject(verb, 0) if verb.dep_ == "conj" else None
    direct = next((each for each in verb.children if each.dep_ in {"dobj", "dative"} and not _is_complementizer(each)), None)
    if direct is not None:
        return _antecedent(direct, verb)
    return _shared_object(verb)


def _is_complementizer(token: Token) -> bool:
    """Say whether the parser took the "that" of "concerns that X might …" for an object."""
    return token.lower_ == "that" and token.tag_ == "IN"


def displaced_subject(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser drew into the phrase before it.

    "In response to drills by A and B, C fires missiles": C ends up coordinated with B, and the verb without a subject.
    """
    if verb.tag_ not in {"VBZ", "VBD", "VBP"} or verb.dep_ not in {"ROOT", "acl", "relcl", "ccomp", "advcl"}:
        return None
    if child(verb, "nsubj", "nsubjpass", "csubj", "expl") is not None or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    if noun.dep_ not in {"conj", "pobj", "appos", "dobj"} or noun.pos_ not in {"PROPN", "NOUN"}:
        return None
    start = noun.left_edge.i
    return noun if start > noun.sent.start and noun.doc[start - 1].text == "," else None


def _shared_object(verb: Token) -> Token | None:
    """Return the object that a verb shares with the next one: "seized and detained the crew"."""
    later = child(verb, "conj")
    if later is None or later.pos_ != "VERB" or later.i - verb.i > 2:
        return None
    return child(later, "dobj")


def agent(verb: Token) -> Token | None:
    """Return the "by …" of a passive."""
    marker = child(verb, "agent")
    if marker is not None:
        return child(marker, "pobj")
    return next(preposition(verb, "by"), None) if is_passive(verb) else None


def is_negated(token: Token) -> bool:
    """Say whether a word is denied: by "not", "neither … nor", "no" before it or its subject, or "without" over it."""
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return True
    if token.dep_ == "conj" and any(each.lower_ in {"neither", "nor"} for each in token.head.children):
        return True
    return any(_denies(each) for each in token.children)


def _denies(word: Token) -> bool:
    """Say whether a word denies what it hangs on: "not", "no", a subject that nobody fills, "no longer"."""
    if word.dep_ == "neg" or word.lower_ in {"neither", "no"} or _is_nobody(word):
        return True
    return word.lower_ == "longer" and any(each.lower_ == "no" for each in word.children)


def _is_nobody(token: Token) -> bool:
    """Say whether a word is a subject that nobody fills: "no Russian soldier", "none of them"."""
    return token.dep_ in SUBJECTS and (
        token.lower_ in {"none", "nobody", "nothing"} or any(each.lower_ in {"no", "neither"} for each in token.lefts)
    )


def ancestors(token: Token, most: int = 12) -> Iterator[Token]:
    """Yield the heads above `token` up to the root."""
    for _ in range(most):
        if token.head == token:
            return
        token = token.head
        yield token


def phrase(head: Token) -> tuple[int, int]:
    """Return the tokens [start, end) of a noun's own phrase: premodifiers and the noun, without articles and numbers."""
    start = head.i
    for each in reversed(list(head.lefts)):
        if (
            (each.dep_ in MODIFIERS and each.i == start - 1 - _gap(head, start))
            or each.dep_ == "punct"
            or (each.right_edge.i == start - 1 and each.dep_ in MODIFIERS)
        ):
            start = each.left_edge.i
        else:
            break
    return start, head.i + 1


def _gap(head: Token, start: int) -> int:
    return 1 if start > 0 and head.doc[start - 1].dep_ == "case" else 0

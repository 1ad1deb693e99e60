"""Words that stand for what was named before: each pronoun and definite description of an article is resolved once."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.coreference import BODIES, MANY, ORDER, PERSONAL, PRONOUNS, THINGS, antecedents
from etl.transform.lexicon import words
from etl.transform.linked import person_actor
from etl.transform.reading import Actor, Reading, as_actor, reading

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl"})
_ASKED = frozenset(["i", "me", "my", "myself", "you", "your", "yourself"])
_INTERVIEW = 3  # times that somebody says "I" outside quotation marks
_WEATHER = frozenset({"be", "seem", "appear", "take", "remain", "become", "happen", "turn", "make"})


def find_standins(doc: Doc) -> Doc:
    """Resolve what events did not ask for, so that chains hold every pronoun and description."""
    kept = reading(doc)
    described = words("descriptions", "refers")
    nouns = frozenset().union(*described.values())
    asked = _interviewed(doc, kept)
    titles = {index for each in kept.people for office in each.offices for index in range(office.start, office.end)}
    for token in doc:
        if asked is not None and token.lower_ in _ASKED and _speaks(kept, token):
            kept.coreference[token.i] = asked
        if token.i in kept.coreference or token.i in kept.at or token.i in titles:
            continue
        if token.lower_ in PRONOUNS:
            if not _is_empty(token):
                _pronoun(kept, token)
        elif token.tag_ in {"WP", "WDT", "WP$"}:
            kept.coreference[token.i] = _relative(kept, token)
        elif token.lower_ in ORDER or (token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in nouns):
            antecedents(token)
    return doc


def _interviewed(doc: Doc, kept: Reading) -> list[Actor] | None:
    """Return who speaks as "I" outside quotation marks: in an interview the person most spoken of before."""
    said = doc.vocab.strings["I"]  # numbers are compared without making a token of each
    spoken = [i for i, orth in enumerate(doc.to_array("ORTH").tolist()) if orth == said and not _is_quoted(kept, doc[i])]
    if len(spoken) < _INTERVIEW:
        return None
    first = spoken[0]
    named = [each for each in kept.people if " " in each.name and any(link.start < first for link in each.links)]
    person = max(named, key=lambda each: sum(link.start < first for link in each.links), default=None)
    return [person_actor(kept, person.links[0])] if person is not None else None


def _speaks(kept: Reading, token: Token) -> bool:
    """Say whether "I" is the one interviewed, or "you" in a question to them."""
    if _is_quoted(kept, token):
        return False
    return token.lower_ in PERSONAL or token.sent.text.rstrip().endswith("?")


def _is_quoted(kept: Reading, token: Token) -> bool:
    return any(quote.start_char <= token.idx < quote.end_char for quote in kept.quotes)


def _pronoun(kept: Reading, token: Token) -> None:
    """Resolve a pronoun; a thing only where the subject before it is the one that is meant."""
    found = antecedents(token)
    if not found and token.lower_ in MANY:
        kept.coreference[token.i] = _one(kept, token)
    if found and token.lower_ in THINGS and not _is_topic(token, found[0]):
        kept.coreference[token.i] = []


def _one(kept: Reading, token: Token) -> list[Actor]:
    """Return the body that "they" stands for: the subject before it."""
    doc = token.doc
    for index in range(token.i - 1, _first(token) - 1, -1):
        if doc[index].dep_ in syntax.SUBJECTS and doc[index].pos_ != "PRON":
            link = kept.at.get(index)
            return [as_actor(link)] if link is not None and link.cls in BODIES else []
    return []


def _first(token: Token) -> int:
    """Return the first token of the sentence before that of a token."""
    doc, sentence = token.doc, token.sent
    return doc[sentence.start - 1].sent.start if sentence.start else sentence.start


def _is_topic(token: Token, actor: Actor) -> bool:
    """Say whether the nearest subject before a word is the actor, in its sentence or the one before."""
    doc = token.doc
    for index in range(token.i - 1, _first(token) - 1, -1):
        if doc[index].dep_ in syntax.SUBJECTS and doc[index].lower_ not in THINGS and doc[index].tag_ not in {"WP", "WDT"}:
            return actor.start <= index < actor.end
    return False


def meant(token: Token, actor: Actor) -> str | None:
    """Return the IRI of the official that a word stands for, where events code the nation the official acts for."""
    personal = token.lower_ in PERSONAL | _ASKED or token.tag_ in {"WP", "WP$"}
    personal = personal or token.lemma_.lower() in words("descriptions", "refers")["person"]
    return actor.through if personal else None


def _is_empty(token: Token) -> bool:
    """Say whether "it" stands for nothing named: "it is clear that", "it took days to"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    clause = any(each.dep_ in _CLAUSES and each.i > verb.i for each in verb.children)
    return token.dep_ == "expl" or (token.dep_ in syntax.SUBJECTS and verb.lemma_ in _WEATHER and clause)


def _relative(kept: Reading, token: Token) -> list[Actor]:
    """Return what "who", "which" or "whose" stands for: the name that its clause hangs on."""
    clause = token.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            break
        clause = clause.head
    link = kept.at.get(clause.head.i) if clause.dep_ == "relcl" else None
    return [as_actor(link)] if link is not None and link.end <= token.i else []

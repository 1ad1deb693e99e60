"""Who says it: the phrase that an attribution verb, "according to" or a document names as the speaker."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import words

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_INNER = frozenset({"compound", "amod", "poss", "det", "nmod", "case", "nummod"})
_NOBODY = frozenset({"you", "one", "there", "this", "that", "which", "what", "something"})
_REACH = 12  # tokens from an attribution verb to a subject that the parser missed


def speaker_of(verb: Token, quoted: frozenset[int] = frozenset()) -> Token | None:
    """Return the head of the phrase that names who says it; tokens of `quoted` are said by him and do not name him."""
    if verb.lower_ == "according":
        head = next((each for each in according(verb) if each.i not in quoted), None)
    else:
        head = _doer(verb, quoted)
        if (head is None or head.i in quoted) and verb.tag_ in {"VBD", "VBZ", "VBP"} and not syntax.is_passive(verb):
            head = _beside(verb, quoted)
    if head is None or head.i in quoted or head.pos_ not in _NOMINAL or head.lower_ in _NOBODY:
        return None
    return _named(_owner(head, quoted), verb)


def _doer(verb: Token, quoted: frozenset[int]) -> Token | None:
    if is_misread(verb, quoted):
        return verb.head
    if (relaying := _relaying(verb)) is not None:
        return syntax.patient(relaying)
    doer = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb) or _set_off(verb)
    return doer if doer is None or doer.pos_ != "PROPN" or _is_person(doer) else _source(verb) or doer


def _relaying(verb: Token) -> Token | None:
    """Return the verb by which somebody is only passed on: "Interfax cited X as saying", "X was quoted by Xinhua as saying"."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    said = (each for prep in over.children if prep.lower_ == "as" for each in prep.children if each.dep_ == "pcomp")
    is_relayed = over.lemma_.lower() in words("attribution")["relay"] and next(said, None) is not None
    return over if is_relayed else None


def _set_off(verb: Token) -> Token | None:
    """Return the name before a clause in commas, which the parser took for an adverb: "Kyodo, quoting an official, said"."""
    found = syntax.child(verb, "npadvmod")
    return found if found is not None and found.pos_ == "PROPN" and found.i < verb.i else None


def _source(verb: Token) -> Token | None:
    """Return the person whom a medium says it quotes: "Kyodo reported, citing an unnamed official"."""
    kinds = words("attribution")
    for each in verb.children:
        if each.dep_ == "advcl" and each.tag_ == "VBG" and each.lemma_.lower() in kinds["relay"]:
            found = syntax.patient(each)
            if found is not None and (_is_person(found) or found.lemma_.lower() in kinds["source"]):
                return found
    return None


def is_misread(verb: Token, quoted: frozenset[int]) -> bool:
    """Say whether the parser took "the president, X, called Y" for one whom somebody called so: it has an object."""
    objects = (each for each in verb.children if each.dep_ in {"dobj", "oprd"} and each.i not in quoted)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and syntax.agent(verb) is None and next(objects, None) is not None


def according(token: Token) -> list[Token]:
    """Return the nouns behind "according to", also those that the parser hangs on "according" itself."""
    return [
        found for each in token.children for found in ([each] if each.dep_ == "pobj" else list(syntax.objects_of(each)))
    ]  # fmt: skip


def _beside(verb: Token, quoted: frozenset[int]) -> Token | None:
    """Return the noun just before a verb, or just behind it where the quotation goes before: "…," said the minister."""
    doc = verb.doc
    for places in (range(verb.i - 1, max(verb.i - _REACH, -1), -1), range(verb.i + 1, min(verb.i + _REACH, len(doc)))):
        for index in places:
            token = doc[index]
            if index in quoted or token.is_punct or token.is_space or token.pos_ in {"VERB", "SCONJ", "CCONJ"}:
                break
            if token.pos_ in _NOMINAL and not _is_said(token, verb):
                return _top(token, quoted)
    return None


def _is_said(token: Token, verb: Token) -> bool:
    """Say whether a noun stands in the clause that a verb reports: it names nobody who says it."""
    return any(each.dep_ == "ccomp" and each.left_edge.i <= token.i <= each.right_edge.i for each in verb.rights)


def _top(token: Token, quoted: frozenset[int]) -> Token:
    """Return the head of the noun phrase that a token stands in."""
    while token.dep_ in _INNER and token.head.pos_ in _NOMINAL and token.head.i not in quoted:
        token = token.head
    return token


def _owner(head: Token, quoted: frozenset[int]) -> Token:
    """Return whose statement, letter or tweet it is that "reads" something, the document itself where nobody's."""
    if head.lemma_.lower() not in words("attribution")["document"]:
        return head
    owner = syntax.child(head, "poss") or next(syntax.preposition(head, "from", "by"), None)
    if owner is None and head.dep_ == "dobj":  # "released a statement which read"
        owner = syntax.subject(head.head)
    return owner if owner is not None and owner.i not in quoted else head


def _named(head: Token, verb: Token) -> Token:
    """Return the name in "his father, Abdullah Kurdi", "the mayor of London, Sadiq Khan" and "study author Carl Lipo"."""
    if _is_person(head) or head.pos_ not in {"NOUN", "PROPN"}:
        return head
    holders = (head, *syntax.preposition(head, "of", "for", "at"))
    apposed = next((e for each in holders for e in each.children if e.dep_ == "appos" and _is_person(e)), None)
    return apposed or _before(verb) or _behind(head) or head


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def _before(verb: Token) -> Token | None:
    """Return the person whose name ends right before a verb, where the parser lost him: "his daughter, and heir, X wrote"."""
    index = verb.i - 1
    while index > 0 and (verb.doc[index].text == "," or verb.doc[index].dep_ in {"aux", "advmod"}):
        index -= 1
    token = verb.doc[index]
    return token if index >= 0 and _is_person(token) and token.dep_ not in {"pobj", "poss", "dobj"} else None


def _behind(head: Token) -> Token | None:
    """Return the end of the name that follows a title with nothing between, where the parser took the title for the head."""
    found, index = None, head.i + 1
    while index < len(head.doc) and (head.doc[index].pos_ in {"NOUN", "PROPN", "ADJ"} or head.doc[index].text == "-"):
        found = head.doc[index] if _is_person(head.doc[index]) else found
        index += 1
    return found

"""How a speaker is named: a person in full, else the words of the text, also where a pronoun or "the spokesman" speaks."""

from difflib import SequenceMatcher

from spacy.tokens import Token

from etl import ids
from etl.transform.actors import actors
from etl.transform.assembly.draft import Draft
from etl.transform.lexicon import words
from etl.transform.quotes import QuoteSpan
from etl.transform.reading import Link
from etl.transform.syntax import SUBJECTS

_THIRD = frozenset({"he", "she", "it", "they"})
_ARTICLES = frozenset({"a", "an", "the"})
_ANOTHER = frozenset({"a", "an", "another", "one", "some"})
_WITHIN = frozenset({"of", "from", "within", "in", "for", "at", "to"})
_ALIKE = 0.8  # two spellings of one surname ("Choe", "Choi") share this much


def speaker_name(draft: Draft, quote: QuoteSpan, said: list[tuple[Token, str]]) -> str | None:
    """Return the speaker as readers would name him; `said` are those who spoke before, with their names."""
    token = quote.speaker
    if token is None:
        return None
    link = draft.kept.at.get(token.i)
    if link is not None:
        return _linked(draft, token, link, said)
    if token.pos_ == "PRON":
        goes_on = _goes_on(draft, token, said)
        return (said[-1][1] if goes_on else _meant(draft, token) or _said_before(token, said)) or token.text
    if any(each.lower_ in _ANOTHER for each in token.lefts):
        return _words(token)
    return _meant(draft, token) or _by_title(draft, token) or _said_before(token, said) or _words(token)


def _by_word(draft: Draft, token: Token) -> str | None:
    """Return the person of whose name a single word is the first or the last: "Han" for Han Seung-jae."""
    for person in reversed(draft.kept.by_word.get(ids.fold(token.text), [])):
        if token.text in (person.name.split()[0], person.name.split()[-1]):
            return person.name
    return None


def _by_title(draft: Draft, token: Token) -> str | None:
    """Return the official that "the Vietnamese minister" means: the latest with the title, of the nation if one is told."""
    before = list(token.lefts)
    if token.lemma_.lower() not in words("descriptions", "refers")["person"] or not any(e.lower_ == "the" for e in before):
        return None
    homes = {link.label for each in before if (link := draft.kept.at.get(each.i)) is not None and link.cls == "Nation"}
    fitting = [
        person for person in draft.kept.people
        if any(token.lemma_.lower() in office.title.lower() for office in person.offices)
        and (not homes or person.home in homes) and any(link.start < token.i for link in person.links)
    ]  # fmt: skip
    latest = max(fitting, key=lambda each: max(e.start for e in each.links if e.start < token.i), default=None)
    return latest.name if latest is not None else None


def _goes_on(draft: Draft, token: Token, said: list[tuple[Token, str]]) -> bool:
    """Say whether "he" goes on speaking: nobody else has been the subject in the paragraph since the last one spoke."""
    if not said or token.lower_ not in _THIRD or said[-1][0].i > token.i:
        return False
    last = said[-1][0]
    between = draft.doc[last.i + 1 : token.i]
    person = last.ent_type_ == "PERSON" or last.pos_ in {"NOUN", "PRON"}
    if any("\n" in each.text for each in between) or (not person and token.lower_ in {"he", "she"}):
        return False
    return not any(each.dep_ in SUBJECTS and each.i in draft.kept.at for each in draft.doc[last.sent.end : token.i])


def _linked(draft: Draft, token: Token, link: Link, said: list[tuple[Token, str]]) -> str:
    person = draft.kept.person(link.iri)
    if person is not None:
        return person.name if " " in person.name else _spelled_otherwise(person.name, said) or person.name
    if link.kind == "named" and link.length == 1 and (name := _by_word(draft, token) or _spelled_otherwise(token.text, said)):
        return name
    through = next((each.through for each in actors(token) if each.through), None)
    official = draft.kept.person(through) if through else None
    return official.name if official is not None else _words(token)


def _meant(draft: Draft, token: Token) -> str | None:
    """Return the name of the one person, for a pronoun also the state or body, that words stand for."""
    found, pronoun = actors(token), token.pos_ == "PRON"
    if len(found) != 1 or token.tag_ in {"NNS", "NNPS"}:
        return None
    actor = found[0]
    person = draft.kept.person(actor.through or actor.iri)
    if person is not None:
        return person.name
    return draft.doc[actor.start : actor.end].text if pronoun and actor.cls != "Official" else None


def _said_before(token: Token, said: list[tuple[Token, str]]) -> str | None:
    """Return who spoke last, for "he" and for "the spokesman" after a spokesman."""
    if token.pos_ == "PRON":
        return said[-1][1] if said and token.lower_ in _THIRD else None
    if any(each.dep_ not in {"det", "punct"} for each in token.children):
        return None
    return next((name for other, name in reversed(said) if token.lemma_ in {other.lemma_, *_titles(other)}), None)


def _titles(name: Token) -> set[str]:
    return {each.lemma_ for each in name.children if each.dep_ in {"compound", "appos"}}


def _spelled_otherwise(surname: str, said: list[tuple[Token, str]]) -> str | None:
    """Return the full name of one who spoke before and whose surname differs in a letter: "Sarea", "Saree"."""
    folded = surname.casefold()
    for _, name in reversed(said):
        last = name.split()[-1].casefold()
        if " " in name and SequenceMatcher(None, folded, last).ratio() >= _ALIKE:
            return name
    return None


def _words(token: Token) -> str:
    """Return the noun phrase without its article, with what it is "of" or "within"."""
    start, end = token.left_edge.i, token.i + 1
    while start < token.i and (token.doc[start].lower_ in _ARTICLES or token.doc[start].is_punct):
        start += 1
    for each in token.rights:
        if each.i != end or each.dep_ != "prep" or each.lower_ not in _WITHIN:
            break
        end = each.right_edge.i + 1
    return token.doc[start:end].text

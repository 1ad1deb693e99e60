"""Who relays a statement: "according to news agency Tass", "Xinhua reported"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from etl.knowledge import remembered
from etl.transform import syntax
from etl.transform.lexicon import read, words


@remembered
def names() -> dict[str, str]:
    """Return for each name of a medium the one it goes by."""
    return {alias: row["name"] for row in read("media") for alias in (row["name"], *filter(None, row["aliases"].split("|")))}


def medium_named(head: Token) -> str | None:
    """Return the medium that the phrase headed by `head` names: one that is known, or a name beside "agency"."""
    phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
    for start in range(phrase.start, head.i + 1):
        for end in range(min(phrase.end, start + 4), start, -1):
            if (name := names().get(head.doc[start:end].text.removesuffix("'s"))) is not None and start <= head.i:
                return name
    return _described(head)


def _described(head: Token) -> str | None:
    """Return "Noticias" of "the newspaper Noticias" and "state television" of "Syrian state television"."""
    nouns = words("attribution")["medium"]
    if head.pos_ == "PROPN" and any(each.lemma_.lower() in nouns for each in head.lefts):
        return head.text
    if head.lemma_.lower() not in nouns:
        return None
    apposed = syntax.child(head, "appos")
    if apposed is not None and apposed.pos_ == "PROPN":
        return apposed.text
    return head.doc[head.left_edge.i : head.i + 1].text


def _according(token: Token) -> Iterator[Token]:
    """Yield the nouns behind "according to", also those that the parser hangs on "according" itself."""
    for each in token.children:
        if each.dep_ == "pobj":
            yield each
        yield from syntax.objects_of(each)


def medium_of(sentence: Span) -> str | None:
    """Return the medium that a sentence says relays it, None where it names none."""
    for token in sentence:
        if token.lower_ == "according":
            named = [medium_named(each) for each in _according(token)]
            found = [name for name in named if name is not None]
            if found:
                return next((name for name in found if name in names().values()), found[0])
        elif token.pos_ == "VERB" and token.lemma_.lower() in {"report", "say", "quote", "cite", "write", "announce", "tell"}:
            head = syntax.child(token, "nsubj") or syntax.agent(token)
            if head is not None and (name := medium_named(head)) is not None:
                return name
    return None

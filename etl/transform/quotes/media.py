"""Who relays a statement: "according to news agency Tass", "Xinhua reported"."""

from spacy.tokens import Span, Token

from etl.knowledge import remembered
from etl.transform import syntax
from etl.transform.lexicon import read, words
from etl.transform.quotes.speakers import according

# The medium of each sentence that was read, by its first token.
type Media = dict[int, str | None]

_BACK = 80  # tokens before "the agency" in which its name is looked for


@remembered
def names() -> dict[str, str]:
    """Return for each name of a medium the one it goes by."""
    return {alias: row["name"] for row in read("media") for alias in (row["name"], *filter(None, row["aliases"].split("|")))}


def medium_named(head: Token) -> str | None:
    """Return the medium that the phrase headed by `head` names: one that is known, or a name beside "agency"."""
    phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
    for start in range(phrase.start, head.i + 1):
        for end in range(min(phrase.end, start + 4), start, -1):
            last = head.doc[end - 1]
            if (last == head or last.head == head) and (name := names().get(head.doc[start:end].text.removesuffix("'s"))):
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
    words_ = head.doc[head.left_edge.i : head.i + 1]
    if words_.text.islower() and words_[0].lower_ == "the":
        return _named_before(head) or words_.text
    return words_[1:].text if words_[0].lower_ == "the" and len(words_) > 1 else words_.text


def _named_before(head: Token) -> str | None:
    """Return the medium that "the news agency" means: the last one that the sentences before name."""
    doc, known = head.doc, names()
    for end in range(head.left_edge.i, max(head.i - _BACK, 0), -1):
        for start in range(max(end - 4, 0), end):
            if (name := known.get(doc[start:end].text)) is not None:
                return name
    return None


def outlet_of(verb: Token) -> str | None:
    """Return through which medium a speaker says it himself: "told NHK", "said on TV", "tweeted"."""
    if verb.lemma_.lower() == "tweet":
        return "Twitter"
    heads = [each for each in verb.children if each.dep_ in {"dobj", "dative"} and verb.lemma_.lower() in {"tell", "inform"}]
    for each in (verb, *(each for each in verb.children if each.lower_ in {"speaking", "talking"})):
        heads += syntax.preposition(each, "on", "to", "via", "with")
    found = (_masthead(each) or medium_named(each) for each in heads)
    return next((name for name in found if name is not None and not name.islower()), None)


def _masthead(head: Token) -> str | None:
    """Return "the Daily Mail" and "TV" without the article: names that end as those of papers and stations do, and platforms."""
    kinds = words("attribution")
    if head.lower_ in kinds["platform"] and not any(each.dep_ == "compound" for each in head.lefts):
        return head.text
    if head.lower_ not in kinds["masthead"] or not head.text[:1].isupper():
        return None
    start = head.left_edge.i + (head.doc[head.left_edge.i].dep_ == "det")
    return head.doc[start : head.i + 1].text if start < head.i else None


def _source(verb: Token) -> Token | None:
    """Return whom "was quoted as saying by Interfax" names."""
    return next(syntax.preposition(verb, "by"), None) if verb.head.lower_ == "as" else None


def medium_of(sentence: Span, media: Media) -> str | None:
    """Return the medium that a sentence says relays it, None where it names none; it is read once, into `media`."""
    if sentence.start not in media:
        media[sentence.start] = _relaying(sentence)
    return media[sentence.start]


def _relaying(sentence: Span) -> str | None:
    for token in sentence:
        if token.lower_ == "according":
            named = [medium_named(each) for each in according(token)]
            found = [name for name in named if name is not None]
            if found:
                return next((name for name in found if name in names().values()), found[0])
        elif token.pos_ == "VERB" and token.lemma_.lower() in {"report", "say", "quote", "cite", "write", "announce", "tell"}:
            head = syntax.child(token, "nsubj", "npadvmod") or syntax.agent(token) or _source(token)
            if head is not None and (name := medium_named(head)) is not None:
                return name
    return None

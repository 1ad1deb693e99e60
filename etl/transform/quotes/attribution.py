"""Whose word a passage is: the article's own, a speaker's, relayed by a medium or not."""

from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.quotes.media import Media, medium_named, medium_of
from etl.transform.quotes.spans import QuoteSpan
from etl.transform.quotes.speakers import speaker_of


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker's head token, the medium, and whether the article only passes on what somebody says.

    A passage may be reported without a speaker that the text names ("was accused of").
    """

    speaker: Token | None
    medium: str | None
    reported: bool


def attribution(cue: Token, quotes: list[QuoteSpan], media: Media) -> Attribution:
    """Return who says what `cue` tells; what is not reported is said in the article's own voice."""
    for quote in quotes:
        if quote.direct and quote.start_char <= cue.idx < quote.end_char:
            return Attribution(quote.speaker, quote.medium, True)
    medium = medium_of(cue.sent, media)
    verb = _governor(cue)
    if verb is None:
        return Attribution(None, medium, medium is not None)
    speaker = speaker_of(verb)
    if speaker is not None and medium is not None and medium_named(speaker) == medium:
        return Attribution(None, medium, True)
    return Attribution(speaker, medium, True)


def _governor(cue: Token) -> Token | None:
    """Return the attribution verb whose reported clause the cue stands in, None where the article speaks itself."""
    assertive = words("attribution")["assertive"]
    token = cue
    for head in syntax.ancestors(cue, 12):
        if head.pos_ == "VERB" and head.lemma_.lower() in assertive and _reports(head, token):
            return head
        token = head
    return None


def _reports(verb: Token, below: Token) -> bool:
    if below.dep_ == "ccomp":
        return True
    return (
        verb.lemma_.lower() in {"accuse", "allege", "deny"}
        and below.dep_ in {"prep", "dobj", "xcomp", "pcomp"}
        and below.i > verb.i
        and below.lower_ != "against"
    )

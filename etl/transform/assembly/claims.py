"""Claims: what was said, by whom, through which medium, and about whom."""

from spacy.tokens import Token

from etl import ids
from etl.model import Evidence, Quote, Statement
from etl.transform.actors import actors
from etl.transform.assembly.draft import Draft
from etl.transform.assembly.entities import Registry
from etl.transform.assembly.speakers import speaker_name
from etl.transform.quotes import QuoteSpan

_SUBJECTS = frozenset({"Nation", "Organization", "Alliance", "Official", "Event", "Exercise"})


def add_claims(draft: Draft, registry: Registry) -> None:
    """Add a Claim for each quote whose speaker is known; every quote goes into the graph's list."""
    said: list[tuple[Token, str]] = []
    for quote in draft.kept.quotes:
        name = speaker_name(draft, quote, said)
        speakers = _speakers(draft, registry, quote)
        shift = draft.kept.shift
        claim = ids.claim(speakers[0] if speakers else None, quote.text)
        draft.quotes.append(
            Quote(
                quote.start_char + shift,
                quote.end_char + shift,
                quote.text,
                name,
                quote.medium,
                quote.direct,
                claim,
            )
        )
        if quote.speaker is not None and name is not None and (quote.direct or quote.speaker.ent_type_ == "PERSON"):
            said.append((quote.speaker, name))
        if speakers:
            _claim(draft, quote, claim, speakers)
        else:
            draft.kept.drop("attribution", "a quote whose speaker is not known", quote.text[:80])


def _speakers(draft: Draft, registry: Registry, quote: QuoteSpan) -> list[str]:
    if quote.speaker is None:
        return []
    link = draft.kept.at.get(quote.speaker.i)
    if link is not None and link.cls == "Official":
        return [registry.link(draft, link)]
    return [
        registry.person(draft, person)
        if actor.through and (person := draft.kept.person(actor.through))
        else registry.link(draft, actor)
        for actor in actors(quote.speaker)
    ]


def _claim(draft: Draft, quote: QuoteSpan, claim: str, speakers: list[str]) -> None:
    draft.entity(claim, "Claim", text=quote.text, direct=quote.direct)
    start, end = quote.start_char + draft.kept.shift, quote.end_char + draft.kept.shift
    supported = [claim]
    supported += [draft.state(Statement(speaker, "SAID", claim)) for speaker in speakers]
    supported += [draft.state(Statement(claim, "ABOUT", about)) for about in _subjects(draft, start, end)]
    token = draft.doc.char_span(quote.start_char, quote.end_char, alignment_mode="expand")
    sentence, first, last = draft.sentence(token.start if token is not None else 0)
    verb = quote.verb
    draft.support(
        Evidence(
            tuple(dict.fromkeys(supported)), sentence, first, last, "claim.direct" if quote.direct else "claim.indirect", 0.85,
            cue=verb.text if verb is not None else "", cue_start=start, cue_end=end, medium=quote.medium,
        )
    )  # fmt: skip


def _subjects(draft: Draft, start: int, end: int) -> list[str]:
    """Return the entities that the words [start, end) speak of, and the situations whose cue lies in them."""
    found = [m.entity for m in draft.mentions.values() if start <= m.start and m.end <= end]
    found += [
        each.supports[0]
        for each in draft.evidence.values()
        if each.cue_start is not None and each.cue_end is not None and start <= each.cue_start and each.cue_end <= end
    ]
    return [iri for iri in dict.fromkeys(found) if iri in draft.entities and draft.entities[iri].cls in _SUBJECTS]

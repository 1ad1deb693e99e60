"""Coreference by links (MUC): what stands for one entity in the gold, and what a fact sheet takes for one.

A chain of n mentions has n - 1 links. A link is right where both sides join two mentions, missed where only the gold does, and
spurious where only the fact sheet does. Source: Vilain et al. 1995, "A model-theoretic coreference scoring scheme", MUC-6.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

type Span = tuple[int, int]
type Link = dict[str, Any]

# Where a noun phrase goes on behind its head: "the head |of NATO", "Turkey|, who is knocking on the door".
_BEHIND_HEAD = re.compile(r"[,(:;“\"]|\s(?:of|in|at|on|for|from|to|by|with|near|who|which|that|where|whose|and)\b")
OWNER = re.compile(r"['’]s?$")
_SPEAKERS = re.compile(r"(?:i|you|we|me|us|my|your|our|mine|yours|ours|myself|yourself|ourselves)$", re.IGNORECASE)
_PRONOUNS = re.compile(
    r"(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|(?:him|her|it|them)sel(?:f|ves)|who|whose|which|this|that|these|those)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of the gold: where it stands, its text, the chain that it belongs to, and what the chain is about."""

    span: Span
    text: str
    chain: str
    about: str | None


def head(span: Span, text: str) -> Span:
    """Return where the last word before an addition stands: "Key" in "Prime Minister John Key, who"."""
    start = span[0] + len(text) - len(text.lstrip())
    behind = _BEHIND_HEAD.search(text, start - span[0] + 1)
    phrase = OWNER.sub("", text[: behind.start() if behind else None].rstrip())
    return max(start, span[0] + phrase.rfind(" ") + 1), span[0] + len(phrase)


def reference(text: str) -> str:
    """Return how a mention refers, which is the class of an error with it."""
    if text != "US" and _SPEAKERS.match(text):
        return "speaker's pronoun"
    if _PRONOUNS.match(text):
        return "pronoun"
    start, _ = head((0, len(text)), text)
    return "name" if text[start:][:1].isupper() else "description"


def links(mentions: Sequence[Mention], chains: Sequence[Sequence[Span]], text: str) -> tuple[list[Link], list[Link]]:
    """Return the links of the gold's chains that are about something of interest, and those that a fact sheet makes of them.

    Chains of a fact sheet that hold no mention of interest do not count, nor spans that are no mention of the gold, nor those
    in several chains, which stand for a group.
    """
    found = _aligned(mentions, chains, text)
    gold_chain = {place: each.chain for place, each in enumerate(mentions)}
    gold = [
        link for chain in _grouped(gold_chain).values() if mentions[chain[0]].about for link in _joined(mentions, chain, found)
    ]
    given: list[Link] = []
    for chain in _grouped(found).values():
        if any(mentions[place].about for place in chain):
            given.extend(_joined(mentions, chain, gold_chain))
    return gold, given


def _aligned(mentions: Sequence[Mention], chains: Sequence[Sequence[Span]], text: str) -> dict[int, int]:
    """Return for mentions of the gold the number of the chain in which the fact sheet has them."""
    in_chains = Counter((start, end) for chain in chains for start, end in {*map(tuple, chain)})
    heads = [head(each.span, each.text) for each in mentions]
    found: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for start, end in chain:
            if in_chains[start, end] == 1:
                place = _mention((start, end), mentions, heads, text)
                if place is not None:
                    found.setdefault(place, number)
    return found


def _mention(span: Span, mentions: Sequence[Mention], heads: Sequence[Span], text: str) -> int | None:
    """Return the mention of the gold with the same head that agrees best in extent."""
    own = head(span, text[slice(*span)])
    fits = [place for place, each in enumerate(mentions) if _within(heads[place], span) and _within(own, each.span)]
    return max(fits, key=lambda place: _common(span, mentions[place].span), default=None)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _common(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0]))


def _grouped(chains: Mapping[int, Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for place in sorted(chains):
        groups.setdefault(chains[place], []).append(place)
    return groups


def _joined(mentions: Sequence[Mention], chain: Sequence[int], other: Mapping[int, Hashable]) -> Iterator[Link]:
    """Yield the links of a chain: within each part that the other side joins as well, and from each part to the next."""
    parts = _grouped({place: other.get(place, ("alone", place)) for place in chain})
    about = next(filter(None, (mentions[place].about for place in chain)))
    for part in parts.values():
        yield from (_link(mentions[one], mentions[two], about) for one, two in pairwise(part))
    for part in list(parts.values())[1:]:
        before = max(place for place in chain if place < part[0])
        yield _link(mentions[before], mentions[part[0]], about)


def _link(one: Mention, other: Mention, about: str) -> Link:
    return {
        "type": reference(other.text),
        "mention": other.text,
        "antecedent": one.text,
        "about": about,
        "spans": [one.span, other.span],
    }

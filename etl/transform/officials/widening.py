"""From a known title to the whole of it in the text: its subject, its rank and the nation an envoy is sent to."""

from spacy.tokens import Doc

from etl.transform.reading import reading

# Words that a title is built on with any subject before it ("oil minister") or behind it ("minister of sport").
_OPEN = frozenset({"minister", "secretary", "commissioner", "ministers", "secretaries"})
_PREFIX = frozenset({"deputy", "vice", "assistant", "first", "prime", "chief", "state", "under", "junior", "senior"})
# Before other titles these count or place: "the first president", "under President Bush".
_BEFORE_DEPUTIES = frozenset({"first", "under"})
# Titles that a name follows: "spokesman for | President X".
_TITLED = frozenset(
    {"president", "prime", "king", "queen", "emir", "sultan", "pope", "chancellor", "premier", "mayor", "governor", "general"}
)
# Titles with the office they speak for before them: "state department spokesman".
_LED = frozenset({"spokesman", "spokeswoman", "spokesperson", "judge", "negotiator", "adviser", "advisor"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_NAMES = frozenset({"GPE", "PERSON"})
_SENT = frozenset({"ambassador", "ambassadors", "envoy", "representative", "coordinator", "consul", "emissary"})


def widen(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the first token of the whole title at [start, end), and the token after its last."""
    words = {token.lower_ for token in doc[start:end]}
    if doc[end - 1].lower_ in _OPEN | _LED:
        while start > 0 and _is_subject(doc, start - 1):
            start -= 1
        if (
            end < len(doc) - 1
            and doc[end].lower_ in {"of", "for"}
            and doc[end].lower_ not in words
            and doc[end + 1].ent_type_ not in _NAMES
        ):
            end = _subject_end(doc, end)
        if doc[end - 1].lower_ in _SPEAKING:
            end = _spoken_for(doc, end)
    if doc[end - 1].lower_ in _SENT:
        end = _sent_to(doc, end)
    while start > 0 and (_is_prefix(doc, start - 1) or _is_hyphened(doc, start - 1)):
        start -= 1
    return start, end


def _is_prefix(doc: Doc, index: int) -> bool:
    word = doc[index].lower_
    if word in _BEFORE_DEPUTIES:
        return doc[index + 1].lower_ in _OPEN | _PREFIX | {"-", "lady"} and doc[index].pos_ != "ADP"
    return word in _PREFIX


def _spoken_for(doc: Doc, end: int) -> int:
    """Return the end of "for the provincial governor" behind a spokesman, else `end`."""
    index = end + 2
    if doc[end:index].text != "for the":
        return end
    while index < len(doc) and index < end + 5 and doc[index].pos_ in {"ADJ", "NOUN"} and doc[index].is_lower:
        index += 1
    return index if index > end + 2 and doc[index - 1].pos_ == "NOUN" else end


def _is_hyphened(doc: Doc, index: int) -> bool:
    """Say whether the hyphen of "Vice-Foreign Minister" stands at `index`."""
    return doc[index].text == "-" and index > 0 and doc[index - 1].lower_ in _PREFIX


def _is_subject(doc: Doc, index: int) -> bool:
    token = doc[index]
    return (
        token.dep_ in {"compound", "nmod", "amod"}
        and token.pos_ in {"PROPN", "NOUN"}
        and token.ent_type_ not in {"GPE", "NORP", "PERSON"}
        and token.is_alpha
        and index not in reading(doc).at
    )


def _subject_end(doc: Doc, end: int) -> int:
    """Return the end of "of Foreign Affairs" behind a title, or `end` where no subject follows."""
    at = reading(doc).at
    index = end + 1
    while (
        index < len(doc)
        and doc[index].lower_ not in _TITLED
        and (doc[index].is_title or doc[index].lower_ in {"and", "the", "of", ","})
    ):
        link = at.get(index)
        if link is not None and link.cls != "Group":
            break
        if doc[index].text == "," and not _goes_on(doc, index):
            break
        index += 1
    while index > end and doc[index - 1].lower_ in {"and", "the", "of", "for", ","}:
        index -= 1
    return index if index > end + 1 else end


def _goes_on(doc: Doc, index: int) -> bool:
    """Say whether a comma parts the subjects of one ministry: "for Business, Enterprise and Regulatory Reform"."""
    return (
        index + 2 < len(doc)
        and doc[index + 1].is_title
        and doc[index + 2].lower_ == "and"
        and doc[index + 3 :][:1].text.istitle()
    )


def _sent_to(doc: Doc, end: int) -> int:
    """Return the end of "to Japan", "for the Middle East Peace Process" behind an envoy, else `end`."""
    if end >= len(doc) - 1 or doc[end].lower_ not in {"to", "for"}:
        return end
    index = end + 1
    if doc[index].lower_ == "the":
        index += 1
    link = reading(doc).at.get(index)
    if link is not None and link.cls != "Official" and link.start == index:
        return _name_end(doc, link.end) if doc[end].lower_ == "for" else link.end
    last = _name_end(doc, index)
    return last if last > index and doc[index].is_title else end


def _name_end(doc: Doc, index: int) -> int:
    at = reading(doc).at
    while index < len(doc) and doc[index].is_title and doc[index].pos_ == "PROPN" and doc[index].ent_type_ != "PERSON":
        if index in at and at[index].cls == "Official":
            break
        index += 1
    return index

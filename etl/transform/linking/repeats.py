"""Names that an article brings in itself: the acronym in brackets behind a name, and each name said again."""

from dataclasses import replace

from spacy.tokens import Doc

from etl.transform.reading import Link, Reading

_LEAST = 3  # letters of a name that may be found again where the recogniser saw none


def find_repeats(doc: Doc, kept: Reading) -> None:
    """Link what the recogniser missed of bodies that it found elsewhere in the article."""
    again = {_words(doc, link): link for link in kept.links if link.kind == "named" and _is_name(doc, link)}
    orths = doc.to_array("ORTH").tolist()  # numbers are compared without making a token of each
    bracket = doc.vocab.strings["("]
    for index, orth in enumerate(orths):
        if orth == bracket:
            again.update(_acronym(doc, kept, index))
    firsts = {doc.vocab.strings[words[0]] for words in again}
    for index, orth in enumerate(orths):
        if orth in firsts and doc[index].pos_ in {"PROPN", "NOUN"}:
            _link(doc, kept, index, again)


def _words(doc: Doc, link: Link) -> tuple[str, ...]:
    return tuple(token.text for token in doc[link.start : link.end])


def _is_name(doc: Doc, link: Link) -> bool:
    return all(token.is_title or token.is_upper for token in doc[link.start : link.end]) and len(link.label) >= _LEAST


def _acronym(doc: Doc, kept: Reading, bracket: int) -> dict[tuple[str, ...], Link]:
    """Return the acronym of "Movimento Verde (MV)" with the link of the name; a known one of the two says what both mean."""
    if bracket == 0 or bracket + 2 >= len(doc) or doc[bracket + 2].text != ")":
        return {}
    short, name = doc[bracket + 1], kept.at.get(bracket - 1)
    if name is None or name.cls not in {"Group", "Organization", "Alliance"} or not (short.is_upper and 2 <= len(short) <= 10):
        return {}
    known = kept.at.get(short.i)
    if name.cls == "Group" and known is not None and known.cls in {"Organization", "Alliance"}:
        _put(kept, replace(known, start=name.start, end=name.end, kind="name"))
        return {}
    if known is not None and known.cls != "Group":
        return {}
    return {(short.text,): name}


def _link(doc: Doc, kept: Reading, index: int, again: dict[tuple[str, ...], Link]) -> None:
    for length in (4, 3, 2, 1):
        span = doc[index : index + length]
        link = again.get(tuple(token.text for token in span))
        if link is None:
            continue
        here = kept.at.get(index)
        free = all(kept.at.get(token.i) is here for token in span)
        if free and (here is None or (here.kind == "named" and here.length <= length and here.iri != link.iri)):
            _put(kept, replace(link, start=index, end=index + length))
        return


def _put(kept: Reading, link: Link) -> None:
    kept.unlink(link.start, link.end)
    kept.add(link)

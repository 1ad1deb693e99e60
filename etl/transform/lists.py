"""Plain lists of nations in a sentence ("India, Japan, and the United States"), read without the parse."""

from spacy.tokens import Token

from etl.transform.reading import Actor, Reading, as_actor, reading

_JOINING = frozenset({",", "and", "&", "or"})
_PASSED = _JOINING | {"the", "both"}


def run(token: Token, index: int, step: int, *, joined: bool = True) -> list[Actor]:
    """Return the nations of the list that starts at token `index` and goes on by `step` (1 or -1) in the sentence of `token`.

    `joined` says whether the first of them may stand at `index` itself, without a comma or "and" before.
    """
    kept, sentence = reading(token.doc), token.sent
    found: list[Actor] = []
    while sentence.start <= index < sentence.end:
        nation = _nation(kept, index)
        if joined and nation is not None:
            found.append(nation)
            index, joined = (nation.end if step > 0 else nation.start - 1), False
        elif token.doc[index].lower_ in _PASSED:
            joined = joined or token.doc[index].lower_ in _JOINING
            index += step
        else:
            break
    return found


def _nation(kept: Reading, index: int) -> Actor | None:
    link = kept.at.get(index)
    if link is None or link.cls != "Nation" or link.kind == "adjective":
        return None
    return as_actor(link)

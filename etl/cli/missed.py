"""What was not read on the screen: each sentence with its words marked, what it tells, and what stood in the way of more."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from etl.cli.console import results
from etl.cli.explained import Mark, inside, marked, print_lines

if TYPE_CHECKING:
    from etl.pipeline.missing import Told, Verdict, WhyNot

_MOST = 8  # near rules of one sentence that are worth a line each
_TOLD = 4  # the same of facts that it tells instead


def show(found: "WhyNot", what: str, paths: Sequence[str]) -> None:
    """Print what was found for people."""
    console = results()
    pattern = bool(found.named)
    for each in found.there if pattern else ():
        console.print(Text.assemble((f"It is there: {_told(each)}, in {each.article}:{each.number}.", "bold green")))
        console.print(Text(f'  entente why "{what}" {" ".join(paths)}'))
    for each in found.unsure:
        least = "--min-confidence leaves it out"
        console.print(Text(f"It is there and not sure enough, {least}: {_told(each)}, in {each.article}:{each.number}.", "bold"))
    for verdict in () if pattern and found.there else found.verdicts:
        _show(verdict)
    if not found.verdicts and not found.there:
        console.print(Text(f"No sentence comes near {what!r}; articles read: {found.articles}, sentences: {found.sentences}."))
    for name, places in found.named.items() if not found.there else ():
        where = [f"{article}:{','.join(map(str, numbers[:_MOST]))}" for article, numbers in places.items()]
        more = f" and {len(where) - _MOST} more articles" if len(where) > _MOST else ""
        console.print(Text(f"{name} is named {'in ' + ', '.join(where[:_MOST]) + more if where else 'nowhere'}."))


def _show(verdict: "Verdict") -> None:
    console = results()
    sentence = verdict.sentence
    console.print(Text(f"{verdict.article}:{sentence.number}", "bold"))
    console.print(marked(console, sentence.text, sentence.start, _marks(verdict)))
    print_lines(console, list(_lines(verdict)))
    console.print()


def _marks(verdict: "Verdict") -> list[Mark]:
    """Return the words of the rules that came near, none inside another."""
    found = ((each.start, each.end, "?") for each in verdict.misses[:_MOST])
    return inside(found, verdict.sentence.start, verdict.sentence.end)


def _lines(verdict: "Verdict") -> Iterator[tuple[str, str]]:
    for told in verdict.told[:_TOLD]:
        yield "it tells", _told(told) + (f": {told.differs}" if told.differs else "")
    if len(verdict.told) > _TOLD:
        yield "it tells", f"… and {len(verdict.told) - _TOLD} more facts"
    for name in verdict.unnamed:
        yield "not named", f"{name.name}: {name.says}"
    for miss in verdict.misses[:_MOST]:
        rule = f"{miss.rule} ({miss.type}): " if miss.rule else f"{miss.stage}: "
        yield miss.word, f"{rule}{miss.says}"
    if not verdict.misses and not verdict.unnamed:
        yield "no rule", "no other word of it has a rule that came near"


def _told(told: "Told") -> str:
    manner = [each for each in (told.fact.polarity, told.fact.modality) if each not in {"positive", "factual"}]
    return f"{told.fact.says} ({', '.join([told.rule, *manner, f'{told.confidence:.2f}'])})"

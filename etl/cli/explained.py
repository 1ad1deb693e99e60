"""An explanation on the screen and as data: the sentence with its cue and roles marked, then a line for each thing to know."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from etl import ids
from etl.cli.console import results

if TYPE_CHECKING:
    from etl.model import Evidence
    from etl.pipeline.explaining import Explanation
    from etl.transform.explain import Trace

_ACTING, _ACTED_ON = "bold green", "bold magenta"
_STYLES = {
    "CUE": "bold yellow",
    "?": "bold yellow",
    "ACTOR": _ACTING,
    "PARTICIPANT": _ACTING,
    "HOLDER": _ACTING,
    "TARGET": _ACTED_ON,
}
_OTHER = "bold cyan"
_MORE = frozenset({"TRANSFERRED", "EDITION_OF", "AIMED_AT", "TOOK_PLACE_IN", "ABOUT"})
_LIKE = 5  # candidates of one mention that are worth a line each

type Mark = tuple[int, int, str]


def show(explained: "Explanation") -> None:
    """Print one explanation for people."""
    console = results()
    main = explained.facts[0]
    console.print(Text.assemble((main.says, "bold"), f"  {ids.path_of(main.iri)}"))
    console.print(marked(console, explained.evidence.sentence, explained.evidence.start, marks(explained)))
    print_lines(console, list(_lines(explained)))
    console.print()


def print_lines(console: Console, lines: list[tuple[str, str]]) -> None:
    """Print a title and a text a line; a title that repeats the one above is left out."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    above = ""
    for title, text in lines:
        shown, above = ("" if title == above else title), title
        if console.is_terminal:
            table.add_row(shown, Text(text))
        else:
            console.print(Text(f"{shown:<11} {text}"))
    if console.is_terminal:
        console.print(table)


def marks(explained: "Explanation") -> list[Mark]:
    """Return the spans of the cue and the roles that lie in the sentence, in order, none inside another."""
    evidence = explained.evidence
    found: list[Mark] = [(each.start, each.end, each.role) for each in evidence.spans]
    cue = (evidence.cue_start or 0, evidence.cue_end or 0)
    if evidence.spans:
        found.append((*cue, "CUE"))
    roles = explained.trace.roles if explained.trace else ()
    apart = [
        (each, each.through_start or 0) for each in roles if each.through and not cue[0] <= (each.through_start or 0) < cue[1]
    ]
    found += [(start, start + len(each.through or ""), each.role) for each, start in apart]
    return inside(found, evidence.start, evidence.end)


def inside(found: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """Return the marks that lie in a sentence, in order, none inside another."""
    kept: list[Mark] = []
    for mark in sorted(set(found)):
        if start <= mark[0] and mark[1] <= end and (not kept or mark[0] >= kept[-1][1]):
            kept.append(mark)
    return kept


def marked(console: Console, sentence: str, start: int, spans: Iterable[Mark]) -> Text:
    """Return a sentence with its spans in colour, or in brackets with their roles where there is none."""
    text, at = Text(), 0
    coloured = console.is_terminal and not console.no_color
    for first, last, role in spans:
        text.append(sentence[at : first - start])
        words = sentence[first - start : last - start]
        style = _STYLES.get(role, _OTHER) if coloured else ""
        text.append(words if coloured else f"[{role} {words}]", style)
        at = last - start
    text.append(sentence[at:])
    return text


def _lines(explained: "Explanation") -> Iterator[tuple[str, str]]:
    main, evidence, article, rule = explained.facts[0], explained.evidence, explained.article, explained.rule
    origin = [article.title, article.date or "undated", article.source, article.document]
    yield "article", f"{', '.join(filter(None, origin))} (characters {evidence.start}-{evidence.end})"
    if also := [each.says.removeprefix(main.says).strip() for each in explained.facts[1:] if each.type in _MORE]:
        yield "also", "; ".join(also)
    kind = " ".join(filter(None, (rule.type, rule.mode and f"({rule.mode})")))
    yield "rule", f"{rule.id}: {kind + ': ' if kind else ''}{rule.says}" + (f" [{rule.file}]" if rule.file else "")
    yield from _paths(explained)
    yield "said by", _voice(explained.evidence, explained.speaker)
    yield "meant as", _meant(explained)
    yield "confidence", _confidence(evidence, explained.trace)
    yield from _grounds(explained.trace)
    for check in explained.checks:
        yield "table", check
    yield from _linking(explained.trace)
    yield "reread", explained.reread


def _paths(explained: "Explanation") -> Iterator[tuple[str, str]]:
    for each in explained.trace.roles if explained.trace else ():
        who = ", ".join(sorted({ids.path_of(entity) for entity in each.entities})) or each.text
        through = f", said as {each.through!r}" if each.through else ""
        guessed = "; no place for the role names anybody, and the sentence names nobody else" if each.guessed else ""
        way = each.path or "inferred from the text around, by no path"
        yield each.role.lower(), f"{each.text} ({who}){through}: {way}{guessed}"


def _voice(evidence: "Evidence", speaker: str | None) -> str:
    medium = f" through {evidence.medium}" if evidence.medium else ""
    if evidence.asserted:
        return f"the article itself{medium}"
    return f"{speaker or 'somebody'}{medium}, as reported"


def _confidence(evidence: "Evidence", trace: "Trace | None") -> str:
    if trace is None or trace.precision is None:
        return f"{evidence.confidence:.2f}"
    signs = f", here {', '.join(trace.signs)}" if trace.signs else ""
    return f"{evidence.confidence:.2f}; where measured, the rule was right in {trace.precision:.2f} of its facts{signs}"


def _meant(explained: "Explanation") -> str:
    main, evidence = explained.facts[0], explained.evidence
    parts = (main.polarity, main.modality, evidence.status and f"status {evidence.status}")
    return ", ".join(filter(None, parts)) + (f", in {main.when}" if main.when else ", at no time that the text tells")


def _grounds(trace: "Trace | None") -> Iterator[tuple[str, str]]:
    """Yield what weighed most for each decision of the trained models."""
    for decision, same in groupby(trace.grounds if trace else (), lambda each: each.decision):
        yield "model", f"{decision}: {', '.join(f'{each.ground} ({each.weight:+.2f})' for each in same)}"


def _linking(trace: "Trace | None") -> Iterator[tuple[str, str]]:
    """Yield each mention of the sentence with what it stands for, and its candidates where it has more than one."""
    for place, same in groupby(trace.linking if trace else (), lambda each: (each.start, each.text)):
        found = list(same)
        yield "linking", f"{place[1]} = {', '.join(ids.path_of(each.entity) for each in found)}: {found[0].why}"
        rivals = found[0].candidates
        for one in rivals[:_LIKE] if len(rivals) > 1 else ():
            notes = f" ({'; '.join(one.notes)})" if one.notes else ""
            yield (
                "linking",
                f"  {one.score:.2f} {one.alias} = {ids.path_of(one.entity)}, {'' if one.chosen else 'not '}taken{notes}",
            )


def as_data(explained: "Explanation") -> dict[str, Any]:
    """Return one explanation as JSON values."""
    found = asdict(explained)
    found["article"] = {"iri": found.pop("article_iri")} | {k: v for k, v in found["article"].items() if k != "text"}
    found["marks"] = [{"role": role, "start": start, "end": end} for start, end, role in marks(explained)]
    return found

"""What the transform must read: invented sentences by phenomenon, in `phenomena/*.jsonl`.

A line gives a `phenomenon`, a `text`, perhaps a `date`, and what the fact sheet of the text has to hold. In `expect`, codes and
names of a kind are all that may be found of it, and a fact is a part of a found one: the keys it gives have to agree. Nothing in
`absent` may be found. A line marked `counter` looks like the phenomenon and is none.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from samples import reader

from etl.export.facts import sheet
from etl.model import Article

from .articles import HERE

type Case = dict[str, Any]

_VARIANTS = 3


def _cases() -> Iterator[tuple[str, Case]]:
    for path in sorted((HERE / "phenomena").glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.stem}:{number}", json.loads(line)


CASES = dict(_cases())


def _fits(wanted: Any, found: Any) -> bool:
    """Say whether a fact agrees with each key that is wanted of it; lists of names agree in any order."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(_fits(value, found.get(key)) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):
        return sorted(map(str, wanted)) == sorted(map(str, found))
    return bool(wanted == found)


def _read(case: Case) -> Case:
    article = Article("phenomenon", case["text"], case.get("date"), None, None, None)
    found: Case = json.loads(json.dumps(sheet(reader.transformer().read(article))))
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_sentence_is_read_as_an_analyst_would(name: str) -> None:
    case = CASES[name]
    found = _read(case)
    for kind, wanted in case.get("expect", {}).items():
        if all(isinstance(each, str) for each in wanted):
            assert found[kind] == sorted(wanted), f"{kind} of: {case['text']}"
            continue
        for fact in wanted:
            assert any(_fits(fact, each) for each in found[kind]), f"no {fact} in {found[kind]} of: {case['text']}"
    for kind, unwanted in case.get("absent", {}).items():
        for fact in unwanted:
            assert not [each for each in found[kind] if _fits(fact, each)], f"{kind} of: {case['text']}"


def test_each_phenomenon_has_its_variants_and_a_counter_example() -> None:
    counts: dict[str, list[int]] = {}
    for case in CASES.values():
        counts.setdefault(case["phenomenon"], [0, 0])[bool(case.get("counter"))] += 1
    assert {name: each for name, each in counts.items() if each[0] < _VARIANTS or not each[1]} == {}


def test_no_sentence_is_told_twice_or_asks_nothing() -> None:
    texts = [each["text"] for each in CASES.values()]
    assert len(texts) == len(set(texts))
    assert [name for name, each in CASES.items() if not (each.get("expect") or each.get("absent"))] == []

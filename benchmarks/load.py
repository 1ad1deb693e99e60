"""How fast article graphs go into the embedded engine: a first load, and a second of the same graphs, which changes nothing."""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks import measure, report, synthetic
from etl.load import open_store
from etl.model import ArticleGraph


def main() -> None:
    options = _options()
    graphs = list(synthetic.graphs(options.n))
    with tempfile.TemporaryDirectory() as folder:
        times = [_load(graphs, Path(folder) / f"{number}.db") for number in range(options.rounds)]
    report.show("load", _note(graphs, options), _rows(graphs, times), options.markdown)


def _load(graphs: list[ArticleGraph], db: Path) -> dict[str, float]:
    """Return the seconds of each step in a new database; raises SystemExit when the second load changed something."""
    begun = time.perf_counter()
    with open_store(db) as store:
        times = {"start": time.perf_counter() - begun, "prepare": measure.seconds(store.prepare)}
        times["reference"] = measure.seconds(store.load_reference)
        times["first"] = measure.seconds(lambda: store.load(graphs))
        before = store.digest()
        times["second"] = measure.seconds(lambda: store.load(graphs))
        if store.digest() != before:
            raise SystemExit("the second load of the same graphs changed the store")
    return times


def _rows(graphs: list[ArticleGraph], times: list[dict[str, float]]) -> list[report.Row]:
    count = sum(map(synthetic.rows, graphs))
    taken = {step: [each[step] for each in times] for step in times[0]}
    return [
        ("measured", "median (least–greatest)"),
        ("engine started, s", measure.spread(taken["start"])),
        ("constraints and indexes made, s", measure.spread(taken["prepare"])),
        ("reference layer loaded, s", measure.spread(taken["reference"])),
        ("first load, rows/s", measure.spread([count / each for each in taken["first"]], 0)),
        ("first load, articles/s", measure.spread([len(graphs) / each for each in taken["first"]])),
        ("second load, rows/s", measure.spread([count / each for each in taken["second"]], 0)),
        ("second load, articles/s", measure.spread([len(graphs) / each for each in taken["second"]])),
        ("peak memory of the loader, MiB", measure.spread([measure.peak_memory()], 0)),
        ("peak memory of the engine, MiB", measure.spread([measure.peak_memory(children=True)], 0)),
    ]


def _note(graphs: list[ArticleGraph], options: argparse.Namespace) -> str:
    count = sum(map(synthetic.rows, graphs))
    used = f"{len(graphs):,} invented article graphs ({count:,} rows), {options.rounds} rounds"
    return f"{used}; {report.conditions('arcadedb-embedded', 'neo4j')}."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("-n", type=int, default=500, help="how many article graphs (default: 500)")
    parser.add_argument("--rounds", type=int, default=3, help="how many new databases they go into (default: 3)")
    parser.add_argument("--markdown", type=Path, metavar="PAGE", help="also set the table into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()

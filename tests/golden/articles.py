"""The golden articles: the invented ones beside this file and the seed, as `etl.extract` reads them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from etl.export.facts import sheet
from etl.extract import read
from etl.model import Article
from etl.transform import Transformer

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
INVENTED = tuple(sorted(path.stem for path in HERE.glob("*.txt")))
SEED = "seed"


def path_of(name: str) -> Path:
    """Return the file of a golden article; `seed` is the first article in seeds/."""
    return min(SEEDS.glob("000_*.txt")) if name == SEED else HERE / f"{name}.txt"


def article(name: str) -> Article:
    """Return one golden article under a document id that is the same on every machine."""
    (found,) = read([path_of(name)])
    assert isinstance(found, Article)
    return Article(f"golden:{name}", found.text, found.date, found.title, found.source, found.url)


def facts(transformer: Transformer, name: str) -> dict[str, Any]:
    """Return the fact sheet of one golden article as plain JSON values."""
    found: dict[str, Any] = json.loads(json.dumps(sheet(transformer.read(article(name)))))
    return found


@cache
def gold() -> dict[str, dict[str, Any]]:
    """Return the hand-annotated facts of the articles by name."""
    lines = (HERE / "gold.jsonl").read_text("utf-8").splitlines()
    return {found["id"].removeprefix("invented-"): found for found in map(json.loads, lines)}


def expected_path(name: str) -> Path:
    return HERE / "expected" / f"{name}.json"

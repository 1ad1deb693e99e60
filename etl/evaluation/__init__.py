"""Evaluation: fact sheets against gold annotations, by counts a document and figures a kind.

    dataset = datasets(["gold.jsonl"])[0]
    card = score(dataset, {"article-1": sheet})

It knows neither how articles are read nor how facts are found: the pipeline brings both.
"""

from etl.evaluation.gold import Dataset, datasets, keys, read_lines
from etl.evaluation.scorecard import Scorecard, as_json, errors, read_kept, score

__all__ = ["Dataset", "Scorecard", "as_json", "datasets", "errors", "keys", "read_kept", "read_lines", "score"]

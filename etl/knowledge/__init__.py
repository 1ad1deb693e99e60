"""The knowledge that articles are read with: the CSV files of `schema/`, and what folders of a user add to them.

    with knowledge.given(Path("my")):
        run(["news"])

`my/gazetteer/*.csv` and `my/lexicon/*.csv` have the names and the columns of the files in `schema/`. Their rows are added to
the shipped ones; one with the key of a shipped row (`KEYS`) takes its place. Knowledge holds for a whole process: a Transformer
reads with what was given when it was made, so make it inside the block.
"""

from etl.knowledge.columns import Fault, faults
from etl.knowledge.folders import folders, remembered, sources, table
from etl.knowledge.tables import GAZETTEER, KEYS, LEXICON, Row, key_of
from etl.knowledge.using import given, opened

__all__ = [
    "GAZETTEER", "KEYS", "LEXICON", "Fault", "Row", "faults", "folders", "given", "key_of", "opened", "remembered", "sources",
    "table",
]  # fmt: skip

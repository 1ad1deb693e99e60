"""The knowledge that articles are read with: the CSV files of `schema/`, and what folders of a user add to them.

    with knowledge.given(Path("my")):
        run(["news"])

`my/gazetteer/*.csv` and `my/lexicon/*.csv` have the names and the columns of the files in `schema/`. Their rows are added to
the shipped ones; one with the key of a shipped row (`KEYS`) takes its place. Knowledge holds for a whole process: a Transformer
reads with what was given when it was made, so make it inside the block.
"""

from etl.knowledge.folders import folders, given, remembered, sources, table
from etl.knowledge.tables import GAZETTEER, KEYS, LEXICON, Row, key_of

__all__ = ["GAZETTEER", "KEYS", "LEXICON", "Row", "folders", "given", "key_of", "remembered", "sources", "table"]

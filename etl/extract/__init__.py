"""The extract stage: files, folders, dumps and standard input become articles; what cannot be read is named, never lost."""

from etl.extract.counting import count
from etl.extract.jsonlines import FIELDS
from etl.extract.reader import read

__all__ = ["FIELDS", "count", "read"]

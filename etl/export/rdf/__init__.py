"""RDF: the statements of a store or of article graphs, with their provenance, in five formats."""

from etl.export.rdf.formats import FORMATS
from etl.export.rdf.knowledge import Streams
from etl.export.rdf.write import Counts, write_rdf

__all__ = ["FORMATS", "Counts", "Streams", "write_rdf"]

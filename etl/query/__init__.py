"""The catalogue of canned queries: what they ask, how their parameters are read, and how they are run."""

from etl.query.catalogue import Parameter, Query, catalogue, find
from etl.query.resolve import resolve
from etl.query.run import Result, bind, run

__all__ = ["Parameter", "Query", "Result", "bind", "catalogue", "find", "resolve", "run"]

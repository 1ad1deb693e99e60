"""Entente: news articles in, a graph of nations, officials, alliances, exercises and events out."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("entente")
except PackageNotFoundError:  # a bare checkout, not installed
    __version__ = "0+unknown"

__all__ = ["__version__"]

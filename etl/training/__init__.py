"""Rebuilds the models of event reading from annotated articles: `python -m etl.training GOLD`."""

from etl.training.train import train

__all__ = ["train"]

"""Confidence: the measured precision of the rule that read a passage, calibrated over how the fact is told and put together.

`python -m benchmarks.calibrate` measures it on annotated articles and writes the tables of `schema/lexicon` that are read here.
"""

from etl.transform.confidence.calibration import calibrated, probability
from etl.transform.confidence.features import KIND_NAMES, Features
from etl.transform.confidence.thresholds import Choosy, at_least, thresholds

__all__ = ["KIND_NAMES", "Choosy", "Features", "at_least", "calibrated", "probability", "thresholds"]

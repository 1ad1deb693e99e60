"""Military exercises: their participants, series, kind, place, dates and status."""

from etl.transform.exercises.component import find_exercises

__all__ = ["find_exercises"]

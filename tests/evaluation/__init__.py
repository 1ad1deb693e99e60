"""Tests of the scoring of fact sheets against gold, on invented gold."""

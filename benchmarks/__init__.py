"""Measurements that print what they find: `python -m benchmarks.transform` and `python -m benchmarks.load`."""

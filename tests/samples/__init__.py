"""Article graphs made by hand, for tests of what reads a loaded store."""

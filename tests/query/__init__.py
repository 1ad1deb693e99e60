"""Tests of the canned queries and of the files for Neo4j Browser."""

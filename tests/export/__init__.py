"""Tests of the RDF export."""

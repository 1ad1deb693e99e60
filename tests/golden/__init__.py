"""Invented news articles with hand-annotated facts, and the fact sheets that Entente prints for them."""

"""Relations between nations and organisations: membership, accession, withdrawal, alliance."""

from etl.transform.relations.component import find_relations

__all__ = ["find_relations"]

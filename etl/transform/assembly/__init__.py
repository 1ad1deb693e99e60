"""Assembly: from the frames of a reading to entities, statements and evidence."""

from etl.transform.assembly.assembler import Assembler

__all__ = ["Assembler"]

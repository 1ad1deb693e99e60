"""Decisions of event reading that linear models take over what the rules read: which words tell an event, and who takes part."""

from etl.transform.events.learned.decide import decide
from etl.transform.events.learned.explained import Reason, explain

__all__ = ["Reason", "decide", "explain"]

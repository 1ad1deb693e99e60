"""Explaining: how a fact was read out of its sentence, and why another one was not."""

from etl.transform.explain.candidates import Candidate, Linking
from etl.transform.explain.misses import Miss
from etl.transform.explain.naming import Unnamed
from etl.transform.explain.rereading import Explainer, Rereading, Sentence, Trace
from etl.transform.explain.roles import RoleTrace
from etl.transform.explain.rules import RuleText, rule_text

__all__ = [
    "Candidate", "Explainer", "Linking", "Miss", "Rereading", "RoleTrace", "RuleText", "Sentence", "Trace", "Unnamed",
    "rule_text",
]  # fmt: skip

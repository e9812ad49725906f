"""From a selection to one Cypher statement, and from its answer to the response: pure."""

from service.plans.compiler import Plan, compile_field

__all__ = ["Plan", "compile_field"]

"""Reading: operations in, results out; one Cypher statement for each root field.

`await answer(schema, graph, query, variables, operation_name, timeout_seconds=…)` is all that the
HTTP layer needs. It returns Strawberry's ExecutionResult; errors of ours stand in `errors` as
GraphQLErrors whose `original_error` is a DramatisError with its `code`.
"""

from service.reads.context import GraphContext
from service.reads.operations import answer, prepare

__all__ = ["GraphContext", "answer", "prepare"]

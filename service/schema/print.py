"""Print the schema: `python -m service.schema.print > schema.graphql`."""

import sys

from service.schema.build import build_schema


def printed_schema() -> str:
    """Return the schema in GraphQL's own language, as schema.graphql holds it."""
    return build_schema().as_str() + "\n"


if __name__ == "__main__":
    sys.stdout.write(printed_schema())

"""The public schema: one noun a module, each field with its place in the graph."""

from service.schema.build import build_schema, schema

__all__ = ["build_schema", "schema"]

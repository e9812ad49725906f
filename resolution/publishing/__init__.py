"""Entities into Neo4j: what is stored already is read, what differs is written, safe to repeat."""

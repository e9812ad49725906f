"""The graph: labels, keys, constraints; the one place that opens a driver; the embedded Neo4j."""

"""What nodes of derived things hold, as rows for Cypher: pure, each with a hash of its content."""

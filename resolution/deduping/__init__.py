"""What `dramatis dedupe` does: the engine on plain tables, from files to files."""

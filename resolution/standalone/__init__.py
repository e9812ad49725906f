"""The engine standing alone, as `dramatis dedupe` runs it: files in, files out, no database."""

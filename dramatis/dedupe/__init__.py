"""The commands of `dedupe`: the engine on plain tables, without a database."""

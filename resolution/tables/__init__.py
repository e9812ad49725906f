"""The engine on plain tables: any CSV, Parquet or JSON Lines with a field definition, no database.

Records are rows of one or two tables, known by their row's number. Each field has a variable, which
knows how its values are read, which keys they share and how alike two of them are.
"""

"""How mentions become actors: sources and texts in, entities in the graph out."""

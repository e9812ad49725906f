"""How actors are served: GraphQL compiled to one Cypher statement a root field."""

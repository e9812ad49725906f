"""What an actor is: records, names, the graph and the errors. Imports nothing else of ours."""

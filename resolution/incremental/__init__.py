"""What a run need not do again: keys that stand, candidates that stay, entities out of reach.

An incremental run is a full run on the neighbourhood of what changed.
"""

"""Pure functions on names: folding, scripts, tokens."""

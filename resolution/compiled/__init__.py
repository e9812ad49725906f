"""Compilation of loops over numbers: numba, with a cache that knows what a loop is made of."""

from resolution.compiled.loops import compiled

__all__ = ["compiled"]

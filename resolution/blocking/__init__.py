"""Blocking: which pairs of mentions are worth comparing."""

from resolution.blocking.keys import FIELDS, KEYS, initials, skeleton
from resolution.blocking.pairs import block_keys, candidate_pairs, shared_rules

__all__ = [
    "FIELDS",
    "KEYS",
    "block_keys",
    "candidate_pairs",
    "initials",
    "shared_rules",
    "skeleton",
]

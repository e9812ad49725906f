"""Ids of the nodes that designations point to."""


def authority_id(slug: str) -> str:
    """Return the id of an authority's node."""
    return f"authority:{slug}"


def programme_id(key: str) -> str:
    """Return the id of a programme's node."""
    return f"programme:{key}"


def legal_basis_id(code: str) -> str:
    """Return the id of a legal basis's node."""
    return f"legal-basis:{code}"

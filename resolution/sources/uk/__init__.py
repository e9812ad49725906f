"""HM Treasury's consolidated list of financial sanctions targets."""

from resolution.sources.uk.reader import read

__all__ = ["read"]

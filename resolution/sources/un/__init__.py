"""The consolidated list of the United Nations Security Council."""

from resolution.sources.un.reader import read

__all__ = ["read"]

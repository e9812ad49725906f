"""Mentions, announcements and counts found in prose: pure functions on a document's text."""

from resolution.text.gazetteer import Gazetteer, fingerprint
from resolution.text.reading import EXTRACTOR, TextReading, read_text

__all__ = ["EXTRACTOR", "Gazetteer", "TextReading", "fingerprint", "read_text"]

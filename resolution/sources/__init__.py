"""One reader for each publisher's format: bytes in; documents, mentions and designations out."""

from resolution.sources.catalogue import read_catalogue
from resolution.sources.entries import CatalogueDocument, CatalogueSource
from resolution.sources.readers import READERS, default_source, read, read_all, read_paths
from resolution.sources.reading import Reader, Reading, SourcedReading

__all__ = [
    "READERS",
    "CatalogueDocument",
    "CatalogueSource",
    "Reader",
    "Reading",
    "SourcedReading",
    "default_source",
    "read",
    "read_all",
    "read_catalogue",
    "read_paths",
]

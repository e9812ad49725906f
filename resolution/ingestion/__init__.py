"""Readings into the graph: sources, documents and mentions, each document in one transaction."""

from resolution.ingestion.report import DocumentReport, IngestReport
from resolution.ingestion.storing import dry_run, ingest

__all__ = ["DocumentReport", "IngestReport", "dry_run", "ingest"]

"""Resolution jobs: one at a time, held by a lease with a heartbeat in the database."""

from resolution.runs.lease import Lease, hold_lease
from resolution.runs.report import RunCounts, RunReport

__all__ = ["Lease", "RunCounts", "RunReport", "hold_lease"]

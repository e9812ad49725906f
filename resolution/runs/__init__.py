"""Resolution jobs: one at a time, held by a lease with a heartbeat in the database."""

from resolution.runs.holding import hold_lease
from resolution.runs.lease import Lease
from resolution.runs.report import RunCounts, RunReport

__all__ = ["Lease", "RunCounts", "RunReport", "hold_lease"]

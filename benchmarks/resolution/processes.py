"""Commands run as processes of their own: what they print, their CPU time and memory.

CPU time is that of the process and all it started; memory is the largest resident size of any one
of them.
"""

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command printed and cost."""

    status: int
    output: str
    errors: str
    cpu_seconds: float
    wall_seconds: float
    peak_mebibytes: float

    def costs(self) -> dict[str, float]:
        """Return the costs alone, rounded."""
        return {
            "cpu_seconds": round(self.cpu_seconds, 2),
            "wall_seconds": round(self.wall_seconds, 2),
            "peak_mebibytes": round(self.peak_mebibytes, 1),
        }


def measured(command: Sequence[str], *, cpu_limit: int | None = None) -> Measured:
    """Run a command to its end, or until its CPU time is spent.

    Modules are compiled once, as pip does for those that it installs, whatever this shell says.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    limited = command if cpu_limit is None else ["prlimit", f"--cpu={cpu_limit}", *command]
    begun = time.perf_counter()
    with TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        process = subprocess.Popen(limited, stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Measured(
            process.returncode,
            output.read(),
            errors.read(),
            usage.ru_utime + usage.ru_stime,
            time.perf_counter() - begun,
            usage.ru_maxrss / 1024,
        )


@dataclass(slots=True)
class Stages:
    """What each stage of this process costs: CPU time, and memory beyond what was there before."""

    costs: dict[str, dict[str, float]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens inside."""
        # 5 makes Linux forget the largest resident size so far.
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        before, begun = _mebibytes("VmRSS"), _cpu_seconds()
        yield
        self.costs[name] = {
            "cpu_seconds": _cpu_seconds() - begun,
            "peak_mebibytes": _mebibytes("VmHWM") - before,
        }


def _cpu_seconds() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _mebibytes(key: str) -> float:
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith(key))
    return int(line.split()[1]) / 1024

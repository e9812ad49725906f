"""What `known.py` asks of another engine's process: a table and labels, clusters and a report."""

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """One run of another engine on a known benchmark."""

    engine: str
    table: str
    """The benchmark's name."""
    tables: list[Path]
    truth: Path
    fields: Path
    """Our field definitions, by which the labels are chosen."""
    budget: int
    seed: int
    clusters: Path
    """Where the clusters go: id,cluster_id,confidence."""
    report: Path
    """Where costs go: JSON."""


def asked_of(description: str) -> Asked:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("engine")
    parser.add_argument("table")
    parser.add_argument("--tables", type=Path, nargs="+", required=True)
    parser.add_argument("--budget", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    for path in ("truth", "fields", "clusters", "report"):
        parser.add_argument(f"--{path}", type=Path, required=True)
    return Asked(**vars(parser.parse_args()))

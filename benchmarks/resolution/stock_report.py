"""What stock dedupe and the engine cost, and how far they agree: as figures and as a table.

In flow the measured processes of both sides and the pairs and scores that they left behind.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from processes import Measured


def agreement(work: Path) -> dict[str, Any]:
    """Compare pairs and scores; dedupe keeps scores in 32 bits and drops those of 0."""
    scored, kept = np.load(work / "theirs.npy"), np.load(work / "ours.npz")
    size = int(max(scored["pairs"].max(), kept["right"].max())) + 1
    pairs = np.sort(scored["pairs"].astype(np.int64), axis=1)
    theirs_keys, ours_keys = pairs @ [size, 1], kept["left"].astype(np.int64) * size + kept["right"]
    theirs_order, ours_order = np.argsort(theirs_keys), np.argsort(ours_keys)
    same = np.array_equal(theirs_keys[theirs_order], ours_keys[ours_order])
    apart = (
        np.abs(scored["score"][theirs_order] - kept["score"][ours_order]).max() if same else None
    )
    return {
        "same_pairs": same,
        "only_theirs": len(np.setdiff1d(theirs_keys, ours_keys)),
        "only_ours": len(np.setdiff1d(ours_keys, theirs_keys)),
        "scores_apart": None if apart is None else float(apart),
    }


def costs(
    stock: list[Measured], engine: list[Measured], in_stages: list[Measured]
) -> dict[str, Any]:
    """Return the medians of both sides' costs, and how many times less ours are."""
    stages = {"theirs": _stages(stock), "ours": _stages(in_stages)}
    loaded = _stages(in_stages, "loaded")
    work_alone = {"theirs": _sum(stages["theirs"]), "ours": _sum(loaded)}
    whole = {"theirs": _whole(stock), "ours": _whole(engine)}
    return {
        "stages": stages,
        "loaded": loaded,
        "work_alone": work_alone,
        "whole": whole,
        "times_less": {
            "pairs and scores": _ratio(stages, "pairs and scores", "cpu_seconds"),
            "pairs and scores, loaded": stages["theirs"]["pairs and scores"]["cpu_seconds"]
            / loaded["pairs and scores"]["cpu_seconds"],
            "clusters": _ratio(stages, "clusters", "cpu_seconds"),
            "memory of clusters": _ratio(stages, "clusters", "peak_mebibytes"),
            "whole": whole["theirs"]["cpu_seconds"] / whole["ours"]["cpu_seconds"],
            "work alone": work_alone["theirs"] / work_alone["ours"],
        },
    }


def markdown(found: Iterable[Mapping[str, Any]]) -> str:
    """Return the figures as a table."""
    lines = [
        "| table, candidate pairs | | stock dedupe | with its model here | times less |",
        "|---|---|---|---|---|",
    ]
    for one in found:
        stages, whole, less = one["stages"], one["whole"], one["times_less"]
        name = f"{one['table']}, {one['pairs']:,}"
        for label, stage, cost in [
            ("pairs and scores, CPU s", "pairs and scores", "cpu_seconds"),
            ("clusters, CPU s", "clusters", "cpu_seconds"),
            ("clusters, MiB added", "clusters", "peak_mebibytes"),
        ]:
            key = "memory of clusters" if cost == "peak_mebibytes" else stage
            left, right = (stages[side][stage][cost] for side in ("theirs", "ours"))
            lines.append(f"| {name} | {label} | {left:,.2f} | {right:,.2f} | {less[key]:.0f} |")
        left = stages["theirs"]["pairs and scores"]["cpu_seconds"]
        right = one["loaded"]["pairs and scores"]["cpu_seconds"]
        lines.append(
            f"| {name} | pairs and scores, machine code loaded before, CPU s | {left:,.2f} "
            f"| {right:,.3f} | {less['pairs and scores, loaded']:.0f} |"
        )
        for cost, label in [("cpu_seconds", "CPU s"), ("peak_mebibytes", "MiB")]:
            left, right = (whole[side][cost] for side in ("theirs", "ours"))
            times = f"{left / right:.0f}"
            lines.append(
                f"| {name} | whole process, {label} | {left:,.1f} | {right:,.2f} | {times} |"
            )
        left, right = (one["work_alone"][side] for side in ("theirs", "ours"))
        lines.append(
            f"| {name} | all stages without the start of a process, CPU s | {left:,.2f} "
            f"| {right:,.3f} | {less['work alone']:.0f} |"
        )
        f1 = one["f1"]
        lines.append(f"| {name} | F1 of clusters | {f1['theirs']:.4f} | {f1['ours']:.4f} | |")
        lines.append(
            f"| {name} | same pairs: {one['same_pairs']} | scores apart at most "
            f"| {one['scores_apart']} | |"
        )
    return "\n".join(lines) + "\n"


def _stages(runs: list[Measured], key: str = "stages") -> dict[str, dict[str, float]]:
    told = [json.loads(one.output)[key] for one in runs]
    return {
        stage: {cost: median(one[stage][cost] for one in told) for cost in told[0][stage]}
        for stage in told[0]
    }


def _sum(stages: Mapping[str, Mapping[str, float]]) -> float:
    return sum(stage["cpu_seconds"] for stage in stages.values())


def _whole(runs: list[Measured]) -> dict[str, float]:
    costs = [one.costs() for one in runs]
    return {cost: median(one[cost] for one in costs) for cost in costs[0]}


def _ratio(stages: Mapping[str, Any], stage: str, cost: str) -> float:
    return float(stages["theirs"][stage][cost] / max(stages["ours"][stage][cost], 1e-3))

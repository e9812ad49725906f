"""Clusters and the truth about them, read together: which file is which is easily mistaken."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from actors.errors import LabelsError
from resolution.tables.files import Truth, has_confidence, read_clusters, read_truth


def read_both(clusters: Path, truth: Path) -> tuple[list[str], npt.NDArray[np.int64], Truth]:
    """Return the ids, each one's cluster and the truth; two results of runs may be compared."""
    ids, found = read_clusters(clusters)
    known = read_truth(truth, ids)
    if known.has_confidence and not has_confidence(clusters):
        raise LabelsError(
            f"{truth} has a column confidence, as the clusters of a run have, and {clusters} has "
            "none: give the clusters first, then the truth"
        )
    return ids, found, known

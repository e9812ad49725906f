"""Scored pairs across two tables in: whether their records have one partner at most.

In some tables each thing stands once; in others one lists what the other repeats, as a library's
index does with citations. It is read off the scores: of the records with a sure partner, hardly any
may have a second sure one.
"""

import numpy as np
import numpy.typing as npt

_SURE = 0.9
_FEW = 0.05


def have_one_partner(
    left: npt.NDArray[np.integer], right: npt.NDArray[np.integer], scores: npt.NDArray[np.float64]
) -> bool:
    """Tell whether records with two sure partners are exceptions."""
    sure = scores >= _SURE
    partners = np.bincount(np.append(left[sure], right[sure]))
    return bool((partners > 1).sum() <= _FEW * (partners > 0).sum())

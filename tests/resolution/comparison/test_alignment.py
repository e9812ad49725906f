"""The two ways of aligning names come to the same bits, and only one of them needs a compiler."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.comparison import alignment
from resolution.comparison.alignment import align, align_compiled, align_plainly
from resolution.model import WordCounts

WORDS = [
    "kim", "yong", "yongchol", "chol", "al", "bank", "ltd", "navy", "branch", "mr", "j", "7", "12",
    "muhammad", "mohamed", "international", "trading", "company", "of", "ivanov", "ivanova",
]  # fmt: skip
words = st.sampled_from(WORDS) | st.text("abz1", min_size=1, max_size=70)
names = st.lists(words, max_size=15).map(" ".join)
COUNTS = WordCounts(1000, {"kim": 90, "muhammad": 200, "bank": 31, "ivanov": 4})


@given(st.lists(names, min_size=2, max_size=6, unique=True).map(sorted))
def test_compiled_and_plain_alignment_agree_to_the_bit(told: list[str]) -> None:
    left, right = np.triu_indices(len(told))
    left, right = left.astype(np.int64), right.astype(np.int64)

    compiled = align_compiled(told, left, right, COUNTS)

    np.testing.assert_array_equal(compiled, align_plainly(told, left, right, COUNTS))


def test_many_pairs_are_aligned_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    told = sorted({f"{one} {other}" for one in WORDS for other in WORDS})
    left, right = np.triu_indices(len(told), k=len(told) - 60)
    left, right = left.astype(np.int64), right.astype(np.int64)
    few = align(told, left, right, COUNTS)

    monkeypatch.setattr(alignment, "_MANY", 1)

    np.testing.assert_array_equal(align(told, left, right, COUNTS), few)


def test_the_service_starts_without_the_compiler() -> None:
    code = "import sys, service.app, resolution.comparison; print('numba' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"

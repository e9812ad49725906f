import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numba.core.caching import CacheImpl

from resolution.compiled import compiled


def total(numbers: np.ndarray) -> float:
    found = 0.0
    for number in numbers:
        found += number
    return found


def test_without_a_place_to_keep_it_a_loop_is_compiled_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(CacheImpl, "_locator_classes", [])

    kernel = compiled(total)

    assert kernel(np.array([1.0, 2.5])) == 3.5
    assert kernel.nopython_signatures, "it was compiled"  # type: ignore[attr-defined]
    assert kernel.stats.cache_path is None  # type: ignore[attr-defined]


def test_a_loop_is_kept_on_disk_where_there_is_a_place() -> None:
    assert compiled(total).stats.cache_path  # type: ignore[attr-defined]


def loop_of(folder: Path) -> Callable[[int], int]:
    """Import a loop, and the step that it calls from another module, as they stand there now."""
    for name in ("steps_of_a_test", "loops_of_a_test"):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        assert spec
        assert spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    loop: Callable[[int], int] = sys.modules["loops_of_a_test"].loop
    return loop


def write_step(folder: Path, expression: str) -> None:
    (folder / "steps_of_a_test.py").write_text(
        "import numpy as np\nfrom resolution.compiled import compiled\n"
        f"@compiled\ndef step(number):\n    return {expression}\n"
    )


def test_a_loop_is_compiled_anew_when_what_it_calls_elsewhere_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "loops_of_a_test.py").write_text(
        "from resolution.compiled import compiled\nfrom steps_of_a_test import step\n"
        "@compiled\ndef loop(number):\n    return step(number)\n"
    )
    answers, loaded = [], []
    for expression in ("number + 1", "number + 1", "number + 2"):
        write_step(tmp_path, expression)
        loop = loop_of(tmp_path)
        answers.append(loop(1))
        loaded.append(sum(loop.stats.cache_hits.values()))  # type: ignore[attr-defined]

    assert answers == [2, 2, 3]
    assert loaded == [0, 1, 0]


IN_A_PROCESS_OF_ITS_OWN = """
import sys
from resolution.tables.components import components
import numpy as np
pairs = np.zeros(1, np.int64)
assert list(components(1, pairs, pairs)) == [0]
print('scipy.linalg' in sys.modules)
import scipy.linalg.cython_blas
"""


def test_a_loop_does_not_wait_for_scipys_linear_algebra_which_stays_importable() -> None:
    told = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN], capture_output=True, text=True, check=True
    )

    assert told.stdout == "False\n"


def test_a_loop_still_to_be_compiled_may_call_one_that_was_kept(tmp_path: Path) -> None:
    """Machine code is loaded without what numba compiles with, which must then be there."""
    write_step(tmp_path, "number + np.cumsum(np.ones(number)).sum()")
    (tmp_path / "loops_of_a_test.py").write_text(
        "from resolution.compiled import compiled\nfrom steps_of_a_test import step\n"
        "@compiled\ndef loop(number):\n    return step(number)\n"
    )
    program = "import sys; from {}_of_a_test import {} as one; print(one(2), one.stats)"

    told = [
        subprocess.run(
            [sys.executable, "-c", line],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for line in (
            program.format("steps", "step"),
            program.format("steps", "step") + "; from loops_of_a_test import loop; print(loop(2))",
        )
    ]

    assert told[0].startswith("5.0")
    assert "5.0" in told[1].splitlines()[1]
    assert "cache_misses=Counter()" in told[1]


@pytest.mark.parametrize("ending", [".nbi", ".nbc"])
@pytest.mark.parametrize("content", [b"", b"nothing that numba wrote"])
def test_a_loop_is_compiled_and_kept_anew_where_its_file_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, content: bytes
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "loops_of_a_test.py").write_text(
        "from steps_of_a_test import step\nfrom resolution.compiled import compiled\n"
        "@compiled\ndef loop(number):\n    return step(number)\n"
    )
    write_step(tmp_path, "number + 1")
    assert loop_of(tmp_path)(1) == 2
    for file in tmp_path.rglob(f"*{ending}"):
        file.write_bytes(content)

    assert loop_of(tmp_path)(1) == 2
    again = loop_of(tmp_path)
    assert again(1) == 2
    assert sum(again.stats.cache_hits.values()) == 1  # type: ignore[attr-defined]


def test_a_disk_that_takes_no_more_keeps_no_loop_from_running(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError("no space left")

    kernel = compiled(total)
    monkeypatch.setattr("numba.core.caching.IndexDataCacheFile.save", refuse)
    monkeypatch.setattr("numba.core.caching.IndexDataCacheFile.load", lambda *_: None)

    assert kernel(np.array([1.0, 2.5])) == 3.5

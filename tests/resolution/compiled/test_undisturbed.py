"""Ctrl-C while machine code is loaded: heard, and nothing half loaded is run."""

import os
import subprocess
import sys
from pathlib import Path

LOOP = """
from resolution.compiled import compiled

@compiled
def doubled(number):
    return 2 * number
"""

STRUCK_WHERE_LLVM_ASKS_FOR_WHAT_IS_KEPT = """
import signal
from llvmlite.binding.executionengine import ExecutionEngine
from numba.core.codegen import JITCodeLibrary
from loops_of_a_test import doubled

plain, give = ExecutionEngine._find_module_ptr, JITCodeLibrary._set_compiled_object

def struck(*arguments):
    ExecutionEngine._find_module_ptr = plain
    signal.raise_signal(signal.SIGINT)
    return plain(*arguments)

def about_to_be_asked(*arguments):
    JITCodeLibrary._set_compiled_object = give
    ExecutionEngine._find_module_ptr = struck
    return give(*arguments)

JITCodeLibrary._set_compiled_object = about_to_be_asked
try:
    print(doubled(21))
except KeyboardInterrupt:
    print("heard")
print(doubled(21))
"""


def test_an_interrupt_does_not_part_llvm_from_the_code_that_was_kept(tmp_path: Path) -> None:
    """Of interrupted trainings one in forty ended by a segmentation fault (issue 4)."""
    (tmp_path / "loops_of_a_test.py").write_text(LOOP)
    keep = "from loops_of_a_test import doubled; print(doubled(21))"

    kept, struck = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
            capture_output=True,
            text=True,
            check=False,
        )
        for program in (keep, STRUCK_WHERE_LLVM_ASKS_FOR_WHAT_IS_KEPT)
    )

    assert (kept.returncode, kept.stdout) == (0, "42\n"), kept.stderr
    assert (struck.returncode, struck.stdout) == (0, "heard\n42\n"), struck.stderr

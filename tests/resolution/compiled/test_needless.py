"""What machine code does not need is spared by the thread that loads it, and by no other."""

import subprocess
import sys

IN_A_PROCESS_OF_ITS_OWN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from resolution.compiled.needless import needless_left_out

def imported(name):
    try:
        return import_module(name).__name__
    except ModuleNotFoundError as error:
        return f"no {error.name}"

NAME = "scipy.linalg.cython_blas"
with needless_left_out(), ThreadPoolExecutor(1) as threads:
    with needless_left_out():
        pass
    print(imported(NAME), NAME in sys.modules)
    print(threads.submit(imported, NAME).result())
    print(imported(NAME))
print(imported("scipy.linalg.cython_lapack"))
"""


def test_another_thread_may_import_what_is_left_out_at_that_moment() -> None:
    told = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN], capture_output=True, text=True, check=True
    )

    assert told.stdout.splitlines() == [
        "no scipy.linalg False",
        "scipy.linalg.cython_blas",
        "scipy.linalg.cython_blas",
        "scipy.linalg.cython_lapack",
    ]

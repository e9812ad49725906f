import subprocess
import sys

import pytest

SWALLOWED_BY_A_FINALISER = """
class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

Dropped()
threading.Event().wait()
"""
# With one thread, the main one works on the query and looks for signals between its steps.
WITHIN_A_QUERY = """
connection = duckdb.connect(config={"threads": 1})
threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
connection.execute("SELECT 1 FROM range(9000000) a(x), range(900000) b(y) WHERE x * y = 3")
"""


@pytest.mark.parametrize("place", [SWALLOWED_BY_A_FINALISER, WITHIN_A_QUERY])
def test_an_interrupt_is_heard_wherever_it_strikes(place: str) -> None:
    body = "\n    ".join(place.splitlines())
    program = f"""
import duckdb, os, signal, threading
from actors.interruption import hear_interrupts, is_interrupt
hear_interrupts()
try:{body}
except BaseException as problem:
    print("heard" if is_interrupt(problem) else repr(problem))
"""

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )

    assert (ended.stdout, ended.stderr) == ("heard\n", "")


def test_another_error_of_a_finaliser_is_told_as_ever() -> None:
    program = """
from actors.interruption import hear_interrupts
hear_interrupts()
class Broken:
    def __del__(self):
        raise ValueError("broken")
Broken()
"""

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )

    assert "ValueError: broken" in ended.stderr

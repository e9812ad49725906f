import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from actors.interruption import interrupts_held, is_interrupt

SWALLOWED_BY_A_FINALISER = """
class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

Dropped()
threading.Event().wait()
"""


def test_an_interrupt_that_strikes_a_finaliser_is_heard() -> None:
    body = "\n    ".join(SWALLOWED_BY_A_FINALISER.splitlines())
    program = f"""
import signal, threading
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


def test_the_word_of_duckdb_for_an_interrupt_is_understood() -> None:
    assert is_interrupt(RuntimeError("Query interrupted"))
    assert not is_interrupt(RuntimeError("Query failed"))


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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_within_a_held_block_strikes_at_its_end(number: signal.Signals) -> None:
    done = []

    def work() -> None:
        with interrupts_held():
            signal.raise_signal(number)
            done.append("the rest")

    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            work()
    finally:
        signal.signal(signal.SIGTERM, before)

    assert done == ["the rest"]


def test_beside_the_main_thread_nothing_is_held() -> None:
    def hold() -> object:
        with interrupts_held():
            return signal.getsignal(signal.SIGINT)

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(hold).result() is signal.getsignal(signal.SIGINT)

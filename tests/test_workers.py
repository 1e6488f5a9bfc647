"""Many processes at one work: order kept, nothing lost with a worker, nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persian_speech.corpus.workers import DiedError, Item, ordered
from persian_speech.errors import PersianSpeechError

Work = Callable[[int], int]


def squares() -> Work:
    return square


def square(number: int) -> int:
    """Slow for small numbers, so that later ones are done before."""
    time.sleep(0.03 if number % 5 == 0 else 0)
    return number * number


def deadly() -> Work:
    return kill_at_seven


def kill_at_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return square(number)


def once() -> Work:
    """Dies the first time it meets seven, as a worker does that someone else's hunger got killed."""
    mark = Path(os.environ["DIED_ONCE"])

    def work(number: int) -> int:
        if number == 7 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    return work


def refused() -> Work:
    raise RuntimeError("no model")


def stillborn() -> Work:
    os._exit(3)


def large() -> Callable[[bytes], bytes]:
    return bytes.swapcase


def items(count: int) -> Iterator[Item[int]]:
    """Numbers to be squared; each tenth is only passed on."""
    return (Item(number, None if number % 10 == 9 else number) for number in range(count))


def results(make: Callable[[], Work], jobs: int | None, count: int = 40) -> list[tuple[int, object]]:
    return [(item.tag, item.result) for item in ordered(items(count), make, jobs)]


EXPECTED = [(number, None if number % 10 == 9 else number * number) for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 2, 3, None])
def test_results_come_in_order_whatever_the_number_of_processes(jobs: int | None) -> None:
    assert results(squares, jobs) == EXPECTED


def test_a_worker_that_dies_costs_only_the_item_it_held() -> None:
    found = results(deadly, 2)
    assert [pair for pair in found if pair[0] != 7] == [pair for pair in EXPECTED if pair[0] != 7]
    lost = found[7][1]
    assert isinstance(lost, DiedError)
    assert str(lost).startswith("its process died twice (signal 9")


def test_an_item_whose_worker_died_by_chance_is_done_after_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIED_ONCE", str(tmp_path / "mark"))
    assert results(once, 2) == EXPECTED


@pytest.mark.parametrize(("make", "told"), [(refused, "RuntimeError: no model"), (stillborn, "died before")])
def test_workers_that_cannot_start_are_told(make: Callable[[], Work], told: str) -> None:
    with pytest.raises(PersianSpeechError, match=told):
        results(make, 2)


def test_items_and_results_larger_than_a_pipe_do_not_stop_the_work() -> None:
    data = [bytes([65 + number]) * 3_000_000 for number in range(8)]
    found = ordered((Item(None, one, len(one)) for one in data), large, 2)
    assert [item.result for item in found] == [one.lower() for one in data]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Item[int]]:
        number = 0
        while True:
            taken.append(number)
            yield Item(number, number)
            number += 1

    found = ordered(endless(), squares, 2)
    assert [next(found).result for _ in range(5)] == [0, 1, 4, 9, 16]
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 200


def test_workers_end_with_the_one_who_started_them() -> None:
    program = (
        "import sys, test_workers as t\n"
        "from persian_speech.corpus.workers import ordered\n"
        "if __name__ == '__main__':\n"
        "    for item in ordered(t.items(10**6), t.workers_of, 2):\n"
        "        print(item.result, flush=True)\n"
    )
    tests = Path(__file__).parent
    path = os.pathsep.join((str(tests), str(tests.parent)))
    ran = subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert ran.stdout is not None
    workers = {int(ran.stdout.readline()) for _ in range(8)}
    ran.kill()
    ran.communicate(timeout=60)
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{number}").exists() for number in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [number for number in workers if Path(f"/proc/{number}").exists()]


def workers_of() -> Work:
    return lambda _number: os.getpid()

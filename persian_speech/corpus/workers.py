"""Many processes at one work: results in the order of the items, and no item lost with a worker.

Each worker has two pipes, one for items and one for results, and builds its tools once. A worker that
dies (killed, out of memory) costs at most the item it held: that one is tried again while nothing else
runs, and is given up if it takes its second worker with it.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, cast

from persian_speech.corpus.worker import READY, serve, unpacked
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

WAITING = 16  # items a worker has at hand: it goes on with them while we wait for the disk
ROOM = 1 << 20  # bytes of results that wait for us in a worker's pipe; the most that Linux gives anybody
AHEAD = 32  # items a worker, finished ones too, that wait for an earlier one
LIGHT = 200_000  # code points, about a second's work: no worker would have begun by then
THREADS = "OPENBLAS_NUM_THREADS"  # numpy's, read when a process loads it
HEAVIEST = 16_000_000  # their weight together; a single item may weigh more

Make = Callable[[], Callable[[Any], Any]]


class DiedError(PersianSpeechError):
    """An item took two workers with it."""


@dataclass(slots=True, eq=False)
class Item[T]:
    """Something to be worked on (or, with nothing in ``work``, passed on), until its result is there."""

    tag: T
    work: Any
    weight: int = 1  # code points
    result: Any = None
    done: bool = False


@dataclass(slots=True, eq=False)
class Worker:
    """A process, its pipes, and the items it has at hand, the one it works on first."""

    process: "SpawnProcess"
    items: Connection
    results: Connection
    hand: deque[Item[Any]] = field(default_factory=deque)
    ready: bool = False

    def end(self) -> None:
        """Closes the pipes and waits until the process is gone."""
        self.items.close()
        self.results.close()
        self.process.join()


def ordered[T](items: Iterable[Item[T]], make: Make, jobs: int | None) -> Iterator[Item[T]]:
    """The items with their results, in order. ``make``, picklable, builds in a worker what works on one.

    Without a number of ``jobs`` there are as many workers as cores, once there is enough for them to do.
    Of an item given up the result is a ``DiedError``. Raises PersianSpeechError where no worker starts.
    """
    waiting = iter(items)
    if jobs is None:
        jobs = cores()
        yield from _here(_first(waiting), make)
    if jobs == 1:
        yield from _here(waiting, make)
        return
    team = _Team(make, jobs)
    with team.at_work():
        yield from team.results(waiting)


def cores() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _first[T](items: Iterator[Item[T]]) -> Iterator[Item[T]]:
    """So many items as are done here before a worker has started."""
    weight = 0
    while weight < LIGHT and (item := next(items, None)) is not None:
        weight += item.weight if item.work is not None else 0
        yield item


def _here[T](items: Iterable[Item[T]], make: Make) -> Iterator[Item[T]]:
    work = None
    for item in items:
        if item.work is not None:
            work = work or make()
            item.result = work(item.work)
        yield item


class _Team:
    """Workers, what waits for them, and what waits for an earlier item to be done."""

    def __init__(self, make: Make, jobs: int) -> None:
        self.make, self.jobs = make, jobs
        self.workers: list[Worker] = []
        self.window: deque[Item[Any]] = deque()
        self.weight = 0  # of what is in the window
        self.waiting: deque[Item[Any]] = deque()
        self.suspects: deque[Item[Any]] = deque()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Ends the workers at last, at once: what they know has been told, and to forget it takes long."""
        try:
            yield
        finally:
            for worker in self.workers:
                worker.process.kill()
            for worker in self.workers:
                worker.end()

    def results[T](self, items: Iterator[Item[T]]) -> Iterator[Item[T]]:
        """The items, each when it and all before it are done."""
        more = True
        while more or self.window:
            while more and self._has_room():
                item = next(items, None)
                more = item is not None
                if item is not None:
                    self._take(item)
            self._hand_out()
            while self.window and self.window[0].done:
                item = self.window.popleft()
                self.weight -= item.weight
                yield item
            if self.window:
                self._hear()

    def _has_room(self) -> bool:
        return not self.window or (len(self.window) < AHEAD * self.jobs and self.weight < HEAVIEST)

    def _take(self, item: Item[Any]) -> None:
        self.window.append(item)
        self.weight += item.weight
        if item.work is None:
            item.done = True
        else:
            self.waiting.append(item)

    def _hand_out(self) -> None:
        """Gives each worker what it lacks; while an item is suspected, only that one, to one worker."""
        busy = [worker for worker in self.workers if worker.hand]
        if self.suspects and not busy:
            self._give(self._idle(), self.suspects[0])
        while self.waiting and not self.suspects:
            least = min(self.workers, key=lambda worker: len(worker.hand), default=None)
            if least is None or (least.hand and len(self.workers) < self.jobs):
                least = self._start()
            if len(least.hand) >= WAITING:
                return
            self._give(least, self.waiting.popleft())

    def _idle(self) -> Worker:
        return self.workers[0] if self.workers else self._start()

    def _give(self, worker: Worker, item: Item[Any]) -> None:
        worker.hand.append(item)
        with suppress(OSError):  # it has died; we shall hear of it
            worker.items.send(item.work)

    def _start(self) -> Worker:
        from multiprocessing import get_context

        context = get_context("spawn")
        coming, items = context.Pipe(duplex=False)
        results, going = context.Pipe(duplex=False)
        _widen(going)
        process = context.Process(target=serve, args=(coming, going, self.make), daemon=True)
        with _uninterrupted(), _one_thread():
            process.start()
        coming.close()
        going.close()
        worker = Worker(process, items, results)
        self.workers.append(worker)
        return worker

    def _hear(self) -> None:
        """Waits until a worker has answered or died, and takes what they all have to say."""
        by_pipe = {worker.results: worker for worker in self.workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[cast("Connection", pipe)]
            try:
                self._answered(worker, unpacked(worker.results.recv_bytes()))
            except (EOFError, OSError):
                self._died(worker)

    def _answered(self, worker: Worker, answer: Any) -> None:
        if not worker.ready:
            if answer != READY:
                raise PersianSpeechError(f"a worker cannot start ({answer}); try --jobs 1")
            worker.ready = True
            return
        item = worker.hand.popleft()
        item.result, item.done = answer, True
        if self.suspects and self.suspects[0] is item:
            self.suspects.popleft()

    def _died(self, worker: Worker) -> None:
        self.workers.remove(worker)
        worker.end()
        if not worker.ready:
            raise PersianSpeechError("a worker died before it began (is there memory enough?); try --jobs 1")
        if not worker.hand:
            return
        item, *rest = worker.hand
        self.waiting.extendleft(reversed(rest))
        if item not in self.suspects:
            self.suspects.append(item)
        elif self.suspects[0] is item:
            self.suspects.popleft()
            item.result, item.done = DiedError(_how(worker.process.exitcode)), True


def _how(code: int | None) -> str:
    """What ended a process, and what to do."""
    told = f"signal {-code}" if code is not None and code < 0 else f"status {code}"
    return f"its process died twice ({told}; out of memory?); leave it out, or split it"


def _widen(pipe: Connection) -> None:
    """Room for what a worker finds while we wait for the disk, where the system lets us ask for it."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, ROOM)


@contextmanager
def _one_thread() -> Iterator[None]:
    """What is started here does its sums in one thread: there is a worker for each core as it is."""
    before = os.environ.get(THREADS)
    os.environ.setdefault(THREADS, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[THREADS]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What is started here never sees Ctrl-C: it is for us, who end the workers then."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which would let signals through again, if it were started below
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""The analysis on a dask cluster: batches out, parts of a Parquet dataset back, written here.

The workers need no view of the inputs or of the dataset, only this program in the same version. A worker
that dies costs a batch's time: dask gives its batch to another. A batch that takes several workers with
it is tried document by document, and what does so again is told.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from persian_speech import __version__
from persian_speech.actors.knowledge import Actors
from persian_speech.corpus.analysing import Outcome, builder
from persian_speech.corpus.batches import Batch, batches, key_of
from persian_speech.corpus.dataset import COLUMNS, Dataset, Encoded, encode
from persian_speech.corpus.places import Failure
from persian_speech.corpus.planning import Options, absolute
from persian_speech.corpus.sources import MANIFEST, Source, read
from persian_speech.corpus.workers import cores
from persian_speech.errors import PersianSpeechError

if TYPE_CHECKING:
    from distributed import Client, Future

BUILT: dict[str, Callable[[Source], Outcome]] = {}
AHEAD = 2  # batches a thread of the cluster that are on their way


@dataclass(frozen=True, slots=True)
class Landed:
    """A batch that is done: how many documents it holds, of what weight (code points), what failed in it."""

    documents: int
    weight: int
    failures: Sequence[tuple[str, str]] = ()


@dataclass(slots=True)
class Distribution:
    """One run: the folder is made to hold what is under the paths; what it holds already is left as it is."""

    folder: Path
    paths: Sequence[str]
    options: Options
    new: int = 0
    unchanged: int = 0
    _flying: "dict[Future, tuple[str, Batch]]" = field(default_factory=dict)

    def run(self, client: "Client") -> Iterator[Landed]:
        """The batches as they are done, in no order; at last the parts are named in the order of the inputs.

        Raises PersianSpeechError where the cluster is lost: run again, and it goes on.
        """
        dataset, keys = Dataset(self.folder), []
        try:
            for batch in batches(self._sources()):
                keys.append(key_of(batch, self.options.made_by))
                if dataset.is_done(keys[-1]) and not self.options.again:
                    self.unchanged += len(batch)
                    yield Landed(len(batch), _weight(batch))
                    continue
                while len(self._flying) >= AHEAD * max(1, sum(client.nthreads().values())):
                    yield from self._land(client, dataset)
                self._flying[client.submit(analyse, batch, self.options.actors, pure=False)] = (
                    keys[-1],
                    batch,
                )
            while self._flying:
                yield from self._land(client, dataset)
        finally:
            client.cancel(list(self._flying))
        roots = [absolute(path) for path in self.paths]
        dataset.finish(keys, {"made_by": self.options.made_by, "inputs": roots})

    def check(self) -> None:
        """Refuses a folder that holds something else. Raises PersianSpeechError."""
        if not self.folder.exists() or not any(self.folder.iterdir()):
            return
        known = {*COLUMNS, MANIFEST}
        strange = next((path.name for path in self.folder.iterdir() if path.name not in known), None)
        if strange:
            told = f"holds other files ({strange}); name an empty folder"
            raise PersianSpeechError(f"{self.folder}: {told}")
        if not (self.folder / MANIFEST).exists():
            return
        roots = Dataset(self.folder).manifest().get("inputs")
        if roots != [absolute(path) for path in self.paths]:
            told = f"was made of {', '.join(roots or ())}; name these again, or another folder to write"
            raise PersianSpeechError(f"{self.folder}: {told}")

    def _sources(self) -> Iterator[Source | Failure]:
        named = {absolute(path): path for path in self.paths}
        options = self.options
        return read(tuple(named.values()), encoding=options.encoding, date=options.date, limit=options.limit)

    def _land(self, client: "Client", dataset: Dataset) -> Iterator[Landed]:
        """Writes down what has come back."""
        from distributed import wait
        from distributed.scheduler import KilledWorker

        for future in wait(list(self._flying), return_when="FIRST_COMPLETED").done:
            key, batch = self._flying.pop(future)
            try:
                part = _result(future)
            except KilledWorker:
                part = encode(self._one_by_one(client, batch))
            dataset.write(key, part)
            count, failures = dataset.counts(key)
            self.new += count
            yield Landed(count + len(failures), _weight(batch), failures)

    def _one_by_one(self, client: "Client", batch: Batch) -> Iterator[tuple[str, Outcome]]:
        from distributed.scheduler import KilledWorker

        for one in batch:
            try:
                yield one.document, _result(client.submit(_analysed, one, self.options.actors, pure=False))
            except KilledWorker:
                told = "its processes died one after the other (out of memory?); leave it out, or split it"
                yield one.document, Failure(one.document, told)


def analyse(batch: Batch, actors: Actors | None) -> Encoded:
    """A batch's part; runs on a worker."""
    return encode((one.document, _analysed(one, actors)) for one in batch)


def version() -> str:
    """The version of this program where this runs."""
    return __version__


@contextmanager
def cluster(scheduler: str | None, jobs: int | None) -> Iterator["Client"]:
    """A client of the cluster whose scheduler answers there, or of processes of this machine.

    Raises PersianSpeechError: nothing answers, or its workers lack this version of this program.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        told = "pip install '.[dask]' in the project's folder"
        raise PersianSpeechError(f"--engine dask needs dask: {told}") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        address: Any = scheduler
        if address is None:
            address = stack.enter_context(
                LocalCluster(
                    n_workers=jobs or cores(),
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = Client(address)
        except (OSError, ValueError) as error:
            told = "no dask scheduler answers there; start one, or check the address"
            raise PersianSpeechError(f"{scheduler}: {told}") from error
        stack.enter_context(client)
        _check_workers(client)
        yield client


def _check_workers(client: "Client") -> None:
    try:
        client.wait_for_workers(1, timeout=60)
        found = set(client.run(version).values())
    except TimeoutError as error:
        raise PersianSpeechError("the cluster has no workers; start some, and run again") from error
    except ImportError as error:
        told = f"install persian-speech {__version__} where they run"
        raise PersianSpeechError(f"the cluster's workers lack this program; {told}") from error
    if found != {__version__}:
        told = f"run persian-speech {', '.join(sorted(found))}, this is {__version__}"
        raise PersianSpeechError(f"the cluster's workers {told}; install one version everywhere")


def _result(future: "Future") -> Any:
    from distributed import CancelledError
    from distributed.comm import CommClosedError

    try:
        return future.result()
    except (CancelledError, CommClosedError) as error:
        raise PersianSpeechError("the cluster was lost; run again to go on") from error


def _analysed(one: Source | Failure, actors: Actors | None) -> Outcome:
    return one if isinstance(one, Failure) else _tools(actors)(one)


def _tools(actors: Actors | None) -> Callable[[Source], Outcome]:
    """A worker's tools, built once for all its batches."""
    known = repr(actors.tenures) if actors else ""
    if known not in BUILT:
        BUILT[known] = builder(actors)
    return BUILT[known]


def _weight(batch: Batch) -> int:
    return sum(len(one.text) for one in batch if isinstance(one, Source))

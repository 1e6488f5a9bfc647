"""``analyze --engine dask``: folders into a folder of Parquet tables, on a cluster."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from persian_speech.cli.reading import Reading

if TYPE_CHECKING:
    from persian_speech.corpus.planning import Options


def distribute(reading: Reading, output: Path, options: "Options", scheduler: str | None) -> None:
    """Runs it; tells what failed, and how much there is."""
    from persian_speech.corpus.distributed import Distribution, cluster
    from persian_speech.corpus.planning import BYTES, size_of
    from persian_speech.corpus.store import alone
    from persian_speech.output.progress import metered

    run = Distribution(output, reading.paths, options)
    failures: list[tuple[str, str]] = []
    done = 0.0
    bar = metered(size_of(reading.paths)) if reading.bar else nullcontext(lambda _documents, _completed: None)
    with alone(output):
        run.check()
        with cluster(scheduler, reading.jobs) as client, bar as advance:
            for landed in run.run(client):
                reading.met += landed.documents
                failures += landed.failures
                done += BYTES * landed.weight
                advance(landed.documents, done)
    for document, reason in failures:
        reading.fail(document, reason)
    counts = {"new": run.new, "unchanged": run.unchanged, "failed": len(failures)}
    told = ", ".join(f"{count:,} {action}" for action, count in counts.items() if count)
    reading.talk.remark(f"{output}: {told or 'no documents'}")

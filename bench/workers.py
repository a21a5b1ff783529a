"""Seconds of `svod ingest` with one worker and with more, on the same documents in turn, and what starting costs.

    python -m bench.workers --data FOLDER [--rounds 3] [--texts 60] [--workers 2]

FOLDER holds `rurebus-train.zip`; its first texts and `corpus/documents` are ingested into a new library each time, by
the command itself. The libraries must be equal but for their log. `starting` is a library of one line of text: a new
process, its ledger, one worker with its models, one commit.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from graph import Snapshot, open_library
from graph.export import export


def texts(archive: Path, count: int, folder: Path) -> None:
    """Write the first texts of an archive into a folder."""
    folder.mkdir()
    with zipfile.ZipFile(archive) as packed:
        for name in sorted(name for name in packed.namelist() if name.endswith(".txt"))[:count]:
            (folder / Path(name).name).write_bytes(packed.read(name))


def ingested(home: Path, workers: int, paths: list[str]) -> tuple[float, list[bytes]]:
    """The seconds of one `svod ingest` into a new library, and what that holds."""
    with tempfile.TemporaryDirectory(dir=home) as folder:
        library = Path(folder) / "library"
        command = [sys.executable, "-m", "ui.cli", "ingest", *paths, "--library", str(library)]
        began = time.perf_counter()
        done = subprocess.run(
            [*command, "--workers", str(workers)], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        seconds = time.perf_counter() - began
        if done.returncode:
            sys.exit(done.stderr.decode())
        return seconds, sorted(b"".join(export(Snapshot.open(open_library(library)), "nquads")).splitlines())


def main() -> None:
    """Print the median and the best of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        texts(arguments.data / "rurebus-train.zip", arguments.texts, home / "texts")
        (home / "line.txt").write_text("Пермский край\n", encoding="utf-8")
        paths = [str(home / "texts"), str(Path("corpus/documents").absolute())]
        runs = {
            "starting": (1, [str(home / "line.txt")]),
            "1 worker": (1, paths),
            f"{arguments.workers} workers": (arguments.workers, paths),
        }
        seconds: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(arguments.rounds):
            held = {}
            for name, (workers, given) in runs.items():
                spent, held[name] = ingested(home, workers, given)
                seconds[name].append(spent)
            assert held["1 worker"] == held[f"{arguments.workers} workers"], "the libraries differ"
    for name, times in seconds.items():
        print(f"{name:<10}  median {statistics.median(times):6.2f} s  best {min(times):6.2f} s")


if __name__ == "__main__":
    main()

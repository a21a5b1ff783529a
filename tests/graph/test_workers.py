"""Documents are read in worker processes: each costs only itself, and their number changes nothing."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import Image, ImageDraw

from graph import Snapshot, build, workers
from graph.errors import WorkerFailed
from graph.export import export
from graph.library import Library, create, open_library
from graph.workers import Limits

FAULTY = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_path({!r}, run_name='__main__')".format(
    str(Path(__file__).with_name("faulty_worker.py"))
)
FACT = "Кластер «{}» находится в Пермском крае. Постановление Правительства РФ от 31 июля 2015 г. № 779."


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = create(tmp_path_factory.mktemp("workers") / "library")
    assert list(build(library, [])) == []
    return library.path


@pytest.fixture
def library(empty: Path, tmp_path: Path) -> Library:
    return open_library(shutil.copytree(empty, tmp_path / "library", symlinks=True))


def written(folder: Path, **texts: str) -> list[str]:
    """Files of these names and texts, in this order."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def content(library: Library) -> list[bytes]:
    return sorted(b"".join(export(Snapshot.open(library), "nquads")).splitlines())


def children() -> list[psutil.Process]:
    return [
        child for child in psutil.Process().children(recursive=True) if "seconds_a_page" in " ".join(child.cmdline())
    ]


@pytest.fixture(autouse=True)
def nothing_is_left_running() -> Iterator[None]:
    yield
    assert children() == []


def test_what_breaks_on_a_document_costs_that_document(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(workers, "COMMAND", FAULTY)
    sources = written(
        tmp_path,
        first=FACT.format("Первый"),
        fault="СБОЙ",
        crash="КРУШЕНИЕ",
        memory="ПАМЯТЬ",
        killed="УБИТ",
        asleep="СОН",
        last=FACT.format("Последний"),
    )
    limits = Limits(workers=2, seconds=10, seconds_a_page=0)
    with caplog.at_level(logging.ERROR):
        outcomes = {Path(outcome.source).stem: outcome for outcome in build(library, sources, workers=limits)}
    assert [name for name, outcome in outcomes.items() if outcome.status == "added"] == ["first", "last"]
    reasons = {name: outcome.reason for name, outcome in outcomes.items() if outcome.status == "refused"}
    assert reasons == {
        "fault": "KeyError: 'рубрика 17' while it was being understood: this is a fault of Svod, please report it",
        "crash": "its worker crashed (SIGSEGV) while it was being understood",
        "memory": "more than 2048 MiB of memory was needed (--memory-limit gives more) while it was being understood",
        "killed": "its worker was killed (SIGKILL) while it was being understood",
        "asleep": "stopped after 10 seconds while it was being understood: --time-limit gives more",
    }
    assert 'raise KeyError("рубрика 17")' in caplog.text  # the traceback is not lost


def test_any_number_of_workers_gives_the_same_library(library: Library, empty: Path, tmp_path: Path) -> None:
    texts = {f"t{number}": FACT.format(f"Номер {number % 5}") + " Итого." * (50 * (number % 3)) for number in range(12)}
    sources = written(tmp_path, **texts)
    assert {outcome.status for outcome in build(library, sources, workers=Limits(workers=1))} <= {"added", "unchanged"}
    (tmp_path / "other").mkdir()
    other = open_library(shutil.copytree(empty, tmp_path / "other" / "library", symlinks=True))
    sources = written(tmp_path / "other", **texts)
    outcomes = list(build(other, sources, workers=Limits(workers=3)))
    assert [outcome.source for outcome in outcomes] == sources
    assert content(other) == content(library)


def test_bytes_that_an_earlier_source_gave_up_are_read_again(library: Library, tmp_path: Path) -> None:
    old, new = FACT.format("Старый"), FACT.format("Новый")
    sources = written(tmp_path, a=old)
    assert [outcome.status for outcome in build(library, sources)] == ["added"]
    sources = written(tmp_path, a=new, b=old)
    assert [outcome.status for outcome in build(library, sources)] == ["replaced", "added"]


def test_what_is_unchanged_starts_no_worker(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = written(tmp_path, a=FACT.format("Один"))
    assert [outcome.status for outcome in build(library, sources)] == ["added"]
    monkeypatch.setattr(workers, "COMMAND", "raise SystemExit(3)")
    assert [outcome.status for outcome in build(library, sources)] == ["unchanged"]
    with pytest.raises(WorkerFailed, match=r"with 2048 MiB of memory \(it ended with status 3\)"):
        list(build(library, written(tmp_path, b="Два")))


def test_a_batch_that_is_left_ends_its_workers(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "COMMAND", FAULTY)
    batch = build(library, written(tmp_path, a=FACT.format("Один"), b="СОН", c="СОН"), workers=Limits(workers=2))
    assert next(batch).status == "added"
    assert children() != []
    began = time.monotonic()
    batch.close()
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_the_process_that_started_them(library: Library, tmp_path: Path, number: int) -> None:
    sources = written(tmp_path, a=FACT.format("Один"), b="СОН", c="СОН")
    program = (
        "import signal, sys\nfrom graph import build, open_library, workers\nfrom graph.workers import Limits\n"
        # a shell that runs the tests in the background hands down that Ctrl-C is ignored
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"workers.COMMAND = {FAULTY!r}\n"
        "for outcome in build(open_library(sys.argv[1]), sys.argv[2:], workers=Limits(workers=2)):\n"
        "    print(outcome.status, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(library.path), *sources], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"added\n"
        started = psutil.Process(process.pid).children(recursive=True)
        assert len(started) == 2
        os.kill(process.pid, number)
        assert process.wait(timeout=30) == -number
        _, alive = psutil.wait_procs(started, timeout=30)
        assert alive == []
    assert [outcome.status for outcome in build(library, sources[:1])] == ["unchanged"]


@pytest.fixture
def endless_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Tesseract that never ends: its number is written to the file that comes back."""
    mark, folder = tmp_path / "pid", tmp_path / "bin"
    folder.mkdir()
    program = folder / "tesseract"
    program.write_text(
        "#!/bin/sh\ncase $1 in --version) echo tesseract 5.3.0 ;; --list-langs) printf 'Languages:\\nrus\\neng\\n' ;;\n"
        f"*) echo $$ > {mark}.new && mv {mark}.new {mark}; exec sleep 600 ;; esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return mark


@pytest.fixture
def scan(tmp_path: Path) -> str:
    page = Image.new("L", (1200, 1600), 255)
    ImageDraw.Draw(page).text((100, 200), "Cluster policy\n" * 12, fill=0, font_size=40)
    page.save(tmp_path / "scan.png")
    return str(tmp_path / "scan.png")


def process_of(mark: Path) -> psutil.Process:
    """The process that wrote its number, once it has."""
    until = time.monotonic() + 60
    while not mark.exists():
        assert time.monotonic() < until, "OCR was not started"
        time.sleep(0.05)
    return psutil.Process(int(mark.read_text()))


def has_ended(number: int) -> bool:
    """Whether a process runs no more; nobody may have asked yet how it ended."""
    return not psutil.pid_exists(number) or psutil.Process(number).status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("killed", ["worker", "ingest"])
def test_ocr_ends_with_the_worker_that_asked_for_it(
    library: Library, scan: str, endless_ocr: Path, killed: str
) -> None:
    program = (
        "import sys\nfrom graph import build, open_library\nfrom graph.workers import Limits\n"
        "for outcome in build(open_library(sys.argv[1]), sys.argv[2:], workers=Limits(workers=1)):\n"
        "    print(outcome.reason, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, library.path, scan], stdout=subprocess.PIPE) as process:
        ocr = process_of(endless_ocr)
        worker = next(child for child in psutil.Process(process.pid).children() if child.pid != ocr.pid)
        os.kill(worker.pid if killed == "worker" else process.pid, signal.SIGKILL)
        psutil.wait_procs([ocr], timeout=30)
        assert has_ended(ocr.pid)
        said, _ = process.communicate(timeout=60)
    assert said == (b"its worker was killed (SIGKILL) while it was being read\n" if killed == "worker" else b"")


def test_ocr_that_never_ends_is_stopped_with_its_document(library: Library, scan: str, endless_ocr: Path) -> None:
    (outcome,) = build(library, [scan], workers=Limits(workers=1, seconds=8, seconds_a_page=0))
    assert outcome.reason == "stopped after 8 seconds while it was being read: --time-limit gives more"
    assert has_ended(int(endless_ocr.read_text()))

"""Worker processes: each document is read and understood in one, within its time and memory, and costs only itself.

They are spawned, never forked (a fork of a process with an open store hangs), kept for the next document, and killed
past their limits. A thread waits for each.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Any, Self

from graph.edition import Edition, load
from graph.errors import WorkerFailed
from graph.frames import read_frame, write_frame
from graph.worker import EDITION, FAULT, JOB, LINE, MEMORY, PAGES, READY, REFUSED, STEP, Terms

START = 120.0  # seconds for a worker to load what it needs: 2 on an idle machine
WATCH = 0.01  # seconds between two looks at a process that ends
ENDED = os.WEXITED | os.WNOWAIT | os.WNOHANG
COMMAND = "import sys; sys.path.insert(0, sys.argv.pop(1)); from graph.worker import main; main()"
ROOT = str(Path(__file__).parents[1])
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}  # a worker is one core
DOING = {"read": "read", "annotate": "understood", "state": "understood", "locate": "located"}

Tell = Callable[[str, str], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers, and what a document may use of one: seconds, more of them for each page (a dense page takes
    OCR 3), and bytes of memory. `workers` 0 is one for each core.
    """

    workers: int = 0
    seconds: float = 120.0
    seconds_a_page: float = 5.0
    memory: int = 2 << 30

    @property
    def count(self) -> int:
        """How many workers there are: at least one."""
        return self.workers if self.workers > 0 else len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True)
class Job:
    """Bytes to be read and understood: what they are called, what opens and decodes them, and whether the line of
    `svod extract` is wanted rather than an edition."""

    source: str
    data: bytes
    password: str | None = None
    charset: str | None = None
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a job: its edition or its line, or the reason why there is none; and the seconds that it took."""

    edition: Edition | None
    reason: str
    seconds: float
    line: dict[str, Any] | None = None


class Workers:
    """As many workers as the limits say, started as jobs come. Leaving the context kills those that still work."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._threads = ThreadPoolExecutor(limits.count, thread_name_prefix="worker")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._is_closed = True
            for worker in self._all:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.close()

    def read(self, job: Job, tell: Tell) -> "Future[Reading]":
        """Have a job done, in its turn; `tell` is told its steps by another thread.

        The future raises WorkerFailed where no worker can be started.
        """
        return self._threads.submit(self._read, job, tell)

    def _read(self, job: Job, tell: Tell) -> Reading:
        worker = self._ready()
        began = time.monotonic()
        reading = worker.read(job, began, tell)
        self._idle.put(worker)
        return reading

    def _ready(self) -> "_Worker":
        """A worker that waits for a job: one that had others before, or a new one. Raises WorkerFailed."""
        while True:
            try:
                worker = self._idle.get_nowait()
            except Empty:
                return self._started()
            if worker.is_ready():
                return worker
            self._drop(worker)

    def _started(self) -> "_Worker":
        with self._lock:
            if self._is_closed:
                raise WorkerFailed("the work was given up")
            worker = _Worker(self.limits)
            self._all.add(worker)
        if worker.is_ready():
            return worker
        self._drop(worker)
        memory = self.limits.memory >> 20
        raise WorkerFailed(
            f"no worker process could be started with {memory} MiB of memory (it {worker.ending()}): give more, or see "
            "what it said above"
        )

    def _drop(self, worker: "_Worker") -> None:
        with self._lock:
            self._all.discard(worker)
        worker.close()


@dataclass(eq=False)
class _Worker:
    """One worker process, seen from the parent."""

    limits: Limits
    _process: "subprocess.Popen[bytes]" = field(init=False)

    def __post_init__(self) -> None:
        limits = self.limits
        terms = json.dumps(asdict(Terms(limits.memory, limits.seconds, limits.seconds_a_page)))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", COMMAND, ROOT, terms],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={**ONE_THREAD, **os.environ},
            start_new_session=True,  # Ctrl-C is the parent's; and what a worker starts (Tesseract) is killed with it
        )

    def is_ready(self) -> bool:
        """Whether it waits for a job; waits itself until it has loaded what it needs."""
        try:
            return read_frame(self._answers, until=time.monotonic() + START)[0] == READY
        except (EOFError, TimeoutError):
            return False

    def read(self, job: Job, began: float, tell: Tell) -> Reading:
        """Do one job. What the worker does not survive is its reason."""
        pages, verb = 1, "read"
        try:
            write_frame(self._jobs, JOB, _packed(job))
            while True:
                allowed = self.limits.seconds + self.limits.seconds_a_page * pages
                kind, payload = read_frame(self._answers, until=began + allowed)
                if kind == PAGES:
                    pages = int(payload)
                elif kind == STEP:
                    verb = payload.decode()
                    tell(job.source, verb)
                else:
                    return self._judged(job, kind, payload, verb, time.monotonic() - began)
        except TimeoutError:
            self.kill()
            reason = f"stopped after {allowed:.0f} seconds while it was being {DOING[verb]}: --time-limit gives more"
        except (EOFError, BrokenPipeError):
            reason = f"its worker {self.ending()} while it was being {DOING[verb]}"
        return Reading(None, reason, time.monotonic() - began)

    def _judged(self, job: Job, kind: bytes, payload: bytes, verb: str, seconds: float) -> Reading:
        """What the worker says in the end."""
        if kind == EDITION:
            return Reading(load(payload), "", seconds)
        if kind == LINE:
            return Reading(None, "", seconds, json.loads(payload.decode(errors="surrogatepass")))
        if kind == REFUSED:
            return Reading(None, payload.decode(errors="surrogateescape"), seconds)
        if kind == MEMORY:
            return Reading(None, f"{self._too_big()} while it was being {DOING[verb]}", seconds)
        assert kind == FAULT, kind
        told = json.loads(payload)
        log.error("%s could not be %s:\n%s", job.source, DOING[verb], told["trace"])
        return Reading(None, fault(told["fault"], DOING[verb]), seconds)

    def kill(self) -> None:
        """End the process and what it started, now."""
        if self._process.returncode is None:  # until it is waited for its number is its own, be it dead or not
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process, and give back what it held."""
        self.kill()
        self._process.wait()
        self._jobs.close()
        self._answers.close()

    def ending(self) -> str:
        """How the process ended, in words."""
        until = time.monotonic() + START
        while self._process.returncode is None and time.monotonic() < until:
            if os.waitid(os.P_PID, self._process.pid, ENDED) is not None:
                break
            time.sleep(WATCH)
        self.kill()  # what it started lives on until here
        status = self._process.wait()
        if status >= 0:
            return f"ended with status {status}"
        name = signal.Signals(-status).name
        if name == "SIGABRT":
            return f"ended (SIGABRT, as where {self._too_big()})"
        return f"was killed ({name})" if name == "SIGKILL" else f"crashed ({name})"

    def _too_big(self) -> str:
        return f"more than {self.limits.memory >> 20} MiB of memory was needed (--memory-limit gives more)"

    @property
    def _jobs(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout


def fault(said: str, doing: str) -> str:
    """The reason of a document that our own mistake costs.

    >>> fault("KeyError: 'x'", "located")
    "KeyError: 'x' while it was being located: this is a fault of Svod, please report it"
    """
    return f"{said} while it was being {doing}: this is a fault of Svod, please report it"


def _packed(job: Job) -> bytes:
    head = {"source": job.source, "password": job.password, "charset": job.charset, "is_line": job.is_line}
    return json.dumps(head).encode() + b"\n" + job.data

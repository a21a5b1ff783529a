"""The process that reads and understands documents, one after another: started, fed and killed by `graph/workers.py`.

It takes jobs from standard input and answers on standard output, in frames (`graph/frames.py`). Its memory is limited
by the system; its time by the parent, and by processor seconds in case the parent has gone. When standard input ends,
it ends, whatever it was doing.
"""

import json
import os
import resource
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO

from graph.frames import read_frame, write_frame

JOB = b"J"
READY, STEP, PAGES, EDITION, LINE, REFUSED, FAULT, MEMORY = b"R", b"S", b"P", b"E", b"L", b"N", b"F", b"M"

TIRED = 0.6  # of the memory it may have: a worker that holds more between documents makes room for a fresh one


@dataclass(frozen=True, slots=True)
class Terms:
    """How a worker works: bytes of memory, seconds for a document and for each of its pages."""

    memory: int
    seconds: float
    seconds_a_page: float


def main() -> None:
    """Answer jobs until standard input ends. The first argument is the terms, as JSON."""
    terms = Terms(**json.loads(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (terms.memory, terms.memory))
    jobs: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), daemon=True).start()
    _load()
    while True:
        write_frame(answers, READY)
        _answer(jobs.get(), terms, answers)
        if _held() > TIRED * terms.memory:
            return


def _listen(jobs: "SimpleQueue[bytes]") -> None:
    """Take jobs as they come; when the parent has gone, go."""
    with os.fdopen(os.dup(0), "rb", buffering=0) as stream:
        while True:
            try:
                jobs.put(read_frame(stream)[1])
            except EOFError:
                if os.getpgrp() == os.getpid():
                    os.killpg(0, signal.SIGKILL)  # this process, and what it started
                os._exit(0)


def _load() -> None:
    """Load what every document needs, before the first one's time runs."""
    import ingest
    import nlp.stating
    import nlp.steps

    nlp.steps.annotate(ingest.read("Министерство".encode(), "first"))


def _answer(job: bytes, terms: Terms, answers: IO[bytes]) -> None:
    """Read one document, and say what came of it: never an exception."""
    from graph.build import extract, extract_line
    from graph.edition import dump
    from ingest.errors import IngestError
    from ingest.length import page_count

    head, _, data = job.partition(b"\n")
    settings = json.loads(head)

    def say_step(source: str, verb: str) -> None:
        write_frame(answers, STEP, verb.encode())

    try:
        _limit_time(terms.seconds)
        pages = page_count(data, settings["password"])
        write_frame(answers, PAGES, str(pages).encode())
        _limit_time(terms.seconds + terms.seconds_a_page * pages)
        if settings["is_line"]:
            line = extract_line(data, settings["source"], settings["password"])
            write_frame(answers, LINE, json.dumps(line, ensure_ascii=False).encode(errors="surrogatepass"))
            return
        edition = extract(
            data,
            settings["source"],
            progress=say_step,
            password=settings["password"],
            charset=settings["charset"],
        )
        write_frame(answers, EDITION, dump(edition))
    except IngestError as error:
        write_frame(answers, REFUSED, str(error).encode(errors="surrogateescape"))
    except MemoryError:
        write_frame(answers, MEMORY)
        os._exit(0)  # what is left of the memory may be in any state
    except Exception as error:  # noqa: BLE001  # whatever it is, it is said, logged by the parent, and costs one document
        said = f"{type(error).__name__}: {error}".rstrip(": ")
        told = json.dumps({"fault": said, "trace": "".join(traceback.format_exception(error))})
        write_frame(answers, FAULT, told.encode())


def _limit_time(seconds: float) -> None:
    """Processor seconds from now, all threads together."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + (os.cpu_count() or 1) * seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _held() -> int:
    """Bytes of memory that this process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * resource.getpagesize()

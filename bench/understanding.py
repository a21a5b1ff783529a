"""Words a second of the whole of `nlp/` on official texts and on news, beside slovnet alone and a one-line pattern.

    python -m bench.understanding --data FOLDER [--rounds 5] [--share 1]

FOLDER holds `rurebus-train.zip` and `nerel-1.1.zip`, which are read at run time. One core, process CPU time (a busy
machine steals none of it), reading not timed. Every round takes other texts, so that none is seen twice and what the
caches know of words is what a running ingest knows; the first round is thrown away. The yardsticks read the same
texts, in turns of a few, so that a noisy machine slows all three alike: how many times as fast as slovnet each is, is
the median over the turns.
"""

import argparse
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

import re
import statistics
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.naive import tagger
from ingest import Document, read
from nlp import annotate, state
from nlp.relations import RULES, Reading
from nlp.steps import pipeline

TEXTS: Mapping[str, str] = {"RuREBus texts": "rurebus-train.zip", "NEREL news": "nerel-1.1.zip"}
"""What is read, by the name that the table shows."""

CITATION = re.compile(r"(?:от\s+[\d.]+\s*(?:г\.|года)?\s*)?№\s*[\d/-]+(?:-?[А-ЯЁа-яё]+)?")
"""The pattern of acts that anyone would write first."""

Run = Callable[[Document], object]
SLOVNET = "slovnet NER alone"
TURN = 4  # texts of a turn: about a tenth of a second of each run, short beside what else a machine does


@dataclass(frozen=True, slots=True)
class Turn:
    """What each run took for the same few texts, in seconds of CPU time."""

    round: int
    words: int
    seconds: Mapping[str, float]


def documents(archive: Path, share: int) -> list[Document]:
    """Every `share`-th text of an archive, as ingestion reads it."""
    with zipfile.ZipFile(archive) as texts:
        names = sorted(name for name in texts.namelist() if name.endswith(".txt"))
        return [read(texts.read(name), Path(name).name) for name in names[::share]]


def words_of(documents: Iterable[Document]) -> int:
    """How many words they hold: stretches without white space."""
    return sum(len(document.text.split()) for document in documents)


def turns(runs: Mapping[str, Run], parts: Sequence[Sequence[Document]]) -> Iterator[Turn]:
    """Every run over a few texts after the other, again and again; the first part only warms up."""
    for number, part in enumerate(parts):
        for start in range(0, len(part), TURN):
            few = part[start : start + TURN]
            # whoever comes second finds the texts in the processor's cache: each is first every other time
            order = tuple(runs)[:: 1 if start // TURN % 2 else -1]
            spent = {name: seconds(runs[name], few) for name in order}
            if number:
                yield Turn(number, words_of(few), spent)


def seconds(run: Run, documents: Iterable[Document]) -> float:
    """The CPU time of a run over documents."""
    begun = time.process_time()
    for document in documents:
        run(document)
    return time.process_time() - begun


def rates(took: Iterable[Turn], name: str) -> list[float]:
    """Words per second of CPU time of a run, a number a round."""
    words: dict[int, int] = defaultdict(int)
    spent: dict[int, float] = defaultdict(float)
    for turn in took:
        words[turn.round] += turn.words
        spent[turn.round] += turn.seconds[name]
    return [words[number] / spent[number] for number in words]


def steps(documents: Sequence[Document]) -> dict[str, float]:
    """CPU seconds of each step of the pipeline and of `state`, over the documents."""
    spent: dict[str, float] = defaultdict(float)

    clock = time.process_time
    for document in documents:
        language = pipeline(document.language)
        begun = clock()
        doc = language.make_doc(document.text)
        spent["tokens"] += clock() - begun
        doc._.document = document
        for name, component in language.pipeline:
            begun = clock()
            doc = component(doc)
            spent[name] += clock() - begun
        begun = clock()
        reading = Reading.of(doc)
        spent["state: entities"] += clock() - begun
        for rule in RULES:
            begun = clock()
            list(rule(reading))
            spent[f"state: {rule.__module__.rpartition('.')[2]}"] += clock() - begun
    return spent


def understand(document: Document) -> object:
    """The whole of `nlp/`."""
    return state(annotate(document))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="where the two archives are")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--share", type=int, default=1, help="take every n-th text")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    runs: dict[str, Run] = {
        "svod, all of nlp/": understand,
        SLOVNET: lambda document: tagger()(document.text),
        "one-line citation pattern": lambda document: CITATION.findall(document.text),
    }
    shown: dict[str, dict[str, float]] = {}
    for title, archive in TEXTS.items():
        texts = documents(arguments.data / archive, arguments.share)
        parts = [texts[start :: arguments.rounds + 1] for start in range(arguments.rounds + 1)]
        print(f"{title}: {len(texts)} texts, {words_of(texts)} words, {arguments.rounds} rounds; words/s of CPU time")
        print(f"{'':<28}{'best':>12}{'median':>12}{'x slovnet':>12}")
        took = list(turns(runs, parts))
        for name in runs:
            values = rates(took, name)
            times = statistics.median(turn.seconds[SLOVNET] / turn.seconds[name] for turn in took)
            print(f"{name:<28}{max(values):>12,.0f}{statistics.median(values):>12,.0f}{times:>12,.2f}")
        print()
        shown[title] = {name: seconds / words_of(texts) * 1e6 for name, seconds in steps(texts).items()}
    print(f"{'µs a word':<28}" + "".join(f"{title:>16}" for title in shown))
    for name in dict.fromkeys(name for spent in shown.values() for name in spent):
        print(f"{name:<28}" + "".join(f"{spent.get(name, 0.0):>16.2f}" for spent in shown.values()))
    print(f"{'sum':<28}" + "".join(f"{sum(spent.values()):>16.2f}" for spent in shown.values()))


if __name__ == "__main__":
    main()

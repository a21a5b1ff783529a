"""A document is in or it is not, whenever the process is killed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from graph.edition import Edition, dump

Draft = Callable[..., Edition]
KILLS = int(os.environ.get("SVOD_KILLS", "20"))
SEED = int(os.environ.get("SVOD_SEED", "3"))


def test_a_killed_writer_leaves_whole_documents_and_the_next_run_completes(
    tmp_path: Path, empty: Path, draft: Draft
) -> None:
    editions = [
        draft("a.txt", [("cluster:А", "svod:manager", "person:Иванов Иван"), ("cluster:А", "svod:memberCount", "=1")]),
        draft(
            "b.txt",
            [("cluster:Б", "schema:location", "region/RU-PER"), ("organization:П", "org:memberOf", "cluster:А")],
        ),
        draft("c.txt", [(f"organization:{n}", "org:memberOf", "cluster:Б") for n in range(12)]),
        draft("c.txt", [(f"organization:{n}", "org:memberOf", "cluster:Б") for n in range(6, 18)]),
        draft("e.txt", [("cluster:Д", "svod:memberCount", "=1")]),
        draft("e.txt", [("cluster:Д", "svod:memberCount", "=2")]),
        draft("f.txt", [("cluster:Е", "svod:memberCount", "=3")]),
    ]
    kept = tmp_path / "editions"
    kept.mkdir()
    for number, edition in enumerate(editions):
        (kept / f"{number}").write_bytes(dump(edition))
    for name in ("library", "clean"):
        shutil.copytree(empty, tmp_path / name, symlinks=True)
    script = Path(__file__).with_name("crashing.py")
    command = [sys.executable, str(script), str(tmp_path / "library"), str(kept), str(KILLS), str(SEED)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300 + 20 * KILLS)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    fine = {"torn": [], "strange": [], "half": False, "lost": [], "drifted": False, "unpublished": False}
    fine |= {"unsound": []}
    assert report["found"] == [fine] * KILLS, result.stderr
    assert report["finished"] < KILLS  # most were killed in the middle
    assert (report["completed"], report["same"]) == (True, True)

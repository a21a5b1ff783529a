"""What keeps a library and hands it on: `svod backup`, `svod restore`, `svod rebuild`, `svod release`."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ui.commands.deciding import report
from ui.output import emit_json, emit_line


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands, each with `--json`."""
    backup = commands.add_parser("backup", parents=[shared], help="write the library to one file, also while it works")
    backup.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: LIBRARY-COMMIT.tar.zst, here")
    backup.set_defaults(run=run_backup)
    restore = commands.add_parser("restore", parents=[shared], help="make the library that a backup holds")
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.set_defaults(run=run_restore)
    upgrade = commands.add_parser("upgrade", parents=[shared], help="bring a library of an earlier format to this one")
    upgrade.set_defaults(run=run_upgrade)
    rebuild = commands.add_parser(
        "rebuild", parents=[shared], help="work out who is who, the facts and the view anew, and put right what differs"
    )
    rebuild.set_defaults(run=run_rebuild)
    release = commands.add_parser(
        "release", parents=[shared], help="write the library as a release that others can check"
    )
    release.add_argument(
        "-o", "--output", metavar="DIR", type=Path, help="where releases stand (default: the library's)"
    )
    release.add_argument(
        "--check", action="store_true", help="write nothing; work the last release out anew and compare"
    )
    release.set_defaults(run=run_release)
    for command in (backup, restore, upgrade, rebuild, release):
        command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def run_backup(arguments: argparse.Namespace) -> int:
    """Write the file; an earlier one of that name is refused, not replaced."""
    from graph.backup import backup
    from graph.library import open_library
    from ui.snapshots import current

    library = open_library(arguments.library)
    commit = current(library.path).commit
    made = backup(library, arguments.output or Path(f"{library.path.name}-{commit}.tar.zst"))
    if arguments.json:
        emit_json(asdict(made))
    else:
        emit_line(
            f"wrote {made.file}: commit {made.commit}, {made.quads} quads, {made.files} files, {made.bytes} bytes"
        )
        emit_line(f"SHA-256 {made.sha256}")
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    """Make the library in `--library`, which must not be there yet."""
    from graph.backup import restore
    from graph.snapshot import published

    library = restore(arguments.file, Path(arguments.library))
    commit = published(library)
    if arguments.json:
        emit_json({"library": str(library.path), "base": library.base, "format": library.format, "commit": commit})
    else:
        emit_line(f"restored {library.path} at commit {commit}, base {library.base}")
    return 0


def run_upgrade(arguments: argparse.Namespace) -> int:
    """Bring it to this format, or say that it is there."""
    from graph.upgrade import upgrade

    done = upgrade(Path(arguments.library))
    if arguments.json:
        emit_json(asdict(done))
    elif done.before == done.after:
        emit_line(f"the library has format {done.after} already")
    else:
        emit_line(f"format {done.before} became {done.after}: {done.documents} documents were written anew")
        for document in done.left:
            emit_line(f"  {document} has no reading and says what it said: ingest it again")
    return 0


def run_rebuild(arguments: argparse.Namespace) -> int:
    """Compare with a clean rebuild and repair; where all was right, no fact comes or goes."""
    from ui.writer import writer

    with writer(Path(arguments.library)) as ledger:
        commit = ledger.rebuild()
        ledger.publish()
    return report(arguments, commit)


def run_release(arguments: argparse.Namespace) -> int:
    """Write the next release, or check the last one; the exit code is 1 where it is not what it says."""
    from graph.release import release
    from ui.snapshots import current

    snapshot = current(Path(arguments.library))
    folder = arguments.output or snapshot.library.releases
    if arguments.check:
        return check_release(arguments, folder)
    made = release(snapshot, folder)
    if arguments.json:
        emit_json(asdict(made))
    else:
        emit_line(f"release {made.number} of commit {made.commit}: {made.quads} quads, +{made.added} −{made.removed}")
        emit_line(f"{made.folder}, SHA-256 {made.sha256}")
    return 0


def check_release(arguments: argparse.Namespace, folder: Path) -> int:
    """Say whether the last release is whole, and what follows from its inputs."""
    from graph.errors import ReleaseError
    from graph.release import check, latest

    last = latest(folder) if folder.is_dir() else None
    if last is None:
        raise ReleaseError(f"{folder} holds no release: make one with `svod release`")
    checked = check(last)
    if arguments.json:
        emit_json({"release": int(last.name), "equal": checked.is_equal} | asdict(checked))
    else:
        whole = "as its manifest says" if checked.is_whole else "NOT what its manifest says"
        rebuilt = "the same" if checked.is_rebuilt else "NOT the same"
        emit_line(f"release {last.name}: the data are {whole}; worked out anew they are {rebuilt}")
    return 0 if checked.is_equal else 1

"""A real Neo4j community server for tests and trials, from Maven Central, on a free port.

    python tests/neo4j_server.py                 bring it up, print NEO4J_URI and its companions, keep it until Ctrl-C
    python tests/neo4j_server.py COMMAND ...     bring it up, run the command with them set, stop it; its status

The jars (116 MB) are copied once into `.dev/neo4j/lib`; the data are in a temporary folder, or in `--home DIR`. With
NEO4J_URI set nothing is started: that server is used.
"""

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase

ROOT = Path(__file__).resolve().parent.parent
POM = ROOT / "bench/neo4j/pom.xml"
JARS = ROOT / ".dev/neo4j/lib"
FOLDERS = ("conf", "data", "logs", "plugins", "import", "run")
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
STARTS_WITHIN = 120.0  # seconds; 6 on an idle machine of 2 cores
STOPS_WITHIN = 30.0  # seconds; then it is killed
STARTED = "Started."


class ServerError(Exception):
    """The server could not be brought up; the message says what is missing or what it logged."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is, and as whom to enter."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"

    @property
    def environment(self) -> Mapping[str, str]:
        """The address as the variables that Svod reads."""
        names = ("uri", "user", "password", "database")
        return {f"NEO4J_{name.upper()}": getattr(self, name) for name in names}


@contextmanager
def neo4j_server(home: Path | None = None) -> Iterator[Address]:
    """A server that answers, stopped at the end; the one that NEO4J_URI names where it is set. Raises ServerError."""
    given = os.environ.get("NEO4J_URI")
    if given:
        user, password = os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        yield Address(given, user, password, os.environ.get("NEO4J_DATABASE", "neo4j"))
        return
    _fetch_jars()
    with tempfile.TemporaryDirectory(prefix="svod-neo4j-") as folder:
        place = (home or Path(folder)).absolute()
        port = _free_port()
        _prepare(place, port)
        process = _launch(place)
        try:
            _wait(process, place)
            yield _enter(place, port)
        finally:
            _stop(process)


def _fetch_jars() -> None:
    """Copy the server's jars where they are not yet, or are of another `pom.xml`."""
    mark = JARS / ".complete"
    digest = hashlib.sha256(POM.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    maven = _tool("mvn", "maven")
    shutil.rmtree(JARS, ignore_errors=True)
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={JARS}"]
    done = subprocess.run([maven, "-q", "-B", "-f", str(POM), *goal], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerError(f"Maven could not fetch Neo4j: {(done.stdout + done.stderr)[-2000:]}")
    mark.write_text(digest)


def _tool(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ServerError(f"`{name}` is missing: apt-get install -y {package}")
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _prepare(home: Path, port: int) -> None:
    for name in FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    settings = (
        f"server.bolt.listen_address=127.0.0.1:{port}",
        "server.http.enabled=false",
        "server.https.enabled=false",
        "dbms.usage_report.enabled=false",
        "server.memory.pagecache.size=128m",
    )
    (home / "conf/neo4j.conf").write_text("\n".join(settings) + "\n")
    (home / "logs/neo4j.log").unlink(missing_ok=True)


def _launch(home: Path) -> "subprocess.Popen[bytes]":
    java = _tool("java", "openjdk-17-jre-headless")
    opened = [f"--add-opens={module}=ALL-UNNAMED" for module in OPENED]
    entry = ["-cp", f"{JARS}/*", "org.neo4j.server.CommunityEntryPoint"]
    places = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "logs/console.log").open("wb") as console:
        return subprocess.Popen([java, "-Xmx512m", *opened, *entry, *places], stdout=console, stderr=subprocess.STDOUT)


def _wait(process: "subprocess.Popen[bytes]", home: Path) -> None:
    log, until = home / "logs/neo4j.log", time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if log.exists() and STARTED in log.read_text(errors="replace"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    console = (home / "logs/console.log").read_text(errors="replace")
    raise ServerError(f"Neo4j did not start within {STARTS_WITHIN:.0f} s: {console[-2000:]}")


def _enter(home: Path, port: int) -> Address:
    """Change the first password, which a fresh server asks for; one kept in `home` is used again."""
    uri, kept = f"bolt://127.0.0.1:{port}", home / "conf/password"
    if kept.exists():
        return Address(uri, "neo4j", kept.read_text())
    password = secrets.token_urlsafe(16)
    with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver, driver.session(database="system") as session:
        session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", password=password).consume()
    kept.touch(mode=0o600)
    kept.write_text(password)
    return Address(uri, "neo4j", password)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--home", type=Path, help="keep the data in this folder")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what to run while the server is up")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with neo4j_server(options.home) as address:
            if options.command:
                return subprocess.run(
                    options.command, env={**os.environ, **address.environment}, check=False
                ).returncode
            for name, value in address.environment.items():
                print(f"export {name}={value}", flush=True)
            signal.pause()
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())

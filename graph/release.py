"""A release: the library at one commit as files that others can check, describe and follow.

releases/3/  data.nq         every graph but the log, canonical N-Quads (W3C RDFC-1.0: no blank nodes, so sorted lines)
             manifest.json   which documents, which hash, which release came before
             dataset.ttl     the same for programs (VoID, DCAT 3, SPDX checksum)
             changes.rdfp    what changed since the release before, as an RDF Patch, grouped by cause
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from graph.causes import Causes
from graph.errors import ReleaseError
from graph.export import export
from graph.plain import PlainQuad, matching, n_quads, parsed
from graph.rebuild import derived, is_derived
from graph.snapshot import Snapshot
from graph.status import documents
from graph.terms import TYPE, named
from ontology.iri import PREFIXES

DATA, MANIFEST, DATASET, CHANGES = "data.nq", "manifest.json", "dataset.ttl", "changes.rdfp"
MEDIA = "application/n-quads"
SPDX = "http://spdx.org/rdf/terms#"
IANA = "http://www.iana.org/assignments/media-types/"


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its number from 1, its folder, the commit, the SHA-256 of `data.nq`, its quads, and how many were
    added and removed since the release before."""

    number: int
    folder: str
    commit: int
    sha256: str
    quads: int
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Check:
    """Whether `data.nq` has the manifest's hash, and whether what follows from its inputs is what it says."""

    is_whole: bool
    is_rebuilt: bool

    @property
    def is_equal(self) -> bool:
        """Both."""
        return self.is_whole and self.is_rebuilt


def release(snapshot: Snapshot, folder: Path) -> Release:
    """Write the snapshot as the next release in `folder`, all of it or nothing.

    Raises ReleaseError where nothing changed since the last one, or the last one cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = latest(folder)
    number = 1 if before is None else int(before.name) + 1
    draft = folder / f".{number}.{os.getpid()}"
    _forget_drafts(folder)
    draft.mkdir()
    try:
        made = _write(snapshot, draft, folder / str(number), before)
        _sync(draft)
        draft.rename(folder / str(number))
    except OSError as error:
        raise ReleaseError(f"release {number} could not be written to {folder}: {error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return made


def latest(folder: Path) -> Path | None:
    """The last release in a folder."""
    numbers = [int(path.name) for path in folder.iterdir() if path.name.isdigit()]
    return folder / str(max(numbers)) if numbers else None


def check(folder: Path) -> Check:
    """Work the release's resolved view out anew from its documents, judgements and names. Raises ReleaseError."""
    manifest = _manifest(folder)
    data = (folder / DATA).read_bytes()
    store = Store()
    store.bulk_load(data, format=RdfFormat.N_QUADS)
    said = {quad for quad in matching(store) if is_derived(quad, manifest["base"])}
    return Check(hashlib.sha256(data).hexdigest() == manifest["sha256"], derived(store, manifest["base"]) == said)


def _write(snapshot: Snapshot, draft: Path, place: Path, before: Path | None) -> Release:
    """Every file of the release."""
    sha256 = _write_data(snapshot, draft / DATA)
    former = _manifest(before) if before else None
    if former and former["sha256"] == sha256:
        raise ReleaseError(f"nothing changed since release {before.name if before else 0}: there is nothing to release")
    gone, new = _differing(before, draft)
    _write_changes(draft / CHANGES, snapshot, former, before, (gone, new))
    entries = snapshot.history()
    manifest = {
        "release": int(place.name),
        "commit": snapshot.commit,
        "issued": entries[-1].cause.ended,
        "base": snapshot.base,
        "canonicalization": "RDFC-1.0",
        "sha256": sha256,
        "quads": sum(1 for quad in matching(snapshot.store) if quad.graph_name != snapshot.graphs.log),
        "previous": {"release": former["release"], "sha256": former["sha256"]} if former else None,
        "documents": [asdict(document) for document in documents(snapshot)],
    }
    (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (draft / DATASET).write_bytes(_described(snapshot, manifest, (draft / DATA).stat().st_size))
    return Release(
        int(place.name), str(place), snapshot.commit, sha256, int(str(manifest["quads"])), len(new), len(gone)
    )


def _write_data(snapshot: Snapshot, path: Path) -> str:
    """Write the canonical N-Quads; comes back with their SHA-256."""
    total = hashlib.sha256()
    with path.open("wb") as file:
        for chunk in export(snapshot, "nquads"):
            file.write(chunk)
            total.update(chunk)
    return total.hexdigest()


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReleaseError(f"{folder} holds no release that can be read: {error}") from error
    return found


def _differing(before: Path | None, draft: Path) -> tuple[list[PlainQuad], list[PlainQuad]]:
    """What is only in the release before, and what is only in this one: both files are sorted, so one walk tells."""
    if before is None:
        return [], parsed((draft / DATA).read_bytes())
    gone, new = [], []
    with (before / DATA).open("rb") as old, (draft / DATA).open("rb") as current:
        left, right = old.readline(), current.readline()
        while left or right:
            if left == right:
                left, right = old.readline(), current.readline()
            elif right and (not left or right < left):
                new.append(right)
                right = current.readline()
            else:
                gone.append(left)
                left = old.readline()
    return parsed(b"".join(gone)), parsed(b"".join(new))


def _write_changes(
    path: Path,
    snapshot: Snapshot,
    former: Mapping[str, Any] | None,
    before: Path | None,
    differing: tuple[list[PlainQuad], list[PlainQuad]],
) -> None:
    """The changes as an RDF Patch (https://afs.github.io/rdf-patch/); a comment before each group names its cause."""
    old = Store()
    if before is not None:
        old.bulk_load(path=before / DATA, format=RdfFormat.N_QUADS)
    since = [entry for entry in snapshot.history() if former is None or entry.number > former["commit"]]
    gone, new = differing
    causes = Causes(snapshot.base, (*gone, *new), old, snapshot.store, since)
    lines = _patch(causes, gone, new, former)
    path.write_bytes(b"".join(lines))


def _patch(
    causes: Causes, gone: Iterable[PlainQuad], new: Iterable[PlainQuad], former: Mapping[str, Any] | None
) -> Iterator[bytes]:
    if former:
        yield f'H prev "sha256:{former["sha256"]}" .\n'.encode()
    yield b"TX .\n"
    rows: dict[str, tuple[list[PlainQuad], list[PlainQuad]]] = {}
    for index, quads in enumerate((gone, new)):
        for quad in quads:
            rows.setdefault(causes.of(quad), ([], []))[index].append(quad)
    for cause in sorted(rows):
        yield f"# cause <{cause}>\n".encode()
        for letter, quads in zip((b"D ", b"A "), rows[cause], strict=True):
            yield from (letter + line for line in n_quads(quads))
    yield b"TC .\n"


def _described(snapshot: Snapshot, manifest: Mapping[str, Any], size: int) -> bytes:
    """The release as a `dcat:Dataset` and `void:Dataset`, in Turtle."""
    this = NamedNode(f"{snapshot.base}release/{manifest['release']}")
    data, sum_ = NamedNode(f"{this.value}#data"), NamedNode(f"{this.value}#checksum")
    view = [quad for quad in matching(snapshot.store) if quad.graph_name != snapshot.graphs.log]
    stated: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (this, "rdf:type", named("dcat:Dataset")),
        (this, "rdf:type", named("void:Dataset")),
        (this, "dcterms:title", Literal(f"Свод, выпуск {manifest['release']}", language="ru")),
        (this, "dcterms:title", Literal(f"Svod, release {manifest['release']}", language="en")),
        (this, "dcterms:issued", Literal(manifest["issued"], datatype=named("xsd:dateTime"))),
        (this, "dcat:distribution", data),
        (this, "void:uriSpace", Literal(snapshot.base)),
        (this, "void:vocabulary", NamedNode(PREFIXES["svod"])),
        (this, "void:triples", Literal(manifest["quads"])),
        (this, "void:distinctSubjects", Literal(len({quad.subject for quad in view}))),
        (this, "void:properties", Literal(len({quad.predicate for quad in view}))),
        (this, "void:classes", Literal(len({quad.object for quad in view if quad.predicate == TYPE}))),
        (this, "void:documents", Literal(len(manifest["documents"]))),
        (data, "rdf:type", named("dcat:Distribution")),
        (data, "dcterms:title", Literal(DATA)),
        (data, "dcat:mediaType", NamedNode(IANA + MEDIA)),
        (data, "dcat:byteSize", Literal(str(size), datatype=named("xsd:nonNegativeInteger"))),
        (data, f"{SPDX}checksum", sum_),
        (sum_, "rdf:type", NamedNode(f"{SPDX}Checksum")),
        (sum_, f"{SPDX}algorithm", NamedNode(f"{SPDX}checksumAlgorithm_sha256")),
        (sum_, f"{SPDX}checksumValue", Literal(manifest["sha256"], datatype=named("xsd:hexBinary"))),
    ]
    stated += [(this, "dcterms:source", snapshot.iri(document["id"])) for document in manifest["documents"]]
    if manifest["previous"]:
        former = NamedNode(f"{snapshot.base}release/{manifest['previous']['release']}")
        stated.append((this, "prov:wasRevisionOf", former))
    triples = [Triple(subject, named(term), value) for subject, term, value in stated]
    prefixes = dict(PREFIXES) | {"spdx": SPDX}
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""


def _forget_drafts(folder: Path) -> None:
    """Take out what processes that are gone had begun to write."""
    for path in folder.glob(".*.*"):
        _, release_, process = path.name.split(".", 2)
        if not (release_.isdecimal() and process.isdecimal()):
            continue  # not ours
        if int(process) == os.getpid() or not Path(f"/proc/{process}").exists():
            shutil.rmtree(path, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Have the disk keep every file of a folder before the folder shows."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())

"""The pack of an appeal: what was decided on what, in one file that verifies itself."""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mrse_assess.model.acts import Issue
from mrse_assess.records import from_event
from mrse_assess.records.log import log_of
from mrse_assess.terms import EventKind
from mrse_assess.workbench.appeal.leaving import require_leave, table_of
from mrse_assess.workbench.zipped import write_new, zipped
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import found_of, versions_of
from mrse_assess.workspace.issued_letters import SENTENCES, digests_of, read_letter_file
from mrse_assess.workspace.register import application_of

FORMAT = 1
MANIFEST = "manifest.json"
RECORDS = "records.jsonl"
_VERIFY = Path(__file__).with_name("verify_pack.py")
_START = b"import sys\n\nfrom verify import main\n\nsys.exit(main(sys.argv[1] if len(sys.argv) > 1 else sys.path[0]))\n"


@dataclass(frozen=True, kw_only=True)
class Packed:
    """What was written. ``manifest`` is the hash to be told apart from the file, by telephone or in the minutes."""

    files: int
    records: int
    letters: tuple[str, ...]
    manifest: str


def write_pack(workspace: Workspace, reference: str, out: Path, by: str) -> Packed:
    """Write the appeal pack of an application into a new zip.

    It holds the hashes of the originals, every judgement in force, the issued letters as they went out, and the whole
    log with its texts, without words that assessors wrote to themselves.

    Raises:
        BadRequestError: it may not leave now or not by this person, or ``out`` cannot be written.
        RecordsError: a record or an issued letter is not as it was.
    """
    attempts = require_leave(workspace, reference, by)
    issues = [from_event(event) for event in workspace.store.events(application=reference, kind=EventKind.ISSUE)]
    logged = log_of(workspace.store, reference)
    lines = [json.dumps({**one.row, "texts": one.texts}, ensure_ascii=False, sort_keys=True) for one in logged]
    with tempfile.TemporaryDirectory(prefix="mrse-pack-") as folder:
        files = {
            RECORDS: "".join(f"{line}\n" for line in lines).encode(),
            "judgements.csv": table_of(workspace, attempts, Path(folder)),
            "originals.json": _json(list(_originals(workspace, attempts))),
            "verify.py": _VERIFY.read_bytes(),
            "__main__.py": _START,
            **dict(_letters(workspace, issues)),
        }
    manifest = _json(_manifest(workspace, attempts, by, files))
    write_new(out, zipped({**files, MANIFEST: manifest}))
    return Packed(
        files=len(files) + 1,
        records=len(logged),
        letters=tuple(issue.letter for issue in issues),
        manifest=hashlib.sha256(manifest).hexdigest(),
    )


def _manifest(
    workspace: Workspace, attempts: tuple[Application, ...], by: str, files: dict[str, bytes]
) -> dict[str, Any]:
    scheme, reference = workspace.scheme, attempts[0].reference
    registered = [found_of(workspace, one).registration for one in attempts]
    return {
        "format": FORMAT,
        "application": reference,
        "attempts": [one.attempt for one in attempts],
        "made_at": workspace.clock().isoformat(),
        "made_by": by,
        "scheme": {"id": scheme.id, "version": scheme.version, "digest": scheme.digest},
        "guidance_versions": [one.guidance_version if one else "" for one in registered],
        "head": workspace.store.application_head(reference),
        "heads": workspace.store.heads(reference),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }


def _originals(workspace: Workspace, attempts: tuple[Application, ...]) -> Iterator[dict[str, Any]]:
    """Each file of each attempt and version: the applicant's name of it, hash and size."""
    for one in attempts:
        for version, entry in enumerate(versions_of(workspace, one), 1):
            for document in workspace.portfolio(application_of(entry)).documents:
                yield {
                    "attempt": one.attempt,
                    "version": version,
                    "reading": entry.portfolio_digest,
                    "name": document.name,
                    "sha256": document.sha256,
                    "size": document.size,
                }


def _letters(workspace: Workspace, issues: list[Issue]) -> Iterator[tuple[str, bytes]]:
    for issue in issues:
        for name in digests_of(issue):
            if name != SENTENCES:
                yield f"letters/{issue.letter}/{name}", read_letter_file(workspace.layout, issue, name)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"

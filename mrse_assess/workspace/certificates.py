"""The certificate of a purge: what was erased, when, by whom and on what ground, and what stays."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

from mrse_assess.records import Event
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.layout import Layout

CERTIFICATES: Final = "certificates"


@dataclass(frozen=True, kw_only=True)
class Erased:
    """A file that was erased: what it was, its SHA-256 and size in bytes; never the applicant's name of it."""

    what: str
    sha256: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What a purge erased and what it left, for the office's files. ``head`` is the application's after it."""

    application: str
    attempts: int
    purged_at: str
    by: str
    why: str
    event: str
    head: str
    erased: tuple[Erased, ...]
    texts: int
    drafts: int
    cached: int
    kept_for_others: tuple[str, ...]
    stays: tuple[str, ...]


def certificate_as_json(certificate: Certificate) -> str:
    """The certificate for a program."""
    return json.dumps(asdict(certificate), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def certificate_in_words(certificate: Certificate) -> str:
    """The certificate for a file of the office."""
    one = certificate
    lines = [
        f"Certificate of erasure: {one.application}",
        "",
        f"On {one.purged_at} {one.by} erased what is listed here. Ground: {one.why}",
        f"Record of the purge: {one.event}. Head of the application's records after it: {one.head}",
        "",
        "Erased (kind, SHA-256 of the bytes before, size in bytes):",
        *(f"  {each.what}  {each.sha256}  {each.size}" for each in one.erased),
        f"  free texts of records: {one.texts}; half-typed texts: {one.drafts}; files of the cache: {one.cached}",
        "",
        "Stays:",
        *(f"  {each}" for each in one.stays),
    ]
    if one.kept_for_others:
        lines += ["", "Not erased, because another application rests on the same file:"]
        lines += [f"  {digest}" for digest in one.kept_for_others]
    lines += ["", "Backups and bundles made before that day hold what they held. They are not reached from here.", ""]
    return "\n".join(lines)


def store_certificate(layout: Layout, certificate: Certificate, stored: Event) -> None:
    """Keep the certificate in the workspace, in words and as JSON."""
    folder = layout.folder / CERTIFICATES
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"{certificate.application}-{_stamp(stored.recorded_at)}"
    write_durably(folder / f"{name}.json", certificate_as_json(certificate).encode())
    write_durably(folder / f"{name}.txt", certificate_in_words(certificate).encode())


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")

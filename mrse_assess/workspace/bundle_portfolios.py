"""The portfolios that a bundle's records are about: the same files must lie here, or come along."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mrse_assess.errors import MrseAssessError, RecordsError
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.records.bundle import Bundle, Refusal
from mrse_assess.records.bundle import Portfolio as About
from mrse_assess.terms import EventKind
from mrse_assess.workspace.attempts import attempts_of
from mrse_assess.workspace.codec import portfolio_from_json
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.register import Application, checked_reference

_HASH = re.compile("[0-9a-f]{64}")


def reading_name(digest: str) -> str:
    """The name of a reading inside a bundle."""
    return f"readings/{digest}.json"


def original_name(digest: str) -> str:
    """The name of an original inside a bundle."""
    return f"originals/{digest}"


def about(workspace: Workspace, application: Application) -> About:
    """Which files the application's records are about.

    Raises:
        RecordsError: the stored reading is missing or is not what was recorded.
    """
    return About(
        application=application.reference,
        attempt=application.attempt,
        reading=application.reading,
        originals=_originals(workspace.portfolio(application)),
    )


def files_of(workspace: Workspace, portfolios: Iterable[About]) -> dict[str, bytes]:
    """The readings and originals of the portfolios, by their names inside a bundle.

    Raises:
        RecordsError: one is missing or was changed.
    """
    files: dict[str, bytes] = {}
    for one in portfolios:
        files[reading_name(one.reading)] = (workspace.layout.readings / f"{one.reading}.json").read_bytes()
        for digest in one.originals:
            files[original_name(digest)] = _original(workspace, one.application, digest)
    return files


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """What of a bundle cannot come here, and the files to be stored for what can, by their names inside the bundle."""

    refusals: tuple[Refusal, ...]
    files: Mapping[str, bytes]


def fitting(workspace: Workspace, bundle: Bundle) -> Fitting:
    """Compare the portfolios that the bundle's records are about with those that lie here.

    Raises:
        RecordsError: a reading in the bundle is none, or names files otherwise than the bundle does.
    """
    for name, data in bundle.files.items():
        if name.startswith("readings/"):
            _checked_reading(data)
    references = sorted({chain.application for chain in bundle.manifest.chains} - {""})
    refusals: list[Refusal] = []
    files: dict[str, bytes] = {}
    for reference in references:
        portfolios = [one for one in bundle.manifest.portfolios if one.application == reference]
        found = _refusal(workspace, bundle, reference, portfolios)
        if found:
            refusals.append(found)
        else:
            files.update(_new_files(workspace, bundle, portfolios))
    return Fitting(refusals=tuple(refusals), files=files)


def store_files(workspace: Workspace, files: Mapping[str, bytes]) -> None:
    """Put originals, then readings, into the workspace. Each is named by its hash, and none is there yet."""
    for name in sorted(files):  # originals before the readings that name them
        folder, _, file = name.rpartition("/")
        path = (workspace.layout.originals if folder == "originals" else workspace.layout.readings) / file
        write_durably(path, files[name])
        if folder == "originals":
            path.chmod(0o400)


def _originals(portfolio: Portfolio) -> tuple[str, ...]:
    return tuple(sorted({document.sha256 for document in portfolio.documents}))


def _original(workspace: Workspace, reference: str, digest: str) -> bytes:
    try:
        data = (workspace.layout.originals / digest).read_bytes()
    except OSError as error:
        raise RecordsError(f"A file of {reference} is missing from originals; restore a backup.") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise RecordsError(f"A file of {reference} was changed in originals; restore a backup.")
    return data


def _checked_reading(data: bytes) -> Portfolio:
    """The portfolio, whose files are named by hashes and by nothing that could lead out of the workspace."""
    try:
        portfolio = portfolio_from_json(data)
    except (RecordsError, RecursionError):
        raise RecordsError("A reading in the bundle cannot be understood; nothing was taken over from it.") from None
    if not all(_HASH.fullmatch(document.sha256) for document in portfolio.documents):
        raise RecordsError("A reading in the bundle names a file by no hash; nothing was taken over from it.")
    return portfolio


def _refusal(workspace: Workspace, bundle: Bundle, reference: str, portfolios: Iterable[About]) -> Refusal | None:
    """Why the records of the application cannot come here, None when they can."""
    try:
        checked_reference(reference)
    except MrseAssessError:
        return _refused("reference", "", "An application in the bundle has a reference that cannot be one.", "")
    here = {one.attempt: about(workspace, one).originals for one in attempts_of(workspace, reference)}
    there = {one.attempt: one for one in portfolios}
    if not there:
        return _refused("not-here", reference, *_NOT_HERE)
    for attempt, one in sorted(there.items()):
        if attempt in here and here[attempt] != one.originals:
            return _refused("other-files", reference, *_OTHER_FILES)
        if attempt not in here and not _comes_along(workspace, bundle, one):
            return _refused("not-here", reference, *_NOT_HERE)
    return None


_NOT_HERE = (
    "The application is not in this workspace, and its portfolio does not come along.",
    "Take the same portfolio in under the same reference first, or ask for a bundle made with --with-originals.",
)
_OTHER_FILES = (
    "The portfolio that was taken in here under this reference has other files than the one in the bundle.",
    "Compare what was handed to each of you; nothing of this application was taken over.",
)


def _refused(code: str, reference: str, found: str, advice: str) -> Refusal:
    return Refusal(code=code, application=reference, actor="", found=found, advice=advice)


def _comes_along(workspace: Workspace, bundle: Bundle, one: About) -> bool:
    """Whether the bundle holds the entry, the reading and every original of the attempt."""
    reading = bundle.files.get(reading_name(one.reading))
    if reading is None or _originals(_checked_reading(reading)) != one.originals:
        return False
    if not all(
        original_name(digest) in bundle.files or (workspace.layout.originals / digest).is_file()
        for digest in one.originals
    ):
        return False
    return any(
        (act.row["application"], act.row["attempt"], act.row["kind"])
        == (one.application, one.attempt, EventKind.APPLICATION)
        and f'"portfolio_digest":"{one.reading}"' in act.row["payload"]
        for act in bundle.events
    )


def _new_files(workspace: Workspace, bundle: Bundle, portfolios: Iterable[About]) -> Iterator[tuple[str, bytes]]:
    """The files of the portfolios that come along and are not here yet."""
    for one in portfolios:
        names = {reading_name(one.reading): workspace.layout.readings / f"{one.reading}.json"}
        names |= {original_name(digest): workspace.layout.originals / digest for digest in one.originals}
        yield from (
            (name, bundle.files[name]) for name, path in names.items() if name in bundle.files and not path.exists()
        )

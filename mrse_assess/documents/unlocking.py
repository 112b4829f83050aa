"""An encrypted PDF opened once with its password: a copy without encryption is kept, the password is not."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

from pathlib import Path

from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.documents.places import original_of, unlocked_of
from mrse_assess.documents.reader_tasks import write_privately
from mrse_assess.documents.values import StoredFile
from mrse_assess.isolation import WorkerPool
from mrse_assess.terms import MediaKind

UNLOCKING_SECONDS = 120.0


def unlock(stored: StoredFile, originals: Path, cache: Path, pool: WorkerPool, password: str) -> bool:
    """Keep an unencrypted copy of an encrypted PDF in the workspace; False when it is none, or the password is wrong.

    The copy lies with what was read of the other files, readable by this user only, and is what pages are read and
    drawn from. When it is deleted the portfolio has to be taken in again with its password.
    """
    if stored.media is not MediaKind.PDF:
        return False
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    source, target = original_of(stored, originals), unlocked_of(stored, cache)
    return pool.run(_unlock_task, str(source), str(target), password, seconds=UNLOCKING_SECONDS)


def _unlock_task(source: str, target: str, password: str) -> bool:
    """Whether the password opened an encrypted file, which is then kept without encryption.

    An open document is never asked again whether it needs a password: the library answers by trying an empty one,
    which makes every page of the unlocked document come out blank.
    """
    import pymupdf

    if not _is_locked(source):
        return False
    try:
        document = opened(source, password)
    except UnopenedError:
        return False
    write_privately(Path(target), document.tobytes(encryption=pymupdf.PDF_ENCRYPT_NONE))
    return True


def _is_locked(source: str) -> bool:
    try:
        opened(source, None)
    except UnopenedError as error:
        return error.code == "document-encrypted"
    return False

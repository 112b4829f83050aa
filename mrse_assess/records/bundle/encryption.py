"""A bundle is encrypted with a passphrase in the age format, version 1, which the tool ``age`` opens too."""

from mrse_assess.errors import BadRequestError, RecordsError

_BEGINNING = b"age-encryption.org/"
_WRONG = "Decryption failed"  # what the library says of the passphrase, and of nothing else
_DEAR = "Excessive work"


def is_encrypted(data: bytes) -> bool:
    """Whether the bytes are an encrypted bundle, by their beginning."""
    return data.startswith(_BEGINNING)


def encrypted(data: bytes, passphrase: str) -> bytes:
    """The bytes, to be opened with the passphrase only. Takes a second or more on purpose, which slows guessing.

    Raises:
        BadRequestError: the passphrase is empty.
    """
    from pyrage import passphrase as age  # noqa: PLC0415 - a compiled library that few commands need

    if not passphrase:
        raise BadRequestError("The passphrase of a bundle cannot be empty; give one, or say that it is to be plain.")
    return bytes(age.encrypt(data, passphrase))


def decrypted(data: bytes, passphrase: str) -> bytes:
    """What was encrypted.

    Raises:
        BadRequestError: the passphrase is not the one.
        RecordsError: the bundle is cut off or was changed.
    """
    from pyrage import DecryptError  # noqa: PLC0415 - a compiled library that few commands need
    from pyrage import passphrase as age  # noqa: PLC0415

    try:
        return bytes(age.decrypt(data, passphrase))
    except DecryptError as error:
        said = str(error)
    if _WRONG in said:
        raise BadRequestError("The passphrase does not open the bundle; ask its maker for the passphrase of this file.")
    if _DEAR in said:
        raise RecordsError("The bundle asks for more work to be opened than any honest one; it was not opened.")
    raise RecordsError("The bundle is cut off or was changed since it was made; ask for it to be sent again.")
